"""What judgements make of the groups that the rules found: a judgement always wins.

    rules {a, b} {c}, judged the same: b and c        →  {a, b, c}
    rules {a, b, c},  judged different: a and c       →  {a, b} {c}, or {a} {b, c}

The rules run first, as if nobody had judged; so a judgement that is taken back leaves no trace.
Groups that are judged the same become one. A group of which two members are judged different is
parted around them, the members of a side staying together; whoever nobody judged goes where more
speaks for it: a keyword, a post, people named with it, its name. Chains are blocked this way too.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Verdict
from kg.resolve.grouping import Group, Unions
from kg.resolve.parting import Profiles, part
from kg.resolve.rulings import parts_of, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import ArticleEntity
    from kg.resolve.rulings import Ruling


JUDGED = {Verdict.SAME: "judged the same", Verdict.DIFFERENT: "judged different"}


def judge(
    groups: Sequence[Group],
    rulings: Iterable[Ruling],
    company: Mapping[str, frozenset[str]],
) -> list[Group]:
    """Return the groups as the rulings have them; those that no ruling speaks of as they are.

    ``company`` gives the people named in each article. Rulings on members of no group are left.
    """
    at = {m.id: i for i, group in enumerate(groups) for m in group.members}
    ours = [r for r in rulings if r.left | r.right <= at.keys()]
    joined = Unions(range(len(groups)))
    for ruling in ours:
        if ruling.verdict is Verdict.SAME:
            first, *others = sorted(parts_of(at, ruling))
            for other in others:
                joined.join(first, other)
    by_root: dict[int, list[Ruling]] = {}
    for ruling in ours:
        for root in {joined.root(i) for i in parts_of(at, ruling)}:
            by_root.setdefault(root, []).append(ruling)
    found: list[Group] = []
    for same in joined.sets():
        told = by_root.get(joined.root(same[0]), [])
        found += _judged([groups[i] for i in same], told, company)
    return found


def _judged(
    groups: Sequence[Group], rulings: Sequence[Ruling], company: Mapping[str, frozenset[str]]
) -> list[Group]:
    """Return what rulings make of groups that are the same or that they part."""
    if not rulings:
        return list(groups)
    members = {m.id: m for group in groups for m in group.members}
    apart = [
        r
        for r in rulings
        if r.verdict is Verdict.DIFFERENT and r.left & members.keys() and r.right & members.keys()
    ]
    whole = [frozenset(members)]
    sets = part(groups, together(rulings), apart, Profiles(company)) if apart else whole
    return [_told(_made([members[m] for m in sorted(s)], groups), rulings) for s in sets]


def _told(group: Group, rulings: Iterable[Ruling]) -> Group:
    """Return a group with what was judged of its members among its reasons."""
    members = {m.id for m in group.members}
    judged = {
        f"{r.because or JUDGED[r.verdict]}: {r.subject}"
        for r in rulings
        if (r.left | r.right) & members
    }
    return replace(group, reasons=(*group.reasons, *sorted(judged - set(group.reasons))))


def _made(members: list[ArticleEntity], groups: Sequence[Group]) -> Group:
    """Return the group of some members of some groups."""
    ids = {m.id for m in members}
    among = [g for g in groups if any(m.id in ids for m in g.members)]
    if len(among) == 1 and len(among[0].members) == len(members):
        return among[0]
    return merged(members, among, whole=all(m.id in ids for g in among for m in g.members))


def merged(members: list[ArticleEntity], groups: Sequence[Group], *, whole: bool) -> Group:
    """Return one group of members; ``whole`` says that they are all members of the groups.

    A name, an outside id or a reason that was found for more members than these says no longer
    what it said: the id becomes one that may fit, the others go.
    """
    largest = sorted(groups, key=lambda g: (-_weight(g.members), g.members[0].id))
    same, close = _outside(groups, certain=whole)
    marks = dict.fromkeys(mark for g in largest for mark in g.marks) if whole else ()
    return Group(
        type=_usual_type(members, largest),
        members=tuple(sorted(members, key=lambda m: m.id)),
        reasons=tuple(sorted({r for g in groups for r in g.reasons})) if whole else (),
        name=next((g.name for g in largest if g.name), None) if whole else None,
        of=next((g.of for g in largest if g.of), None),
        same_as=same,
        close_match=close,
        marks=tuple(marks),
    )


def _weight(members: Iterable[ArticleEntity]) -> int:
    return sum(max(m.mentions, 1) for m in members)


def _usual_type(members: Iterable[ArticleEntity], groups: Iterable[Group]) -> str:
    """Return the type of most mentions."""
    kind = {m.id: g.type for g in groups for m in g.members}
    counts: Counter[str] = Counter()
    for member in members:
        counts[kind[member.id]] += max(member.mentions, 1)
    return min(counts, key=lambda type_: (-counts[type_], type_))


def _outside(groups: Iterable[Group], *, certain: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the outside ids that hold and those that may; two that hold contradict each other."""
    same = {iri for g in groups for iri in g.same_as}
    close = {iri for g in groups for iri in g.close_match}
    if len(same) > 1 or not certain:
        return (), tuple(sorted(same | close))
    return tuple(sorted(same)), tuple(sorted(close - same))
