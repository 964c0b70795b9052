"""How large an article may be: every cap on what is read, in one place, each with its reason.

>>> DEFAULT.article_bytes
5000000

A cap protects the machine of whoever reads a stranger's text. What exceeds one is refused with a
reason, or shortened where the reason says so; nothing is lost in silence.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Caps on what is read, annotated and extracted; those of a query are in `kg.query`."""

    # --- reading -----------------------------------------------------------------------------
    article_bytes: int = 5_000_000
    """One raw article. The longest magazine pieces stay under 300 kB."""
    text_chars: int = 1_000_000
    """Canonical text: spaCy's own ``max_length``, above which its parser may exhaust memory."""
    title_chars: int = 2_000
    """A title; a longer one is a body that slipped into the wrong field."""
    url_chars: int = 2_000
    """A URL; browsers and servers stop at about the same length."""
    keywords: int = 200
    """Keywords of one article; the rest are left out."""
    keyword_chars: int = 300
    """One keyword, as long as the longest mention."""
    json_line_bytes: int = 8_000_000
    """One line of JSON Lines: a raw article whose every character is escaped, nearly."""
    json_depth: int = 50
    """Nesting of JSON; an article needs two, and the parser recurses."""
    first_year: int = 1600
    """Publication years before the first newspapers are misprints."""
    last_year: int = 2100
    """Publication years beyond are misprints; the wall clock is never asked."""
    fewest_words: int = 5
    """Fewer words are no article: a stray caption, an empty template."""

    authority_bytes: int = 200_000_000
    """A list of known people or places; half a million names with their aliases take less."""

    # --- normalising -------------------------------------------------------------------------
    combining_marks: int = 30
    """Marks on one letter (Unicode's stream-safe form). NFC is quadratic: 160,000 take 49 s."""
    repeated_punctuation: int = 3
    """One punctuation mark in a row. spaCy's tokeniser is quadratic: 20,000 brackets cost 86 s."""
    mixed_punctuation: int = 30
    """Different punctuation marks in a row, for the same reason; real text stays below ten."""
    unbroken_chars: int = 1_000
    """Characters with no white space; a space is put in. The longest real URLs are shorter."""

    # --- annotating and extracting -----------------------------------------------------------
    article_seconds: float = 20.0
    """Annotating and extracting one article, before its worker is stopped."""
    worker_bytes: int = 2_000_000_000
    """Memory of one worker: the language model takes a quarter of it."""


DEFAULT = Limits()
