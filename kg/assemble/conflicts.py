"""Which statements contradict each other. Both stay; each lists the other.

- the same said and denied (``resigned`` / ``did not resign``), unless one is only hypothetical
- two holders of a post that one person holds at a time, in articles of one month, unless it is
  but a title before the name, which past holders keep
- two values where there can be one (two dates of birth)

A conflict is a hint to look, not a verdict: a denial may be older than the deed.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from kg.assemble.relations import relation
from kg.model import Literal, Polarity, PostStatus, Ref, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.model import Statement

# Relations that have one value for one subject, by their compact IRI or their lemma.
FUNCTIONAL = frozenset(
    {
        "schema:birthDate", "schema:deathDate", "schema:birthPlace", "schema:deathPlace",
        "be born on", "be born in", "die on",
    }
)  # fmt: skip
# Last words of posts that one person holds at a time. Senators, judges and directors are many.
SINGLE_POSTS = frozenset(
    {
        "president", "minister", "chancellor", "premier", "secretary", "general", "governor",
        "mayor", "king", "queen", "pope", "emperor", "chairman", "chairwoman", "chair", "chief",
        "executive", "commissioner", "speaker", "comptroller", "treasurer", "prince", "sheriff",
    }
)  # fmt: skip
# … but a rank is no post, and these words alone do not say which of many posts is meant.
_KIND = re.compile(
    r"(?:(?:brigadier|lieutenant|major|colonel) )?general|minister|secretary|commissioner|chief|prince"
)
# … unless their first word says that there are many of them.
_MANY = frozenset(
    {"deputy", "vice", "assistant", "associate", "under", "senior", "former", "junior"}
)
_HOLDS = frozenset({PostStatus.CURRENT, PostStatus.ACTING})


def conflicts(
    statements: Sequence[Statement],
    months: Mapping[str, frozenset[str]],
    functional: frozenset[str] = FUNCTIONAL,
) -> dict[str, tuple[str, ...]]:
    """Return for each statement id the ids it contradicts, sorted; the relation is symmetric.

    ``months`` gives for each statement the months (``2017-06``) of the articles that say so other
    than by a form of address.
    """
    real = [s for s in statements if s.stance is not Stance.HYPOTHETICAL]
    found: dict[str, set[str]] = {}
    for a, b in (*_denials(real), *_rivals(real, months), *_values(real, functional)):
        found.setdefault(a.id, set()).add(b.id)
        found.setdefault(b.id, set()).add(a.id)
    return {id_: tuple(sorted(others)) for id_, others in found.items()}


def _object(statement: Statement) -> tuple[str, str]:
    value = statement.object
    if isinstance(value, Ref):
        return "ref", value.id
    return ("none", "") if value is None else (value.datatype, value.value)


def _denials(statements: Iterable[Statement]) -> Iterator[tuple[Statement, Statement]]:
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for stmt in statements:
        said = (stmt.subject.id, relation(stmt.predicate), _object(stmt), stmt.status, stmt.of)
        groups.setdefault(said, []).append(stmt)
    for group in groups.values():
        for a, b in combinations(group, 2):
            if a.polarity is not b.polarity:
                yield a, b


def _rivals(
    statements: Iterable[Statement], months: Mapping[str, frozenset[str]]
) -> Iterator[tuple[Statement, Statement]]:
    groups: dict[tuple[str, str], list[Statement]] = {}
    for stmt in statements:
        held = stmt.status in _HOLDS and stmt.polarity is Polarity.POSITIVE
        if held and stmt.of and isinstance(stmt.object, Ref) and is_single(stmt.object.name):
            for month in sorted(months.get(stmt.id, ())):
                groups.setdefault((stmt.object.id, month), []).append(stmt)
    for group in groups.values():
        for a, b in combinations(group, 2):
            if a.subject.id != b.subject.id and _overlap(a, b):
                yield a, b


def is_single(label: str) -> bool:
    """Tell whether one person at a time holds a post of a label."""
    words = label.lower().replace("-", " ").split()
    single = bool(words) and words[-1] in SINGLE_POSTS and words[0] not in _MANY
    return single and not is_kind(label)


def is_kind(label: str) -> bool:
    """Tell whether a label is a rank, or a word for many posts, and so no post by itself."""
    return _KIND.fullmatch(label.lower().replace("-", " ")) is not None


def _overlap(a: Statement, b: Statement) -> bool:
    """Tell whether two tenures can overlap: neither ends before the other begins."""
    return not (before(a.until, b.since) or before(b.until, a.since))


def before(end: str | None, start: str | None) -> bool:
    """Tell whether a date is certainly before another: at the precision that both have."""
    if not end or not start:
        return False
    shared = min(len(end), len(start))
    return end[:shared] < start[:shared]


def _values(
    statements: Iterable[Statement], functional: frozenset[str]
) -> Iterator[tuple[Statement, Statement]]:
    groups: dict[tuple[str, str], list[Statement]] = {}
    for stmt in statements:
        one_valued = stmt.predicate.id in functional or stmt.predicate.lemma in functional
        if one_valued and isinstance(stmt.object, Literal) and stmt.polarity is Polarity.POSITIVE:
            groups.setdefault((stmt.subject.id, relation(stmt.predicate)), []).append(stmt)
    for group in groups.values():
        for a, b in combinations(group, 2):
            if not _agree(_object(a)[1], _object(b)[1]):
                yield a, b


def _agree(a: str, b: str) -> bool:
    """Tell whether two values are one, perhaps at two precisions (``1946`` and ``1946-06-14``)."""
    return a == b or a.startswith(f"{b}-") or b.startswith(f"{a}-")
