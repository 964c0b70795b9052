r"""Where sentences must and must not begin, told to the parser before it runs.

    'WASHINGTON — The president spoke.\nHe left.'  →  WASHINGTON — | The president spoke. | He left.

Paragraphs never share a sentence; page furniture (datelines, wire credits) and the speaker's
label of
a transcript stand by themselves, for they wreck the parse of the sentence they are glued to. All
else is the parser's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.language import Language

from kg.text import furniture, speaker_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

COMPONENT = "newskg_sentences"
_STRUCTURE = "newskg_structure"
_CLOSING = frozenset("”’\"')]")
_FEWEST_PARAGRAPHS = 4  # in less, a lone line is somebody's sentence, not a heading
_LONGEST_HEADING = 8  # tokens


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn in a transcript: tokens ``[label, start)`` say who speaks, ``[start, end)`` what."""

    label: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Structure:
    """What the layout says: tokens of furniture and of headings, paragraphs, speakers' turns."""

    furniture: frozenset[int]
    headings: frozenset[int]
    paragraphs: tuple[tuple[int, int], ...]
    turns: tuple[Turn, ...]


def structure(doc: Doc) -> Structure:
    """Return the layout of a document that went through the pipeline."""
    found: Structure = doc.user_data[_STRUCTURE]
    return found


@Language.component(COMPONENT)
def mark_sentences(doc: Doc) -> Doc:
    """Fix the sentence starts that the layout decides, and keep the layout for later passes."""
    text = doc.text
    paragraphs = tuple(_mark_paragraphs(doc))
    skip = frozenset(_mark_furniture(doc, text))
    headings = frozenset(_headings(doc, paragraphs))
    turns = tuple(_mark_turns(doc, text, paragraphs, skip | headings))
    doc.user_data[_STRUCTURE] = Structure(skip, headings, paragraphs, turns)
    return doc


def _mark_furniture(doc: Doc, text: str) -> Iterator[int]:
    for piece in furniture(text):
        span = doc.char_span(piece.start, piece.end, alignment_mode="contract")
        if span is None:
            continue
        yield from range(span.start, span.end)
        for edge in (span.start, span.end):
            if edge < len(doc):
                doc[edge].is_sent_start = True


def _mark_paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the token range of each paragraph without line breaks; a break ends the sentence."""
    start, glued, broken = 0, False, False
    for token in doc:
        if broken:
            token.is_sent_start = True
        elif glued and token.text in _CLOSING:
            token.is_sent_start = False
        broken = token.is_space and "\n" in token.text
        glued = not token.whitespace_
        if broken:
            if token.i > start:
                yield start, token.i
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


def _headings(doc: Doc, paragraphs: tuple[tuple[int, int], ...]) -> Iterator[int]:
    """Yield the tokens of headings between paragraphs: a few words without a stop say nothing."""
    if len(paragraphs) < _FEWEST_PARAGRAPHS:
        return
    for start, end in paragraphs:
        if end - start <= _LONGEST_HEADING and not doc[end - 1].is_punct:
            yield from range(start, end)


def _mark_turns(
    doc: Doc, text: str, paragraphs: tuple[tuple[int, int], ...], skip: frozenset[int]
) -> Iterator[Turn]:
    for start, end in paragraphs:
        first = doc[start].idx
        label = (
            None
            if start in skip
            else speaker_label(text[first : doc[end - 1].idx + len(doc[end - 1])])
        )
        if label is None:
            continue
        speech = next((t.i for t in doc[start:end] if t.idx >= first + label[1]), None)
        if speech is not None and speech > start:
            doc[speech].is_sent_start = True
            yield Turn(start, speech, end)
