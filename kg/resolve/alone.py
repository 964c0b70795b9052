"""Which organisation an article means by the word for its kind alone.

    "F.B.I. … the Bureau", "the Justice Department … the Department"   →   the F.B.I., the Justice Department

Only where the article names one organisation of that kind, by its name or by what its acronym
stands for, and only of kinds that have many: ``the Army`` beside the Salvation Army, ``the Union``
beside the European Union and ``the Press`` beside a paper are themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.organization_names import KNOWN_ACRONYMS, organization_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.model import ArticleEntity

_KINDS = frozenset(
    {
        "agency", "association", "authority", "board", "bureau", "commission",
        "committee", "corporation", "council", "court", "department", "foundation", "fund",
        "institute", "institution", "museum", "society",
    }
)  # fmt: skip


def kind_alone(members: Sequence[ArticleEntity], plain: Mapping[str, str]) -> dict[str, str]:
    """Return by member that is called by its kind alone the key of what its article means.

    ``plain`` gives the key of every member.
    """
    of_kind: dict[tuple[str, str], set[str]] = {}
    for member in members:
        key = organization_key(member.name)
        if key not in _KINDS:
            of_kind.setdefault((member.article, _kind(key)), set()).add(plain[member.id])
    found: dict[str, str] = {}
    for member in members:
        key = organization_key(member.name)
        meant = of_kind.get((member.article, key), set()) if key in _KINDS else set()
        if len(meant) == 1:
            found[member.id] = min(meant)
    return found


def _kind(key: str) -> str:
    """Return the word that says of which kind an organisation is.

    >>> _kind("fbi"), _kind("department of fisheries")
    ('bureau', 'department')
    """
    return KNOWN_ACRONYMS.get(key, key).partition(" of ")[0].rpartition(" ")[2]
