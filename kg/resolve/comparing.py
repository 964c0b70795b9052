"""What two names, and two people who bear them, have in common, in words.

    >>> from kg.names import split
    >>> sorted(relation(split("Bill Clinton"), split("William J. Clinton")))
    [<Doubt.MIDDLE: 'middle name'>, <Doubt.NICKNAME: 'nickname'>]
    >>> relation(split("George W. Bush"), split("George H. W. Bush")) is None
    True

Names alone never merge across a nickname, an initial, a spelling or a suffix: that takes further
evidence (a shared post, a shared keyword, people named with both, an article that uses both names).
How sure a name is of its bearer in the corpus as a whole is the question of *clustering*.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from kg.lexicon.given_names import gender_of_given
from kg.lexicon.spellings import folded, transliterated
from kg.model import Verdict
from kg.names import PersonName, is_given, name_key, same_given

OVERWHELMING = 4  # times as many: the rest is taken for errors of annotation


# People named with both before that speaks for one person: some are named with everybody.
COMPANIONS = 2
# Words that articles say around two names, before that speaks for one thing; and around spellings
# of one name, or one name whose type alone is in doubt.
ALIKE, SAME = 4, 3
_SHOWN = 4
# Shorter given names that differ by a letter are mostly two (Ida, Ina; Omar, Amar).
SPELT_MIN = 5


class Doubt(StrEnum):
    """How two compatible names differ."""

    MIDDLE = "middle name"
    SUFFIX = "suffix"
    NICKNAME = "nickname"
    INITIAL = "initial"
    SECOND = "second given name"
    SPELLING = "same surname, given names spelt alike"


HARMLESS = frozenset({Doubt.MIDDLE})


@dataclass(frozen=True, slots=True)
class Comparison:
    """A verdict and its reason in words; ``sure`` is False where it took more than the names."""

    verdict: Verdict
    reason: str
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """What the articles of some members tell of one person, in comparable form.

    ``text`` is the full name that running text uses, ``keyword`` the one that keywords give.
    ``forms`` are the keys of all full names that one article uses of the person; ``company`` the
    names of other people in the same articles. ``camp`` tells apart bearers of one name whose
    articles do.
    """

    text: PersonName | None = None
    keyword: PersonName | None = None
    gender: str | None = None
    walk: str | None = None
    camp: str | None = None
    posts: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    members: tuple[str, ...] = ()

    @property
    def full(self) -> PersonName | None:
        """The full name, of running text where it has one."""
        return self.text or self.keyword


Alike: TypeAlias = Callable[[Bearer, Bearer, int], tuple[str, ...]]


def relation(a: PersonName, b: PersonName) -> frozenset[Doubt] | None:
    """Return how two full names differ, or None if they cannot name one person."""
    if surname_key(a) != surname_key(b):
        return None
    doubts: set[Doubt] = set()
    if name_key(a.suffix) != name_key(b.suffix):
        if a.suffix and b.suffix:
            return None
        doubts.add(Doubt.SUFFIX)
    given = _given_relation(a, b)
    if given is None:
        return None
    if given != {Doubt.SECOND}:
        middle = _middle_relation(a.middle, b.middle)
        if middle is None:
            return None
        doubts |= middle
    return frozenset(doubts | given)


def _given_relation(a: PersonName, b: PersonName) -> set[Doubt] | None:
    x, y = name_key(a.given), name_key(b.given)
    if x == y or folded(x) == folded(y):
        return set()
    if x in _nicknames(b) or y in _nicknames(a):
        return set()
    if min(len(x), len(y)) == 1:
        return {Doubt.INITIAL} if x[:1] == y[:1] else None
    if same_given(x, y):
        return {Doubt.NICKNAME}
    if x in map(name_key, b.middle) or y in map(name_key, a.middle):
        return {Doubt.SECOND}
    alike = transliterated(x) == transliterated(y) or spelt_alike(x, y)
    return {Doubt.SPELLING} if alike else None


def _nicknames(name: PersonName) -> frozenset[str]:
    """Return what a name itself says that its bearer is called: Odo "Buddy" Brandt."""
    return frozenset(name_key(word) for word in name.middle if word[0] in "\"“‘'")


def spelt_alike(a: str, b: str) -> bool:
    """Tell whether two given names, as keys, can be one name in two transliterations.

    >>> spelt_alike("sergei", "sergey"), spelt_alike("michael", "michaela")
    (True, False)

    Two names that English has (Jerry, Jenny) are two, and so are a man's and a woman's.
    """
    if min(len(a), len(b)) < SPELT_MIN or a[0] != b[0] or not _one_edit(a, b):
        return False
    if is_given(a) and is_given(b):
        return False
    genders = {gender_of_given(a), gender_of_given(b)}
    feminine = any(a.endswith(end) != b.endswith(end) for end in ("a", "e"))
    return not feminine and not {"m", "f"} <= genders


def _one_edit(a: str, b: str) -> bool:
    """Tell whether one letter replaced, added or left out makes one word of the other."""
    short, long = sorted((a, b), key=len)
    same = zip(short, long, strict=False)
    start = next((i for i, (x, y) in enumerate(same) if x != y), len(short))
    return long[start + 1 :] in (short[start + 1 :], short[start:])


def _middle_relation(a: tuple[str, ...], b: tuple[str, ...]) -> set[Doubt] | None:
    if not a or not b:
        return {Doubt.MIDDLE} if a or b else set()
    x, y = [name_key(w) for w in a], [name_key(w) for w in b]
    if len(x) != len(y):
        return None
    fits = [
        v == w or (min(len(v), len(w)) == 1 and v[0] == w[0]) for v, w in zip(x, y, strict=True)
    ]
    if not all(fits):
        return None
    return set() if x == y else {Doubt.MIDDLE}


def surname_key(name: PersonName) -> str:
    """Return the last word of the surname: ``leyen`` for ``von der Leyen``."""
    key = name_key(name.surname)
    return folded(key.rsplit(maxsplit=1)[-1]) if key else ""


def _nothing(_a: Bearer, _b: Bearer, _least: int) -> tuple[str, ...]:
    return ()


def compare(a: Bearer, b: Bearer, alike: Alike = _nothing) -> Comparison:
    """Compare two bearers of full names; ``alike`` gives what articles say around both."""
    clash = _clash(a, b)
    if clash:
        return Comparison(Verdict.DIFFERENT, clash)
    if a.full is None or b.full is None:
        return Comparison(Verdict.UNSURE, "no full name")
    if a.keyword and b.keyword and a.keyword.full == b.keyword.full:
        return Comparison(Verdict.SAME, f"same keyword name {a.keyword.full}")
    names = f"{a.full.full} and {b.full.full}"
    doubts = _least_doubts(a, b)
    if doubts <= HARMLESS:
        reason = f"{names} differ by a middle name" if doubts else f"same full name {b.full.full}"
        return Comparison(Verdict.SAME, reason)
    if Doubt.SPELLING in doubts:
        return _with_evidence(a, b, doubts, f"{names}: {Doubt.SPELLING}", alike)
    difference = f"{names} differ by {' and '.join(sorted(doubts))}"
    return _with_evidence(a, b, doubts, difference, alike)


def _least_doubts(a: Bearer, b: Bearer) -> frozenset[Doubt]:
    """Return how the names differ, in text or between one's text and the other's keyword."""
    pairs = ((a.full, b.full), (a.text, b.keyword), (a.keyword, b.text))
    found = [d for x, y in pairs if x and y and (d := relation(x, y)) is not None]
    return min(found, key=len)


def _with_evidence(
    a: Bearer, b: Bearer, doubts: frozenset[Doubt], difference: str, alike: Alike
) -> Comparison:
    """Decide on names that can be one person's but need not be."""
    if a.articles & b.articles:
        # An article that keeps two such names apart tells two people apart.
        return Comparison(Verdict.UNSURE, f"{difference}, in one article")
    kin = Doubt.SUFFIX in doubts
    shared = evidence(a, b, kin=kin)
    if shared is None and (a.posts & b.posts or not kin) and (words := alike(a, b, _least(a, b))):
        shared = f"both with {', '.join(words[:_SHOWN])}"
    if shared is None:
        return Comparison(Verdict.UNSURE, difference)
    return Comparison(Verdict.SAME, f"{difference}; {shared}", sure=False)


def _least(a: Bearer, b: Bearer) -> int:
    """Return how many words articles have to share: fewer for spellings of one foreign name."""
    names = [transliterated(name_key(x.full.given)) for x in (a, b) if x.full]
    return SAME if len(set(names)) == 1 else ALIKE


def _clash(a: Bearer, b: Bearer) -> str | None:
    """Return what makes two people of two bearers, in words."""
    if a.gender and b.gender and a.gender != b.gender:
        return "gender"
    if a.walk and b.walk and a.walk != b.walk:
        return "walk of life"
    if a.camp and b.camp and a.camp != b.camp:
        return "circumstances"
    if a.full and b.full and relation(a.full, b.full) is None:
        return "names that cannot be one person's"
    if a.keyword and b.keyword:
        doubts = relation(a.keyword, b.keyword)
        if doubts is None or Doubt.SUFFIX in doubts:
            return "keyword names"
    return None


def evidence(a: Bearer, b: Bearer, *, kin: bool) -> str | None:
    """Return what speaks for one person besides the name, in words, or None.

    ``kin`` says that the names could be a father's and a son's: those are named with the same
    people, and a senior has often held the same post.
    """
    for x, y in ((a, b), (b, a)):
        if x.full and name_key(x.full.full) in y.forms:
            return "one article uses both names"
    posts = sorted(telling_posts(a.posts) & telling_posts(b.posts))
    senior = any(name_key(x.full.suffix) == "sr" for x in (a, b) if x.full)
    if posts and not senior:
        return f"both {posts[0]}"
    company = sorted(a.company & b.company)
    if kin or len(company) < COMPANIONS:
        return None
    return f"both named with {' and '.join(company[:COMPANIONS])}"


# Labels that too many people bear to tell one from another.
COMMON_POSTS = frozenset(
    {
        "adviser", "advisor", "aide", "analyst", "assistant", "author", "candidate", "captain",
        "chairman", "chairwoman", "coach", "constable", "consultant", "correspondent", "detective",
        "director", "doctor", "editor", "engineer", "executive", "founder", "fellow", "head",
        "inspector", "journalist", "judge", "lawyer", "leader", "lieutenant", "manager", "member",
        "officer", "official", "owner", "partner", "player", "professor", "reporter",
        "representative", "researcher", "scientist", "sergeant", "spokesman", "spokesperson",
        "spokeswoman", "student", "teacher", "writer",
    }
)  # fmt: skip


def telling_posts(posts: frozenset[str]) -> frozenset[str]:
    """Return the posts that few people hold at a time."""
    return posts - COMMON_POSTS


# Words in posts that name a walk of life which people rarely change.
_WALKS = {
    "sport": (
        "player", "footballer", "striker", "goalkeeper", "midfielder", "defender", "quarterback",
        "pitcher", "outfielder", "sprinter", "swimmer", "boxer", "golfer", "cyclist", "jockey",
        "wrestler", "gymnast", "linebacker", "shortstop", "cricketer", "batsman", "bowler",
        "skater", "skier", "athlete", "runner",
    ),
    "stage": (
        "actor", "actress", "singer", "rapper", "guitarist", "drummer", "comedian", "dancer",
        "musician", "pianist", "violinist", "soprano", "tenor", "composer", "songwriter",
        "filmmaker",
    ),
    "public life": (
        "president", "senator", "minister", "governor", "mayor", "congressman", "congresswoman",
        "judge", "justice", "attorney", "lawyer", "prosecutor", "ambassador", "secretary",
        "general", "colonel", "commissioner", "legislator", "councilman", "councilwoman",
        "speaker", "sheriff", "diplomat",
    ),
    "learning": (
        "professor", "physicist", "chemist", "biologist", "historian", "economist",
        "mathematician", "astronomer", "scientist", "surgeon", "epidemiologist", "sociologist",
        "philosopher", "lecturer",
    ),
    "church": ("bishop", "archbishop", "cardinal", "priest", "pastor", "rabbi", "imam", "vicar"),
}  # fmt: skip
_WALK_OF_WORD = {word: walk for walk, words in _WALKS.items() for word in words}
# Moves that are made often enough not to tell two people apart.
_NEAR = (frozenset({"public life", "learning"}), frozenset({"learning", "church"}))


def walks(posts: frozenset[str] | tuple[str, ...]) -> frozenset[str]:
    """Return the walks of life that the posts belong to."""
    found = {_WALK_OF_WORD.get(word) for post in posts for word in post.lower().split()}
    return frozenset(walk for walk in found if walk)


def far_apart(a: str, b: str) -> bool:
    """Tell whether hardly anybody is known for both walks of life."""
    return a != b and frozenset({a, b}) not in _NEAR
