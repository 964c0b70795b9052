"""Which thing of the corpus is which record of an authority, and how sure that is.

    Jeff Sessions, attorney general   +   {id, name, posts: attorney general}   →   owl:sameAs
    Ann Lee                           +   {id, name}                            →   skos:closeMatch

A full name alone is never certain, for others bear it. It takes one thing more: an outside
identifier that both have, a second name, a post, a middle name that is printed; and for an
organisation a name of several words. A record that fits two namesakes fits neither. Two things that
surely are one record, by different names of it, are one thing. A person's judgement goes first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Issue, Verdict
from kg.resolve.judging import JUDGED, merged
from kg.resolve.matching import JUDGEMENT, Index
from kg.resolve.rulings import STAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model import AuthorityRecord
    from kg.resolve.grouping import Group
    from kg.resolve.matching import Match
    from kg.resolve.rulings import Outside, Rulings


def match(
    groups: Sequence[Group], records: Sequence[AuthorityRecord], rulings: Rulings
) -> tuple[list[Group], tuple[Issue, ...]]:
    """Return the groups with the ids and preferred names of the records that they are.

    The issues tell which records fit several things.
    """
    found = list(Index(groups).matches(records, rulings.outside))
    by_record: dict[tuple[str, str], list[Match]] = {}
    for one in found:
        by_record.setdefault((one.record.source, one.record.id), []).append(one)
    issues: list[Issue] = []
    kept: list[Match] = []
    for _, fitting in sorted(by_record.items()):
        chosen = _chosen(fitting)
        kept += chosen
        if not chosen:
            issues.append(_several(fitting, groups))
    best = _best(kept)
    issues += [_rivals(rivals) for rivals in _outdone(kept, best)]
    return _applied(groups, best, rulings), tuple(issues)


def _chosen(fitting: Sequence[Match]) -> list[Match]:
    """Return the matches of one record that hold: of namesakes the one with more than a name.

    What somebody judged goes before all others of its names.
    """
    judged = frozenset(n for m in fitting if m.certain == JUDGEMENT for n in m.names)
    fitting = [m for m in fitting if m.certain == JUDGEMENT or not m.names & judged]
    holders: dict[str, list[Match]] = {}
    for one in fitting:
        for name in one.names:
            holders.setdefault(name, []).append(one)
    sure = [m for m in fitting if m.certain]
    alone = [m for m in fitting if all(len(holders[name]) == 1 for name in m.names)]
    if sure and all(m in alone for m in sure):
        return sorted([*sure, *(m for m in alone if not m.certain)], key=lambda m: m.group)
    return sure if len(sure) == 1 else alone if not sure else []


def _best(kept: Sequence[Match]) -> list[Match]:
    """Return the matches of a group that no other record of the same list fits as well."""
    by_list: dict[tuple[int, str], list[Match]] = {}
    for one in kept:
        by_list.setdefault((one.group, one.record.source), []).append(one)
    found: list[Match] = []
    for _, matches in sorted(by_list.items()):
        said = [m for m in matches if m.certain == JUDGEMENT]
        best = said or [m for m in matches if m.certain] or matches
        found += best if len(best) == 1 else []
    return found


def _outdone(kept: Iterable[Match], best: Iterable[Match]) -> list[list[Match]]:
    """Return the matches of each group that got no record of a list because several fit it."""
    given = {(m.group, m.record.source) for m in best}
    left: dict[tuple[int, str], list[Match]] = {}
    for one in kept:
        if (one.group, one.record.source) not in given:
            left.setdefault((one.group, one.record.source), []).append(one)
    return [matches for _, matches in sorted(left.items(), key=lambda item: item[0])]


def _rivals(matches: Sequence[Match]) -> Issue:
    names = sorted({m.record.id for m in matches})
    record = matches[0].record
    return Issue(
        article="",
        stage=STAGE,
        code="authority",
        message=f"{record.source}: {' and '.join(names[:3])} fit one thing called {record.name}, "
        f"which gets neither; say which it is: kg judge same NAME '<{names[0]}>'.",
    )


def _several(fitting: Sequence[Match], groups: Sequence[Group]) -> Issue:
    record = fitting[0].record
    names = sorted({groups[m.group].members[0].name for m in fitting})
    return Issue(
        article=min(groups[m.group].members[0].article for m in fitting),
        stage=STAGE,
        code="authority",
        message=f"{record.source}: {record.name} ({record.id}) fits {len(fitting)} things called "
        f"{' and '.join(names[:3])} and is given to none; say which it is: "
        f"kg judge same NAME '<{record.id}>'.",
    )


def _applied(groups: Sequence[Group], kept: Iterable[Match], rulings: Rulings) -> list[Group]:
    """Return the groups with what their records give, those that one record names joined."""
    of_group: dict[int, list[Match]] = {}
    of_record: dict[tuple[str, str], list[int]] = {}
    for one in kept:
        of_group.setdefault(one.group, []).append(one)
        of_record.setdefault((one.record.source, one.record.id), []).append(one.group)
    found = list(groups)
    for number, matches in of_group.items():
        unique = [m for m in matches if len(of_record[m.record.source, m.record.id]) == 1]
        found[number] = _known(groups[number], matches, unique)
    return _judged(_joined(found, of_group, rulings), rulings.outside)


def _known(group: Group, matches: Sequence[Match], unique: Sequence[Match]) -> Group:
    """Return a group with the ids of its records, and the preferred name of the first list."""
    same = {i for m in matches if m.certain for i in (m.record.id, *m.record.identifiers)}
    close = {m.record.id for m in matches if not m.certain}
    first = min(unique, key=lambda m: (not m.certain, m.record.source), default=None)
    return replace(
        group,
        name=first.record.name if first else group.name,
        same_as=tuple(sorted({*group.same_as, *same})),
        close_match=tuple(sorted({*group.close_match, *close} - {*group.same_as, *same})),
        reasons=(*group.reasons, *sorted({_because(m) for m in matches})),
    )


def _because(one: Match) -> str:
    record = one.record
    certainty = f"surely, by {one.certain}" if one.certain else "perhaps, by the name alone"
    return f"{record.name} ({record.id}) in {record.source}, {certainty}"


def _joined(groups: list[Group], of_group: dict[int, list[Match]], rulings: Rulings) -> list[Group]:
    """Join groups that surely are one record, unless somebody judged them different."""
    by_record: dict[str, list[int]] = {}
    for number, matches in sorted(of_group.items()):
        for one in matches:
            if one.certain:
                by_record.setdefault(one.record.id, []).append(number)
    into = {number: number for number in range(len(groups))}
    for _, (first, *others) in sorted(by_record.items()):
        for other in others:
            a, b = into[first], into[other]
            members = [frozenset(m.id for m in groups[n].members) for n in (a, b)]
            if a == b or groups[a].type != groups[b].type or _apart(members, rulings):
                continue
            both = [groups[a], groups[b]]
            joined = merged([m for g in both for m in g.members], both, whole=True)
            same = {iri for g in both for iri in g.same_as}
            groups[a] = replace(
                joined,
                name=of_group[first][0].record.name,
                same_as=tuple(sorted(same)),
                close_match=tuple(sorted({*joined.close_match} - same)),
            )
            into = {n: a if old == b else old for n, old in into.items()}
    return [group for number, group in enumerate(groups) if into[number] == number]


def _apart(members: Sequence[frozenset[str]], rulings: Rulings) -> bool:
    return any(
        (r.left & members[0] and r.right & members[1])
        or (r.left & members[1] and r.right & members[0])
        for r in rulings.inside
        if r.verdict is Verdict.DIFFERENT
    )


def _judged(groups: Iterable[Group], outside: Iterable[Outside]) -> list[Group]:
    """Return the groups with the records that somebody judged to be theirs, or not theirs."""
    of_member: dict[str, set[tuple[Verdict, str]]] = {}
    for one in outside:
        for member in one.members:
            of_member.setdefault(member, set()).add((one.verdict, one.record))
    return [
        _with_judged(g, {v for m in g.members for v in of_member.get(m.id, ())}) for g in groups
    ]


def _with_judged(group: Group, judged: set[tuple[Verdict, str]]) -> Group:
    if not judged:
        return group
    same = {record for verdict, record in judged if verdict is Verdict.SAME}
    different = {record for _, record in judged} - same
    return replace(
        group,
        same_as=tuple(sorted({*group.same_as, *same} - different)),
        close_match=tuple(sorted({*group.close_match} - same - different)),
        reasons=(*group.reasons, *(f"{JUDGED[v]}: <{r}>" for v, r in sorted(judged))),
    )
