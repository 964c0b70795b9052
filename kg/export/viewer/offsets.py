"""Turn offsets of a Python string into those of a JavaScript string.

Python counts code points, JavaScript counts UTF-16 units: every character beyond U+FFFF (an emoji,
a rare ideograph) shifts all later offsets by one.

    >>> utf16_offsets("a😀b")(2)
    3

Ignores grapheme clusters: a span that splits one is passed on as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_LAST_OF_ONE_UNIT = "\uffff"


def utf16_offsets(text: str) -> Callable[[int], int]:
    """Return a function from an offset in code points of ``text`` to one in UTF-16 units."""
    wide = [i for i, char in enumerate(text) if char > _LAST_OF_ONE_UNIT]
    if not wide:
        return lambda offset: offset
    return lambda offset: offset + bisect_left(wide, offset)
