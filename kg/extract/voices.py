"""Voices: who is said to say a clause, by a quotation or a phrase beside it.

    "…, according to two people" · "…, as the bank tells it" · "The mayor, she said, …" · quotation marks

What stands under a verb of saying is found by `kg.extract.stance` on its way to the root.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.document import having
from kg.extract.clauses import content_clause, direct_objects, is_predicate, subjects
from kg.extract.lemmas import lemma_of
from kg.extract.once import children, once
from kg.lexicon.embedding import BELIEF, EVIDENTIAL_NOUNS, SPEECH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token

    from kg.document import Document, Quotation

_SAYING = SPEECH | BELIEF
# Verbs that "as X … it" reports with, beside those of saying.
_RENDERING = frozenset({"tell", "put", "have", "see", "describe", "recall", "remember", "phrase"})


@dataclass(frozen=True, slots=True)
class Voice:
    """One source of a clause: the head token of who says it (None: nobody named) and the cue."""

    source: Token | None
    cue: Token


def quoting(document: Document, verb: Token, quotations: Mapping[int, Quotation]) -> Voice | None:
    """Return the voice of the quotation that a verb stands in; without a known speaker it names nobody."""
    quotation = quotations.get(verb.i)
    if quotation is None or not quotation.speech:
        return None
    if quotation.speaker is None:
        return Voice(None, document.doc[quotation.start])
    speaker = document.doc[quotation.speaker]
    cue = document.doc[quotation.cue] if quotation.cue is not None else speaker
    if document.name_at(speaker.i) is None and is_predicate(cue):
        named = [t for t in subjects(cue)[0] if document.name_at(t.i) is not None]
        speaker = named[0] if named else speaker  # "head of the union Ida Holm said"
    return Voice(speaker, cue)


def beside(verb: Token, quotations: Mapping[int, Quotation]) -> Iterator[Voice]:
    """Yield the voices that phrases on the way from a verb to its root bring in."""
    below: Token | None = None
    for token in (verb, *verb.ancestors):
        if below is not None and below.lower_ == "according":
            return  # inside the description of the source, the writer speaks
        for child, voice in _voices(token):
            if child != below and (child.i not in quotations or verb.i in quotations):
                yield voice
        below = token


def cited(doc: Doc) -> Iterator[int]:
    """Yield the heads of those that a document's sentences give as sources."""
    for token in having(doc, "LOWER", ("according",)):
        voice = _object_of(token, "to", cue=token)
        if voice is not None and voice.source is not None:
            yield voice.source.i
    for token in having(doc, "POS", ("VERB", "AUX")):
        if lemma_of(token) not in _SAYING or not is_predicate(token):
            continue
        if content_clause(token) is not None:
            yield from (t.i for t in subjects(token)[0])


@once
def _voices(token: Token) -> list[tuple[Token, Voice]]:
    """Return the children of a token that say whose word its clause is."""
    found = ((child, _voice(child)) for child in children(token))
    return [(child, voice) for child, voice in found if voice is not None]


def _voice(child: Token) -> Voice | None:
    if child.lower_ == "according":
        return _object_of(child, "to", cue=child)
    if child.dep_ == "advcl" and is_predicate(child):
        return _as_it_is_told(child)
    if child.dep_ == "parataxis" and is_predicate(child):
        return _parenthesis(child)
    if child.dep_ == "prep" and child.lower_ in {"from", "by"}:
        return _what_somebody_heard(child)
    if child.dep_ == "prep" and child.lower_ == "in":
        views = [c for c in children(child) if c.dep_ == "pobj" and c.lower_ in EVIDENTIAL_NOUNS]
        return _object_of(views[0], "of", cue=views[0]) if views else None
    return None


def _object_of(token: Token, preposition: str, *, cue: Token) -> Voice | None:
    found = (
        p
        for c in children(token)
        if c.lower_ == preposition
        for p in children(c)
        if p.dep_ == "pobj"
    )
    source = next(found, None)
    return Voice(source, cue) if source is not None else None


def _as_it_is_told(verb: Token) -> Voice | None:
    """``as Calder University tells it``, ``as officials said``."""
    if (
        not any(c.dep_ == "mark" and c.lower_ == "as" for c in children(verb))
        or content_clause(verb) is not None
    ):
        return None
    it = [o.lower_ for o in direct_objects(verb)] in ([], ["it"])
    says = lemma_of(verb) in SPEECH or (lemma_of(verb) in _RENDERING and bool(direct_objects(verb)))
    who = subjects(verb)[0]
    return Voice(who[0], verb) if it and says and who else None


def _what_somebody_heard(preposition: Token) -> Voice | None:
    """``From what she has heard, …``."""
    for clause in children(preposition):
        what = any(c.lower_ == "what" for c in children(clause))
        if clause.dep_ == "pcomp" and what and lemma_of(clause) in SPEECH | {"hear", "know", "see"}:
            who = subjects(clause)[0]
            return Voice(who[0], clause) if who else None
    return None


def _parenthesis(verb: Token) -> Voice | None:
    """``The mayor, she said, suspended him``."""
    who = subjects(verb)[0]
    speaks = lemma_of(verb) in SPEECH and not direct_objects(verb) and content_clause(verb) is None
    return Voice(who[0], verb) if speaks and who else None
