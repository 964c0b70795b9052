"""Whom an article had named in full when it goes on with a surname.

    "Ida Lund spoke. … a memo to Lund … Odo Lund, who is not related to her, was mayor then."   →   Ida Lund

Asked of articles that name several of a surname. Readers know only whom they have met: a surname
that stands only between the first of them and the next is the first one's. Where it comes before
all of them, or after the second, this tells nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.names import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import ArticleEntity


def introduced(
    text: str, member: ArticleEntity, bearers: Mapping[int, Sequence[ArticleEntity]]
) -> int | None:
    """Return which of several bearers of a surname ``text`` means by the names of a member.

    ``bearers`` are the members of the same article that each of them has there.
    """
    full = {n: _places(text, _full_names(known)) for n, known in bearers.items()}
    first = sorted((min(places)[0], n) for n, places in full.items() if places)
    if len(first) < 2 or len(first) < len(bearers):  # noqa: PLR2004  # one and another
        return None
    within = [place for places in full.values() for place in places]
    alone = [
        start
        for start, end in _places(text, {split(member.name).surname})
        if not any(a <= start and end <= b for a, b in within)
    ]
    (met, who), (next_met, _), *_ = first
    return who if alone and met < min(alone) and max(alone) < next_met else None


def _full_names(members: Iterable[ArticleEntity]) -> set[str]:
    return {n for m in members for n in (m.name, *m.forms) if split(n).given}


def _places(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Return where any of some names stands as words of its own."""
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    if not either:
        return []
    return [found.span() for found in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", text)]
