"""What an article says, told of the things of the world instead of those of the article.

    "he" (in/4f…) offered …   →   Jeff Sessions (person/jeff-sessions-1f3a9c02) offered …

Ids change and names become canonical; words that the article says (evidence, cues, local phrases)
and the ids of claims stay as they are. So do the members in ``entities``: they are what was merged.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Ref

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.model import (
        Attribution,
        Claim,
        Entity,
        Extraction,
        Literal,
        Mention,
        Qualifier,
        Resolution,
        Source,
    )


class Relinker:
    """Relinks many articles by one resolution; the look-up tables are made once."""

    def __init__(self, resolution: Resolution) -> None:
        """Index the entities of the resolution."""
        self._links: Mapping[str, str] = resolution.links
        self._entities: Mapping[str, Entity] = {e.id: e for e in resolution.entities}

    def relink(self, extraction: Extraction) -> Extraction:
        """Return the extraction with ids and names of entities; unknown ids stay."""
        return replace(
            extraction,
            mentions=tuple(self._mention(m) for m in extraction.mentions),
            claims=tuple(self._claim(c) for c in extraction.claims),
            attributions=tuple(self._attribution(a) for a in extraction.attributions),
        )

    def _id(self, id_: str) -> str:
        return self._links.get(id_, id_)

    def _shared(self, id_: str) -> Entity | None:
        """Return the entity of an id if articles share it; local things keep their own words."""
        entity = self._entities.get(self._id(id_))
        return entity if entity and not entity.local else None

    def _mention(self, mention: Mention) -> Mention:
        entity = self._shared(mention.entity)
        type_ = entity.type if entity else mention.type
        return replace(mention, entity=self._id(mention.entity), type=type_)

    def _claim(self, claim: Claim) -> Claim:
        return replace(
            claim,
            subject=self._ref(claim.subject),
            object=self._object(claim.object),
            qualifiers=tuple(self._qualifier(q) for q in claim.qualifiers),
            attribution=tuple(self._source(s) for s in claim.attribution),
            event=self._links.get(claim.id),
        )

    def _object(self, value: Ref | Literal | None) -> Ref | Literal | None:
        return self._ref(value) if isinstance(value, Ref) else value

    def _ref(self, ref: Ref) -> Ref:
        entity = self._shared(ref.id)
        if entity is None:
            return replace(ref, id=self._id(ref.id))
        return replace(ref, id=entity.id, name=entity.name, type=entity.type)

    def _qualifier(self, qualifier: Qualifier) -> Qualifier:
        if qualifier.id is None:
            return qualifier
        entity = self._shared(qualifier.id)
        name = entity.name if entity else qualifier.name
        return replace(qualifier, id=self._id(qualifier.id), name=name)

    def _source(self, source: Source) -> Source:
        entity = self._shared(source.id)
        name = entity.name if entity and not source.anonymous else source.name
        return replace(source, id=self._id(source.id), name=name)

    def _attribution(self, attribution: Attribution) -> Attribution:
        if attribution.entity is None:
            return attribution
        return replace(attribution, entity=self._id(attribution.entity))


def relink(extraction: Extraction, resolution: Resolution) -> Extraction:
    """Return one extraction with the ids and names of the entities of a resolution."""
    return _relinker(_Identity(resolution)).relink(extraction)


class _Identity:
    """A resolution compared by identity: comparing its entities costs more than relinking."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.resolution is self.resolution

    def __hash__(self) -> int:
        return id(self.resolution)


@lru_cache(maxsize=1)  # a build relinks every article by one resolution
def _relinker(identity: _Identity) -> Relinker:
    return Relinker(identity.resolution)
