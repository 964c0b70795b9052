"""What an event of several articles is called, when it was, and why its tellings are one.

    "Vale was dismissed", "Tern fired Vale" (2)   →   Tern fired Vale; told by 3 articles

Its name is what most of its tellings say, of those with most names in them. Its time is the most precise
that any telling gives; tellings with other times would not have been joined.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from kg import ids
from kg.model import Entity, Ref
from kg.resolve.grouping import in_articles
from kg.text.days import days

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import Claim
    from kg.resolve.events.coverage import Coverage
    from kg.resolve.events.tellings import Telling


class Describer:
    """Makes events of groups of tellings; looks up their claims and things."""

    def __init__(
        self, claims: Mapping[str, Claim], things: Mapping[str, Entity], coverage: Coverage
    ) -> None:
        self._claims = claims
        self._things = things
        self._coverage = coverage

    def event(self, group: Sequence[Telling], judged: Sequence[str] = ()) -> Entity:
        """Return the event that tellings are of; ``judged`` says what somebody decided of them."""
        names = {self._called(telling) for telling in group}
        name = self._name(group)
        claims = tuple(sorted(t.id for t in group if not t.noun))
        return Entity(
            id=ids.entity_id("Event", name, min(t.id for t in group)),
            name=name,
            type="Event",
            aliases=tuple(sorted(names - {name})),
            articles=len({t.article for t in group}),
            mentions=len(group),
            members=tuple(sorted(m for t in group if t.noun for m in self._things[t.id].members)),
            claims=claims,
            when=self._when(claims),
            reasons=(*self._reasons(group), *judged),
        )

    def _name(self, group: Sequence[Telling]) -> str:
        counts = Counter(self._called(t) for t in group)
        known = {self._called(t): (not t.noun, len(t.named)) for t in group}
        return max(counts, key=lambda n: (known[n], counts[n], len(n), n))

    def _called(self, telling: Telling) -> str:
        """Return what a telling calls its happening: its noun phrase, or who did what to whom."""
        if telling.noun:
            return self._things[telling.id].name
        claim = self._claims[telling.id]
        words = [claim.subject.name, claim.predicate.label]
        return " ".join([*words, claim.object.name] if isinstance(claim.object, Ref) else words)

    def _when(self, claims: Iterable[str]) -> str | None:
        values = {q.value for c in claims for q in self._claims[c].qualifiers if q.role == "time"}
        dated = [(window, value) for value in values if value and (window := days(value))]
        return min(dated, key=lambda d: (d[0][1] - d[0][0], d[0], d[1]))[1] if dated else None

    def _reasons(self, group: Sequence[Telling]) -> list[str]:
        """Return in words what the tellings share, and in how many articles."""
        words: dict[str, set[str]] = {}
        who: dict[str, set[str]] = {}
        for telling in group:
            words.setdefault(telling.word, set()).add(telling.article)
            for id_ in telling.named:
                who.setdefault(self._things[id_].name, set()).add(telling.article)
        said = ", ".join(f"{word} ({len(a)})" for word, a in sorted(words.items()))
        articles = sorted({t.article for t in group})
        shared = [
            f"{n} takes part in {in_articles(len(a))}" for n, a in sorted(who.items()) if len(a) > 1
        ]
        dated = len({t.article for t in group if t.when})
        when = [f"times that fit in {in_articles(dated)}"] if dated > 1 else []
        alike = (
            min(self._coverage.likeness(a, b) for a, b in pairwise(articles))
            if articles[1:]
            else 0.0
        )
        near = [f"articles alike by {alike:.2f} or more"] if alike else []
        return [f"told by {in_articles(len(articles))}: {said}", *shared, *when, *near]
