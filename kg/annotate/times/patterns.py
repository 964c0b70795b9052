"""The words that can be a time: a table of named patterns, each with an example and its reader.

Patterns are matched against the text in lower case with straight apostrophes. Where two patterns
match at the same place the longer match wins, then the earlier pattern. The group ``span``, where a
pattern has one, is the time without its preposition; otherwise it is the whole match. To teach the
program a new way to say when, add a line here and a sentence to its tests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from kg.annotate.times import calendars, days, distances, lengths, reading, story
from kg.annotate.times.words import HOLIDAYS, MONTH_NAMES, NAMED_DECADES, PIECES, one_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.annotate.times.reading import Context, Reading

Reader: TypeAlias = "Callable[[re.Match[str], Context], Reading | None]"

# No word, price, reference or number goes on before or after a time.
START: Final = r"(?<![\w$£€#/&])(?<!\d[.,:])(?<![a-z]-)"
END: Final = r"(?!\w)(?![.,:]\d)"

# Every time has one of these words in it; a pattern is tried only where one of its kinds is near.
# fmt: off
TRIGGER: Final = re.compile(
    r"(?P<number>\d)"
    rf"|(?P<weekday>{PIECES['WEEKDAY']})"
    rf"|(?P<month>{one_of(MONTH_NAMES)}|\b(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\b)"
    r"|(?P<unit>second|minute|hour|day|night|week|month|quarter|year|decade|centur)"
    rf"|(?P<season>{PIECES['SEASON']})"
    r"|(?P<word>morning|afternoon|evening|tomorrow|noon|o'clock|time|moment|interim|long\b|ties\b"
    r"|every now|daily|annual|biennial|christmas|halloween)"
    r"|(?P<vague>\b(?:now|recently|currently|lately|presently|nowadays|future|then)\b)"
)
# fmt: on


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One way to say when."""

    name: str
    example: str
    regex: re.Pattern[str]
    read: Reader
    near: frozenset[str]
    says: tuple[str, ...]

    def can_be_in(self, text: str, kinds: frozenset[str]) -> bool:
        """Tell whether a stretch has one of the pattern's kinds of words and one of its words.

        Matching costs far more than this.
        """
        if self.near.isdisjoint(kinds):
            return False
        return not self.says or any(word in text for word in self.says)


def _pattern(
    name: str, example: str, regex: str, read: Reader, near: str = "unit", says: str = ""
) -> Pattern:
    """Make a pattern; every match of it has one of the words ``says``, which bars part."""
    filled = re.sub(r"\{([A-Z]+)\}", lambda piece: PIECES[piece[1]], regex)
    return Pattern(
        name=name,
        example=example,
        regex=re.compile(f"{START}(?:{filled}){END}"),
        read=read,
        near=frozenset(near.split()),
        says=tuple(filter(None, says.split("|"))),
    )


_OF_YEAR: Final = r"(?:,? (?P<year>{YEAR})| (?:of )?(?P<rel>last|this|next) year)?"
_EDGE: Final = r"the (?:very )?(?:end|beginning|start|middle|close|turn) of "
_REST: Final = r"(?:the )?(?:rest|remainder) of "
_IN_PART: Final = r"(?:early|late|mid)[- ](?:in )?"
_STAGE: Final = r"(?:(?P<stage>early|mid|late)[- ])?"
# Editors put what they change in quoted words into brackets: "[Ten] years ago".
_COUNTED: Final = r"(?:(?P<approx>{APPROX}) )?\[?(?P<number>{NUMBER})\]?[ -](?P<unit>{UNIT})"
_UNITS: Final = r"(?:minutes|hours|days|weeks|months|years|decades|centuries)"
_COUNT_OF_AGES: Final = r"(?:{APPROX} )?(?:{NUMBER} )?(?:thousand|million|billion)s?(?: of)?"
_STORY_UNIT: Final = (
    r"(?P<unit>day|night|morning|afternoon|evening|week|month|year|spring|summer|autumn|winter)"
)

# fmt: off
PATTERNS: Final[tuple[Pattern, ...]] = (
    # Days of the calendar
    _pattern(
        "iso date", "2017-06-06",
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
        days.full_date, near="number", says="-",
    ),
    _pattern(
        "numeric date", "20/01/2008",
        r"(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})(?P=mark)(?P<year>{YEAR})",
        days.numeric_date, near="number", says="/|.",
    ),
    _pattern(
        "attacks of 2001", "9/11",
        r"9/11|sept(?:\.|ember) 11(?= (?:terror(?:ist)? )?(?:attack|hijack))",
        days.attacks_of_2001, near="number", says="9/11|sept",
    ),
    _pattern(
        "month and day", "tuesday, june 6, 2017",
        r"(?:the {PART} of )?(?:(?P<weekday>{WEEKDAY}),? )?(?P<month>{MONTH}) (?P<day>{DAYNUM})"
        + _OF_YEAR,
        days.day_of_month, near="month",
    ),
    _pattern(
        "day and month", "the 20th of january 2008",
        r"(?:(?P<weekday>{WEEKDAY}),? )?(?:the )?(?P<day>{DAYNUM})(?: of)? (?P<month>{MONTH})"
        + _OF_YEAR,
        days.day_of_month, near="month",
    ),
    _pattern(
        "days of a month", "march 3-5, 2016",
        r"(?P<month>{MONTH}) (?P<day>{DAYNUM})(?: ?[-–—] ?| and | to )(?P<last>{DAYNUM})"
        r"(?:,? (?P<year>{YEAR}))?",
        days.days_of_month, near="month", says="-|–|—| and | to ",
    ),
    _pattern(
        "holiday", "christmas eve 2019",
        rf"(?P<holiday>{one_of(map(re.escape, HOLIDAYS))})(?:,? (?P<year>{{YEAR}}))?",
        days.holiday, near="word unit month", says="day|july|halloween|christmas|new year's eve",
    ),
    # Days by their distance from the day of publication
    _pattern(
        "weekday", "late monday",
        r"(?:(?P<article>an?|one) |(?P<which>last|next|this(?: past| coming)?) )?"
        rf"(?:{_IN_PART}(?:on )?|the end of the day (?:on )?|the {{PART}} of )?"
        r"(?P<weekday>{WEEKDAY})(?:[ -]{PART})?(?: (?:of )?(?P<rel>last|this|next) week)?",
        days.weekday, near="weekday",
    ),
    _pattern(
        "near day", "yesterday afternoon",
        r"(?:(?:early|late|earlier|later) )?(?P<day>yesterday|today|tonight|tomorrow)(?: {PART})?",
        days.near_day, near="unit word", says="yesterday|today|tonight|tomorrow",
    ),
    _pattern(
        "two days off", "the day before yesterday",
        r"the day (?P<day>before yesterday|after tomorrow)",
        days.near_day, says="yesterday|tomorrow",
    ),
    _pattern(
        "part of a day", "last night",
        r"(?:(?:early|late|earlier|later) )?"
        r"(?:(?P<day>last) night|this (?:morning|afternoon|evening))",
        days.near_day, near="unit word", says="night|morning|afternoon|evening",
    ),
    _pattern(
        "weekend", "the weekend",
        r"(?P<which>this past|the past|this coming|the coming|this|the|last|next) weekend",
        days.weekend, says="weekend",
    ),
    # Months, weeks, years
    _pattern(
        "month", "early may 2016",
        rf"(?:(?P<which>last|next|this(?: past| coming)?) |{_IN_PART}|{_EDGE})?"
        r"(?P<month>{MONTH})(?:(?:,| of)? (?P<year>{YEAR})| (?:of )?(?P<rel>last|this|next) year)?",
        calendars.month, near="month",
    ),
    _pattern(
        "week of a month", "the first week of april",
        r"the (?P<ordinal>first|second|third|fourth|last) week of (?P<month>{MONTH})" + _OF_YEAR,
        calendars.week_of_month, near="month", says=" week of ",
    ),
    _pattern(
        "unit beside", "later this month",
        rf"(?:{{STAGE}} |{_REST}|{_EDGE})?(?P<which>last|this|next)"
        # "This years fair": the apostrophe is left out more often than the plural is meant.
        r" (?P<unit>week|month|year|decade|century|quarter)(?:(?<=year)s(?! (?:of|to)\b))?",
        calendars.unit_beside, says="last |this |next ",
    ),
    _pattern(
        "edge of the present unit", "the end of the year",
        rf"(?:{{STAGE}} in |{_REST}|{_EDGE})(?P<which>the)"
        r" (?:current )?(?P<unit>day|week|month|year|decade|century)(?! (?:after|before))",
        calendars.unit_beside, says=" of | in ",
    ),
    _pattern(
        "year end", "year end",
        r"(?:the )?year(?:'s)?[- ]end",
        calendars.year_end, says=" end|-end",
    ),
    _pattern(
        "season of a year", "the summer of 2012",
        r"(?:the )?(?:(?:early|late|mid)[- ])?(?P<season>{SEASON})(?: of|,)? (?P<year>{YEAR})"
        r"(?:[-–/](?P<last>\d\d(?:\d\d)?))?",
        calendars.season_of_year, near="season",
    ),
    _pattern(
        "season", "last summer",
        r"(?:(?:early|late|earlier|later) )?(?P<which>last|next|this|the)"
        r" (?:(?:early|late) )?(?P<season>{SEASON})",
        calendars.season, near="season",
    ),
    _pattern(
        "quarter", "the first quarter of 2016",
        r"the (?P<ordinal>first|second|third|fourth|last|final) (?P<part>quarter)"
        r"(?: of (?:the )?(?:(?P<year>{YEAR})|(?P<rel>last|this|next) year))?",
        calendars.part_of_year, says="quarter",
    ),
    _pattern(
        "half", "the second half of 2016",
        r"the (?P<ordinal>first|second|last|latter) (?P<part>half)"
        r" of (?:(?P<year>{YEAR})|(?P<rel>last|this|next|the) year)",
        calendars.part_of_year, near="unit number", says=" half ",
    ),
    _pattern(
        "first months", "the first three months of 2016",
        r"the (?P<ordinal>first|last) (?P<number>{NUMBER}) months"
        r" of (?:(?P<year>{YEAR})|(?P<rel>last|this|the) year)",
        calendars.first_months, says=" months of ",
    ),
    _pattern(
        "months to a month", "the three months to march",
        r"the (?:(?P<number>{NUMBER}) months|year) (?:to|ended|ending|through)"
        r"(?: in| the end of)? (?P<month>{MONTH})(?: (?P<year>{YEAR}))?",
        calendars.months_to, near="month", says=" to| end| through",
    ),
    _pattern(
        "decade", "the late 1980s",
        rf"(?:the )?{_STAGE}(?P<decade>(?:1[0-9]|20)\d0)'?s",
        calendars.decade, near="number", says="0s|0's",
    ),
    _pattern(
        "short decade", "the '90s",
        rf"the {_STAGE}(?P<short>'?[3-9]0'?s|{one_of(NAMED_DECADES)})",
        calendars.short_decade, near="number word", says="the ",
    ),
    _pattern(
        "century", "the late 18th century",
        rf"(?:the )?{_STAGE}(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|{{ORDINAL}})[- ]century"
        r"(?P<bc> b\.?c\b)?",
        calendars.century, says="century",
    ),
    _pattern(
        "years", "2010-2014",
        r"(?P<year>{YEAR})(?: ?[-–—] ?(?P<last>(?:1[0-9]|20)\d\d))",
        calendars.year_range, near="number", says="-|–|—",
    ),
    _pattern(
        "season of two years", "2015/16",
        r"(?P<year>{YEAR})[-–/](?P<last>\d\d)(?!-)",
        calendars.year_range, near="number", says="-|–|/",
    ),
    _pattern(
        "fiscal year", "fiscal 2017",
        r"(?:the )?fiscal (?:year )?{YEAR}|fy ?'?(?:20)?\d\d",
        reading.unplaced_interval, near="number", says="fiscal|fy",
    ),
    _pattern(
        "year", "early 2020",
        rf"(?P<part>{_IN_PART}|{_EDGE})?(?P<year>{{YEAR}})",
        calendars.year, near="number",
    ),
    # Distances and stretches
    _pattern(
        "ago", "just over 24 hours ago",
        rf"{_COUNTED} ago(?: (?P<same>today|this week|this month))?",
        distances.ago, says=" ago",
    ),
    _pattern(
        "from now", "three days from now",
        rf"{_COUNTED} (?:from (?:now|today)|hence)",
        distances.from_now, says=" from | hence",
    ),
    _pattern(
        "long ago", "years ago",
        rf"(?:(?:{_COUNT_OF_AGES} )?{_UNITS}) (?:ago|later|earlier|afterwards?)",
        reading.unplaced_date, says="ago|later|earlier|afterward",
    ),
    _pattern(
        "later", "two days later",
        rf"{_COUNTED} (?P<way>later|earlier|afterwards?|previously|before(?= ?[.,;)]|$))",
        distances.later, says="later|earlier|afterward|previously|before",
    ),
    _pattern(
        "adjacent", "the previous week",
        r"(?:(?:early|late) (?:on )?)?the (?:very )?"
        rf"(?P<way>following|previous|prior|preceding|same) {_STORY_UNIT}",
        distances.adjacent, near="unit season word", says="following|previous|prior|preceding|same",
    ),
    _pattern(
        "next day", "the next morning",
        r"(?:(?:early|late) )?the (?:very )?(?P<way>next) (?P<unit>day|{PART})",
        distances.adjacent, near="unit word", says="next",
    ),
    _pattern(
        "day after", "the day before",
        r"the (?P<unit>day|night|week|month|year) (?P<way>before|after)(?= ?[.,;)]|$)",
        distances.adjacent, says=" before| after",
    ),
    _pattern(
        "that day", "later that day",
        rf"(?:{{STAGE}} )?(?P<way>that) (?:same )?{_STORY_UNIT}",
        distances.adjacent, near="unit season word", says="that ",
    ),
    _pattern(
        "recent", "recent weeks",
        r"(?:the )?(?:more |most )?"
        r"(?P<way>recent|coming|(?:last|past|next|coming) (?:few|several|couple of))"
        r" (?P<unit>days|weeks|months|years|decades)",
        distances.recent, says="recent|coming|last|past|next",
    ),
    _pattern(
        "stretch", "the past three years",
        r"(?:the|these|this) (?P<way>past|last|next|coming) (?:(?P<number>{NUMBER}) )?"
        r"(?P<unit>{UNIT})",
        distances.stretch, says="past|last|next|coming",
    ),
    _pattern(
        "then", "since then",
        r"(?:since|until|till|by) (?P<span>then)",
        distances.then, near="vague", says=" then",
    ),
    _pattern(
        "days around", "the days before",
        rf"the {_UNITS}(?= (?:leading up|running up|before|after|following|since|ahead))",
        reading.unplaced_interval, says="leading up|running up|before|after|following|since|ahead",
    ),
    # Lengths
    _pattern(
        "length", "nine-day",
        r"(?P<number>{NUMBER})[ -](?:(?P<sort>working|business|school|trading|consecutive|straight"
        r"|single|full|more|whole|long|calendar|additional|extra|further)[ -])?"
        r"(?P<unit>{UNIT})(?P<half> and a half)?(?:-long)?(?![- ]olds?\b)(?! of age)",
        lengths.length,
    ),
    _pattern(
        "vague length", "for decades",
        rf"(?:(?<=\bfor )|(?<=\bwithin )|(?<=\bin )){_UNITS}(?! (?:ago|later|earlier))"
        rf"|{_UNITS}(?= (?:after|before) )|{_UNITS}(?= long\b)|(?:within )?a matter of {_UNITS}"
        r"|(?<=\bfor )(?:so long|too long|a long time|some time)",
        lengths.unplaced_length, near="unit word",
        says="for |within |in | after | before | long|matter of",
    ),
    # Repetitions
    _pattern(
        "every", "every two weeks",
        r"(?:every|each) (?:(?P<other>other|second) )?(?:(?P<number>{NUMBER}) )?"
        r"(?P<unit>{UNIT}|{WEEKDAY}|weekend|morning|afternoon|evening)",
        lengths.every, near="unit weekday word", says="every |each ",
    ),
    _pattern(
        "often", "once a week",
        r"(?P<count>once|twice|{NUMBER} times) (?:an?|each|every|per) (?P<unit>{UNIT})",
        lengths.often, says="once|twice|times",
    ),
    _pattern(
        "weekly", "sundays",
        r"(?P<weekday>{WEEKDAY})(?:s| (?:mornings|afternoons|evenings|nights))"
        r"|(?:(?<=\bon )|(?<=\bat ))weekends|the weekends",
        lengths.weekly, near="weekday unit",
    ),
    _pattern(
        "word of repetition", "annually",
        r"(?P<adverb>annual(?:ly)?|biennial|yearly|monthly|weekly|daily)",
        lengths.adverb, near="word unit month", says="ly|nnual|nnial",
    ),
    _pattern(
        "at times", "from time to time",
        r"at (?P<span>times)|from time to time|every now and (?:then|again)",
        lengths.unplaced_set, near="word", says="at times|time to time|every now",
    ),
    # Without a place in the calendar
    _pattern(
        "clock time", "15:11 gmt",
        r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.m\.?|[ap]m)|\d{1,2}:\d\d(?= {TIMEZONE})"
        r"|(?<=\bat )\d{1,2}:\d\d|\d{4}(?= (?:gmt|utc))|noon|midnight|\w+ o'clock)"
        r"(?: {TIMEZONE})?",
        reading.unplaced_date, near="number word unit",
    ),
    _pattern(
        "at the time", "at the time",
        r"(?:at|by|in) (?P<span>(?:the|that|this) (?:time|moment)(?! (?:of|when))"
        r"|the (?:meantime|interim))",
        reading.unplaced_date, near="word", says="time|moment|meantime|interim",
    ),
    _pattern(
        "these days", "these days",
        r"these days|the other day",
        reading.unplaced_date, says="these days|the other day",
    ),
    _pattern(
        "vague adverb", "recently",
        r"(?:(?:right|just|until|even) )?now(?!-| (?:that|and (?:then|again))\b)"
        r"|(?:(?:most|more|just|only|until) )?(?:recently|lately)|currently|presently|nowadays"
        r"|(?:in|for) (?P<span>the (?:(?:near|foreseeable|distant) )?future)(?! of\b)",
        reading.vague, near="vague",
    ),
    # By the day of which the article tells
    _pattern(
        "part of the story's day", "in the evening",
        r"(?:(?<=\bin )|(?<=\bduring )|(?<=\bthroughout )|(?<=\bfor )|(?<=\bof )|(?<=\bby ))"
        r"the (?P<unit>day|{PART})(?! (?:before|after|of|when|that|in)\b)",
        story.part_of_day, near="unit word", says="the ",
    ),
    _pattern(
        "numbered day", "day two",
        r"day (?P<number>\d{1,2}|{ORDINAL}|{UNDERTWENTY})",
        story.numbered_day, says="day ",
    ),
    _pattern(
        "minute of a match", "the 62nd minute",
        r"(?:the )?(?P<ordinal>\d{1,3}(?:st|nd|rd|th)) minute",
        story.minute_of_match, says=" minute",
    ),
)
# fmt: on
