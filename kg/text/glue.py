"""Where did two paragraphs lose the line break between them?

    >>> unglue("the discussion.The president left.“I have not,” he said.")
    'the discussion.\\nThe president left.\\n“I have not,” he said.'
    >>> unglue("Mr.Smith of the U.S.A. wrote to example.com about 3.5bn dollars.")
    'Mr.Smith of the U.S.A. wrote to example.com about 3.5bn dollars.'

A full stop with no space after it ends a paragraph when what follows begins a sentence and what
stands before it is no abbreviation, address or name of a file. Ellipses are left alone: they
join more often than they end.
"""

from __future__ import annotations

import re

# A stop, the marks that close what it ends, and the marks that open what follows. An ellipsis is
# a stop only where a quotation ends with it.
_CANDIDATE = re.compile(
    r"(?<![.…\s])(?:\.|[!?]{1,3}|(?:\.\.\.|…)(?=”))"
    r"(?P<close>[”’)\]»]*)(?P<open>[\"'“‘(\[«]*)(?=[\w$£€])"
)
_WORD_BEFORE = re.compile(r"[^\W_]+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")

# Addresses, paths and dotted names are one word, whatever their capitals.
_ADDRESS = re.compile(
    r"://|\bwww\.|\w@\w|[\\_]|\.(?:com|org|net|gov|edu|uk|eu|de|fr|io|tv)/"
    r"|[^\W\d_]{2,}\.[^\W\d_]{2,}\.[^\W\d_]{2,}",
    re.IGNORECASE,
)
# Abbreviations that stand before a name, never at the end of a sentence.
_TITLES = frozenset(
    "Mr Mrs Ms Mx Dr Prof Rev Hon Gen Sen Rep Gov Lt Col Maj Capt Cpl Sgt Adm Cmdr Pres Supt Det "
    "Insp St Ste Mt Ft No Nos Vol Ch Fig Sec Art Op Pvt Fr Sr Messrs vs v cf pp".split()
) - {"Sr"}
# Closed-class words and forms of address that begin sentences; they settle what an initial or
# an abbreviation leaves open: `in the U.S.The president` against `J.K.Rowling`.
_STARTERS = frozenset(
    "The This That These Those There Then They He She It We You I A An And But Or So Yet Not No "
    "In On At By For From With Without Under Over After Before During Since Until While When Where "
    "Why How Who What Which If As Because Although Though However Meanwhile Also Still Now His Her "
    "Its Their Our My Your Some Many Most Several Both Each All Another Other One Two Three Mr Mrs "
    "Ms Dr Asked Earlier Later Last Next Despite Among According Instead To Of".split()
)
_EXTENSIONS = frozenset(
    "Com COM Org ORG NET GOV EDU JS TXT PDF JPG JPEG PNG GIF HTML HTM DOC DOCX XLS XLSX CSV ZIP EXE "
    "MP JSON XML PHP ASP EPUB".split()
)
_INITIALISM = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.| [^\W\d_])")
_LONE_STARTER = re.compile(r"(?:A|I)(?:[ ]|[’'][a-z])|Q[.:] ")
_SUM_OR_NUMBER = re.compile(r"[$£€]\d|\d[\d,.]*%? [a-z]")
_FULL_WORD = 3  # letters of a word before a stop that cannot be an abbreviation in lower case


def unglue(line: str) -> str:
    """Return ``line`` with the line breaks put back; linear in its length."""
    pieces: list[str] = []
    begin = 0
    quotes_seen_to, open_quotes = 0, 0
    for match in _CANDIDATE.finditer(line):
        open_quotes += line.count('"', quotes_seen_to, match.start("open"))
        quotes_seen_to = match.start("open")
        if _joins(line, begin, match):
            continue
        cut = match.start("open") + _closing_quotes(match["open"], open_quotes)
        pieces.append(line[begin:cut])
        begin, quotes_seen_to, open_quotes = cut, cut, 0
    pieces.append(line[begin:])
    return "\n".join(pieces)


def _closing_quotes(marks: str, before: int) -> int:
    """Return how many of the straight marks after a stop close the sentence before.

    An odd number of them before means that a quotation is open.
    """
    straight = len(marks) - len(marks.lstrip("\"'"))
    if not straight:
        return 0
    if marks[0] == "'":
        return 1
    return 1 if before % 2 else 0


def _joins(line: str, begin: int, match: re.Match[str]) -> bool:
    """Tell whether the stop stands inside one word or name, so that nothing is to be split."""
    at, after = match.start(), match.end()
    if _ADDRESS.search(_token(line, begin, at, after)):
        return True
    before = _WORD_BEFORE.search(line, max(begin, at - 40), at)
    word = before[0] if before else ""
    if not _begins_sentence(line, after, word):
        return True
    if match["close"] or match["open"]:
        return False
    return line[at] == "." and not _ends_sentence(line, begin, at, word, after)


def _token(line: str, begin: int, at: int, after: int) -> str:
    start = max(begin, line.rfind(" ", begin, at) + 1)
    end = line.find(" ", after)
    return line[start : end if end >= 0 else len(line)]


def _begins_sentence(line: str, after: int, word: str) -> bool:
    nxt = _WORD_AFTER.match(line, after)
    is_word = len(word) >= _FULL_WORD and word[1:].islower()
    if nxt is None:
        return is_word and word.islower() and _SUM_OR_NUMBER.match(line, after) is not None
    if not nxt[0][0].isupper() or nxt[0] in _EXTENSIONS:
        return False
    if len(nxt[0]) > 1:
        return True
    if _LONE_STARTER.match(line, after):
        return True
    return is_word and _INITIALISM.match(line, after) is not None


def _ends_sentence(line: str, begin: int, at: int, word: str, after: int) -> bool:
    if word in _TITLES:
        return False
    if word.isdigit() and at - len(word) == begin:
        return False  # `1.The` numbers a paragraph
    if len(word) != 1 or not word.isalpha():
        return bool(word) or line[at - 1] in "%)]”’\"'°"
    if line[max(begin, at - 3) : at] in ("a.m", "p.m"):
        return True
    nxt = _WORD_AFTER.match(line, after)
    return (
        nxt is not None
        and nxt[0] in _STARTERS
        and line[max(begin, at - 3) : at] not in ("e.g", "i.e")
    )
