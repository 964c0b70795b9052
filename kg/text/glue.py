r"""Where two paragraphs lost the line break between them.

    >>> unglue("the discussion.The president left.“I have not,” he said.")
    'the discussion.\nThe president left.\n“I have not,” he said.'
    >>> unglue("Mr.Smith of the U.S.A. wrote to example.com about 3.5bn dollars.")
    'Mr.Smith of the U.S.A. wrote to example.com about 3.5bn dollars.'

A full stop with no space after it ends a paragraph when what follows begins a sentence and what
stands before it is no abbreviation, address or name of a file. Ellipses are left alone: they join
more often than they end. Every decision looks only at what one side of a cut keeps, so that a
second pass finds nothing more.
"""

from __future__ import annotations

import re

# A stop, the marks that close what it ends, and the marks that open what follows. An ellipsis is
# a stop only where a quotation ends with it.
_STOP = re.compile(
    r"(?:(?<![.…\s])(?:\.|[!?]{1,3})|(?:\.\.\.|…)(?=”))"
    r"(?P<close>[”’)\]»]*)(?P<open>[\"'“‘(\[«]*)(?=[\w$£€])"
)
# Headings, captions and date lines end without a stop. Here only the next word tells, so it must
# be one that begins sentences and no brand ends with (not `In`, for LinkedIn).
_OPENER = r"(?:The|But|They|This|These|That|When|While|After|Although|According|However|Meanwhile) "
_NO_STOP = re.compile(
    rf"(?P<word>[^\W\d_A-Z]{{3}})(?={_OPENER})"
    rf"|\w\)(?={_OPENER})"
    r"|\w”(?=[A-Z][a-z])"  # a closing mark is always followed by a space or another mark
    r"|(?i:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2},)? \d{4}(?=[A-Z][A-Za-z])"
)
_WORD_BEFORE = re.compile(r"[^\W_]+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")

# Addresses, paths and dotted names are one word, whatever their capitals.
_ADDRESS = re.compile(
    r"://|\bwww\.|\w@\w|[\\_]|\.(?:com|org|net|gov|edu|uk|eu|de|fr|io|tv)/"
    r"|\b[^\W\d_]{2,}\.[^\W\d_]{2,}\.[^\W\d_]{2,}",
    re.IGNORECASE,
)
# Abbreviations that stand before a name or a number, never at the end of a sentence.
_TITLES = frozenset(
    "Mr Mrs Ms Mx Dr Prof Rev Hon Gen Sen Rep Gov Lt Col Maj Capt Cpl Sgt Pvt Adm Cmdr Pres Supt "
    "Det Insp Messrs St Ste Mt Ft No Nos Vol Ch Fig Sec Art Op Fr vs v cf pp".split()
)
# Closed-class words and forms of address that begin sentences; they settle what an initial
# leaves open: `in the U.S.The president` against `J.K.Rowling`.
_STARTERS = frozenset(
    "The This That These Those There Then They He She It We You I A An And But Or So Yet Not No In "
    "On At By For From With Without Under Over After Before During Since Until While When Where "
    "Why How Who What Which If As Because Although Though However Meanwhile Also Still Now His "
    "Her Its Their Our My Your Some Many Most Several Both Each All Another Other One Two Three "
    "Mr Mrs Ms Dr Asked Earlier Later Last Next Despite Among According Instead To Of".split()
)
_EXTENSIONS = frozenset(
    "Com COM Org ORG NET GOV EDU JS TXT PDF JPG JPEG PNG GIF HTML HTM DOC DOCX XLS XLSX CSV ZIP "
    "EXE MP JSON XML PHP ASP EPUB".split()
)
_BRANDS = frozenset({"Yahoo", "Jeopardy"})  # names that keep their exclamation mark
_INITIALISM = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.| [^\W\d_])")
_LONE_STARTER = re.compile(r"(?:A|I)(?: |[’'][a-z])|Q[.:] ")
_SUM_OR_NUMBER = re.compile(r"[$£€]\d|\d[\d,.]*%? [a-z]")
_ENDS = frozenset("%)]”’\"'°!?")  # marks that a full stop may follow
_FULL_WORD = 3  # letters that make a lower-case word before a stop no abbreviation


def unglue(line: str) -> str:
    """Return ``line`` with the line breaks put back; linear in its length."""
    cuts = _NO_STOP.sub(lambda m: m[0] if _inside_address(line, m) else m[0] + "\n", line)
    return "\n".join(piece for part in cuts.split("\n") for piece in _at_stops(part))


def _inside_address(line: str, match: re.Match[str]) -> bool:
    start, end = _token(line, match.start(), match.end())
    return _ADDRESS.search(line, start, end) is not None


def _token(line: str, at: int, after: int) -> tuple[int, int]:
    end = line.find(" ", after)
    return line.rfind(" ", 0, at) + 1, end if end >= 0 else len(line)


def _at_stops(line: str) -> list[str]:
    pieces: list[str] = []
    begin = counted = quotes = 0
    token_end, address = 0, False
    for match in _STOP.finditer(line):
        if match.start() >= token_end:
            start, token_end = _token(line, match.start(), match.end())
            address = _ADDRESS.search(line, start, token_end) is not None
        quotes += line.count('"', counted, match.start("open"))
        counted = match.start("open")
        if address or not _is_boundary(line, begin, match):
            continue
        cut = match.start("open") + _closing_marks(match["open"], quotes)
        pieces.append(line[begin:cut])
        begin, counted, quotes = cut, cut, 0
    return [*pieces, line[begin:]]


def _closing_marks(marks: str, quotes: int) -> int:
    """Return how many straight marks after a stop belong to what it ends.

    An odd number of quotation marks before means that a quotation is open.
    """
    if marks.startswith("'"):
        return 1
    return int(marks.startswith('"') and quotes % 2 == 1)


def _is_boundary(line: str, begin: int, match: re.Match[str]) -> bool:
    """Tell whether the stop ends a sentence and a new one begins right after it."""
    at, after = match.start(), match.end()
    before = _WORD_BEFORE.search(line, max(begin, at - 40), at)
    word = before[0] if before else ""
    if not _begins_sentence(line, after, word):
        return False
    if match["close"] or match["open"]:
        return True
    if line[at] != ".":
        return word not in _BRANDS
    return _ends_sentence(line, begin, at, word, after)


def _begins_sentence(line: str, after: int, word: str) -> bool:
    full_word = len(word) >= _FULL_WORD and word[1:].islower()
    following = _WORD_AFTER.match(line, after)
    if following is None:
        return full_word and word.islower() and _SUM_OR_NUMBER.match(line, after) is not None
    first = following[0]
    if not first[0].isupper() or first in _EXTENSIONS:
        return False
    if len(first) > 1 or _LONE_STARTER.match(line, after):
        return True
    return full_word and _INITIALISM.match(line, after) is not None


def _ends_sentence(line: str, begin: int, at: int, word: str, after: int) -> bool:
    if word in _TITLES:
        return False
    if word.isdigit() and at - len(word) == begin:
        return False  # `1.The` numbers a paragraph
    if len(word) != 1 or not word.isalpha():
        return bool(word) or line[max(begin, at - 1) : at] in _ENDS
    shorthand = line[max(begin, at - 3) : at]
    if shorthand in {"a.m", "p.m"}:
        return True
    following = _WORD_AFTER.match(line, after)
    return following is not None and following[0] in _STARTERS and shorthand not in {"e.g", "i.e"}
