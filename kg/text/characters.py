r"""Which characters may stand in a text: any string made safe to store, tokenise and show.

    >>> clean("cafe\u0301\x00 (((((((( end.\u200bThe")
    'café ((( end.The'

Removed: control characters, zero-width spaces, byte-order marks, soft hyphens, bidirectional
controls, characters that XML forbids. Kept: everything that is seen, and the joiners that Arabic,
Indic scripts and emoji need. Line breaks are left to `kg.text.paragraphs`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from kg.limits import DEFAULT

if TYPE_CHECKING:
    from kg.limits import Limits

_JOINERS = "\u200c\u200d"

_REMOVED = (
    *range(0x09),  # C0 controls; a NUL ends a string for SQLite and breaks every XML reader
    *range(0x0E, 0x20),
    *range(0x7F, 0x85),  # DEL and C1 controls
    *range(0x86, 0xA0),
    0xAD,  # soft hyphen
    0x61C,  # Arabic letter mark
    0x180E,  # Mongolian vowel separator
    0x200B,  # zero-width space: `end.<ZWSP>The` stays one token otherwise
    0x200E,
    0x200F,  # left-to-right and right-to-left marks
    *range(0x202A, 0x202F),  # bidirectional embeddings and overrides
    *range(0x2060, 0x2070),  # word joiner, invisible operators, isolates
    *range(0xD800, 0xE000),  # lone surrogates: no UTF-8 can hold them
    0xFEFF,  # byte-order mark
    *range(0xFDD0, 0xFDF0),  # noncharacters
    *range(0xFFF9, 0xFFFD),  # interlinear annotation, object replacement
    *(plane << 16 | low for plane in range(17) for low in (0xFFFE, 0xFFFF)),
    *range(0xE0000, 0xE0080),  # tags: invisible ASCII
    *range(0xE0100, 0xE01F0),  # variation selectors supplement: invisible too
)
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_REMOVED),
    0x0B: "\n",
    0x0C: "\n",
    0x0D: "\n",
    0x85: "\n",
    0x2028: "\n",
    0x2029: "\n\n",
}

_NON_ASCII_RUN = re.compile(r"[^\x00-\x7f]+")
_JOINER_RUN = re.compile(f"[{_JOINERS}]{{2,}}")
# A joiner joins two characters of a script (or two emoji); beside ASCII, a space or general
# punctuation it joins nothing.
_VISIBLE = r"[^\x00-\x7f\u2000-\u206f\s]"
_IDLE_JOINER = re.compile(f"(?<!{_VISIBLE})[{_JOINERS}]|[{_JOINERS}](?!{_VISIBLE})")
_BLANKS = re.compile(r"[^\S\n]+")
_EDGE_BLANKS = re.compile(r" ?\n ?")


def clean(raw: str, limits: Limits = DEFAULT) -> str:
    """Return ``raw`` in NFC with only harmless characters and one kind of line break."""
    text = raw.replace("\r\n", "\n").translate(_TABLE)
    text = _nfc(text, limits.combining_marks)
    text = _without_idle_joiners(text, limits.combining_marks)
    text = _collapse_punctuation(text, limits)
    text = _BLANKS.sub(" ", text)
    text = _break_long_runs(text, limits.unbroken_chars)
    return _EDGE_BLANKS.sub("\n", text).strip(" ")


def one_line(raw: str, limits: Limits = DEFAULT) -> str:
    """Return ``raw`` cleaned and on one line: a title, a keyword, a name."""
    return " ".join(clean(raw, limits).split())


def _nfc(text: str, most: int) -> str:
    # Before, since NFC sorts marks in quadratic time; after, since it can split one in two.
    return _cap_marks(unicodedata.normalize("NFC", _cap_marks(text, most)), most)


def _without_idle_joiners(text: str, most: int) -> str:
    kept = _IDLE_JOINER.sub("", _JOINER_RUN.sub(lambda m: m[0][0], text))
    return text if kept == text else _nfc(kept, most)  # a letter may have met its accent


def _cap_marks(text: str, most: int) -> str:
    def cap(match: re.Match[str]) -> str:
        run, kept, marks = match[0], [], 0
        if len(run) <= most:
            return run
        for char in run:
            marks = marks + 1 if unicodedata.combining(char) else 0
            if marks <= most:
                kept.append(char)
        return "".join(kept)

    return text if text.isascii() else _NON_ASCII_RUN.sub(cap, text)


def _collapse_punctuation(text: str, limits: Limits) -> str:
    same, mixed = limits.repeated_punctuation, limits.mixed_punctuation
    text = re.sub(rf"([^\w\s]|_)\1{{{same},}}", lambda m: m[1] * same, text)
    return re.sub(rf"(?:[^\w\s]|_){{{mixed + 1},}}", lambda m: m[0][:mixed].rstrip(_JOINERS), text)


def _break_long_runs(text: str, most: int) -> str:
    def pieces(match: re.Match[str]) -> str:
        run = match[0]
        cut = (run[at : at + most].strip(_JOINERS) for at in range(0, len(run), most))
        return " ".join(piece for piece in cut if piece)

    return re.sub(rf"\S{{{most + 1},}}", pieces, text)
