"""What readers of a store see: exporters, queries and validation read a `View`, never a table.

Every method yields values in a fixed order (by article id and offsets, or by id), with ids of
merged entities, so that an export is a pure function of the view.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Article, Attribution, Claim, Entity, Issue, Mention, Statement


class View(Protocol):
    """The read side of a store."""

    def articles(self) -> Iterator[Article]:
        """Yield articles by id."""

    def entities(self) -> Iterator[Entity]:
        """Yield merged and local entities by id."""

    def mentions(self) -> Iterator[Mention]:
        """Yield mentions by article, field, offsets."""

    def claims(self) -> Iterator[Claim]:
        """Yield claims by article, quote offsets, id."""

    def attributions(self) -> Iterator[Attribution]:
        """Yield attributions by article and cue offset."""

    def statements(self) -> Iterator[Statement]:
        """Yield statements by id."""

    def issues(self) -> Iterator[Issue]:
        """Yield issues by article, stage, code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A `View` in memory: what tests build, and small graphs."""

    article_rows: tuple[Article, ...] = ()
    entity_rows: tuple[Entity, ...] = ()
    mention_rows: tuple[Mention, ...] = ()
    claim_rows: tuple[Claim, ...] = ()
    attribution_rows: tuple[Attribution, ...] = ()
    statement_rows: tuple[Statement, ...] = ()
    issue_rows: tuple[Issue, ...] = ()

    def articles(self) -> Iterator[Article]:
        """Yield articles by id."""
        return iter(self.article_rows)

    def entities(self) -> Iterator[Entity]:
        """Yield entities by id."""
        return iter(self.entity_rows)

    def mentions(self) -> Iterator[Mention]:
        """Yield mentions by article, field, offsets."""
        return iter(self.mention_rows)

    def claims(self) -> Iterator[Claim]:
        """Yield claims by article, quote offsets, id."""
        return iter(self.claim_rows)

    def attributions(self) -> Iterator[Attribution]:
        """Yield attributions by article and cue offset."""
        return iter(self.attribution_rows)

    def statements(self) -> Iterator[Statement]:
        """Yield statements by id."""
        return iter(self.statement_rows)

    def issues(self) -> Iterator[Issue]:
        """Yield issues by article, stage, code."""
        return iter(self.issue_rows)
