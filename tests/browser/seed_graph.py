"""The graph of ``seeds/``, read back from the files of its committed build."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.model import (
    Article,
    Attribution,
    Certainty,
    Claim,
    Entity,
    Evidence,
    Literal,
    Mention,
    MentionKind,
    Polarity,
    PostStatus,
    Predicate,
    Qualifier,
    Ref,
    Source,
    Span,
    SpeechKind,
    Stance,
    Statement,
)
from kg.view import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

OUTPUTS = Path(__file__).resolve().parents[2] / "outputs"

Row = dict[str, Any]


@cache
def seed_view() -> Snapshot:
    """Return the committed build as a view; everything that the viewer shows is in its files."""
    return Snapshot(
        article_rows=_rows("articles", _article),
        entity_rows=_rows("entities", _entity),
        mention_rows=_rows("mentions", _mention),
        claim_rows=_rows("claims", _claim),
        attribution_rows=_rows("attributions", _attribution),
        statement_rows=_rows("statements", _statement),
    )


def _rows(name: str, read: Callable[[Row], Any]) -> tuple[Any, ...]:
    lines = (OUTPUTS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(read(json.loads(line)) for line in lines)


def _article(row: Row) -> Article:
    known = {key: value for key, value in row.items() if value is not None}
    return Article(**known | {"sha256": "0", "keywords": tuple(row["keywords"])})


def _entity(row: Row) -> Entity:
    return Entity(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()})


def _mention(row: Row) -> Mention:
    return Mention(**row | {"kind": MentionKind(row["kind"]), "entity": row["entity"]["id"]})


def _object(row: Row | None) -> Ref | Literal | None:
    if row is None:
        return None
    return Literal(**row) if "value" in row else Ref(**row)


def _said(row: Row) -> Row:
    """Return what claims and statements share."""
    return {
        "id": row["id"],
        "subject": Ref(**row["subject"]),
        "predicate": Predicate(**row["predicate"]),
        "object": _object(row["object"]),
        "polarity": Polarity(row["polarity"]),
        "stance": Stance(row["stance"]),
        "status": PostStatus(row["status"]) if "status" in row else None,
    }


def _claim(row: Row) -> Claim:
    return Claim(
        **_said(row),
        article=row["article"]["id"],
        certainty=Certainty(row["certainty"]),
        evidence=Evidence(**row["evidence"]),
        confidence=row["confidence"],
        qualifiers=tuple(Qualifier(**each) for each in row["qualifiers"]),
        attribution=tuple(Source(**each) for each in row["attribution"]),
    )


def _statement(row: Row) -> Statement:
    plain = ("articles", "publishers", "independent", "belief", "since", "until", "of")
    return Statement(
        **_said(row),
        **{key: row[key] for key in plain if key in row},
        claims=tuple(row["claims"]),
        conflicts=tuple(row.get("conflicts", ())),
    )


def _attribution(row: Row) -> Attribution:
    source = dict(row["source"] or {})
    entity, anonymous = source.pop("entity", None), source.pop("anonymous", False)
    return Attribution(
        article=row["article"],
        kind=SpeechKind(row["kind"]),
        cue=Span(**row["cue"]),
        content=tuple(Span(**each) for each in row["content"]),
        source=Span(**source) if source else None,
        entity=entity,
        anonymous=anonymous,
    )
