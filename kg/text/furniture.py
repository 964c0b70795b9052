"""Which stretches of a text belong to the page and not to its story?

    >>> text = "WASHINGTON — The boat sank.\\nRead more: Ten boats"
    >>> [(f.kind, text[f.start : f.end]) for f in furniture(text)]
    [('dateline', 'WASHINGTON — '), ('link', 'Read more: Ten boats')]

Bylines, datelines, wire credits, links, notices: they make sentences that say nothing about the
world. What is doubtful stays in: captions and section headings look like prose and are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.text.dates import parse_date

_TOP = 6  # paragraphs in which a date line or a byline may stand
_TAIL = 4  # paragraphs in which "X reported from Y" is a credit


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Furniture:
    """A half-open range of the canonical text, and what it is."""

    start: int
    end: int
    kind: str


_AGENCY = r"(?:Reuters|AP|AFP|UPI|PA|CNN(?: Business)?|Bloomberg|Xinhua|IANS|PTI|ANI|dpa|DPA|TASS|Kyodo|EFE|CP|AAP|BBC|NPR)"
_NAME = r"[A-Z][\w.'’-]*(?: (?:(?:de|del|della|der|den|van|von|bin|al|el|la|le|du|da|dos) ){0,2}[A-Z][\w.'’-]*){0,4}"
_NAMES = rf"{_NAME}(?:(?:, (?:and )?| and | & ){_NAME}){{0,6}}"
_MONTH_DAY = r"(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}"
_CITY = r"[A-Z][A-Z.'’-]+(?:[ /-][A-Z][A-Z.'’-]*){0,4}"
_REGION = r"(?:, (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d)[A-Z][\w.'’ ]{1,25}){0,2}"
_DASH = r"(?:—|–|--|-|:)"

# Each pattern is tried at the beginning of a paragraph; it takes what it matches. The first wins.
_PREFIXES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "dateline",
        re.compile(
            rf"(?:{_CITY}{_REGION}(?:,? {_MONTH_DAY})?(?:, \d{{4}})?(?: ?\({_AGENCY}\))?|{_MONTH_DAY}(?: ?\({_AGENCY}\)))"
            rf" ?(?:—|–|--| - ?) ?(?=[\"“‘'A-Z0-9$£€(\[])"
        ),
    ),
    (
        "dateline",
        re.compile(
            rf"[A-Z][A-Za-z.'’/-]+(?: [A-Z][A-Za-z.'’/-]*){{0,3}}{_REGION}(?:, {_MONTH_DAY})? ?\({_AGENCY}\)"
            rf" ?{_DASH}? ?(?=[\"“‘'A-Z0-9$£€])"
        ),
    ),
    ("dateline", re.compile(rf"\({_AGENCY}\) ?{_DASH}? ?(?=[\"“‘'A-Z0-9$£€])")),
)

# Each pattern must match a whole paragraph.
_WHOLE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "advertisement",
        re.compile(
            r"(?:advertisement|advertising|sponsored(?: content)?|promoted)\.?"
            r"|(?:story|article) continues (?:below|after) (?:this )?advertisement\.?"
            r"|skip (?:past )?(?:advertisement|newsletter promotion)"
            r"|continue reading (?:the )?(?:main story|below)",
            re.IGNORECASE,
        ),
    ),
    (
        "share",
        re.compile(
            r"share(?: this(?: (?:article|story|page|post))?| on (?:facebook|twitter|x|linkedin|whatsapp))?"
            r"|(?:tweet|email|e-mail|print|comment|comments|save|copy link|share link)(?: this(?: (?:article|story))?)?"
            r"|click to (?:share|email|print)\b.{0,80}|(?:view|show|leave|post) (?:a )?comments?(?: \(\d+\))?",
            re.IGNORECASE,
        ),
    ),
    (
        "link",
        re.compile(
            r"(?:read more|read also|read next|see also|also read|more on this(?: story)?|more from .{1,40}"
            r"|related(?: (?:articles?|stories|story|topics|coverage|news))?|recommended|watch(?: live)?|listen|in pictures"
            r"|further reading|more coverage|top stories|most read|don[’']t miss|you may also like|view gallery)"
            r"(?:[:|»>].{0,300}|)",
            re.IGNORECASE,
        ),
    ),
    (
        "link",
        re.compile(r"(?:Click|Tap|Go) here (?:to|for)\b.{0,200}|Visit \S+\.\S+ for\b.{0,200}"),
    ),
    (
        "newsletter",
        re.compile(
            r"(?:Sign up|Subscribe|Register)\b.{0,200}\b(?:newsletters?|e-?mails?|inbox|briefing|alerts?|podcast|updates)\b.{0,100}"
            r"|(?:Sign up|Subscribe)(?: (?:now|here|today))?\.?"
            r"|Get (?:the|our)\b.{0,120}\b(?:newsletters?|inbox)\b.{0,100}",
            re.IGNORECASE,
        ),
    ),
    (
        "link",
        re.compile(
            r"(?:Follow|Like|Find|Join)\b.{1,200}\bon (?:Twitter|Facebook|Instagram|X|LinkedIn|YouTube|WhatsApp|Telegram|Threads)\b.{0,120}"
            r"|Follow (?:him|her|them|us)?:? ?@\w+.{0,80}|(?:Twitter|Facebook|Instagram): @?\w+"
        ),
    ),
    (
        "copyright",
        re.compile(
            r"(?:©|\(c\)|copyright\b).{0,200}|.{0,80}\ball rights reserved\b.{0,200}"
            r"|this (?:material|content) may not be (?:published|reproduced).{0,200}",
            re.IGNORECASE,
        ),
    ),
    (
        "credit",
        re.compile(
            r"\(?(?:(?:File )?(?:photos?|photographs?|pictures?|images?|illustrations?|graphics?|video)(?: credit)?s?"
            r"(?: by|:| courtesy(?: of)?)|(?:image|photo) (?:source|copyright|caption)) ?.{1,200}\)?"
            rf"|\(?{_NAME} ?/ ?(?:{_AGENCY}|Getty(?: Images)?|AFP.{{0,20}}|The New York Times|EPA|Shutterstock|Associated Press).{{0,40}}\)?"
            r"|(?:Getty Images|Associated Press|Shutterstock|AFP/Getty Images|Reuters)",
            re.IGNORECASE,
        ),
    ),
    (
        "correction",
        re.compile(
            r"(?:Corrections?|Clarifications?|Editor[’']?s[’']? notes?)\b ?(?:[:—–(-]|appended|\n|$).*"
            r"|An earlier version of this (?:article|story|report|headline|post|caption|column)\b.*"
            r"|This (?:article|story|report|post|piece|page) (?:has been|was)(?: last| first)?"
            r" (?:updated|corrected|amended|edited|revised|changed|modified|originally published|published)\b.*"
            r"|This (?:is a (?:breaking|developing)(?: news)? story|story is developing)\b.{0,200}"
            r"|A version of this (?:article|story|column|review)\b.{0,40} (?:appears|appeared)\b.*",
            re.IGNORECASE,
        ),
    ),
    (
        "wire",
        re.compile(
            r"\(?(?:Additional )?(?:Reporting|Writing|Editing|Compiled|Written|Edited|Reported)(?: and (?:writing|editing|reporting))?"
            rf" by {_NAME}.{{0,400}}\)?"
            r"|Our Standards: .{0,100}|\(?With (?:inputs|reporting|files|input) from\b.{1,120}"
        ),
    ),
    (
        "contributor",
        re.compile(
            rf"{_NAME}.{{0,300}}\b(?:contributed (?:reporting|research|to (?:this|the) (?:report|article|story|piece))"
            r"|(?:provided|contributed) additional reporting)\b.{0,200}",
        ),
    ),
    (
        "time",
        re.compile(
            r"(?:updated:? )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?,? ?(?:[A-Z]{2,5}|local time)?(?: ?\(\d{1,2}:?\d{2} (?:GMT|UTC|ET)\))?"
            r"|\d{1,2} ?[ap]\.?m\.? ?(?:[A-Z]{2,4})?|\d{1,3} (?:minutes?|hours?|days?|mins?|hrs?) ago",
            re.IGNORECASE,
        ),
    ),
)
_BYLINE = re.compile(
    rf"(?:By|BY|by|Story by|Words by|From) {_NAMES}"
    r"(?:(?:,| \||  | -| for)? ?(?:[\w@.’' /-]{1,40}?\b(?:Writer|Reporter|Correspondent|Editor|Press|Staff|News|Reuters|Times|Post|Contributor|Columnist|Bureau|Journalist|WRITER|REPORTER|CORRESPONDENT|EDITOR|STAFF)\b.{0,60}))?"
)
_BYLINE_DATE = re.compile(rf"(?:By|BY) {_NAMES}(?:,| \||[ ]-)? (?P<date>.{{6,40}})")
_REPORTED_FROM = re.compile(
    rf"{_NAME}(?:, {_NAME})*(?:,? and {_NAME})? reported from [^.]{{1,80}}\.?"
    r"(?: .{0,200}\b(?:contributed|reported from)\b.{0,200})?"
)
_TRAILING_WIRE = re.compile(
    r" ?\((?:(?:Additional )?(?:Reporting|Writing|Editing|Compiled) by [^()]{1,300}|Photo(?:graph)? by [^()]{1,100}"
    r"|(?:File )?Photo: [^()]{1,100}|[^()]{0,40}Getty Images[^()]{0,20})\)"
)
_LONGEST = 700  # no furniture paragraph is longer; the patterns never see a body


def furniture(text: str) -> tuple[Furniture, ...]:
    """Return the furniture of canonical ``text`` in order, without overlaps."""
    found: list[Furniture] = []
    paragraphs = text.split("\n")
    at = 0
    for number, paragraph in enumerate(paragraphs):
        kind = _whole(paragraph, number, len(paragraphs))
        if kind is not None:
            found.append(Furniture(start=at, end=at + len(paragraph), kind=kind))
        else:
            found.extend(_parts(paragraph, at))
        at += len(paragraph) + 1
    return tuple(found)


def _whole(paragraph: str, number: int, total: int) -> str | None:
    if not paragraph or len(paragraph) > _LONGEST:
        return None
    if number < _TOP and parse_date(paragraph) is not None:
        return "date"
    if _is_byline(paragraph):
        return "byline"
    if number >= total - _TAIL and _REPORTED_FROM.fullmatch(paragraph):
        return "contributor"
    return next((kind for kind, pattern in _WHOLE if pattern.fullmatch(paragraph)), None)


def _is_byline(paragraph: str) -> bool:
    if len(paragraph.split()) > 25:  # noqa: PLR2004 — names and offices of several people fit
        return False
    if _BYLINE.fullmatch(paragraph):
        return True
    dated = _BYLINE_DATE.fullmatch(paragraph)
    return dated is not None and parse_date(dated["date"]) is not None


def _parts(paragraph: str, at: int) -> list[Furniture]:
    parts = []
    head = paragraph[:120]
    for kind, pattern in _PREFIXES:
        match = pattern.match(head)
        if match is not None:
            parts.append(Furniture(start=at, end=at + match.end(), kind=kind))
            break
    parts.extend(
        Furniture(
            start=at + match.start(),
            end=at + match.end(),
            kind="wire" if "by" in match[0].lower() else "credit",
        )
        for match in _TRAILING_WIRE.finditer(paragraph)
    )
    return parts
