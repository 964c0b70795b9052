"""Institutions that some papers write without capitals: ``the justice department``.

    {"Justice Department", a phrase "justice department"}   →   two organisations of one name

A phrase counts as such a name if it is nothing but the name of an institution of a state (a
ministry, a department, a supreme court), of two words at least, and some article of the corpus
writes that with capitals. One word, or what every town has, says too little.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.resolve.organization_names import OF_A_COUNTRY, OF_A_TOWN, of_a_nation, organization_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import ArticleEntity

_WORDS_MAX = 6  # of a name; what is longer is more than that
_DEPARTMENT = " department"


def with_capitals(members: Sequence[ArticleEntity]) -> list[ArticleEntity]:
    """Return the members, institutions that are written small as those that articles can share."""
    named = (m.name for m in members if m.type == "Organization" and not m.local)
    known = {_institution(name) for name in set(named)} - {""}
    kinds = {key.rpartition(" ")[2] for key in known}

    def is_small(member: ArticleEntity) -> bool:
        if not is_phrase(member):
            return False
        words = member.name.lower().split(maxsplit=_WORDS_MAX)
        short = len(words) <= _WORDS_MAX and not kinds.isdisjoint(words)
        return short and _institution(member.name) in known

    return [promoted(m) if is_small(m) else m for m in members]


def is_phrase(member: ArticleEntity) -> bool:
    """Tell whether a member is a phrase of its article."""
    return member.local and not member.anonymous and member.type == "Phrase"


def promoted(member: ArticleEntity) -> ArticleEntity:
    """Return a phrase as the organisation that it names."""
    return replace(member, type="Organization", local=False)


def _institution(name: str) -> str:
    """Return the key of an institution of a state, without the state, if a name is one's.

    >>> _institution("US supreme court"), _institution("police department")
    ('supreme court', '')
    """
    key, _ = of_a_nation(organization_key(name))
    if " " not in key or OF_A_TOWN.fullmatch(key):
        return ""
    return key if OF_A_COUNTRY.fullmatch(key) or key.endswith(_DEPARTMENT) else ""
