"""What a build tells its caller: how far it is, and what came of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from kg.model import Claim, Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a build is: ``done`` of ``total`` articles in ``stage``; ``total`` 0 is unknown."""

    stage: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build holds now.

    ``skipped`` articles had been annotated before, ``rejected`` ones were refused or could not be
    annotated and are listed in ``issues.jsonl``; so are ``unfollowed`` judgements and records of
    authorities, which fit nothing. ``claims`` counts by stance. ``seconds`` is for a person to
    read; it is in no file.
    """

    articles: int
    skipped: int
    rejected: int
    people: int
    organisations: int
    places: int
    claims: Mapping[str, int]
    statements: int
    seconds: float
    files: tuple[Path, ...]
    judgements: int = 0
    unfollowed: int = 0


@dataclass(slots=True)
class Tally:
    """Counts what passes by."""

    types: Counter[str] = field(default_factory=Counter)
    stances: Counter[str] = field(default_factory=Counter)
    failed: int = 0
    unfollowed: int = 0

    def entities(self, entities: Iterable[Entity]) -> None:
        """Count entities that can be met in more than one article, by type."""
        self.types.update(entity.type for entity in entities if not entity.local)

    def claims(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """Yield the claims on, counting them by stance."""
        for claim in claims:
            self.stances[claim.stance.value] += 1
            yield claim
