"""Who held a post just before whom: by the text, or by dates that meet.

    "Ida Lund succeeded Odo Brandt", both mayor of Orla                  →   Brandt, then Lund
    Brandt was mayor of Orla until 2009, Lund has been it since 2009     →   Brandt, then Lund

Nothing is guessed. A text decides where the two have exactly one post in common. Dates decide for
posts that one person holds at a time, of one thing, if the end and the beginning are the same day,
month or year and nobody else fits: over a gap there may have been somebody whom no article names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.assemble.conflicts import before, is_kind, is_single
from kg.assemble.tenure import HELD, earliest, latest
from kg.model import Polarity, Ref, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.model import Statement

# Verbs whose subject comes after their object.
_FOLLOWS = frozenset({"succeed", "replace", "take over from"})
Holders = dict[str, dict[str, "_Tenure"]]


@dataclass(frozen=True, slots=True)
class _Tenure:
    """From when until when one person held one post, as far as articles say."""

    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The ids of those who held a post just before, and just after, somebody."""

    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()


def succession(statements: Sequence[Statement]) -> dict[tuple[str, str], Neighbours]:
    """Return who came before and after a person in a post, by the ids of the two."""
    real = [s for s in statements if _is_real(s)]
    dated, holders = _holders(real)
    pairs = {*_said(real, holders), *_dated({post: holders[post] for post in dated})}
    earlier: dict[tuple[str, str], set[str]] = {}
    later: dict[tuple[str, str], set[str]] = {}
    for post, first, second in pairs:
        earlier.setdefault((second, post), set()).add(first)
        later.setdefault((first, post), set()).add(second)
    return {
        key: Neighbours(tuple(sorted(earlier.get(key, ()))), tuple(sorted(later.get(key, ()))))
        for key in earlier.keys() | later.keys()
    }


def _is_real(statement: Statement) -> bool:
    return statement.polarity is Polarity.POSITIVE and statement.stance is not Stance.HYPOTHETICAL


def _holders(statements: Iterable[Statement]) -> tuple[frozenset[str], Holders]:
    """Return the posts of one thing that one person holds at a time, and who held which post."""
    held: dict[str, dict[str, list[Statement]]] = {}
    single: set[str] = set()
    for stmt in statements:
        if stmt.status in HELD and isinstance(stmt.object, Ref) and _is_one_post(stmt):
            held.setdefault(stmt.object.id, {}).setdefault(stmt.subject.id, []).append(stmt)
            if stmt.of and is_single(stmt.object.name):
                single.add(stmt.object.id)
    tenures = {
        post: {person: _tenure(told) for person, told in people.items()}
        for post, people in held.items()
    }
    return frozenset(single), tenures


def _is_one_post(statement: Statement) -> bool:
    """Tell whether a post is one: a senator or a general of nothing is but a kind of holder."""
    label = statement.object.name if isinstance(statement.object, Ref) else ""
    return bool(statement.of) or (" " in label and not is_kind(label))


def _tenure(statements: Iterable[Statement]) -> _Tenure:
    told = list(statements)
    return _Tenure(
        earliest([s.since for s in told if s.since]), latest([s.until for s in told if s.until])
    )


def _said(
    statements: Iterable[Statement], holders: Mapping[str, Mapping[str, _Tenure]]
) -> Iterator[tuple[str, str, str]]:
    """Yield post, predecessor and successor where a text names both, unless dates forbid it."""
    posts_of: dict[str, set[str]] = {}
    for post, people in holders.items():
        for person in people:
            posts_of.setdefault(person, set()).add(post)
    for stmt in statements:
        if stmt.predicate.lemma not in _FOLLOWS or not isinstance(stmt.object, Ref):
            continue
        second, first = stmt.subject.id, stmt.object.id
        shared = posts_of.get(first, set()) & posts_of.get(second, set())
        if first == second or len(shared) != 1:
            continue
        (post,) = shared
        if not before(holders[post][second].until, holders[post][first].since):
            yield post, first, second


def _dated(holders: Mapping[str, Mapping[str, _Tenure]]) -> Iterator[tuple[str, str, str]]:
    """Yield post, predecessor and successor where one tenure ends when one other begins."""
    for post, people in holders.items():
        meeting = [
            (first, second)
            for first, ended in people.items()
            for second, begun in people.items()
            if first != second and _meet(ended, begun)
        ]
        for first, second in meeting:
            alone = [p for p in meeting if p[0] == first or p[1] == second]
            if len(alone) == 1:
                yield post, first, second


def _meet(ended: _Tenure, begun: _Tenure) -> bool:
    """Tell whether one tenure ends in the day, month or year in which another begins."""
    if not ended.until or not begun.since or before(begun.until, ended.until):
        return False
    shared = min(len(ended.until), len(begun.since))
    started_later = not ended.since or before(ended.since, begun.since)
    return started_later and ended.until[:shared] == begun.since[:shared]
