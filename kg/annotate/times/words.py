"""The words for numbers, units and parts of the calendar, as data and as pieces of patterns.

``count_of("two and a half")`` is 2.5; ``PIECES["MONTH"]`` matches ``september`` and ``sept.``.
All in lower case: capitals are checked elsewhere, since ``may`` and ``march`` are common words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.annotate.times.periods import Grain

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time: ``size`` grains of the calendar, and its letter in an ISO 8601 duration."""

    grain: Grain | None
    size: int
    letter: str


# fmt: off
MONTH_NAMES: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)
MONTHS: Final = {name: number for number, name in enumerate(MONTH_NAMES, 1)} | {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}
WEEKDAY_NAMES: Final = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)
WEEKDAYS: Final = {name: number for number, name in enumerate(WEEKDAY_NAMES)}

ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS: Final = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)
TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS: Final = (
    {word: float(number) for number, word in enumerate((*ONES, *TEENS), 1)}
    | {word: 10.0 * number for number, word in enumerate(TENS, 2)}
    | {"a": 1, "an": 1, "half a": 0.5, "half an": 0.5, "hundred": 100, "a hundred": 100}
    | {"a dozen": 12, "a couple of": 2, "a couple": 2}
)
ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}
NAMED_DECADES: Final = {
    "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}

UNITS: Final = {
    "second": Unit(None, 1, "S"),
    "minute": Unit(None, 1, "M"),
    "hour": Unit(None, 1, "H"),
    "day": Unit(Grain.DAY, 1, "D"),
    "night": Unit(Grain.DAY, 1, "D"),
    "week": Unit(Grain.WEEK, 1, "W"),
    "fortnight": Unit(Grain.WEEK, 2, "W"),
    "month": Unit(Grain.MONTH, 1, "M"),
    "quarter": Unit(Grain.MONTH, 3, "M"),
    "year": Unit(Grain.YEAR, 1, "Y"),
    "decade": Unit(Grain.YEAR, 10, "Y"),
    "century": Unit(Grain.YEAR, 100, "Y"),
}
# fmt: on
FRACTIONS: Final = {"Y": ("M", 12), "D": ("H", 24), "H": ("M", 60)}
CLOCK_UNITS: Final = frozenset({"second", "minute", "hour"})
PARTS_OF_DAY: Final = ("morning", "afternoon", "evening", "night")

# Units that are also a precision of the calendar; a night counts as its day.
GRAINS: Final = dict.fromkeys(("day", *PARTS_OF_DAY), Grain.DAY) | {
    "week": Grain.WEEK,
    "month": Grain.MONTH,
    "year": Grain.YEAR,
}

# "Recent weeks" says no number: a reader takes it for less than one of the next larger unit.
RECENT: Final = {"day": 7, "week": 4, "month": 6, "year": 5}

SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first month

# How far from the present one a word points.
STEPS: Final = (
    dict.fromkeys(("last", "past", "previous", "prior", "preceding", "before"), -1)
    | dict.fromkeys(("this past", "the past"), -1)
    | dict.fromkeys(("this", "the", "same", "that"), 0)
    | dict.fromkeys(("next", "coming", "following", "after", "this coming", "the coming"), 1)
)

HOLIDAYS: Final = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}


def one_of(words: Iterable[str]) -> str:
    """Make an alternation of words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


_UNDER_100: Final = rf"(?:{one_of(TENS)}(?:[- ]{one_of(ONES)})?|{one_of([*ONES, *TEENS])})"

PIECES: Final = {
    "MONTH": rf"(?:{one_of(MONTH_NAMES)}"
    r"|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)(?:\.|\b(?= \d)))",
    "WEEKDAY": one_of(WEEKDAY_NAMES),
    "YEAR": r"(?:1[0-9]|20)\d\d",
    "DAYNUM": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d,.:]*\d)",
    "PART": rf"{one_of(PARTS_OF_DAY)}s?",
    "ORDINAL": one_of(ORDINALS),
    "STAGE": r"(?:early|late|mid|earlier|later)",
    "NUMBER": r"(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,6}(?:\.\d{1,3})?|half an?"
    rf"|{_UNDER_100}(?: and a half)?"
    r"|an? (?:dozen|hundred|couple(?: of)?|few)|an?|several|many|some|hundred)",
    "UNDERTWENTY": one_of([*ONES, *TEENS]),
    "UNIT": one_of([*(unit for unit in UNITS if unit != "century"), "centur(?:y|ie)"]) + "s?",
    "SEASON": one_of(SEASONS),
    "APPROX": r"(?:about|around|almost|nearly|roughly|some|just over|just under|over|more than"
    r"|less than|fewer than|at least|approximately|only|just|up to)",
    "TIMEZONE": r"(?:gmt|utc|[bc]?e[sd]?t|[pm][sd]t|local time)",
}


def count_of(words: str) -> float | None:
    """Read a number in words or digits, None for ``several`` and its like."""
    words = words.replace("-", " ").replace(",", "")
    if words[0].isdigit():
        return float(words)
    half = words.endswith(" and a half")
    words = words.removesuffix(" and a half")
    counts = [NUMBERS[words]] if words in NUMBERS else [NUMBERS.get(w) for w in words.split()]
    known = [count for count in counts if count is not None]
    return sum(known) + half / 2 if len(known) == len(counts) else None


def number_of(ordinal: str) -> int:
    """Read ``3``, ``3rd`` or ``third``."""
    return ORDINALS.get(ordinal) or int(ordinal.rstrip("stndrh"))


def unit_of(word: str) -> str:
    """Reduce ``centuries`` to ``century`` and ``weeks`` to ``week``."""
    return "century" if word.startswith("centur") else word.rstrip("s")


def duration(unit: str, count: float) -> str | None:
    """Write a duration in ISO 8601 without fractions; None if it takes one."""
    letter, amount = UNITS[unit].letter, count * UNITS[unit].size
    if amount != int(amount) and letter in FRACTIONS and unit != "minute":
        letter, factor = FRACTIONS[letter]
        amount *= factor
    if amount != int(amount):
        return None
    is_clock = unit in CLOCK_UNITS or letter == "H"
    return f"P{'T' if is_clock else ''}{int(amount)}{letter}"


def month_number(word: str) -> int:
    """Turn the name or abbreviation of a month into its number."""
    return MONTHS[word.rstrip(".")]
