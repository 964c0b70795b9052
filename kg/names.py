"""The parts of a person's name, and whether two names can be one person's.

    >>> split("Mr. Chris Christie")
    PersonName(honorific='mr', given='Chris', middle=(), surname='Christie', suffix='')
    >>> natural_order("Sessions  Jefferson B III")
    'Jefferson B. Sessions III'

Western order is assumed, with particles kept with the surname (``Ursula von der Leyen``). Order of
other traditions is not guessed: a name that is not understood is simply compared word by word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from nicknames import NickNamer

# Forms of address. They tell that a person is named, and some tell the gender.
GENDERED_HONORIFICS = {
    "mr": "m", "mister": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "father": "m",
    "mrs": "f", "ms": "f", "miss": "f", "mme": "f", "lady": "f", "dame": "f", "queen": "f",
    "princess": "f", "sister": "f", "madam": "f", "madame": "f", "baroness": "f",
}  # fmt: skip
HONORIFICS = frozenset(GENDERED_HONORIFICS) | {"dr", "prof", "rev", "hon", "mx", "baron", "pope"}
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "esq", "phd", "md"})
# Words that belong to the surname after them: Dutch, German, Romance, Arabic, Irish, Hebrew.
PARTICLES = frozenset(
    "von van der den de del della di da dos das du la le ter ten al el bin ibn abu ben mac st".split()
)

_WORD = re.compile(r"[^\s,]+")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_KEYWORD_SPLIT = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in parts; an absent part is empty."""

    honorific: str
    given: str
    middle: tuple[str, ...]
    surname: str
    suffix: str

    @property
    def full(self) -> str:
        """The name without its honorific."""
        return " ".join(p for p in (self.given, *self.middle, self.surname, self.suffix) if p)


def strip_possessive(text: str) -> str:
    """Return ``Trump`` of ``Trump’s``, and ``Sessions`` of ``Sessions’``."""
    return _POSSESSIVE.sub("", text)


def _key(word: str) -> str:
    return word.rstrip(".").lower()


@cache
def split(text: str) -> PersonName:
    """Return the parts of a person's name in natural order."""
    words = _WORD.findall(strip_possessive(text.strip()))
    honorific = ""
    while len(words) > 1 and _key(words[0]) in HONORIFICS:
        honorific, words = _key(words[0]), words[1:]
    suffix = ""
    while len(words) > 1 and _key(words[-1]) in SUFFIXES:
        suffix, words = words[-1], words[:-1]
    if len(words) <= 1:
        return PersonName(honorific, "", (), words[0] if words else "", suffix)
    first_of_surname = len(words) - 1
    while first_of_surname > 1 and words[first_of_surname - 1].lower() in PARTICLES:
        first_of_surname -= 1
    surname = " ".join(words[first_of_surname:])
    return PersonName(honorific, words[0], tuple(words[1:first_of_surname]), surname, suffix)


def gender_of_honorific(text: str) -> str | None:
    """Return ``m`` or ``f`` where the form of address in ``text`` tells."""
    return GENDERED_HONORIFICS.get(split(text).honorific)


def natural_order(keyword: str) -> str | None:
    """Return a person keyword (``Surname  Given M Suffix``) in natural order, or None if it is none.

    Two spaces after the surname mark a person (the indexing style of American newspapers).
    """
    parts = _KEYWORD_SPLIT.split(keyword.strip())
    if len(parts) != 2 or not all(parts):
        return None
    surname, rest = parts[0], parts[1].split()
    suffix = [rest.pop()] if len(rest) > 1 and _key(rest[-1]) in SUFFIXES else []
    given = [w + "." if len(w) == 1 else w for w in rest]
    return " ".join([*given, surname, *suffix])


@cache
def _nicknamer() -> NickNamer:
    return NickNamer()


@cache
def _name_family(given: str) -> frozenset[str]:
    """Given names that may stand for one another: nicknames and what they are short for."""
    namer = _nicknamer()
    canonicals = namer.canonicals_of(given)
    return frozenset({given}) | namer.nicknames_of(given) | canonicals


def same_given(left: str, right: str) -> bool:
    """Tell whether two given names can be one person's: equal, an initial, or a nickname."""
    a, b = _key(left), _key(right)
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    return b in _name_family(a) or a in _name_family(b)


def compatible(left: str, right: str) -> bool:
    """Tell whether two person names can name one person; a bare surname fits any bearer of it.

    >>> compatible("Jeff Sessions", "Jefferson B. Sessions III")
    True
    >>> compatible("George W. Bush", "George H. W. Bush")
    False
    """
    a, b = split(left), split(right)
    if not _same_surname(a, b) or _opposed_gender(a, b):
        return False
    if a.suffix and b.suffix and _key(a.suffix) != _key(b.suffix):
        return False
    if not a.given or not b.given:
        return True
    if not (same_given(a.given, b.given) or _middle_as_given(a, b) or _middle_as_given(b, a)):
        return False
    return not (a.middle and b.middle) or _same_initials(a.middle, b.middle)


def _same_surname(a: PersonName, b: PersonName) -> bool:
    x, y = a.surname.lower(), b.surname.lower()
    return x == y or (bool(x and y) and (x.split()[-1] == y or y.split()[-1] == x))


def _opposed_gender(a: PersonName, b: PersonName) -> bool:
    x, y = GENDERED_HONORIFICS.get(a.honorific), GENDERED_HONORIFICS.get(b.honorific)
    return bool(x and y and x != y)


def _middle_as_given(a: PersonName, b: PersonName) -> bool:
    """``Mitt Romney`` is ``Willard Mitt Romney``."""
    return any(len(_key(m)) > 1 and same_given(m, b.given) for m in a.middle)


def _same_initials(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if len(a) != len(b):
        return False
    return all(_key(x)[:1] == _key(y)[:1] for x, y in zip(a, b, strict=True))


def fullest(names: list[str]) -> str:
    """Return the fullest of the names of one person: most parts, then longest, then by the alphabet."""

    def fullness(name: str) -> tuple[int, int, str]:
        parts = split(name)
        words = [w for w in parts.full.split() if w]
        return (len(words) if parts.given else 0, len(parts.full), parts.full)

    return split(max(names, key=fullness)).full
