"""Whatever words for a time say, their value is a date, interval, duration or repetition."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.times import Tense, value_of
from kg.annotate.times.patterns import PATTERNS

POINT = r"\d{4}(?:-W\d\d|-\d\d(?:-\d\d)?)?"
VALUE = re.compile(rf"{POINT}|{POINT}/{POINT}|(?:R/)?P(?:T\d+[HMS]|\d+[DWMY])")
DAYS = st.dates(min_value=date(1400, 1, 1), max_value=date(8999, 12, 31))
TENSES = st.sampled_from(list(Tense))


@st.composite
def phrases(draw: st.DrawFn) -> str:
    """Draw words that some pattern matches."""
    pattern = draw(st.sampled_from(PATTERNS))
    return draw(st.from_regex(pattern.regex, fullmatch=True))


@given(words=phrases(), anchor=DAYS, tense=TENSES)
def test_value_is_iso_8601(words: str, anchor: date, tense: Tense) -> None:
    value = value_of(words, anchor=anchor, tense=tense)
    assert value is None or VALUE.fullmatch(value)


@given(words=phrases(), anchor=DAYS, tense=TENSES)
def test_interval_does_not_end_before_it_begins(words: str, anchor: date, tense: Tense) -> None:
    first, _, last = (value_of(words, anchor=anchor, tense=tense) or "").partition("/")
    if last and first != "R":
        assert first <= last


@given(words=st.text(max_size=40), anchor=DAYS)
def test_any_text_is_read_without_an_error(words: str, anchor: date) -> None:
    value = value_of(words, anchor=anchor)
    assert value is None or VALUE.fullmatch(value)


@given(weekday=st.sampled_from(["Monday", "Tuesday", "Friday", "Sunday"]), anchor=DAYS)
def test_past_and_next_weekday_enclose_the_day_of_publication(weekday: str, anchor: date) -> None:
    past = date.fromisoformat(value_of(weekday, anchor=anchor, tense=Tense.PAST) or "")
    ahead = date.fromisoformat(value_of(weekday, anchor=anchor, tense=Tense.FUTURE) or "")
    assert past <= anchor <= ahead
    assert (ahead - past).days in {0, 7}
    assert past.strftime("%A") == ahead.strftime("%A") == weekday
