"""Stand-ins for the stages: a toy language in which every line is ``Subject verb Object.``.

They are as deterministic as the real ones, need no model, and are importable by worker processes.
Words that begin with ``!`` are poison: ``!raise``, ``!hang`` and ``!die`` do what they say.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from kg import ids
from kg.export import write_all
from kg.model import (
    Article,
    ArticleEntity,
    Attribution,
    Certainty,
    Claim,
    Entity,
    Evidence,
    Extraction,
    Issue,
    Mention,
    MentionKind,
    Polarity,
    Predicate,
    Ref,
    Resolution,
    Source,
    Span,
    SpeechKind,
    Stance,
    Statement,
)
from kg.pipeline import Stages
from kg.resolve import merge_events

STAGE = "toy-1"


def article(text: str, url: str | None = None, **fields: object) -> Article:
    """Return an article as the sources would make it."""
    facts = (url, text, *(fields[name] for name in sorted(fields)))
    sha256 = hashlib.sha256(repr(facts).encode()).hexdigest()
    return Article(id=ids.article_id(url, text), text=text, sha256=sha256, url=url, **fields)


def read(paths, *, stdin=None):
    """Yield an article a file: line 1 its URL, line 2 its date, then its text."""
    if "-" in paths:
        yield article(stdin.read().decode("utf-8"))
        return
    for path in paths:
        folder = Path(path)
        for file in sorted(folder.iterdir()) if folder.is_dir() else [folder]:
            if file.suffix == ".txt":
                yield _read_file(file)


def _read_file(file: Path) -> Article | Issue:
    url, published, *lines = file.read_text(encoding="utf-8").split("\n")
    if not any(lines):
        return Issue(article=file.name, stage="sources", code="empty", message="no text in it")
    return article("\n".join(lines), url or None, published=published or None)


def load_analyst():
    """Return the toy's annotation and extraction in one."""

    def analyse(articles):
        for one in articles:
            yield extraction_of(one)

    return analyse


def refuse_to_load():
    """Stand in for an analyst where none must be loaded."""
    raise AssertionError("the language model was loaded")


def _poison(text: str) -> None:
    if "!raise" in text:
        raise ValueError("the words of the article, which no message may repeat")
    if "!hang" in text:
        time.sleep(60)
    if "!die" in text:
        os.abort()


def extraction_of(one: Article) -> Extraction:
    """Return what the toy finds in an article."""
    _poison(one.text)
    entities: dict[str, ArticleEntity] = {}
    mentions, claims, attributions, position = [], [], [], 0
    for line in one.text.split("\n"):
        words = line.rstrip(".").split()
        if len(words) == 3:
            subject, object_ = (_entity(one, entities, words[i], position) for i in (0, 2))
            mentions.append(_mention(one, words[0], position, subject))
            claims.append(_claim(one, line, position, subject, object_))
            attributions.append(_attribution(one, line, position, subject))
        position += len(line) + 1
    return Extraction(
        article=one.id,
        entities=tuple(entities.values()),
        mentions=tuple(mentions),
        claims=tuple(reversed(claims)),
        attributions=tuple(attributions),
        issues=(Issue(article=one.id, stage="extract", code="toy", message="only a toy"),),
    )


def _entity(one, entities, name, position):
    return entities.setdefault(
        name,
        ArticleEntity(
            id=ids.mention_entity_id(one.id, name, position, position + len(name)),
            article=one.id,
            type="Person",
            name=name,
            mentions=1,
        ),
    )


def _mention(one, word, position, entity):
    return Mention(
        article=one.id,
        start=position,
        end=position + len(word),
        text=word,
        kind=MentionKind.NAME,
        type="Person",
        entity=entity.id,
    )


def _claim(one, line, position, subject, object_):
    verb = line.split()[1]
    return Claim(
        id=ids.claim_id(one.id, position, verb),
        article=one.id,
        subject=Ref(id=subject.id, name=subject.name, type="Person"),
        predicate=Predicate(id=f"kgr:{verb}", lemma=verb, label=verb),
        object=Ref(id=object_.id, name=object_.name, type="Person"),
        polarity=Polarity.POSITIVE,
        stance=Stance.REPORTED if verb == "says" else Stance.ASSERTED,
        certainty=Certainty.CERTAIN,
        evidence=Evidence(quote=line, start=position, end=position + len(line), extractor="toy@1"),
        confidence=0.5,
        attribution=(Source(id=subject.id, name=subject.name, cue="says"),),
    )


def _attribution(one, line, position, subject):
    whole = Span(start=position, end=position + len(line), text=line)
    return Attribution(
        article=one.id, kind=SpeechKind.DIRECT, cue=whole, content=(whole,), entity=subject.id
    )


def resolve(entities, articles, guidance=None) -> Resolution:
    """Merge by name, whatever anybody says."""
    by_name = defaultdict(list)
    for entity in entities:
        assert entity.article in articles
        by_name[entity.name].append(entity)
    merged, links = [], {}
    for name in sorted(by_name):
        members = sorted(by_name[name], key=lambda e: e.id)
        id_ = ids.entity_id("Person", name)
        links |= {member.id: id_ for member in members}
        merged.append(
            Entity(
                id=id_,
                name=name,
                type="Person",
                aliases=(f"{name} of Toyland",),
                articles=len({m.article for m in members}),
                mentions=sum(m.mentions for m in members),
                members=tuple(m.id for m in members),
            )
        )
    return Resolution(entities=tuple(merged), links=links)


def relink(extraction: Extraction, resolution: Resolution) -> Extraction:
    """Put merged ids in place of the article's own."""
    links = resolution.links

    def of(ref):
        return replace(ref, id=links[ref.id])

    return replace(
        extraction,
        mentions=tuple(replace(m, entity=links[m.entity]) for m in extraction.mentions),
        attributions=tuple(replace(a, entity=links[a.entity]) for a in extraction.attributions),
        claims=tuple(
            replace(
                c,
                subject=of(c.subject),
                object=of(c.object),
                attribution=tuple(of(s) for s in c.attribution),
            )
            for c in extraction.claims
        ),
    )


def assemble(claims, articles, entities) -> tuple[Statement, ...]:
    """Merge claims of the same words."""
    groups = defaultdict(list)
    for claim in claims:
        assert claim.subject.id in entities
        key = (claim.subject.id, claim.predicate.id, claim.object.id)
        groups[key].append(claim)
    return tuple(_statement(key, groups[key], articles) for key in sorted(groups))


def _statement(key, claims, articles):
    first = min(claims, key=lambda c: c.id)
    return Statement(
        id=ids.statement_id(*key),
        subject=replace(first.subject, start=None, end=None),
        predicate=first.predicate,
        object=first.object,
        polarity=first.polarity,
        stance=first.stance,
        claims=tuple(sorted(c.id for c in claims)),
        articles=len({c.article for c in claims}),
        publishers=len({articles[c.article].publisher for c in claims}),
        independent=1,
        belief=0.5,
    )


def stages() -> Stages:
    """Return the toy in place of the stages that read and understand; files are real."""
    return Stages(
        key=STAGE,
        read=read,
        load_analyst=load_analyst,
        resolve=resolve,
        merge_events=merge_events,
        relink=relink,
        assemble=assemble,
        write_all=write_all,
    )
