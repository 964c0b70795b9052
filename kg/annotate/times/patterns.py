"""Which words can be a time? A table of named patterns, each with an example and its reader.

Patterns are matched against the text in lower case with straight apostrophes. Where two patterns
match at the same place the longer match wins, then the earlier pattern. The group ``span``, where a
pattern has one, is the time without its preposition; otherwise it is the whole match. To teach the
program a new way to say when, add a line here and a sentence to its tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from kg.annotate.times import reading as read
from kg.annotate.times.words import HOLIDAYS, PIECES, one_of

if TYPE_CHECKING:
    from kg.annotate.times.reading import Context, Reading

Reader: TypeAlias = "Callable[[re.Match[str], Context], Reading | None]"

# No word, price, reference or number goes on before or after a time.
START: Final = r"(?<![\w$£€#/&])(?<!\d[.,:])(?<![a-z]-)"
END: Final = r"(?!\w)(?![.,:]\d)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One way to say when."""

    name: str
    example: str
    regex: re.Pattern[str]
    read: Reader


def _pattern(name: str, example: str, regex: str, reader: Reader) -> Pattern:
    filled = re.sub(r"\{([A-Z]+)\}", lambda piece: PIECES[piece[1]], regex)
    return Pattern(
        name=name, example=example, regex=re.compile(f"{START}(?:{filled}){END}"), read=reader
    )


_REL_YEAR: Final = r" (?:of )?(?P<rel>last|this|next) year"
_EDGE: Final = r"the (?:very )?(?:end|beginning|start|middle|close|turn) of "
_STAGE: Final = r"(?P<stage>early|mid|late)[- ]"
_COUNTED: Final = r"(?:(?P<approx>{APPROX}) )?(?P<number>{NUMBER})[ -](?P<unit>{UNIT})"
_VAGUE_UNIT: Final = r"(?:minutes|hours|days|weeks|months|years|decades|centuries)"

PATTERNS: Final[tuple[Pattern, ...]] = (
    # Days of the calendar
    _pattern(
        "iso date", "2017-06-06",
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", read.full_date,
    ),
    _pattern(
        "numeric date", "20/01/2008",
        r"(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})",
        read.numeric_date,
    ),
    _pattern(
        "attacks of 2001", "9/11",
        r"9/11|sept(?:\.|ember) 11(?= (?:terror(?:ist)? )?(?:attack|hijack))",
        read.attacks_of_2001,
    ),
    _pattern(
        "month and day", "tuesday, june 6, 2017",
        r"(?:the {PART} of )?(?:(?P<weekday>{WEEKDAY}),? )?(?P<month>{MONTH}) (?P<day>{DAYNUM})"
        rf"(?:,? (?P<year>{{YEAR}})|{_REL_YEAR})?",
        read.day_of_month,
    ),
    _pattern(
        "day and month", "the 20th of january 2008",
        r"(?:(?P<weekday>{WEEKDAY}),? )?(?:the )?(?P<day>{DAYNUM})(?: of)? (?P<month>{MONTH})"
        rf"(?:,? (?P<year>{{YEAR}})|{_REL_YEAR})?",
        read.day_of_month,
    ),
    _pattern(
        "days of a month", "march 3-5, 2016",
        r"(?P<month>{MONTH}) (?P<day>{DAYNUM})(?: ?[-–—] ?| and | to )(?P<last>{DAYNUM})"
        r"(?:,? (?P<year>{YEAR}))?",
        read.days_of_month,
    ),
    _pattern(
        "holiday", "christmas eve 2019",
        rf"(?P<holiday>{one_of(map(re.escape, HOLIDAYS))})(?:,? (?P<year>{{YEAR}}))?",
        read.holiday,
    ),
    # Days by their distance from the day of publication
    _pattern(
        "weekday", "late monday",
        r"(?:(?P<article>an?|one) |(?P<which>last|next|this(?: past| coming)?) )?"
        r"(?:(?:early|late|mid)[- ](?:on )?|the end of the day (?:on )?|the {PART} of )?"
        r"(?P<weekday>{WEEKDAY})(?:[ -]{PART})?(?: (?:of )?(?P<rel>last|this|next) week)?",
        read.weekday,
    ),
    _pattern(
        "near day", "yesterday afternoon",
        r"(?:(?:early|late|earlier|later) )?(?P<day>yesterday|today|tonight|tomorrow)(?: {PART})?",
        read.near_day,
    ),
    _pattern(
        "two days off", "the day before yesterday",
        r"the day (?P<day>before yesterday|after tomorrow)", read.near_day,
    ),
    _pattern(
        "part of a day", "last night",
        r"(?:(?:early|late|earlier|later) )?(?:(?P<day>last) night|this (?:morning|afternoon|evening))",
        read.near_day,
    ),
    # Months, weeks, years
    _pattern(
        "month", "early may 2016",
        rf"(?:(?P<which>last|next|this(?: past| coming)?) |(?:early|late|mid)[- ](?:in )?|{_EDGE})?"
        rf"(?P<month>{{MONTH}})(?:(?:,| of)? (?P<year>{{YEAR}})|{_REL_YEAR})?",
        read.month,
    ),
    _pattern(
        "week of a month", "the first week of april",
        r"the (?P<ordinal>first|second|third|fourth|last) week of (?P<month>{MONTH})"
        rf"(?:,? (?P<year>{{YEAR}})|{_REL_YEAR})?",
        read.week_of_month,
    ),
    _pattern(
        "unit beside", "later this month",
        rf"(?:{{STAGE}} |(?:the )?(?:rest|remainder) of |{_EDGE})?(?P<which>last|this|next)"
        r" (?P<unit>week|month|year|decade|century|quarter)",
        read.unit_beside,
    ),
    _pattern(
        "edge of the present unit", "the end of the year",
        rf"(?:{{STAGE}} in |the (?:rest|remainder) of |{_EDGE})(?P<which>the)"
        r" (?:current )?(?P<unit>day|week|month|year|decade|century)(?! (?:after|before))",
        read.unit_beside,
    ),
    _pattern(
        "weekend", "the weekend",
        r"(?P<which>this past|the past|this coming|the coming|this|the|last|next) weekend",
        read.weekend,
    ),
    _pattern("year end", "year end", r"(?:the )?year(?:'s)?[- ]end", read.year_end),
    _pattern(
        "season of a year", "the summer of 2012",
        r"(?:the )?(?:(?:early|late|mid)[- ])?(?P<season>{SEASON})(?: of|,)? (?P<year>{YEAR})"
        r"(?:[-–/](?P<last>\d\d(?:\d\d)?))?",
        read.season,
    ),
    _pattern(
        "season", "last summer",
        r"(?:(?:early|late|earlier|later) )?(?P<which>last|next|this|the)"
        r" (?:(?:early|late) )?(?P<season>{SEASON})",
        read.season,
    ),
    _pattern(
        "quarter", "the first quarter of 2016",
        r"the (?P<ordinal>first|second|third|fourth|last|final) (?P<part>quarter)"
        r"(?: of (?:the )?(?:(?P<year>{YEAR})|(?P<rel>last|this|next) year))?",
        read.part_of_year,
    ),
    _pattern(
        "half", "the second half of 2016",
        r"the (?P<ordinal>first|second|last|latter) (?P<part>half)"
        r" of (?:(?P<year>{YEAR})|(?P<rel>last|this|next|the) year)",
        read.part_of_year,
    ),
    _pattern(
        "decade", "the late 1980s",
        rf"(?:the )?(?:{_STAGE})?(?P<decade>(?:1[0-9]|20)\d0)'?s"
        r"(?P<short>(?!))?",
        read.decade,
    ),
    _pattern(
        "short decade", "the '90s",
        r"(?:the (?:(?P<stage>early|mid|late)[- ])?'?)(?P<short>[3-9]0)'?s(?P<decade>(?!))?",
        read.decade,
    ),
    _pattern(
        "century", "the late 18th century",
        rf"(?:the )?(?:{_STAGE})?(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|"
        rf"{one_of([*read.ORDINALS, *read.WORD_CENTURIES])})[- ]century(?P<bc> b\.?c\b)?",
        read.century,
    ),
    _pattern(
        "years", "2010-2014",
        r"(?P<year>{YEAR})[-–—/](?P<last>(?:1[0-9]|20)\d\d|\d\d)(?!-)", read.year_range,
    ),
    _pattern(
        "fiscal year", "fiscal 2017",
        r"(?:the )?fiscal (?:year )?{YEAR}|fy ?'?(?:20)?\d\d", read.unknown_stretch,
    ),
    _pattern(
        "year", "early 2020",
        rf"(?:(?P<stage>early|late|mid)[- ](?:in )?|(?P<edge>{_EDGE}))?(?P<year>{{YEAR}})",
        read.year,
    ),
    # Distances and stretches
    _pattern("ago", "just over 24 hours ago", rf"{_COUNTED} ago", read.ago),
    _pattern("from now", "three days from now", rf"{_COUNTED} (?:from (?:now|today)|hence)",
             read.from_now),
    _pattern(
        "long ago", "years ago", rf"{_VAGUE_UNIT} (?:ago|later|earlier|afterwards?)", read.unknown
    ),
    _pattern(
        "later", "two days later",
        rf"{_COUNTED} (?P<way>later|earlier|afterwards?|previously|before(?= ?[.,;)]|$))",
        read.later,
    ),
    _pattern(
        "adjacent", "the previous day",
        r"(?:(?:early|late) (?:on )?)?the (?:very )?"
        r"(?P<way>following|previous|prior|preceding|same|next(?= (?:day|night|morning|afternoon|evening)))"
        r" (?P<unit>day|night|morning|afternoon|evening|week|month|year|spring|summer|autumn|winter)",
        read.adjacent,
    ),
    _pattern(
        "day after", "the day before",
        r"the (?P<unit>day|night|week|month|year) (?P<way>before|after)(?= ?[.,;)]|$)",
        read.adjacent,
    ),
    _pattern(
        "that day", "later that day",
        r"(?:{STAGE} )?that (?:same )?"
        r"(?P<unit>day|night|morning|afternoon|evening|week|month|year|summer|winter|spring|autumn)",
        read.that_unit,
    ),
    _pattern(
        "recent", "recent weeks",
        r"(?:the )?(?:more |most )?(?P<way>recent|coming|(?:last|past|next|coming) (?:few|several|couple of))"
        r" (?P<unit>days|weeks|months|years|decades)",
        read.recent,
    ),
    _pattern(
        "stretch", "the past three years",
        r"(?:(?:the|these) (?P<way>past|last|next|coming) (?:(?P<number>{NUMBER}) )?)(?P<unit>{UNIT})",
        read.stretch,
    ),
    _pattern(
        "days around", "the days",
        rf"the {_VAGUE_UNIT}(?= (?:leading up|running up|before|after|following|since|ahead))",
        read.unknown_stretch,
    ),
    # Lengths
    _pattern(
        "length", "nine-day",
        r"(?P<number>{NUMBER})[ -](?:(?P<sort>working|business|school|trading|consecutive|straight"
        r"|full|more|whole|long|calendar|additional|extra|further)[ -])?"
        r"(?P<unit>{UNIT})(?P<half> and a half)?(?:-long)?(?![- ]olds?\b)(?! of age)",
        read.length,
    ),
    _pattern(
        "vague length", "decades",
        rf"(?<=\bfor ){_VAGUE_UNIT}|(?<=\bwithin ){_VAGUE_UNIT}|(?<=\bin ){_VAGUE_UNIT}"
        rf"|(?<=\bfor )(?:so |too )?(?:long|a long time|some time)\b(?! as)",
        read.unknown_length,
    ),
    # Repetitions
    _pattern(
        "every", "every two weeks",
        r"(?:every|each) (?:(?P<other>other|second) )?(?:(?P<number>{NUMBER}) )?"
        r"(?P<unit>{UNIT}|{WEEKDAY}|weekend|morning|afternoon|evening)",
        read.every,
    ),
    _pattern(
        "often", "once a week",
        r"(?P<count>once|twice|{NUMBER} times) (?:an?|each|every|per) (?P<unit>{UNIT})", read.often,
    ),
    _pattern("weekly", "sundays", r"(?P<weekday>{WEEKDAY})s|(?:sun|mon|tues|wednes|thurs|fri|satur)day"
             r" (?:mornings|afternoons|evenings|nights)|(?<=\bon )weekends|(?<=\bat )weekends",
             read.weekly),
    _pattern(
        "adverb of repetition", "annually",
        r"(?P<adverb>annually|yearly|monthly|weekly|daily)", read.adverb_of_repetition,
    ),
    _pattern("at times", "at times", r"at (?P<span>times)|from time to time|every now and (?:then|again)",
             read.unknown_set),
    # Without a place in the calendar
    _pattern(
        "clock time", "15:11 gmt",
        r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.m\.?|[ap]m)|\d{1,2}:\d\d(?= (?:gmt|utc|[bc]?e[sd]?t|[pm][sd]t|local time))"
        r"|(?<=\bat )\d{1,2}:\d\d|\d{4}(?= (?:gmt|utc))|(?:12 )?noon|midnight|\w+ o'clock)"
        r"(?: (?:gmt|utc|[bc]?e[sd]?t|[pm][sd]t|local time))?",
        read.unknown,
    ),
    _pattern("at the time", "at the time",
             r"(?:at|by) (?P<span>(?:the|that|this) (?:time|moment|point)(?! (?:of|when)))"
             r"|in the (?:meantime|interim)",
             read.unknown),
    _pattern("these days", "these days", r"these days|nowadays|the other day", read.unknown),
)  # fmt: skip
