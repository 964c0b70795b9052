r"""Where one paragraph ends and the next begins.

    >>> canonical("The boat sank on\nFriday off Aceh.\n\nNobody was hurt.The search goes on.")
    'The boat sank on Friday off Aceh.\nNobody was hurt.\nThe search goes on.'

The result has one paragraph on each line. Text wrapped at a fixed width, with blank lines between
its paragraphs, is unwrapped; text with a paragraph on each line stays so; paragraphs that lost
their line break (`kg.text.glue`) get it back. ``canonical(canonical(x)) == canonical(x)``.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.limits import DEFAULT
from kg.text.characters import clean
from kg.text.glue import unglue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.limits import Limits

_WIDEST_WRAP = 120  # nobody wraps by hand beyond; a paragraph on one line is usually longer
_RAGGED = 0.12  # how much narrower than the widest line a full line may be, as a share
_WRAPPED_SHARE = 0.6
_INDENTED_SHARE = 0.6  # where more lines are indented, the whole text is
_INDENT = re.compile(r"\r?\n(?=(?: {2,12}|\t)[^\s])")
_BLOCK = re.compile(r"\n[^\S\n]*\n")
_SENTENCE_END = re.compile(r"[.!?:…][\"”’')\]]*$")
_ITEM = re.compile(r"[-*•–—]\s|\d{1,3}[.)]\s")


def canonical(raw: str, limits: Limits = DEFAULT, *, lone_block: bool = False) -> str:
    """Return the text that all offsets refer to: one paragraph per line, every character safe.

    Without any blank line, a list of short lines and a wrapped paragraph look the same; such a
    text is unwrapped only as ``lone_block``, which knows that it was never canonical before.
    """
    lines = unwrap(clean(_with_blank_lines(raw), limits), lone_block=lone_block).split("\n")
    return "\n".join(unglue(line) for line in lines if line)


def _with_blank_lines(raw: str) -> str:
    """Set indented paragraphs off by blank lines, as wire services write them."""
    lines = raw.count("\n") + 1
    indented = sum(1 for _ in _INDENT.finditer(raw))
    return _INDENT.sub("\n\n", raw) if 0 < indented <= _INDENTED_SHARE * lines else raw


def unwrap(text: str, *, lone_block: bool = False) -> str:
    """Join the lines of paragraphs that were wrapped at a fixed width, and drop blank lines."""
    blocks = [block.strip("\n").split("\n") for block in _BLOCK.split(text)]
    if len(blocks) == 1 and not lone_block:
        return text
    pairs = [pair for block in blocks for pair in pairwise(block)]
    width = max((len(line) for pair in pairs for line in pair), default=0)
    if not _is_wrapped(pairs, width):
        return "\n".join(line for block in blocks for line in block)
    return "\n".join(line for block in blocks for line in _joined(block, width))


def _is_wrapped(pairs: list[tuple[str, str]], width: int) -> bool:
    if not pairs or width > _WIDEST_WRAP:
        return False
    full = sum(_is_full(line, after, width) for line, after in pairs)
    cut = sum(_SENTENCE_END.search(line) is None for line, _ in pairs)
    return min(full, cut) >= _WRAPPED_SHARE * len(pairs)


def _is_full(line: str, after: str, width: int) -> bool:
    """Tell whether the next word would not have fitted, so that the break means nothing."""
    word = len(after.split(" ", 1)[0])
    return len(line) + 1 + word > width * (1 - _RAGGED) and not _ITEM.match(after)


def _joined(lines: list[str], width: int) -> Iterable[str]:
    parts = [lines[0]]
    for line, after in pairwise(lines):
        if not _is_full(line, after, width):
            yield "".join(parts)
            parts = [after]
        else:
            parts += [after] if line.endswith("-") else [" ", after]
    yield "".join(parts)
