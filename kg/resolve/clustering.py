"""Which people are one person: names are joined only where nothing speaks against it.

A chain must not do what a comparison would not: ``George Bush`` fits George W. and George H. W.
Bush, who are two, so it joins neither unless its own article decides (see *deciding*). The same
holds for a bare surname with several bearers. What stays undecided stays in its own article.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from kg.model import Verdict
from kg.names import REGNAL, is_given, name_key, split
from kg.resolve.bearers import gather, gender_of, surname_of
from kg.resolve.blocking import candidate_pairs
from kg.resolve.comparing import Comparison, compare
from kg.resolve.deciding import Decider, Person
from kg.resolve.grouping import Group, Unions, in_articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import ArticleEntity
    from kg.resolve.bearers import Name
    from kg.resolve.deciding import Corpus

# Nobody has more names than this; a larger set is not one person and is taken apart.
NAMES_MAX = 60


def cluster_people(
    members: Iterable[ArticleEntity], corpus: Corpus, judged: Sequence[frozenset[str]] = ()
) -> list[Group]:
    """Return the people among the members, each with the reasons for taking them as one.

    ``judged`` are the ids of members that somebody judged to be one person: who bears a surname
    alone may then be clear.
    """
    blocks: dict[str, list[ArticleEntity]] = {}
    for member in members:
        blocks.setdefault(surname_of(member), []).append(member)
    groups: list[Group] = []
    for surname, block in sorted(blocks.items()):
        names = gather(block, corpus)
        people = _judged_one(_people(names, corpus), judged)
        named = {m.id for name in names for m in name.members}
        strays = _attach_bare([m for m in block if m.id not in named], people, corpus, surname)
        groups += [person.group() for person in people] + strays
    return groups


class _Pairs:
    """Comparisons of the names of one surname, each made once."""

    def __init__(self, names: list[Name], corpus: Corpus) -> None:
        self.names = names
        self._alike = corpus.alike
        self._made: dict[tuple[int, int], Comparison] = {}

    def compare(self, i: int, j: int) -> Comparison:
        pair = (min(i, j), max(i, j))
        if pair not in self._made:
            a, b = (self.names[k].bearer for k in pair)
            self._made[pair] = compare(a, b, self._alike)
        return self._made[pair]

    def near(self) -> dict[int, list[int]]:
        """Return for each name those that are the same person's, as far as the two names tell."""
        near: dict[int, list[int]] = {i: [] for i in range(len(self.names))}
        for i, j in candidate_pairs([name.bearer for name in self.names]):
            if self.compare(i, j).verdict is Verdict.SAME:
                near[i].append(j)
                near[j].append(i)
        return near

    def sure(self, i: int, others: Iterable[int]) -> list[int]:
        """Return of some names those that are of the person of another by the names alone."""
        return [j for j in others if self.compare(i, j).sure]

    def several(self, indices: list[int]) -> bool:
        """Tell whether some names cannot all be one person's."""
        if len(indices) > NAMES_MAX:
            return True
        pairs = combinations(indices, 2)
        return any(self.compare(i, j).verdict is Verdict.DIFFERENT for i, j in pairs)


def _people(names: list[Name], corpus: Corpus) -> list[Person]:
    """Return the people that the full names of one surname stand for."""
    pairs = _Pairs(names, corpus)
    near = pairs.near()
    torn = {i for i, others in near.items() if pairs.several(pairs.sure(i, others))}
    for i in sorted(near.keys() - torn):
        # By more than their names several people claim this one: it is a person, not theirs.
        if pairs.several(near[i]):
            _let_go(i, near, pairs)
    unions = Unions(i for i in near if i not in torn)
    for i, others in near.items():
        for j in others:
            if i not in torn and j not in torn:
                unions.join(i, j)
    person_of: dict[int, Person] = {}
    for component in unions.sets():
        person_of.update(_component(component, near, pairs))
    strays: list[Person] = []
    for i in sorted(torn):
        fitting = {id(p): p for j in near[i] if (p := person_of.get(j))}
        strays += _attach_torn(names[i], Decider(list(fitting.values()), corpus))
    settled = {id(p): p for p in person_of.values()}
    return [*settled.values(), *strays]


def _let_go(i: int, near: dict[int, list[int]], pairs: _Pairs) -> None:
    """Part a name from those that are its person's by more than the names."""
    kept = pairs.sure(i, near[i])
    for j in set(near[i]) - set(kept):
        near[j] = [other for other in near[j] if other != i]
    near[i] = kept


def _judged_one(people: list[Person], judged: Sequence[frozenset[str]]) -> list[Person]:
    """Return the people, those of whom a judgement makes one joined."""
    at = {m.id: i for i, person in enumerate(people) for m in person.members}
    unions = Unions(range(len(people)))
    for ids in judged:
        found = sorted({at[m] for m in ids if m in at})
        for other in found[1:]:
            unions.join(found[0], other)
    return [_joined([people[i] for i in same]) for same in unions.sets()]


def _joined(people: list[Person]) -> Person:
    if len(people) == 1:
        return people[0]
    names = [name for person in people for name in person.names]
    within = {m.id for name in names for m in name.members}
    rest = [m for person in people for m in person.members if m.id not in within]
    joined = Person(names, [reason for person in people for reason in person.reasons], rest)
    for person in people:
        joined.joined.update(person.joined)
    return joined


def _component(
    component: list[int], near: Mapping[int, list[int]], pairs: _Pairs
) -> dict[int, Person]:
    if pairs.several(component):
        return {i: Person([pairs.names[i]]) for i in component}
    joined = [pairs.compare(i, j).reason for i in component for j in near[i] if j in component]
    told = [reason for reason in joined if not reason.startswith(("same full", "same keyword"))]
    person = Person([pairs.names[i] for i in component], told)
    return dict.fromkeys(component, person)


def _attach_torn(name: Name, decider: Decider) -> list[Person]:
    """Join each member of a name that fits several people to one; return those left alone."""
    strays = []
    for member in name.members:
        choice = decider.decide(member)
        if choice:
            choice[0].add(member, choice[1])
        else:
            strays.append(Person([], ["the name fits several people"], [member]))
    return strays


def _attach_bare(
    members: list[ArticleEntity], people: list[Person], corpus: Corpus, surname: str
) -> list[Group]:
    """Join surnames without a given name to their bearers; return what is left as groups."""
    left: list[ArticleEntity] = []
    # A surname that is as often the name of a company or a town may be just that.
    a_thing = corpus.things.get(surname, 0) >= max(len(members), 1)
    by_gender = {g: _of_gender(people, g) for g in ("m", "f", None)}
    deciders = {g: Decider(fitting, corpus) for g, fitting in by_gender.items() if fitting}
    for member in members:
        gender = gender_of(member)
        fitting = by_gender[gender]
        choice = deciders[gender].decide(member) if fitting else None
        meant = choice[0] if choice else fitting[0] if len(fitting) == 1 else None
        if meant and corpus.blocked(member, meant):
            left.append(member)
        elif len(fitting) == 1 and not a_thing:
            fitting[0].add(member, choice[1] if choice else "only bearer of the surname")
        elif choice:
            choice[0].add(member, choice[1])
        else:
            left.append(member)
    return _single_names(left, corpus, ambiguous=bool(people) or a_thing)


def _of_gender(people: list[Person], gender: str | None) -> list[Person]:
    return [p for p in people if gender is None or not p.genders or gender in p.genders]


def _single_name(member: ArticleEntity, *, ambiguous: bool) -> str:
    """Return what two bearers of one single name share; the id of the member if nothing does.

    There is one Pope Francis and one Elizabeth II, but King Abdullah is of Jordan or Saudi Arabia.
    """
    shown = sorted({split(form) for form in (member.name, *member.forms)}, key=repr)
    for name in shown:
        if name.honorific == "pope" or (name.honorific in REGNAL and name.suffix):
            return name_key(f"{name.honorific} {name.full}")
    word = split(member.name).surname
    alone = ambiguous or is_given(word) or any(name.honorific for name in shown)
    return member.id if alone else name_key(word)


def _single_names(members: list[ArticleEntity], corpus: Corpus, *, ambiguous: bool) -> list[Group]:
    """Take the bearers of a single name for one, where the name is all there is (``Beyoncé``).

    Not a surname after a form of address, nor a first name: many people bear those.
    """
    named: dict[str, list[ArticleEntity]] = {}
    for member in members:
        named.setdefault(_single_name(member, ambiguous=ambiguous), []).append(member)
    by_name: dict[tuple[str, str], list[ArticleEntity]] = {}
    for name, same in named.items():
        camps = corpus.camps(same)
        for member in same:
            by_name.setdefault((name, camps.get(member.id, "")), []).append(member)
    return [
        Group(
            type="Person",
            members=tuple(same),
            reasons=(f"same single name in {in_articles(len(same))}",) if len(same) > 1 else (),
        )
        for _, same in sorted(by_name.items())
    ]
