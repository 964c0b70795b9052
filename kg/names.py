"""The parts of a person's name, and whether two names can be one person's.

    >>> split("Mr. Chris Christie")
    PersonName(honorific='mr', given='Chris', middle=(), surname='Christie', suffix='')
    >>> natural_order("Sessions  Jefferson B III")
    'Jefferson B. Sessions III'

Western order is assumed, with particles kept with the surname (``Ursula von der Leyen``). A
Chinese or Korean name that newspapers print family name first (``Xi Jinping``, ``Park Geun-hye``)
is recognised by its syllables. Order of other traditions is not guessed: such a name is compared
word by word.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache

from nicknames import NickNamer

# Forms of address. They tell that a person is named, and some tell the gender.
GENDERED_HONORIFICS = {
    "mr": "m", "mister": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "father": "m",
    "mrs": "f", "ms": "f", "miss": "f", "mme": "f", "lady": "f", "dame": "f", "queen": "f",
    "princess": "f", "sister": "f", "madam": "f", "madame": "f", "baroness": "f",
}  # fmt: skip
# Titles that a name of one word is never printed without: Pope Francis, Queen Elizabeth II.
REGNAL = frozenset({"pope", "king", "queen", "prince", "princess"})
# Abbreviated offices and ranks that American style prints before a name; nobody is baptised so.
ABBREVIATED_TITLES = frozenset(
    {
        "sen", "rep", "gov", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "cpl", "pvt",
        "cmdr", "supt", "insp", "messrs", "atty",
    }
)  # fmt: skip
HONORIFICS = (
    frozenset(GENDERED_HONORIFICS)
    | ABBREVIATED_TITLES
    | {"dr", "prof", "rev", "hon", "mx", "baron", "pope", "president", "senator", "governor"}
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "esq", "phd", "md"})
# Words that belong to the surname after them: Dutch, German, Romance, Arabic, Irish, Hebrew.
PARTICLES = frozenset(
    {
        "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "la",
        "le", "ter", "ten", "al", "el", "bin", "ibn", "abu", "ben", "mac", "st",
    }
)  # fmt: skip
# Of these, words that are given names as well (Ben Carson, Al Gore).
GIVEN_PARTICLES = frozenset(
    {"al", "ben", "del", "della", "mac", "el", "le", "van", "st", "la", "di", "da"}
)

_WORD = re.compile(r"[^\s,]+")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_KEYWORD_SPLIT = re.compile(r"\s{2,}")
# ``H.W.`` and ``J.K.`` are two initials each.
_JOINED_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
# ``HR`` and ``JD`` are as well, where a word in lower case follows.
_CAPITALS = re.compile(r"[A-Z]{2,3}")
_PUNCTUATION = re.compile(r"[^\w\s&]+")

# Frequent Chinese and Korean family names. Only with given names of Chinese or Korean syllables do
# they say that the family name comes first: Kim Jong-un, but not Kim Kardashian.
EAST_ASIAN_SURNAMES = frozenset(
    {
        "an", "bae", "bai", "bo", "cai", "cao", "chang", "chen", "cheng", "cho", "choe", "choi",
        "chu", "chung", "dai", "deng", "ding", "dong", "du", "fan", "fang", "feng", "fu", "gao",
        "gu", "guo", "han", "hao", "he", "hong", "hu", "huang", "hwang", "jang", "jeong", "ji",
        "jia", "jiang", "jin", "jo", "jung", "kang", "kim", "ko", "kong", "kwon", "lai", "lee",
        "lei", "li", "liang", "liao", "lin", "liu", "lu", "luo", "ma", "mao", "meng", "moon",
        "mu", "nie", "noh", "oh", "pan", "park", "peng", "qian", "qiao", "qin", "qiu", "ren",
        "roh", "ryu", "seo", "shao", "shen", "shi", "shin", "sohn", "song", "su", "sun", "tan",
        "tang", "tao", "tian", "tsai", "tung", "wan", "wang", "wei", "wen", "wu", "xi", "xia",
        "xiao", "xie", "xiong", "xu", "xue", "yan", "yang", "yao", "ye", "yi", "yin", "yoo",
        "yoon", "yu", "yuan", "yun", "zeng", "zhang", "zhao", "zheng", "zhong", "zhou", "zhu",
        "zou",
    }
)  # fmt: skip
_PINYIN = (
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo"
    r"|[aeiou]))"
)
_PINYIN_GIVEN = re.compile(rf"{_PINYIN}{{1,2}}", re.IGNORECASE)
_HYPHENED_GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]+")
_KOREAN_SYLLABLE = re.compile(
    r"(?:[bcdghjkmnprstwy]|ch|hy|ky|my|gy|kw)?(?:yeo|eo|eu|ae|oo|ye|ya|yu|[aeiou])(?:ng|[bgklmnp])?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in parts; an absent part is empty."""

    honorific: str
    given: str
    middle: tuple[str, ...]
    surname: str
    suffix: str
    family_first: bool = field(default=False, repr=False)

    @property
    def full(self) -> str:
        """The name without its honorific, in the order it is printed."""
        if self.family_first:
            return f"{self.surname} {self.given}"
        return " ".join(p for p in (self.given, *self.middle, self.surname, self.suffix) if p)


def strip_possessive(text: str) -> str:
    """Return ``Trump`` of ``Trump’s``, and ``Sessions`` of ``Sessions’``."""
    return _POSSESSIVE.sub("", text)


@lru_cache(maxsize=1 << 16)  # the names of a corpus are few and asked for often
def name_key(text: str) -> str:
    """Return what two spellings of one name share: no case, accents, points, possessive or article.

    >>> name_key("The F.B.I.’s"), name_key("Beto O’Rourke"), name_key("José")
    ('fbi', 'beto orourke', 'jose')

    Letters of other alphabets stay as they are: a look-alike is another name.
    """
    plain = unicodedata.normalize("NFKD", strip_possessive(text.strip()))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = plain.replace("-", " ").replace("‐", " ").replace("–", " ").replace("/", " ")
    words = _PUNCTUATION.sub("", plain).replace("&", " and ").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _key(word: str) -> str:
    return word.rstrip(".").lower()


def _words(text: str) -> list[str]:
    """Return the words of a name; joined initials (``H.W.``, ``HW``) are several."""
    words: list[str] = []
    printed = _WORD.findall(strip_possessive(text.strip()))
    for i, word in enumerate(printed):
        joined = _JOINED_INITIALS.fullmatch(word) or _bare_initials(word, printed[i + 1 :])
        words += [f"{c}." for c in word if c != "."] if joined else [word]
    return words


def _bare_initials(word: str, rest: list[str]) -> bool:
    """Tell whether capitals before a surname are initials: ``HR McMaster``.

    A given name (``AL Gore``), a particle, a suffix, a family name that is printed in capitals
    (``LI Keqiang``) and a function before a full name (``QB Cam Newton``) are not.
    """
    key = word.lower()
    surname = [w for w in rest if _key(w) not in SUFFIXES | PARTICLES]
    if not _CAPITALS.fullmatch(word) or len(surname) != 1 or surname[0].isupper():
        return False
    return not (key in EAST_ASIAN_SURNAMES | PARTICLES | SUFFIXES | HONORIFICS or is_given(word))


def family_name_first(words: list[str]) -> bool:
    """Tell whether the words are a Chinese or Korean name in its own order.

    >>> family_name_first(["Xi", "Jinping"]), family_name_first(["Kim", "Kardashian"])
    (True, False)
    """
    if len(words) not in (2, 3) or _key(words[0]) not in EAST_ASIAN_SURNAMES:
        return False
    first, *more = words[1:]
    if more:  # Kim Jong Un, Roh Moo Hyun
        return all(_KOREAN_SYLLABLE.fullmatch(w) or _PINYIN_GIVEN.fullmatch(w) for w in words[1:])
    if first.lower() in EAST_ASIAN_SURNAMES or is_given(first):  # Kim Lee, Lee Anne
        return False
    return bool(_HYPHENED_GIVEN.fullmatch(first) or _PINYIN_GIVEN.fullmatch(first))


@lru_cache(maxsize=1 << 16)
def split(text: str) -> PersonName:
    """Return the parts of a person's name in natural order."""
    words = _words(text)
    honorific = ""
    while len(words) > 1 and _key(words[0]) in HONORIFICS:
        honorific, words = _key(words[0]), words[1:]
    suffix = ""
    while len(words) > 1 and _key(words[-1]) in SUFFIXES:
        suffix, words = words[-1], words[:-1]
    if len(words) <= 1:
        return PersonName(honorific, "", (), words[0] if words else "", suffix)
    if family_name_first(words):
        return PersonName(honorific, " ".join(words[1:]), (), words[0], suffix, family_first=True)
    if _key(words[0]) in PARTICLES - GIVEN_PARTICLES:  # Mr. de Blasio, von der Leyen
        return PersonName(honorific, "", (), " ".join(words), suffix)
    first_of_surname = len(words) - 1
    while first_of_surname > 1 and words[first_of_surname - 1].lower() in PARTICLES:
        first_of_surname -= 1
    surname = " ".join(words[first_of_surname:])
    return PersonName(honorific, words[0], tuple(words[1:first_of_surname]), surname, suffix)


def gender_of_honorific(text: str) -> str | None:
    """Return ``m`` or ``f`` where the form of address in ``text`` tells."""
    return GENDERED_HONORIFICS.get(split(text).honorific)


def natural_order(keyword: str) -> str | None:
    """Return a person keyword (``Surname  Given M Suffix``) in natural order, else None.

    Two spaces after the surname mark a person (the indexing style of American newspapers).
    """
    surname, *others = _KEYWORD_SPLIT.split(keyword.strip())
    if not surname or len(others) != 1:
        return None
    rest = others[0].split()
    suffix = [rest.pop()] if len(rest) > 1 and _key(rest[-1]) in SUFFIXES else []
    given = [w + "." if len(w) == 1 else w for w in rest]
    if family_name_first([surname, *given]):
        return " ".join([surname, *given])
    return " ".join([*given, surname, *suffix])


@cache
def _nicknamer() -> NickNamer:
    return NickNamer()


@lru_cache(maxsize=1 << 16)
def _name_family(given: str) -> frozenset[str]:
    """Given names that may stand for one another: nicknames and what they are short for."""
    namer = _nicknamer()
    canonicals = namer.canonicals_of(given)
    return frozenset({given}) | namer.nicknames_of(given) | canonicals


def is_given(word: str) -> bool:
    """Tell whether a word is known as an English given name or a short form of one."""
    key = _key(word)
    return bool(_nicknamer().canonicals_of(key) or _nicknamer().nicknames_of(key))


def given_variants(given: str) -> frozenset[str]:
    """Return a given name in lower case with its short forms and what it is short for."""
    return _name_family(_key(given))


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
    """Return the fullest of the names of one person: most parts, then longest, then alphabet."""

    def fullness(name: str) -> tuple[int, int, str]:
        parts = split(name)
        words = [w for w in parts.full.split() if w]
        return (len(words) if parts.given else 0, len(parts.full), parts.full)

    return without_honorific(max(names, key=fullness))


def without_honorific(text: str) -> str:
    """Return a person's name as printed, its forms of address left out: ``H.R. McMaster``."""
    words = strip_possessive(" ".join(text.split())).split()
    while len(words) > 1 and _key(words[0]) in HONORIFICS:
        words = words[1:]
    return " ".join(words)
