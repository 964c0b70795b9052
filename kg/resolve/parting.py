"""How a group is parted that a judgement takes apart: who goes with whom.

    {a1 a2 a3 a4}, a1 is not a3   →   {a1 a2} {a3 a4}, if a4 shares a post with a3

Those who are judged stay with those they are judged the same as. The others follow, in rounds, the
side that more speaks for (see `Profile.likeness`); what speaks for no side goes with the larger.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from kg.names import name_key, split
from kg.resolve.comparing import surname_key, telling_posts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import ArticleEntity
    from kg.resolve.grouping import Group, Unions
    from kg.resolve.rulings import Ruling

Likeness: TypeAlias = "tuple[int, int, int, int, int]"
_ROUNDS = 10  # each follows evidence one article further


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the articles tell of some members, in comparable form."""

    articles: frozenset[str] = frozenset()
    keywords: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def likeness(self, other: Profile) -> Likeness:
        """Return what speaks for one thing, the most telling first.

        An article that keeps two apart speaks against it before all else.
        """
        return (
            -len(self.articles & other.articles),
            len(self.keywords & other.keywords),
            len(self.posts & other.posts),
            len(self.company & other.company),
            len(self.names & other.names),
        )


def _union(profiles: Iterable[Profile]) -> Profile:
    many = list(profiles)
    return Profile(
        articles=frozenset().union(*(p.articles for p in many)),
        keywords=frozenset().union(*(p.keywords for p in many)),
        posts=frozenset().union(*(p.posts for p in many)),
        company=frozenset().union(*(p.company for p in many)),
        names=frozenset().union(*(p.names for p in many)),
    )


class Profiles:
    """Makes profiles; ``company`` gives the people named in each article."""

    def __init__(self, company: Mapping[str, frozenset[str]]) -> None:
        self._company = company

    def of(self, member: ArticleEntity) -> Profile:
        """Return what the article of one member tells of it."""
        surname = surname_key(split(member.name))
        company = self._company.get(member.article, frozenset())
        return Profile(
            articles=frozenset({member.article}),
            keywords=frozenset({name_key(member.keyword_name)} if member.keyword_name else ()),
            posts=telling_posts(frozenset(p.lower() for p in member.posts)),
            company=frozenset(name for name in company if surname not in name.split()),
            names=frozenset(name_key(name) for name in (member.name, *member.forms)),
        )


@dataclass(slots=True, eq=False)
class _Side:
    """A part in the making; ``homes`` are the groups that its members come from."""

    members: set[str]
    homes: set[int]
    profile: Profile
    rivals: set[str] = field(default_factory=set)

    def take(self, others: Sequence[_Side]) -> None:
        for other in others:
            self.members |= other.members
            self.homes |= other.homes
            self.rivals |= other.rivals
        self.profile = _union([self.profile, *(other.profile for other in others)])


def part(
    groups: Sequence[Group], same: Unions[str], apart: Sequence[Ruling], profiles: Profiles
) -> list[frozenset[str]]:
    """Return the members of some groups in parts, none of which holds both sides of a ruling.

    ``same`` are the members judged the same, in sets.
    """
    units = _units(groups, same, profiles)
    judged = [unit for unit in units if _set_rivals(unit, apart)]
    rest = [unit for unit in units if not unit.rivals]
    sides = _joined(judged)
    for _ in range(_ROUNDS):
        choices = [(unit, _choice(unit, sides)) for unit in rest]
        rest = [unit for unit, side in choices if side is None]
        if len(rest) == len(choices):
            break
        _take(choices)
    _take([(unit, _largest(unit, sides)) for unit in rest])
    return [frozenset(side.members) for side in sides]


def _units(groups: Sequence[Group], same: Unions[str], profiles: Profiles) -> list[_Side]:
    """Return what may not be parted: members judged the same, and every other alone."""
    spoken = {m for ids in same.sets() for m in ids}
    units: dict[str, _Side] = {}
    for number, group in enumerate(groups):
        for member in group.members:
            key = same.root(member.id) if member.id in spoken else member.id
            one = _Side({member.id}, {number}, profiles.of(member))
            if key in units:
                units[key].take([one])
            else:
                units[key] = one
    return sorted(units.values(), key=lambda unit: min(unit.members))


def _set_rivals(unit: _Side, apart: Iterable[Ruling]) -> bool:
    """Note from whom a unit is judged different; tell whether from anybody here."""
    for ruling in apart:
        for own, other in ((ruling.left, ruling.right), (ruling.right, ruling.left)):
            if own & unit.members:
                unit.rivals |= other
    return bool(unit.rivals)


def _joined(judged: list[_Side]) -> list[_Side]:
    """Return the judged units, those that the rules had together joined where nobody objects."""
    pairs = sorted(
        combinations(range(len(judged)), 2),
        key=lambda pair: _strongest(judged[pair[0]].profile.likeness(judged[pair[1]].profile)),
    )
    side_of = dict(enumerate(judged))
    for i, j in pairs:
        a, b = side_of[i], side_of[j]
        if a is b or not a.homes & b.homes or a.rivals & b.members or b.rivals & a.members:
            continue
        a.take([b])
        side_of = {n: a if side is b else side for n, side in side_of.items()}
    return sorted({id(s): s for s in side_of.values()}.values(), key=lambda s: min(s.members))


def _strongest(likeness: Likeness) -> Likeness:
    a, b, c, d, e = likeness
    return (-a, -b, -c, -d, -e)


def _choice(unit: _Side, sides: Sequence[_Side]) -> _Side | None:
    """Return the one side that most speaks for, of those that the rules had the unit with."""
    found = [(unit.profile.likeness(s.profile), s) for s in sides if s.homes & unit.homes]
    best = max((likeness for likeness, _ in found), default=None)
    fitting = [side for likeness, side in found if likeness == best]
    return fitting[0] if len(fitting) == 1 else None


def _largest(unit: _Side, sides: Sequence[_Side]) -> _Side:
    """Return the largest of the sides that a unit may be of, where nothing tells which."""
    fitting = [side for side in sides if side.homes & unit.homes] or list(sides)
    return min(fitting, key=lambda side: (-len(side.members), min(side.members)))


def _take(choices: Iterable[tuple[_Side, _Side | None]]) -> None:
    """Put every unit with the side that was chosen for it, all at once."""
    taken: dict[int, tuple[_Side, list[_Side]]] = {}
    for unit, side in choices:
        if side:
            taken.setdefault(id(side), (side, []))[1].append(unit)
    for side, units in taken.values():
        side.take(units)
