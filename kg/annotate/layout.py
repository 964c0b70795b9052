"""Where each token stands: its sentence, its paragraph, the quotation around it.

layout.sentence[token.i], layout.quotation.get(token.i)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from kg.document import Quotation


class Layout:
    """Numbers of sentences and paragraphs by token, and spoken quotations by token."""

    def __init__(self, doc: Doc, quotations: Iterable[Quotation]) -> None:
        self.sentence = [0] * len(doc)
        self.paragraph = [0] * len(doc)
        sentence = paragraph = -1
        after_break = True
        for token in doc:
            sentence += token.i == 0 or bool(token.is_sent_start)
            paragraph += after_break
            self.sentence[token.i], self.paragraph[token.i] = sentence, paragraph
            after_break = token.is_space and "\n" in token.text
        self.quotation = {i: q for q in quotations if q.speech for i in range(q.start, q.end)}
