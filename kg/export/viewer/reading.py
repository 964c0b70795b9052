"""Read a view once and index it for drawing.

A `Reading` is the view with its rows in reach by id, plus the links that a picture can draw. A
statement links its subject to its object and to every merged entity among its qualifiers ("offered
his resignation **to the president**"); a post is linked to what it is a post of. Things that are
referred to but not listed as entities are taken from the reference, as local ones.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Entity, Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Article, Attribution, Claim, Mention, Statement
    from kg.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A view in memory: rows by id, in the view's order."""

    articles: dict[str, Article]
    entities: dict[str, Entity]
    claims: dict[str, Claim]
    statements: tuple[Statement, ...]
    mentions: dict[str, list[Mention]]
    attributions: dict[str, list[Attribution]]

    def companions(self, statement: Statement) -> list[tuple[str, str]]:
        """Return ``(entity id, role)`` of the merged entities among the qualifiers, each once."""
        found: dict[str, str] = {}
        taken = {statement.subject.id, _object_id(statement)}
        for claim_id in statement.claims:
            claim = self.claims.get(claim_id)
            for qualifier in claim.qualifiers if claim else ():
                entity = self.entities.get(qualifier.id or "")
                if entity and not entity.local and entity.id not in taken:
                    found.setdefault(entity.id, qualifier.role)
        return list(found.items())

    def links(self) -> Iterator[tuple[str, str]]:
        """Yield every pair of entities that a picture joins, in the order of the statements."""
        for statement in self.statements:
            if other := _object_id(statement):
                yield statement.subject.id, other
            for companion, _ in self.companions(statement):
                yield statement.subject.id, companion
        for entity in self.entities.values():
            if entity.of in self.entities:
                yield entity.id, entity.of

    def narrowed(self, kept: set[str]) -> Reading:
        """Return what is said among these entities alone, with its evidence and articles."""
        statements = tuple(
            s
            for s in self.statements
            if s.subject.id in kept and (_object_id(s) or s.subject.id) in kept
        )
        claims = {
            id_: self.claims[id_] for s in statements for id_ in s.claims if id_ in self.claims
        }
        articles = {claim.article for claim in claims.values()}
        return Reading(
            articles={id_: a for id_, a in self.articles.items() if id_ in articles},
            entities={id_: e for id_, e in self.entities.items() if id_ in kept},
            claims={id_: claim for id_, claim in self.claims.items() if id_ in claims},
            statements=statements,
            mentions={id_: m for id_, m in self.mentions.items() if id_ in articles},
            attributions={id_: a for id_, a in self.attributions.items() if id_ in articles},
        )


def read(view: View) -> Reading:
    """Read everything of a view that the viewer shows."""
    claims = {claim.id: claim for claim in view.claims()}
    statements = tuple(view.statements())
    entities = {entity.id: entity for entity in view.entities()}
    for statement in statements:
        for ref in (statement.subject, statement.object):
            if isinstance(ref, Ref) and ref.id not in entities:
                entities[ref.id] = Entity(id=ref.id, name=ref.name, type=ref.type, local=True)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in view.mentions():
        mentions[mention.article].append(mention)
    attributions: dict[str, list[Attribution]] = defaultdict(list)
    for attribution in view.attributions():
        attributions[attribution.article].append(attribution)
    return Reading(
        articles={article.id: article for article in view.articles()},
        entities=entities,
        claims=claims,
        statements=statements,
        mentions=dict(mentions),
        attributions=dict(attributions),
    )


def _object_id(statement: Statement) -> str | None:
    return statement.object.id if isinstance(statement.object, Ref) else None
