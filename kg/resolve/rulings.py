"""Which members a judgement speaks of, and whether judgements contradict each other.

    same "Ann Lee @ article/1" "Anna Lee @ article/2"   →   Ruling({in/1-4}, {in/2-0}, together)

A reference is found by name and article and never by the id of an entity: those follow from what
is decided here. One that is not found (its article was taken away, or reads otherwise now) decides
nothing and is told as an issue; one that fits two things of an article is told as well.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kg.errors import JudgementError
from kg.model import Issue, Verdict
from kg.resolve.finding import article_of, record_of
from kg.resolve.grouping import Unions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.model import Judgement, Reference

STAGE = "resolve"


class Finds(Protocol):
    """Finds the members, or the tellings of happenings, that references mean."""

    def find(self, reference: Reference) -> frozenset[str]:
        """Return their ids; raises `JudgementError` where they cannot be told."""

    def posts(self, members: Iterable[str]) -> set[bool]:
        """Tell of members that were found whether they are posts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A judgement about members: all of both sides are one thing, or none of one is of the other.

    ``subject`` says it in words, and ``because`` why where no person judged it.
    """

    verdict: Verdict
    left: frozenset[str]
    right: frozenset[str]
    subject: str
    line: int
    because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """A judgement that some members are what an authority calls ``record``, or are not."""

    verdict: Verdict
    members: frozenset[str]
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """What judgements decide: among members, and of members and records of authorities."""

    inside: tuple[Ruling, ...] = ()
    outside: tuple[Outside, ...] = ()
    issues: tuple[Issue, ...] = ()


def find_rulings(judgements: Iterable[Judgement], finder: Finds) -> Rulings:
    """Return what the judgements decide about members, and those that decide nothing.

    Raises `JudgementError` where judgements contradict each other.
    """
    rulings: list[Ruling] = []
    issues: list[Issue] = []
    for judgement in judgements:
        if judgement.verdict is Verdict.UNSURE:
            continue
        try:
            rulings.append(_ruling(judgement, finder))
        except JudgementError as error:
            issues.append(_idle(judgement, str(error)))
    check(rulings)
    outside = [_outside(r) for r in rulings if any(m.startswith("<") for m in r.left | r.right)]
    inside = [r for r in rulings if not any(m.startswith("<") for m in r.left | r.right)]
    return Rulings(
        inside=(*inside, *_by_record(outside)), outside=tuple(outside), issues=tuple(issues)
    )


def _outside(ruling: Ruling) -> Outside:
    records = {m for m in ruling.left | ruling.right if m.startswith("<")}
    return Outside(
        verdict=ruling.verdict,
        members=(ruling.left | ruling.right) - records,
        record=min(records)[1:-1],
    )


def _by_record(outside: Iterable[Outside]) -> Iterator[Ruling]:
    """Yield that members which are one record are one thing."""
    of_record: dict[str, list[frozenset[str]]] = {}
    for one in outside:
        if one.verdict is Verdict.SAME:
            of_record.setdefault(one.record, []).append(one.members)
    for record, (first, *others) in sorted(of_record.items()):
        for other in others:
            yield Ruling(
                verdict=Verdict.SAME, left=first, right=other, subject=f"<{record}>", line=0
            )


def _ruling(judgement: Judgement, finder: Finds) -> Ruling:
    sides = [finder.find(side) for side in (judgement.left, judgement.right)]
    for side, members in zip((judgement.left, judgement.right), sides, strict=True):
        if not members:
            raise JudgementError(f"no article calls anything {side.name!r} where it says so")
    records = [record_of(side) for side in (judgement.left, judgement.right)]
    if all(records):
        raise JudgementError("both sides are records of authorities")
    if not any(records) and len(finder.posts(sides[0] | sides[1])) > 1:
        raise JudgementError("a post is never anything else")
    return Ruling(
        verdict=judgement.verdict,
        left=sides[0],
        right=sides[1],
        subject=" and ".join(sorted((judgement.left.name, judgement.right.name))),
        line=judgement.line,
    )


def _idle(judgement: Judgement, why: str) -> Issue:
    """Return the issue for a judgement that decides nothing."""
    named = [a for side in (judgement.left, judgement.right) for a in side.articles]
    sides = f"{judgement.left.name} and {judgement.right.name}"
    said = "the same" if judgement.verdict is Verdict.SAME else "different"
    return Issue(
        article=article_of(named[0]) if named else "",
        stage=STAGE,
        code="judgement",
        message=f"The judgement that {sides} are {said} decides nothing: {why}. "
        "Mend its line in the judgement log or delete it.",
    )


def check(rulings: Sequence[Ruling]) -> None:
    """Raise `JudgementError` if some rulings make one thing of what another keeps apart."""
    same = [r for r in rulings if r.verdict is Verdict.SAME]
    unions = together(rulings)
    for ruling in rulings:
        if ruling.verdict is not Verdict.DIFFERENT:
            continue
        roots = [{unions.root(m) for m in side} for side in (ruling.left, ruling.right)]
        if roots[0] & roots[1]:
            raise JudgementError(_contradiction(ruling, _chain(same, ruling)))


def _contradiction(ruling: Ruling, chain: Sequence[Ruling]) -> str:
    """Return the message for a ruling that keeps apart what a chain of others joins."""
    joining = " and ".join(f"{_line(one)} ({one.subject})" for one in chain)
    told = (
        f"{joining} make{'' if len(chain) > 1 else 's'} them the same"
        if joining
        else ("some mentions are on both of its sides")
    )
    return (
        f"The judgement log contradicts itself: by {_line(ruling)} {ruling.subject} are different, "
        f"but {told}. Take one of these lines back: kg judge undo NUMBER."
    )


def _line(ruling: Ruling) -> str:
    return f"line {ruling.line}" if ruling.line else "this judgement"


def together(rulings: Iterable[Ruling]) -> Unions[str]:
    """Return the members that rulings speak of, those that are the same in one set."""
    rulings = list(rulings)
    unions = Unions(sorted({m for r in rulings for m in r.left | r.right}))
    for ruling in rulings:
        if ruling.verdict is Verdict.SAME:
            first, *others = sorted(ruling.left | ruling.right)
            for other in others:
                unions.join(first, other)
    return unions


def _chain(same: Sequence[Ruling], ruling: Ruling) -> list[Ruling]:
    """Return the fewest rulings that lead from one side of a ruling to the other."""
    touching: dict[str, list[Ruling]] = {}
    for one in same:
        for member in one.left | one.right:
            touching.setdefault(member, []).append(one)
    came: dict[str, tuple[Ruling, ...]] = dict.fromkeys(sorted(ruling.left), ())
    waiting = deque(came)
    while waiting:
        member = waiting.popleft()
        if member in ruling.right:
            return sorted(came[member], key=lambda one: (one.line, one.subject))
        for one in touching.get(member, ()):
            for other in sorted((one.left | one.right) - came.keys()):
                came[other] = (*came[member], one)
                waiting.append(other)
    return []


def parts_of(groups: Mapping[str, int], ruling: Ruling) -> frozenset[int]:
    """Return the groups, by number, that a ruling speaks of."""
    return frozenset(groups[m] for m in ruling.left | ruling.right if m in groups)
