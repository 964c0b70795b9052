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
_BLOCK = re.compile(r"\n[^\S\n]*\n")
_SENTENCE_END = re.compile(r"[.!?:…][\"”’')\]]*$")
_ITEM = re.compile(r"[-*•–—]\s|\d{1,3}[.)]\s")


def canonical(raw: str, limits: Limits = DEFAULT) -> str:
    """Return the text that all offsets refer to: one paragraph per line, every character safe."""
    lines = unwrap(clean(raw, limits)).split("\n")
    return "\n".join(unglue(line) for line in lines if line)


def unwrap(text: str, *, only_with_blank_lines: bool = True) -> str:
    """Join the lines of paragraphs that were wrapped at a fixed width.

    Without blank lines a list of short lines looks the same as a wrapped paragraph, and it is left
    alone; a caller who knows better says ``only_with_blank_lines=False``.
    """
    blocks = [block.strip("\n").split("\n") for block in _BLOCK.split(text)]
    if only_with_blank_lines and len(blocks) < 2:  # noqa: PLR2004 — one block, no blank line
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
    paragraph = lines[0]
    for line, after in pairwise(lines):
        if not _is_full(line, after, width):
            yield paragraph
            paragraph = after
        elif paragraph.endswith("-"):
            paragraph += after
        else:
            paragraph = f"{paragraph} {after}"
    yield paragraph
