"""Content: what is said, thought or asked, as a thing that a claim can be about.

"The paper reported that he had vented" → reported – he had vented
"“I accept,” he said"                   → said – I accept
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import content_clause, is_content_of
from kg.extract.once import children
from kg.extract.phrases import join

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.document import Document

# A content clause is named by its first words; the whole of it stands in the quote.
_MOST_WORDS = 16


def content_of(document: Document, verb: Token, *, beside_object: bool = False) -> tuple[int, ...]:
    """Return the tokens of what a verb says: its content clause, or the words quoted with it.

    With ``beside_object`` the verb may have an object too: ``told reporters that …``.
    """
    clause = content_clause(verb)
    if clause is None and beside_object:
        clause = next((c for c in children(verb) if is_content_of(c, verb)), None)
    if clause is not None:
        return _whole(clause, verb)
    quoted = next((q for q in document.quotations if q.speech and q.cue == verb.i), None)
    return _within_marks(document, quoted.start, quoted.end) if quoted is not None else ()


def _whole(clause: Token, verb: Token) -> tuple[int, ...]:
    """Return a content clause with what follows it: parsers cut long ones in two."""
    rest = [c for c in children(verb) if c.dep_ == "ccomp" and c.i > clause.i > verb.i]
    tokens = content_tokens(clause)
    return tokens + tuple(i for c in rest for i in content_tokens(c) if i > tokens[-1])


def _within_marks(document: Document, start: int, end: int) -> tuple[int, ...]:
    tokens = [t for t in document.doc[start:end] if not t.is_space]
    while tokens and tokens[0].is_punct:
        tokens = tokens[1:]
    while tokens and tokens[-1].is_punct:
        tokens = tokens[:-1]
    return tuple(t.i for t in tokens)


def content_tokens(verb: Token) -> tuple[int, ...]:
    """Return the tokens of a content clause, in order, without its complementizer and outer marks."""
    tokens = [t for t in verb.subtree if not t.is_space]
    while tokens and (
        tokens[0].is_punct or (tokens[0].lower_ == "that" and tokens[0].dep_ == "mark")
    ):
        tokens = tokens[1:]
    while tokens and tokens[-1].is_punct and tokens[-1].text != "%":
        tokens = tokens[:-1]
    return tuple(t.i for t in tokens) or (verb.i,)


def content_name(verb: Token, tokens: tuple[int, ...]) -> str:
    """Return the words of a content clause, cut after sixteen with an ellipsis."""
    name = join(verb.doc, tokens[:_MOST_WORDS])
    return f"{name} …" if len(tokens) > _MOST_WORDS else name
