"""Attributions: the spans of who says, the words that say so, and what is said.

    "two clerks said Ms. Keller does not want to leave"
     source: two clerks · cue: said · content: Ms. Keller does not want to leave

Three ways of attributing are read: direct quotation, a clause under a verb of saying or thinking, and
"according to". After PARC 3.0 (Pareti 2016) in what belongs to each span.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.document import having
from kg.extract.clauses import is_passive, is_predicate, subjects
from kg.extract.lemmas import lemma_of
from kg.extract.once import children
from kg.extract.phrases import phrase
from kg.lexicon.embedding import Embedding, of_finite_clause
from kg.model import Attribution, Span, SpeechKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.document import Quotation
    from kg.extract.bench import Bench

_REPORTING = frozenset({Embedding.SPEECH, Embedding.BELIEF, Embedding.DENIAL})


def attributions(bench: Bench) -> tuple[Attribution, ...]:
    """Return the attributions of a document by cue and content offsets, nested ones too."""
    rows = [*_quoted(bench), *_indirect(bench), *_according_to(bench)]
    unique = {(r.cue, r.content): r for r in reversed(rows)}
    return tuple(sorted(unique.values(), key=lambda r: (r.cue, r.content)))


def _quoted(bench: Bench) -> Iterator[Attribution]:
    doc = bench.document.doc
    for quotation in bench.document.quotations:
        if not quotation.speech or quotation.cue is None or quotation.start in bench.document.skip:
            continue
        content = _span(bench, tuple(range(quotation.start, quotation.end)))
        source = doc[quotation.speaker] if quotation.speaker is not None else None
        yield _row(bench, SpeechKind.DIRECT, source, (quotation.cue,), content)


def _indirect(bench: Bench) -> Iterator[Attribution]:
    for verb in having(bench.document.doc, "POS", ("VERB", "AUX")):
        if (
            not is_predicate(verb)
            or verb.i in bench.document.skip
            or of_finite_clause(lemma_of(verb)) not in _REPORTING
        ):
            continue
        clause = next((c for c in children(verb) if c.dep_ == "ccomp" and is_predicate(c)), None)
        if clause is None or _within_one_quotation(bench, clause, verb):
            continue
        inside = _content_tokens(clause)
        source = None if is_passive(verb) else next(iter(subjects(verb)[0]), None)
        mixed = any(_overlaps(q, inside) for q in bench.document.quotations)
        kind = SpeechKind.MIXED if mixed else SpeechKind.INDIRECT
        yield _row(bench, kind, source, (verb.i,), _span(bench, inside))


def _according_to(bench: Bench) -> Iterator[Attribution]:
    for token in having(bench.document.doc, "LOWER", ("according",)):
        if token.i in bench.document.skip:
            continue
        to = next((c for c in children(token) if c.lower_ == "to"), None)
        source = (
            next((p for p in children(to) if p.dep_ == "pobj"), None) if to is not None else None
        )
        if to is None or source is None:
            continue
        outside = {t.i for t in token.subtree}
        inside = [t.i for t in token.head.subtree if t.i not in outside and not t.is_space]
        inside = _trim(bench, inside)
        if inside:
            yield _row(
                bench, SpeechKind.INDIRECT, source, (token.i, to.i), _span(bench, tuple(inside))
            )


def _row(
    bench: Bench, kind: SpeechKind, source: Token | None, cue: tuple[int, ...], content: Span
) -> Attribution:
    row_source, entity, anonymous = None, None, False
    if source is not None and (source.pos_ != "PRON" or bench.references.known(source) is not None):
        entity, _, anonymous = bench.references.source(source)
        mention = bench.document.mention_of_head.get(source.i)
        tokens = (
            tuple(range(mention.start, mention.end))
            if mention
            else phrase(source, clauses=True, limit=24).tokens
        )
        row_source = _span(bench, tokens)
    return Attribution(
        article=bench.document.article.id,
        kind=kind,
        cue=_span(bench, cue),
        content=(content,),
        source=row_source,
        entity=entity,
        anonymous=anonymous,
    )


def _span(bench: Bench, tokens: tuple[int, ...]) -> Span:
    doc = bench.document.doc
    start, end = doc[tokens[0]].idx, doc[tokens[-1]].idx + len(doc[tokens[-1]])
    return Span(start=start, end=end, text=bench.document.article.text[start:end])


def _content_tokens(verb: Token) -> tuple[int, ...]:
    tokens = [t for t in verb.subtree if not t.is_space]
    while len(tokens) > 1 and (
        tokens[0].is_punct or (tokens[0].lower_ == "that" and tokens[0].dep_ == "mark")
    ):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].is_punct and tokens[-1].text not in {"”", '"'}:
        tokens = tokens[:-1]
    return tuple(t.i for t in tokens)


def _trim(bench: Bench, tokens: list[int]) -> list[int]:
    doc = bench.document.doc
    while tokens and doc[tokens[0]].is_punct and doc[tokens[0]].text not in {"“", '"'}:
        tokens = tokens[1:]
    while tokens and doc[tokens[-1]].is_punct and doc[tokens[-1]].text not in {"”", '"'}:
        tokens = tokens[:-1]
    return tokens


def _overlaps(quotation: Quotation, tokens: tuple[int, ...]) -> bool:
    return quotation.start < tokens[-1] + 1 and tokens[0] < quotation.end


def _within_one_quotation(bench: Bench, clause: Token, verb: Token) -> bool:
    """A clause quoted whole is a direct quotation already, unless its verb is quoted too."""
    quotation = bench.quotations.get(clause.i)
    return (
        quotation is not None
        and bench.quotations.get(verb.i) is not quotation
        and quotation.cue is not None
    )
