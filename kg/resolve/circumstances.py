"""What articles tell around two names, compared: whether it can be told of one thing.

    an actor of 19 and a judge of 71                       →   opposed
    a sheriff in Ohio and a curator in England, no more    →   strange

What is opposed is never one thing. What is only strange is one where a third article has much in
common with both. Strangeness is asked of people, places and bodies whose names any town or country
has (a Union Bank); of a name that many articles share nothing is asked.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.resolve.lives import UNKNOWN, Life, contradict

_CHANCE = 2  # words that any two stories share
_SURE = 6  # words that outweigh what an article says of namesakes in general


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What one article tells around one thing.

    ``local`` says that the name is one which any place may give to a thing of its own, ``travels``
    that it is a person's, who may be in two states; ``kin``, ``namesake``, ``plays`` and ``body``
    that the article speaks of a relative, of another of the name, of a game, of a band or a firm.
    """

    article: str
    type: str
    words: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    life: Life = UNKNOWN
    season: int | None = None
    namesake: bool = False
    kin: bool = False
    local: bool = False
    plays: bool = False
    body: bool = False
    level: str | None = None
    travels: bool = False


def likeness(a: Circumstances, b: Circumstances) -> int:
    """Return how much two circumstances have in common."""
    return 4 * len(a.posts & b.posts) + 2 * len(a.company & b.company) + len(a.words & b.words)


def different(a: Circumstances, b: Circumstances) -> str | None:
    """Return in words why two things of one name are two, or None if they may be one."""
    return opposed(a, b) or strange(a, b)


def opposed(a: Circumstances, b: Circumstances) -> str | None:
    """Return what two articles say that cannot be said of one thing, or None."""
    if a.article == b.article:
        return None
    if why := contradict(a.life, b.life):
        return why
    if a.level and b.level and a.level != b.level:
        return "a state and a city"
    if a.season and b.season and a.season != b.season:
        return "storms of two years"
    if a.body != b.body and "Person" in {a.type, b.type}:
        return "a person and a body of the name"
    if (a.namesake or b.namesake) and len(a.words & b.words) < _SURE:
        return "an article speaks of a namesake"
    return None


def strange(a: Circumstances, b: Circumstances) -> str | None:
    """Return why two articles that have nothing in common tell of two things, or None.

    A third that has much in common with both shows that they tell of one.
    """
    together = a.posts & b.posts or a.company & b.company or len(a.words & b.words) > _CHANCE
    if together or a.article == b.article or not (a.local and b.local):
        return None
    if a.plays != b.plays and "Place" in {a.type, b.type}:
        return "a place and its team"
    return f"of {_where(a)} and of {_where(b)}" if _elsewhere(a, b) else None


def _elsewhere(a: Circumstances, b: Circumstances) -> bool:
    """Tell whether two articles are of two countries, or of two states; but people travel."""
    if not a.regions or not b.regions:
        return False
    nations = [frozenset(c for c in x.regions if "-" not in c) for x in (a, b)]
    states = [x.regions - n for x, n in zip((a, b), nations, strict=True)]
    if not nations[0] & nations[1]:
        return bool(nations[0] and nations[1])
    here_and_there = states[0] and states[1] and not states[0] & states[1]
    return bool(here_and_there) and not (a.travels or b.travels)


def _where(one: Circumstances) -> str:
    return "/".join(sorted(one.regions))
