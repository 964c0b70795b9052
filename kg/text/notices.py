"""The wording of page furniture, as patterns: what `kg.text.furniture` looks for.

    >>> bool(DATELINES[0].match("LONDON, March 3 (Reuters) - Shares fell."))
    True

Each notice describes a whole paragraph, so that a story that begins with the same word ("Copyright
law has changed") is not taken for one. All repetitions are bounded.
"""

from __future__ import annotations

import re

_PARTICLE = r"(?:(?:de|del|della|der|den|van|von|bin|al|el|la|le|du|da|dos) ){0,2}"
NAME = rf"[A-Z][\w.'’-]*(?: {_PARTICLE}[A-Z][\w.'’-]*){{0,4}}"
NAMES = rf"{NAME}(?:(?:, (?:and )?| and | & ){NAME}){{0,6}}"

_AGENCY = (
    r"(?:Reuters|AP|AFP|UPI|PA|CNN|CNN Business|Bloomberg|Xinhua|IANS|PTI|ANI|dpa|DPA|TASS|Kyodo"
    r"|EFE|AAP|VOA|RFE/RL|Thomson Reuters Foundation)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})"
_CAPITAL_CITY = r"[A-Z][A-Z.'’-]+(?:[ /-][A-Z][A-Z.'’-]*){0,4}"
_CITY = r"[A-Z][A-Za-z.'’/-]+(?: [A-Z][A-Za-z.'’/-]*){0,3}"
_REGION = rf"(?:, (?!{_DAY})[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){{0,2}}){{0,2}}"
_DASH = r" ?(?:—|–|--| - ?) ?"
_BODY = r"(?=[\"“‘'A-Z0-9$£€(\[])"

# `LONDON, March 3 (Reuters) - `, `SAN FRANCISCO (AP) — `, `March 3 (Reuters) - `, `(CNN)`
DATELINES = (
    re.compile(
        rf"{_CAPITAL_CITY}{_REGION}(?:,? {_DAY})?(?:, \d{{4}})?(?: ?\([A-Z][\w ./&-]{{1,30}}\))?"
        rf"{_DASH}{_BODY}"
    ),
    re.compile(rf"(?:{_CITY}{_REGION},? )?(?:{_DAY} ?)?\({_AGENCY}\)(?:{_DASH}|: ){_BODY}"),
    re.compile(rf"(?:{_CITY}{_REGION} ?)?\(CNN(?: Business)?\) ?{_BODY}"),
)
# `Washington — The`: only where a story begins, and with no second dash that would close a pair.
CITY_DATELINE = re.compile(rf"{_CITY}{_REGION} — (?=[A-Z“\"])(?!.* — )")


def _notice(kind: str, *wordings: str) -> tuple[str, re.Pattern[str]]:
    return kind, re.compile("|".join(wordings))


_MEDIUM = (
    r"(?:[Ff]ile )?(?i:photos?|photographs?|pictures?|images?|illustrations?|graphics?|video"
    r"|credit)"
)
_THIS = r"(?:[Tt]his|the) (?:article|story|report|post|piece|column|page|headline|caption)"
_SITE = r"(?:Twitter|Facebook|Instagram|X|LinkedIn|YouTube|WhatsApp|Telegram|Threads|Bluesky)"
_LETTER = r"(?i:newsletters?|e-?mails?|inbox|briefings?|alerts?|podcasts?|updates)"
_LINK = (
    r"read (?:more|also|next)|see also|also read|more on this(?: story)?|more from .{1,40}"
    r"|related(?: (?:articles?|stories|story|topics|coverage|news|content))?|recommended"
    r"|watch(?: live| now)?|listen|in pictures|further reading|more coverage|top stories"
    r"|most (?:read|popular)|don[’']t miss|you may also like|view gallery|explore more"
)
_WORK = r"(?:Additional )?(?:[Rr]eporting|[Ww]riting|Editing|Compiled|Written|Edited|Reported)"
_MORE_WORK = r"(?:,? and (?:writing|editing|reporting|additional reporting))?"
_HELPED = (
    r"contributed(?: (?:reporting|research|additional reporting))?(?: and (?:reporting|research))?"
    r"(?: to (?:this|the) (?:report|article|story|piece))?"
)

NOTICES = (
    _notice(
        "advertisement",
        r"(?i:advertise?ment|advertising|sponsored(?: content)?|promoted)",
        r"(?i:(?:story|article) continues (?:below|after) (?:this )?advertisement\.?)",
        r"(?i:skip (?:past )?(?:advertisement|newsletter promotion|to content))",
        r"(?i:continue reading (?:the )?(?:main story|below))",
    ),
    _notice(
        "share",
        r"(?i:share(?: this(?: (?:article|story|page|post))?)?(?: (?:on|via) .{1,20})?)",
        r"(?i:(?:tweet|e-?mail|print|comments?|save|copy link)(?: this(?: (?:article|story))?)?)",
        r"(?i:click to (?:share|e-?mail|print)\b.{0,80})",
        r"(?i:(?:view|show|leave|post|read) (?:a |all )?comments?(?: \(\d{1,6}\))?)",
    ),
    _notice(
        "link",
        rf"(?i:(?:{_LINK})(?:\.{{3}}| ?…)?|(?:{_LINK}) ?[:|»>].{{0,300}})",
        r"(?:Click|Tap|Go) here (?:to|for)\b.{0,200}",
        r"(?i:for more (?:information|news|stories|details),? (?:go to|visit|see)\b.{0,200})",
        rf"(?:Follow|Find|Join) (?:us|me|him|her|them|@\w+|{NAMES}) (?:on|at) {_SITE}\b.{{0,120}}",
        rf"Like (?:us|our page) on {_SITE}\b.{{0,120}}",
        rf"Follow (?:{NAMES} )?@\w+.{{0,80}}|{_SITE}: ?@?\w+",
    ),
    _notice(
        "newsletter",
        rf"(?:Sign up|Subscribe|SIGN UP|SUBSCRIBE)\b.{{0,200}}\b{_LETTER}\b.{{0,120}}",
        r"(?i:(?:sign up|subscribe)(?: (?:now|here|today))?)[.!]?",
        rf"Get (?:the|our)\b.{{0,120}}\b{_LETTER}\b.{{0,120}}",
    ),
    _notice(
        "copyright",
        r"(?:©|\([Cc]\) ?\d{4}|(?i:copyright) ?(?:©|\([Cc]\)|\d{4}|by\b)).{0,200}",
        r".{0,120}\b(?i:all rights reserved)\b.{0,200}",
        r"(?i:this (?:material|content) may not be (?:published|reproduced)).{0,200}",
    ),
    _notice(
        "credit",
        rf"\(?{_MEDIUM}(?: credit| source| copyright)?:.{{1,200}}",
        rf"\(?{_MEDIUM} (?:by|courtesy of) {NAMES}(?: ?[/|,] ?.{{0,60}})?\.?\)?",
        rf"\(?{NAME} ?/ ?(?:{_AGENCY}|Getty(?: Images)?|The New York Times|EPA|Shutterstock"
        r"|Associated Press)(?: ?/ ?.{0,40})?\)?",
        r"Getty Images|Associated Press|Shutterstock|AFP/Getty Images|Reuters",
    ),
    _notice(
        "correction",
        r"(?i:corrections?|clarifications?|editor[’']?s[’']? notes?) ?(?:[:—–(].*|appended.*|)",
        rf"An earlier version of {_THIS}\b.*",
        rf"{_THIS} (?:has been|was)(?: last)? (?:updated|corrected|amended)\b.*",
        rf"{_THIS} (?:has been|was) (?:originally|first) (?:published|posted)\b.*",
        r"This is a (?:breaking|developing)(?: news)? story\b.{0,200}",
        r"This story is (?:developing|breaking)\b.{0,200}",
        r"A version of this (?:article|story|column|review)\b.{0,40} appear(?:s|ed)\b.*",
    ),
    _notice(
        "wire",
        rf"\(?{_WORK}{_MORE_WORK} by {NAMES}(?: in {NAMES})?(?:[;,.] .{{0,400}})?[.)]{{0,2}}",
        r"Our Standards: .{0,100}",
        rf"\(?With (?:inputs?|reporting|files) from {NAMES}\.?\)?",
    ),
    _notice(
        "contributor",
        rf"{NAME}[^.!?]{{0,300}} {_HELPED}(?: (?:from|for|in) .{{1,120}})?\.",
        rf"{NAME}[^.!?]{{0,300}} provided additional reporting\b.{{0,120}}",
    ),
    _notice(
        "time",
        r"(?i:updated:? )?\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?,? ?(?:[A-Z]{2,5}|local time)?",
        r"\d{1,2} ?[AaPp]\.?[Mm]\.?(?: [A-Z]{2,4})?",
        r"\d{1,3} (?i:minutes?|hours?|days?|mins?|hrs?) ago",
    ),
)

# "Jane Doe reported from Paris, and John Roe from London."
CREDITED_FROM = re.compile(rf"{NAMES} reported from [^.!?]{{1,160}}\.?")

# Credits in brackets at the end of a paragraph, or after a caption within it.
TRAILING_WIRE = re.compile(rf" ?\({_WORK}{_MORE_WORK} by [^()]{{1,300}}\)")
TRAILING_CREDIT = re.compile(
    rf" ?\((?:{_MEDIUM} (?:by|courtesy of) [^()]{{1,100}}|{_MEDIUM}: [^()]{{1,100}}"
    r"|[^()]{0,60}Getty Images[^()]{0,20})\)"
)
