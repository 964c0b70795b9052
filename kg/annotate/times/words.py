"""Which words name numbers, units and parts of the calendar, as data and as pieces of patterns?

``count_of("two and a half")`` is 2.5; ``PIECES["MONTH"]`` matches ``september`` and ``sept.``. All in
lower case: capitals are checked where a name of a month could be a common word.
"""

from __future__ import annotations

from typing import Final

from kg.annotate.times.periods import Grain

MONTH_NAMES: Final = (
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
)
MONTHS: Final = {name: number for number, name in enumerate(MONTH_NAMES, 1)} | {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
WEEKDAY_NAMES: Final = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: Final = {name: number for number, name in enumerate(WEEKDAY_NAMES)}

ONES: Final = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS: Final = (
    ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
)
TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS: Final = (
    {word: number for number, word in enumerate([*ONES, *TEENS], 1)}
    | {word: 10 * number for number, word in enumerate(TENS, 2)}
    | {"a": 1, "an": 1, "half a": 0.5, "half an": 0.5, "hundred": 100, "a hundred": 100}
    | {"a dozen": 12, "a couple of": 2, "a couple": 2, "a thousand": 1000}
)
ORDINALS: Final = {
    word: number
    for number, word in enumerate(["first", "second", "third", "fourth", "fifth"], 1)
}  # fmt: skip

# Unit: its grain, how many of the grain it holds, and its ISO 8601 duration designator with a factor.
UNITS: Final[dict[str, tuple[Grain | None, int, str, int]]] = {
    "second": (None, 1, "S", 1),
    "minute": (None, 1, "M", 1),
    "hour": (None, 1, "H", 1),
    "day": (Grain.DAY, 1, "D", 1),
    "night": (Grain.DAY, 1, "D", 1),
    "week": (Grain.WEEK, 1, "W", 1),
    "fortnight": (Grain.WEEK, 2, "W", 2),
    "month": (Grain.MONTH, 1, "M", 1),
    "quarter": (Grain.MONTH, 3, "M", 3),
    "year": (Grain.YEAR, 1, "Y", 1),
    "decade": (Grain.YEAR, 10, "Y", 10),
    "century": (Grain.YEAR, 100, "Y", 100),
}
CLOCK_UNITS: Final = frozenset({"second", "minute", "hour"})

# "Recent weeks" says no number: a reader takes it for less than one of the next larger unit.
RECENT: Final = {"day": 7, "week": 4, "month": 6, "year": 5}

# First month and number of months; winter is left out: it belongs to two years.
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

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


def one_of(words: object) -> str:
    """Make an alternation of words, the longest first."""
    listed = sorted(map(str, words), key=len, reverse=True)  # type: ignore[call-overload]
    return "(?:" + "|".join(listed) + ")"


_CARDINAL: Final = rf"(?:{one_of(TENS)}(?:[- ]{one_of(ONES)})?|{one_of([*ONES, *TEENS])})"
VAGUE_COUNTS: Final = ("a few", "several", "many", "some", "the few")

PIECES: Final = {
    "MONTH": rf"(?:{one_of(MONTH_NAMES)}|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)(?:\.|\b(?=\s\d)))",
    "WEEKDAY": one_of(WEEKDAY_NAMES),
    "YEAR": r"(?:1[0-9]|20)\d\d",
    "DAYNUM": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d,.:]*\d)",
    "PART": r"(?:mornings?|afternoon|evening|nights?)",
    "STAGE": r"(?:early|late|mid|earlier|later)",
    "NUMBER": rf"(?:\d+(?:[.,]\d+)?|half an?|{_CARDINAL}(?: and a half)?"
    r"|an? (?:dozen|hundred|couple(?: of)?|few)|an?|several|many|some|hundred)",
    "UNIT": one_of([*(unit for unit in UNITS if unit != "century"), "centur(?:y|ie)"]) + "s?",
    "SEASON": one_of(SEASONS),
    "APPROX": r"(?:about|around|almost|nearly|roughly|some|just over|just under|over|more than"
    r"|less than|fewer than|at least|approximately|only|just|up to)",
}


def count_of(words: str) -> float | None:
    """Read a number, None for ``several`` and its like."""
    words = words.replace("-", " ").replace(",", "")
    if words[0].isdigit():
        return float(words)
    if words.endswith(" and a half"):
        whole = count_of(words.removesuffix(" and a half"))
        return None if whole is None else whole + 0.5
    if words in NUMBERS:
        return float(NUMBERS[words])
    parts = [NUMBERS.get(part) for part in words.split()]
    known = [part for part in parts if part is not None]
    return float(sum(known)) if known and len(known) == len(parts) else None


def unit_of(word: str) -> str:
    """Reduce ``centuries`` to ``century`` and ``weeks`` to ``week``."""
    return "century" if word.startswith("centur") else word.rstrip("s")


def month_of_name(word: str) -> int:
    """Number a month by its name or abbreviation."""
    return MONTHS[word.rstrip(".")]
