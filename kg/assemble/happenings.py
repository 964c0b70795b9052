"""What claims say together of the event that they tell of: that it happened, who took part, and where.

    two articles: Tern – fired – Vale   →   the event – happened; – involved – Tern; – involved – Vale

Each is a statement like any other, with the claims of all articles behind it, so that a happening that
is told in several words has all its evidence in one place. Its time stands with the event itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Predicate, Ref, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.model import Claim, Entity

HAPPENED = Predicate(id="kgr:happen", lemma="happen", label="happened")
ACTOR = Predicate(id="sem:hasActor", lemma="involve", label="involved")
PLACE = Predicate(id="sem:hasPlace", lemma="be in", label="was in")
_ACTORS = frozenset({"Person", "Organization", "Group", "Place"})


def happenings(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> Iterator[Claim]:
    """Yield what each claim that tells of an event of several articles says of that event.

    It is the same claim under the same id, in other words. What an article says in its own voice
    does not rest on anybody's word as well.
    """
    found = list(_said(claims, entities))
    own = {_words(claim) for claim in found if claim.stance is Stance.ASSERTED}
    yield from (c for c in found if c.stance is Stance.ASSERTED or _words(c) not in own)


def _words(claim: Claim) -> tuple[str, str, str | None]:
    thing = claim.object.id if isinstance(claim.object, Ref) else None
    return claim.subject.id, claim.predicate.id, thing


def _said(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> Iterator[Claim]:
    for claim in claims:
        event = entities.get(claim.event or "")
        if event is None:
            continue
        subject = Ref(id=event.id, name=event.name, type=event.type)
        said: list[tuple[Predicate, Entity | None]] = [(HAPPENED, None), *_parts(claim, entities)]
        for relation, thing in said:
            object_ = Ref(id=thing.id, name=thing.name, type=thing.type) if thing else None
            yield replace(claim, subject=subject, predicate=relation, object=object_)


def _parts(claim: Claim, entities: Mapping[str, Entity]) -> Iterator[tuple[Predicate, Entity]]:
    """Yield who takes part and where it is, each thing once."""
    places = {q.id for q in claim.qualifiers if q.role == "place"}
    named = [claim.subject.id, claim.object.id if isinstance(claim.object, Ref) else None]
    named += [q.id for q in claim.qualifiers]
    for id_ in dict.fromkeys(named):
        thing = entities.get(id_ or "")
        if thing is None or thing.local:
            continue
        if id_ in places:
            yield PLACE, thing
        elif thing.type in _ACTORS:
            yield ACTOR, thing
