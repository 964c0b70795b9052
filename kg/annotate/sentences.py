"""Where sentences must and must not begin, told to the parser before it runs.

    'WASHINGTON — The president spoke.\\nHe left.'  →  WASHINGTON — | The president spoke. | He left.

Paragraphs never share a sentence, and page furniture (datelines, wire credits) stands by itself, for
it wrecks the parse of the sentence it is glued to. All else is the parser's business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from kg.text import furniture

if TYPE_CHECKING:
    from spacy.tokens import Doc

COMPONENT = "newskg_sentences"
FURNITURE = "newskg_furniture"
_CLOSING = frozenset("”’\"')]")


def skipped_tokens(doc: Doc) -> frozenset[int]:
    """Return the tokens of page furniture."""
    return frozenset(doc.user_data.get(FURNITURE, ()))


@Language.component(COMPONENT)
def mark_sentences(doc: Doc) -> Doc:
    """Fix the sentence starts that the layout decides."""
    skip: list[int] = []
    for piece in furniture(doc.text):
        span = doc.char_span(piece.start, piece.end, alignment_mode="contract")
        if span is None:
            continue
        skip.extend(range(span.start, span.end))
        for edge in (span.start, span.end):
            if edge < len(doc):
                doc[edge].is_sent_start = True
    doc.user_data[FURNITURE] = tuple(skip)
    for token in doc[:-1]:
        following = doc[token.i + 1]
        if token.is_space and "\n" in token.text:
            following.is_sent_start = True
        elif following.text in _CLOSING and not token.whitespace_:
            following.is_sent_start = False
    return doc
