"""What others compute with: one JSON Lines file for each kind of row.

    {"id": "person/mara-lindqvist-1f3a9c02", "name": "Mara Lindqvist", "type": "Person", ...}

The keys of a record, their order and their meaning are a promise to scripts outside this project:
keys may be added at the end of a record, never taken away. Rows keep the order of the `View`, names
are the canonical ones, and nothing is escaped but what would break a line.

Left out: anything computed. A table says what the store says.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from kg.export import Exporter, ExportOptions
from kg.model import Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.model import (
        Article,
        Attribution,
        Claim,
        Entity,
        Evidence,
        Issue,
        Mention,
        Predicate,
        Qualifier,
        Ref,
        Source,
        Span,
        Statement,
    )
    from kg.view import View

Record = dict[str, object]

# JSON allows these in a string, but many readers (Python's splitlines among them) end a line there.
_LINE_BREAKERS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
_DECIMALS = 4


def _write(
    records: Callable[[View, ExportOptions], Iterator[Record]],
    view: View,
    out: BinaryIO,
    options: ExportOptions,
) -> None:
    for record in records(view, options):
        line = json.dumps(record, ensure_ascii=False, allow_nan=False).translate(_LINE_BREAKERS)
        out.write(line.encode("utf-8", "replace") + b"\n")


def article_records(view: View, options: ExportOptions) -> Iterator[Record]:
    """Yield ``{id, url, title, published, publisher, keywords, text}``."""
    for article in view.articles():
        yield _article(article, text=options.text)


def _article(article: Article, *, text: bool) -> Record:
    record: Record = {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "published": article.published,
        "publisher": article.publisher,
        "keywords": list(article.keywords),
    }
    if text:
        record["text"] = article.text
    return record | _present(author=article.author)


def mention_records(view: View, _options: ExportOptions) -> Iterator[Record]:
    """Yield ``{article, start, end, text, kind, type, entity: {id, name}}``."""
    names = _names(view)
    for mention in view.mentions():
        yield _mention(mention, names)


def _mention(mention: Mention, names: dict[str, str]) -> Record:
    name = names.get(mention.entity, mention.text)
    return {
        "article": mention.article,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": str(mention.kind),
        "type": mention.type,
        "entity": {"id": mention.entity, "name": name},
    } | _field(mention.field)


def entity_records(view: View, _options: ExportOptions) -> Iterator[Record]:
    """Yield ``{id, name, type, aliases, same_as, articles, mentions}``."""
    for entity in view.entities():
        yield _entity(entity)


def _entity(entity: Entity) -> Record:
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "same_as": list(entity.same_as),
        "articles": entity.articles,
        "mentions": entity.mentions,
    } | _present(
        local=entity.local,
        anonymous=entity.anonymous,
        of=entity.of,
        close_match=list(entity.close_match),
        reasons=list(entity.reasons),
        claims=list(entity.claims),
        when=entity.when,
        former_ids=list(entity.former_ids),
    )


def claim_records(view: View, _options: ExportOptions) -> Iterator[Record]:
    """Yield claims with their article, their source and the sentence that says so."""
    names = _names(view)
    articles = {article.id: (article.url, article.published) for article in view.articles()}
    for claim in view.claims():
        url, published = articles.get(claim.article, (None, None))
        article: Record = {"id": claim.article, "url": url, "published": published}
        yield _claim(claim, article, names)


def _claim(claim: Claim, article: Record, names: dict[str, str]) -> Record:
    return {
        "id": claim.id,
        "article": article,
        "subject": _ref(claim.subject, names),
        "predicate": _predicate(claim.predicate),
        "object": _object(claim.object, names),
        "qualifiers": [_qualifier(qualifier, names) for qualifier in claim.qualifiers],
        "polarity": str(claim.polarity),
        "stance": str(claim.stance),
        "certainty": str(claim.certainty),
        "attribution": [_source(source, names) for source in claim.attribution],
        "evidence": _evidence(claim.evidence),
        "confidence": round(claim.confidence, _DECIMALS),
    } | _present(status=claim.status and str(claim.status), event=_event(claim, names))


def attribution_records(view: View, _options: ExportOptions) -> Iterator[Record]:
    """Yield ``{article, kind, source, cue, content}``."""
    for attribution in view.attributions():
        yield _attribution(attribution)


def _attribution(attribution: Attribution) -> Record:
    source: Record | None = None
    if attribution.source is not None:
        source = _span(attribution.source) | {
            "entity": attribution.entity,
            "anonymous": attribution.anonymous,
        }
    return {
        "article": attribution.article,
        "kind": str(attribution.kind),
        "source": source,
        "cue": _span(attribution.cue),
        "content": [_span(span) for span in attribution.content],
    }


def statement_records(view: View, _options: ExportOptions) -> Iterator[Record]:
    """Yield claims merged over articles, with their support and belief."""
    names = _names(view)
    for statement in view.statements():
        yield _statement(statement, names)


def _statement(statement: Statement, names: dict[str, str]) -> Record:
    return {
        "id": statement.id,
        "subject": _ref(statement.subject, names),
        "predicate": _predicate(statement.predicate),
        "object": _object(statement.object, names),
        "polarity": str(statement.polarity),
        "stance": str(statement.stance),
        "since": statement.since,
        "until": statement.until,
        "claims": list(statement.claims),
        "articles": statement.articles,
        "publishers": statement.publishers,
        "independent": statement.independent,
        "belief": round(statement.belief, _DECIMALS),
    } | _present(
        status=statement.status and str(statement.status),
        of=statement.of,
        conflicts=list(statement.conflicts),
        predecessors=list(statement.predecessors),
        successors=list(statement.successors),
    )


def issue_records(view: View, _options: ExportOptions) -> Iterator[Record]:
    """Yield ``{article, stage, code, message}``."""
    for issue in view.issues():
        yield _issue(issue)


def _issue(issue: Issue) -> Record:
    return {
        "article": issue.article,
        "stage": issue.stage,
        "code": issue.code,
        "message": issue.message,
    }


def _names(view: View) -> dict[str, str]:
    return {entity.id: entity.name for entity in view.entities()}


def _present(**fields: object) -> Record:
    """Keep the fields that say something."""
    return {key: value for key, value in fields.items() if value}


def _field(field: str) -> Record:
    return {} if field == "text" else {"field": field}


def _offsets(start: int | None, end: int | None) -> Record:
    return {} if start is None or end is None else {"start": start, "end": end}


def _ref(ref: Ref, names: dict[str, str]) -> Record:
    name = names.get(ref.id, ref.name)
    return {"id": ref.id, "name": name, "type": ref.type} | _offsets(ref.start, ref.end)


def _object(value: Ref | Literal | None, names: dict[str, str]) -> Record | None:
    if value is None:
        return None
    if isinstance(value, Literal):
        literal: Record = {"value": value.value, "datatype": value.datatype}
        return literal | _offsets(value.start, value.end)
    return _ref(value, names)


def _event(claim: Claim, names: dict[str, str]) -> Record | None:
    """Return the event that a claim tells of, where other articles tell of it too."""
    return {"id": claim.event, "name": names.get(claim.event, "")} if claim.event else None


def _predicate(predicate: Predicate) -> Record:
    return {"id": predicate.id, "label": predicate.label, "lemma": predicate.lemma}


def _qualifier(qualifier: Qualifier, names: dict[str, str]) -> Record:
    name = names.get(qualifier.id, qualifier.name) if qualifier.id else qualifier.name
    return {"role": qualifier.role, "name": name} | _present(value=qualifier.value, id=qualifier.id)


def _source(source: Source, names: dict[str, str]) -> Record:
    return {
        "id": source.id,
        "name": names.get(source.id, source.name),
        "cue": source.cue,
        "anonymous": source.anonymous,
    }


def _evidence(evidence: Evidence) -> Record:
    return {
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "extractor": evidence.extractor,
    } | _field(evidence.field)


def _span(span: Span) -> Record:
    return {"start": span.start, "end": span.end, "text": span.text}


EXPORTERS = tuple(
    Exporter(name, f"{name}.jsonl", partial(_write, records))
    for name, records in (
        ("articles", article_records),
        ("mentions", mention_records),
        ("entities", entity_records),
        ("claims", claim_records),
        ("attributions", attribution_records),
        ("statements", statement_records),
        ("issues", issue_records),
    )
)
