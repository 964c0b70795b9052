"""Which claims say the same, and what they say together.

    two articles: Jeff Sessions – offer – resignation   →   one statement, articles=2

Claims are the same if subject, relation, object, polarity and stance are, and for posts status and
what the post is of. Times, places and manners stay with the claims. Claims that tell of one event also
say together that it happened (*happenings*). Everything follows from the set of claims: their order and
repetition change nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from kg import ids
from kg.assemble.conflicts import FUNCTIONAL, conflicts
from kg.assemble.copies import stories
from kg.assemble.happenings import happenings
from kg.assemble.relations import relation
from kg.assemble.succession import succession
from kg.assemble.support import weigh
from kg.assemble.tenure import HELD, tenure
from kg.model import Literal, Polarity, Ref, Statement
from kg.text.publishers import publishers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.assemble.succession import Neighbours
    from kg.model import Article, Claim, Entity, Predicate

Meaning = tuple[str | None, ...]
_MONTH = 7  # the length of 2017-06


def assemble(
    claims: Iterable[Claim],
    articles: Mapping[str, Article],
    entities: Mapping[str, Entity],
    *,
    functional: frozenset[str] = FUNCTIONAL,
) -> tuple[Statement, ...]:
    """Return the statements that the claims make together, by id.

    The claims are relinked (`kg.assemble.relink`), ``entities`` are those of the resolution by id;
    ``functional`` names the relations that have one value, by compact IRI or lemma.
    """
    unique = {claim.id: claim for claim in claims}
    groups: dict[Meaning, list[Claim]] = {}
    for id_ in sorted(unique):
        groups.setdefault(_meaning(unique[id_], entities), []).append(unique[id_])
    for claim in happenings([unique[id_] for id_ in sorted(unique)], entities):
        groups.setdefault(_meaning(claim, entities), []).append(claim)
    story_of = _stories(groups.values(), articles)
    publisher_of = publishers(articles.values())
    made = {
        meaning: _statement(meaning, same, entities, publisher_of, story_of)
        for meaning, same in groups.items()
    }
    published = {article.id: article.published for article in articles.values()}
    months = {
        made[m].id: _months([c for c in same if not _is_form_of_address(c)], published)
        for m, same in groups.items()
    }
    against = conflicts(sorted(made.values(), key=lambda s: s.id), months, functional)
    followed = succession(sorted(made.values(), key=lambda s: s.id))
    whole = [_between(replace(s, conflicts=against.get(s.id, ())), followed) for s in made.values()]
    return tuple(sorted(whole, key=lambda statement: statement.id))


def _between(statement: Statement, followed: Mapping[tuple[str, str], Neighbours]) -> Statement:
    """Return a statement about a post with who held it before and after."""
    value = statement.object
    if statement.status not in HELD or not isinstance(value, Ref):
        return statement
    near = followed.get((statement.subject.id, value.id))
    if near is None or statement.polarity is not Polarity.POSITIVE:
        return statement
    return replace(statement, predecessors=near.predecessors, successors=near.successors)


def _meaning(claim: Claim, entities: Mapping[str, Entity]) -> Meaning:
    """Return everything that makes two claims one statement."""
    value = claim.object
    if isinstance(value, Ref):
        thing: tuple[str | None, ...] = ("ref", value.id)
    elif isinstance(value, Literal):
        thing = (value.datatype, value.value)
    else:
        thing = (None, None)
    return (
        claim.subject.id,
        relation(claim.predicate),
        *thing,
        claim.polarity.value,
        claim.stance.value,
        claim.status.value if claim.status else None,
        _of(claim, entities),
    )


def _of(claim: Claim, entities: Mapping[str, Entity]) -> str | None:
    """Return what a post is of: as resolved, or else in the words of the claim."""
    if claim.status is None:
        return None
    post = entities.get(claim.object.id) if isinstance(claim.object, Ref) else None
    if post and post.of:
        return post.of
    said = sorted(q.id or q.name for q in claim.qualifiers if q.role == "of")
    return said[0] if said else None


def _statement(
    meaning: Meaning,
    claims: Sequence[Claim],
    entities: Mapping[str, Entity],
    publisher_of: Mapping[str, str],
    story_of: Mapping[str, str],
) -> Statement:
    first = claims[0]
    support = weigh(claims, publisher_of, story_of)
    since, until = tenure([c for c in claims if not _is_form_of_address(c)])
    return Statement(
        id=ids.statement_id(*meaning),
        subject=_named(first.subject, entities),
        predicate=_usual([claim.predicate for claim in claims]),
        object=_value(first.object, entities),
        polarity=first.polarity,
        stance=first.stance,
        claims=tuple(claim.id for claim in claims),
        articles=support.articles,
        publishers=support.publishers,
        independent=support.independent,
        belief=support.belief,
        since=since,
        until=until,
        status=first.status,
        of=meaning[-1],
    )


def _named(ref: Ref, entities: Mapping[str, Entity]) -> Ref:
    """Return a reference without its place in an article."""
    entity = entities.get(ref.id)
    name, type_ = (entity.name, entity.type) if entity else (ref.name, ref.type)
    return Ref(id=ref.id, name=name, type=type_)


def _value(value: Ref | Literal | None, entities: Mapping[str, Entity]) -> Ref | Literal | None:
    if isinstance(value, Ref):
        return _named(value, entities)
    return replace(value, start=None, end=None) if value else None


def _usual(predicates: Sequence[Predicate]) -> Predicate:
    """Return the most frequent wording of one relation."""
    counts = Counter(predicates)
    return min(counts, key=lambda p: (-counts[p], p.id, p.label))


def _stories(groups: Iterable[Sequence[Claim]], articles: Mapping[str, Article]) -> dict[str, str]:
    """Return the story of each article whose claims another article makes as well."""
    shared: set[str] = set()
    for same in groups:
        tellers = {claim.article for claim in same}
        if len(tellers) > 1:
            shared |= tellers
    return stories({id_: articles[id_].text for id_ in sorted(shared) if id_ in articles})


def _is_form_of_address(claim: Claim) -> bool:
    """Tell whether a post is a title before the name, as past holders keep it too.

    That ``President Clinton`` once signed a law does not make him a rival of today's president. Nor
    does the time at which he did so say since when he was president.
    """
    value, name = claim.object, claim.subject.start
    if not isinstance(value, Ref) or value.end is None or name is None or name < value.end:
        return False
    quote = claim.evidence
    between = quote.quote[value.end - quote.start : name - quote.start]
    return all(word[0].isupper() and word[-1] != "," for word in between.split())


def _months(claims: Iterable[Claim], published: Mapping[str, str | None]) -> frozenset[str]:
    dates = (published.get(claim.article) for claim in claims)
    return frozenset(date[:_MONTH] for date in dates if date and len(date) >= _MONTH)
