r"""Text for a terminal or a log: what came from a stranger's article is shown, never obeyed.

    >>> visible("Breaking\x1b[2J news")
    'Breaking\\x1b[2J news'

Escape sequences could clear the screen or retitle the window, a newline could fake a log line, and
a bidirectional override could turn a name around; all are shown as what they are.
"""

from __future__ import annotations

import unicodedata

# Control, format (bidirectional overrides, zero-width), surrogate, line and paragraph separators.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    """Return ``text`` on one line, with every invisible or controlling character escaped."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _UNSAFE:
        return character
    return character.encode("unicode_escape").decode("ascii")
