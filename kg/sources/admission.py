"""Whether a text is a news article in English.

    >>> check("x = 1", DEFAULT)
    Traceback (most recent call last):
    kg.errors.ArticleRejected: the text has 1 words, too few for an article; give it whole

Refused with a reason: what is empty, what has no sentence, tables, source code, encoded data and
other languages. When in doubt a text is admitted: odd prose costs less than a lost article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.errors import ArticleRejected
from kg.limits import DEFAULT

if TYPE_CHECKING:
    from kg.limits import Limits

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|html|head|body|script|style|meta|table|td|li|ul|h[1-6])\b[^>]{0,200}>",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"[{}<>=;\\|#~^`_]|\(\)")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")

# The commonest function words of English: 35 to 50 of 100 words of running text are of this list.
_ENGLISH = frozenset(
    "the a an of to in and or that this these those is are was were be been being has have had it "
    "its he she they we you his her their our for on at by with from as but not no which who whom "
    "what when where how if than then there about after before into over under will would could "
    "should can may said says up out more all one i my me him them also did do does so".split()
)
# Function words of other European languages that English has not.
_FOREIGN = frozenset(
    "de la le les des du et un une est dans pour que qui sur avec el los las por con del una se su "
    "il di che della per gli sono der die das und ist nicht ein eine den dem mit von zu auf het "
    "een van en niet zijn och att det som er og af på til ikke na w z nie jest że ve bir bu da os "
    "em não uma dos ao ja je ne să în și yang dan dengan untuk".split()
)
_FEW_WORDS = 40  # below, shares say little
_MOST_CHARS = 20  # of a mean token: English has 6, encoded data tokens of a whole line
_MOST_SYMBOLS = 0.04  # of the characters: news has fewer than 0.002, code and markup over 0.05
_LEAST_ENGLISH = 0.15  # of the words, where the text is said to be English
_LEAST_PROSE = 0.1  # of the words; tables and lists of names have fewer function words
_MOST_TAGS = 3


def check(text: str, limits: Limits = DEFAULT) -> None:
    """Return if canonical ``text`` may be an article; raises `ArticleRejected` with a code."""
    words = _WORD.findall(text)
    if not words:
        raise ArticleRejected(
            "the text is empty; nothing is left of it but marks and spaces", code="empty"
        )
    _check_script(text)
    if len(words) < limits.fewest_words:
        raise ArticleRejected(
            f"the text has {len(words)} words, too few for an article; give it whole",
            code="too-short",
        )
    _check_form(text)
    _check_language([word.lower() for word in words], stops=any(mark in text for mark in ".!?"))


def _check_script(text: str) -> None:
    letters = sum(map(str.isalpha, text))
    if len(_LATIN.findall(text)) < letters / 2:
        raise ArticleRejected(
            "the text is not in the Latin script; only English is understood", code="language"
        )


def _check_form(text: str) -> None:
    if len(_TAG.findall(text)) > _MOST_TAGS:
        raise ArticleRejected(
            "the text is a web page with its markup; save its text alone", code="markup"
        )
    symbols = len(_SYMBOL.findall(text))
    if symbols > _MOST_SYMBOLS * len(text) and symbols > _FEW_WORDS / 4:
        raise ArticleRejected(
            "the text looks like source code or data, not like prose", code="not-prose"
        )
    if len(text) > _MOST_CHARS * len(text.split()):
        raise ArticleRejected("the text looks like encoded data, not like prose", code="not-prose")


def _check_language(words: list[str], *, stops: bool) -> None:
    english = sum(word in _ENGLISH for word in words) / len(words)
    foreign = sum(word in _FOREIGN for word in words) / len(words)
    if english < _LEAST_ENGLISH and foreign > max(english, 0.1):
        raise ArticleRejected(
            "the text does not look like English, which alone is understood", code="language"
        )
    if (english == 0 and not stops) or (len(words) >= _FEW_WORDS and english < _LEAST_PROSE):
        raise ArticleRejected(
            "the text looks like a list or a table, not like prose", code="not-prose"
        )
