"""What the times named so far are to the next one: the last point, the day of the story, an aside.

``He was shot on May 17. He died two days later``: the last point is May 17, and in an article of
that week it is the day of the story, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.annotate.times.periods import Grain, Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span

    from kg.annotate.times.find import Found

NEWS_DAYS: Final = 7  # older days are background of the news
NEAR_SENTENCES: Final = 2  # a story goes on over a sentence without a time
ASIDES: Final = frozenset({"relcl", "acl", "advcl"})
INSIDE_NOUN_PHRASE: Final = frozenset({"nummod", "compound", "amod", "nmod", "poss"})


def previous(found: Sequence[Found], sent: Span) -> Found | None:
    """Find the last point that this sentence or the two before it named."""
    earliest = sent.start
    for _ in range(NEAR_SENTENCES):
        earliest = sent.doc[earliest - 1].sent.start if earliest else 0
    for one in reversed(found):
        if one.span.start < earliest:
            return None
        if _point(one) is not None:
            return one
    return None


def latest(found: Sequence[Found], published: Period | None) -> Period | None:
    """Find the last point named, where it is of the year of publication."""
    last = next((period for one in reversed(found) if (period := _point(one))), None)
    is_of_year = last and published and last.first.year == published.first.year
    return last if is_of_year else None


def story(found: Sequence[Found], published: Period | None) -> Period | None:
    """Find the last day named of the week before publication."""
    if published is None or published.grain is not Grain.DAY:
        return None
    for one in reversed(found):
        period = _point(one)
        if period is not None and period.grain is Grain.DAY and _is_news(period, published):
            return period
    return None


def _is_news(day: Period, published: Period) -> bool:
    return 0 <= (published.first - day.first).days <= NEWS_DAYS


def _point(found: Found) -> Period | None:
    period = found.reading.period
    is_point = found.reading.kind == "date" and period is not None and period.grain.is_point
    return period if is_point else None


def is_aside(span: Span) -> bool:
    """Say whether a time is told in passing: ``who founded the firm in 2005``, ``his 1999 book``."""
    token = span.root
    if token.dep_ in INSIDE_NOUN_PHRASE and token.head.pos_ == "NOUN":
        return True
    verb = next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None)
    return verb is not None and verb.dep_ in ASIDES
