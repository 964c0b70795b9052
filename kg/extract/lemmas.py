"""Verb lemmas, where spelling tells more than the pipeline's lemmatizer knows.

    >>> repaired("waging", "wag", "VBG"), repaired("rates", "rat", "VBZ"), repaired("hopping", "hop", "VBG")
    ('wage', 'rate', 'hop')

English doubles the last consonant of a stressed short syllable before -ing and -ed (*wag, wagging*) and
adds plain -s after it (*rats*), so a form that does neither comes from a verb in -e.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.once import once

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHORT_SYLLABLE = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_ENDINGS = {"VBG": "ing", "VBD": "ed", "VBN": "ed", "VBZ": "es"}

# Spellings that the lemmatizer's tables give for a verb spelt otherwise in most news.
_VARIANTS = {"instal": "install"}


@lru_cache(maxsize=20_000)
def repaired(form: str, lemma: str, tag: str) -> str:
    """Return the lemma of a verb form, repaired where its spelling contradicts it."""
    ending = _ENDINGS.get(tag)
    if ending and form == lemma + ending and _SHORT_SYLLABLE.fullmatch(lemma):
        return lemma + "e"
    return _VARIANTS.get(lemma, lemma)


@once
def lemma_of(token: Token) -> str:
    """Return the lower-case lemma of a token."""
    return repaired(token.lower_, token.lemma_.lower(), token.tag_)
