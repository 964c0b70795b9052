"""What rules out that tellings are of one happening, however alike they read.

    A visited Oslo in May 2017  ≠  A visited Oslo in July 2017        another time
    A fired B                   ≠  A fired C                          another patient
    A met B in Oslo             ≠  A met B in Rome                    another place

`Bounds` sum up what all tellings of a cluster say, so that a chain of doubtful steps (A fired somebody,
somebody was fired, B was fired) cannot join what does not fit. What is unknown contradicts nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.resolve.events.windows import meet

if TYPE_CHECKING:
    from kg.resolve.events.tellings import Slot, Telling
    from kg.text.days import Days

# Papers tell a happening for some days; whoever tells of it after weeks says when it was.
TOLD_FOR = 21

# Who does it to whom is all the same.
MUTUAL = frozenset(
    """
    meet talk confer negotiate discuss speak marry wed divorce separate split fight clash battle
    collide merge agree collaborate cooperate debate
    """.split()
)
Named = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What tellings of one happening say together: when, where, who (type and id).

    ``told`` are the end of the first and the start of the last day, month or year of publication.
    """

    when: Days | None
    told: Days | None
    places: frozenset[str]
    agents: Named
    patients: Named
    mutual: bool

    def with_(self, other: Bounds) -> Bounds | None:
        """Return the bounds of two clusters together, or None where they contradict each other."""
        when = self.when or other.when
        if self.when and other.when:
            when = meet(self.when, other.when)
            if when is None:
                return None
        told = _span(self.told, other.told)
        dated = self.when is not None and other.when is not None
        if told and not dated and told[1] - told[0] > TOLD_FOR:
            return None
        if self.places and other.places and not self.places & other.places:
            return None
        agents, patients = self.agents | other.agents, self.patients | other.patients
        mutual = self.mutual or other.mutual
        if not _fit(agents, patients, mutual=mutual):
            return None
        return Bounds(when, told, self.places | other.places, agents, patients, mutual)


UNBOUND = Bounds(None, None, frozenset(), frozenset(), frozenset(), mutual=True)


def bounds_of(telling: Telling) -> Bounds:
    """Return what one telling says."""
    return Bounds(
        when=telling.when,
        told=(telling.published[1], telling.published[0]) if telling.published else None,
        places=telling.places,
        agents=_name(telling.agent),
        patients=_name(telling.patient),
        mutual=telling.concept in MUTUAL,
    )


def contradict(left: Telling, right: Telling) -> bool:
    """Tell whether two tellings cannot be of one happening."""
    return bounds_of(left).with_(bounds_of(right)) is None


def _name(slot: Slot | None) -> Named:
    return frozenset({(slot.type, slot.id)}) if slot and slot.id else frozenset()


def _fit(agents: Named, patients: Named, *, mutual: bool) -> bool:
    """Tell whether there is one doer of a type, and one sufferer; of mutual deeds, two in all.

    A government may act for its head and a city for its team, so other types contradict nothing.
    """
    if mutual:
        return _most(agents | patients) <= 2  # noqa: PLR2004 - both sides
    return _most(agents) <= 1 and _most(patients) <= 1


def _most(named: Named) -> int:
    """Return how many different things of one type there are."""
    types = [type_ for type_, _ in named]
    return max(map(types.count, types), default=0)


def _span(left: Days | None, right: Days | None) -> Days | None:
    """Return the days from the first to the last of two windows."""
    if left is None or right is None:
        return left or right
    return min(left[0], right[0]), max(left[1], right[1])
