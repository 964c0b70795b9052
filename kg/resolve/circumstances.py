"""What an article tells around a name: enough to keep namesakes apart, or to join two names.

    "Sheriff Martin Hale … Ohio" and "Martin Hale, the museum's keeper … Leeds"
        →   different: nothing in common, and of Ohio and England
    "the world blitz champion, Aleksandr Voronin" and "Alexander Voronin … world blitz champion"
        →   alike: blitz, champion

Things of one name are one unless something speaks against it: the article says that they share the
name only; their lives do not fit; or the articles are of two countries and have nothing else in
common. The last is asked of people, places and bodies whose names any town or country has
(a Union Savings Bank), and not of names that thousands of articles share.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from kg.lexicon.common_words import content_words
from kg.lexicon.demonyms import PLACE_OF, place_of
from kg.lexicon.organizations import NOMINAL_HEADS
from kg.names import name_key, split, without_honorific
from kg.resolve import gazetteer
from kg.resolve.comparing import SAME, telling_posts
from kg.resolve.lives import SIGN, UNKNOWN, Life, contradict, life_of, marked, season_of
from kg.resolve.organization_names import (
    KIND_WORDS,
    KNOWN_ACRONYMS,
    OF_A_COUNTRY,
    organization_key,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import Article, ArticleEntity

MANY = 40  # articles of one name: more is known everywhere, and context tells nothing
_CHANCE = 2  # words that any two stories share
_SURE = 6  # words that outweigh what an article says of namesakes in general
_BEFORE, _AFTER = 1, 2  # sentences around one that names a thing
_SENTENCES_MAX = 8
_SENTENCE_MAX = 800  # characters: what goes on longer is no sentence
# Not after "St.", "Mt." and initials.
_SENTENCE = re.compile(r"(?<![A-Z]\.)(?<![A-Z][a-z]\.)(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_CONTINENTS = frozenset(map(name_key, PLACE_OF.values())) | {
    "asia",
    "africa",
    "antarctica",
    "oceania",
}
_WIDE = frozenset({"international", "world", "global", "united", "national"})
# Ships are named as other ships are; models and brands are one everywhere.
_VESSELS = frozenset(
    {"ship", "ferry", "tanker", "vessel", "freighter", "boat", "trawler", "yacht", "submarine"}
)
# The text says that somebody or something else has the name.
_NAMESAKE = re.compile(
    r"\bno (?:relation|kin)\b|\bnot related to\b|\bunrelated to\b|\bnamesake\b"
    r"|\bshares? (?:only|just|nothing but) (?:a|his|her|the|its) name\b"
    r"|\bno (?:connection|link|ties) (?:with|to)\b.{0,40}\b(?:name|namesake)\b",
    re.IGNORECASE,
)
# The text speaks of somebody of the family, who may have the surname.
_KIN = re.compile(
    r"\b(?:brother|sister|father|mother|son|daughter|uncle|aunt|cousin|nephew|niece|widow|twin)\b",
    re.IGNORECASE,
)
_GAME = frozenset(
    {
        "coach",
        "league",
        "goal",
        "scored",
        "player",
        "match",
        "season",
        "striker",
        "goalkeeper",
        "beat",
    }
)
_GAME_MIN = 2
# Of a name that a state and a city have, what an article speaks of beside it.
_OF_STATE = re.compile(r"\b(?:the state|state legislature|legislature|governor)\b", re.IGNORECASE)
_OF_CITY = re.compile(
    r"\b(?:the city|mayor|city hall|subway|capitol hill|capital)\b", re.IGNORECASE
)
# What bodies with the name of a person are called before it: "the rock band Marlene Voss".
_BODIES = frozenset(NOMINAL_HEADS) | {"band", "brand", "chain", "label", "orchestra", "choir"}
_BODY = re.compile(rf"\b(?:{'|'.join(sorted(_BODIES))}) {SIGN}(?!\w)")
# Of a name that a state and a city have, what an article speaks of beside it.
_OF_STATE = re.compile(r"\b(?:the state|state legislature|legislature|governor)\b", re.IGNORECASE)
_OF_CITY = re.compile(
    r"\b(?:the city|mayor|city hall|subway|capitol hill|capital)\b", re.IGNORECASE
)
# What bodies with the name of a person are called before it: "the rock band Marlene Voss".
_BODIES = "|".join(
    sorted(frozenset(NOMINAL_HEADS) | {"band", "brand", "chain", "label", "orchestra", "choir"})
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What one article tells around one thing."""

    article: str
    type: str
    words: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    life: Life = UNKNOWN
    season: int | None = None
    namesake: bool = False
    kin: bool = False
    local: bool = False
    plays: bool = False
    body: bool = False
    level: str | None = None


class Surroundings:
    """Reads the circumstances of members, each when it is asked for."""

    def __init__(
        self,
        members: Iterable[ArticleEntity],
        articles: Mapping[str, Article],
        regions: Mapping[str, Mapping[str, int]],
        company: Mapping[str, frozenset[str]],
    ) -> None:
        """Take the members, and what is known of their articles."""
        self._members = {m.id: m for m in members}
        self._articles = articles
        self._regions = regions
        self._company = company
        self.of = lru_cache(None)(self._of)
        self._sentences = lru_cache(256)(self._sentences_of)

    def camps(self, members: Sequence[ArticleEntity]) -> dict[str, str]:
        """Return for members of one name who is who: nothing if they are one, else a label each."""
        if not 1 < len(members) <= MANY:
            return {}
        told = {m.id: self.of(m.id) for m in members}
        ids = sorted(told)
        if not any(different(told[a], told[b]) for a, b in combinations(ids, 2)):
            return {}
        sides = {id_: [id_] for id_ in ids}
        pairs = sorted(combinations(ids, 2), key=lambda p: (-likeness(told[p[0]], told[p[1]]), p))
        for a, b in pairs:
            left, right = sides[a], sides[b]
            if left is right or any(different(told[x], told[y]) for x in left for y in right):
                continue
            left += right
            sides |= dict.fromkeys(right, left)
        return {id_: min(side) for id_, side in sides.items()}

    def another(self, member: str, others: Sequence[str]) -> bool:
        """Tell whether an article means another by a surname than those of a full name.

        Where it speaks of the family, it may mean any of that.
        """
        own = self.of(member)
        told = [self.of(other) for other in others]
        if any(different(own, other) for other in told):
            return True
        return own.kin and all(other.article != own.article for other in told)

    def strangers(self, some: Iterable[str], others: Sequence[str]) -> bool:
        """Tell whether some members are all kept from all others by what articles tell."""
        told = [self.of(other) for other in others]
        return all(different(self.of(one), other) for one in some for other in told)

    def tell_the_same(self, one: str, other: str) -> bool:
        """Tell whether two articles say the same around one name."""
        a, b = self.of(one), self.of(other)
        apart = a.article == b.article or different(a, b)
        return not apart and len(a.words & b.words) >= SAME

    def alike(self, members: Iterable[str], others: Iterable[str], least: int) -> tuple[str, ...]:
        """Return the words that articles say around both, if they are enough to tell something."""
        theirs = [self.of(other) for other in others]
        found: tuple[str, ...] = ()
        for own in map(self.of, members):
            for other in theirs:
                shared = sorted(own.words & other.words) if own.article != other.article else []
                found = max(found, tuple(shared), key=lambda words: (len(words), words))
        return found if len(found) >= least else ()

    def _of(self, id_: str) -> Circumstances:
        member = self._members[id_]
        article = self._articles.get(member.article)
        posts = telling_posts(frozenset(p.lower() for p in member.posts))
        company = self._company.get(member.article, frozenset())
        surname = name_key(member.name).rpartition(" ")[2]
        others = frozenset(name for name in company if surname not in name.split())
        if article is None or not article.text:
            return Circumstances(article=member.article, type=member.type, posts=posts)
        forms = _forms(member)
        near = _near(self._sentences(member.article), forms)
        text = " ".join(near)
        words = content_words(text) - content_words(" ".join(forms))
        signed = [marked(sentence, forms) for sentence in near]
        year = int(article.published[:4]) if article.published else None
        person = member.type == "Person"
        return Circumstances(
            article=member.article,
            type=member.type,
            words=words,
            regions=self._places(member, text),
            posts=posts,
            company=others,
            life=life_of(signed, year=year, alone=not others) if person else UNKNOWN,
            body=any(_BODY.search(sentence) for sentence in signed),
            level=_level(member, text),
            season=season_of(member.name, text, year),
            namesake=bool(_NAMESAKE.search(text)),
            kin=bool(_KIN.search(text)),
            local=_is_local(member, words),
            plays=len(words & _GAME) >= _GAME_MIN,
        )

    def _places(self, member: ArticleEntity, text: str) -> frozenset[str]:
        """Return the countries and states of an article, also by words of nationality."""
        codes = set(self._regions.get(member.article, {}))
        for word in re.findall(r"\b[A-Z][a-z]+\b", text):
            nation = gazetteer.country(name_key(place_of(word.lower()) or ""))
            if nation:
                codes.add(nation.code)
        return frozenset(codes)

    def _sentences_of(self, article: str) -> tuple[str, ...]:
        return tuple(_SENTENCE.split(self._articles[article].text))


def _forms(member: ArticleEntity) -> tuple[str, ...]:
    forms = {without_honorific(f) for f in (member.name, *member.forms)}
    if member.type == "Person":
        forms |= {split(f).surname for f in forms}
    return tuple(sorted(form for form in forms if form))


def _near(sentences: Sequence[str], forms: Sequence[str]) -> list[str]:
    """Return the sentences that name a thing, with those around the first ones."""
    named = [i for i, s in enumerate(sentences) if any(form in s for form in forms)]
    around = {j for i in named[:2] for j in range(i - _BEFORE, i + _AFTER + 1)}
    chosen = sorted({*named, *around} & {*range(len(sentences))})
    return [sentences[i][:_SENTENCE_MAX] for i in chosen[:_SENTENCES_MAX]]


def _is_local(member: ArticleEntity, words: frozenset[str]) -> bool:
    """Tell whether a name is one that any place may give to a thing of its own.

    Not that of a continent, nor of a body of many countries: of the European Union there is one.
    """
    key = organization_key(member.name)
    if member.type == "Person":
        return True
    if any(place_of(word) or word in _WIDE for word in key.split()) or key in _CONTINENTS:
        return False
    if member.type == "Place":
        return True
    if member.type != "Organization":
        return bool(words & _VESSELS) and not any(c.isdigit() for c in key)
    parts = key.split()
    acronym = member.name.replace(".", "").isupper() and key not in KNOWN_ACRONYMS
    named_by_kind = len(parts) > 1 and bool({parts[0], parts[-1]} & KIND_WORDS)
    return acronym or (named_by_kind and not OF_A_COUNTRY.fullmatch(key))


def _level(member: ArticleEntity, text: str) -> str | None:
    """Return whether an article speaks of a state or of a city, where both have the name."""
    kinds = {place.kind for place in gazetteer.bearers(name_key(member.name))}
    if member.type != "Place" or not {"state", "city"} <= kinds:
        return None
    told = [level for level, of in (("state", _OF_STATE), ("city", _OF_CITY)) if of.search(text)]
    return told[0] if len(told) == 1 else None


def likeness(a: Circumstances, b: Circumstances) -> int:
    """Return how much two circumstances have in common."""
    return 4 * len(a.posts & b.posts) + 2 * len(a.company & b.company) + len(a.words & b.words)


def different(a: Circumstances, b: Circumstances) -> str | None:
    """Return in words why two things of one name are two, or None if they may be one."""
    if a.article == b.article:
        return None
    shared = len(a.words & b.words)
    if why := contradict(a.life, b.life):
        return why
    if a.level and b.level and a.level != b.level:
        return "a state and a city"
    if a.season and b.season and a.season != b.season:
        return "storms of two years"
    if (a.namesake or b.namesake) and shared < _SURE:
        return "an article speaks of a namesake"
    if (
        a.plays != b.plays
        and a.local
        and b.local
        and shared <= _CHANCE
        and "Place" in {a.type, b.type}
    ):
        return "a place and its team"
    if a.body != b.body and "Person" in {a.type, b.type}:
        return "a person and a body of the name"
    together = bool(a.posts & b.posts or a.company & b.company)
    if a.local and b.local and not together and shared <= _CHANCE and _elsewhere(a, b):
        return f"of {_where(a)} and of {_where(b)}"
    return None


def _elsewhere(a: Circumstances, b: Circumstances) -> bool:
    """Tell whether two articles are of two countries, or of two states of one."""
    if not a.regions or not b.regions:
        return False
    nations = [frozenset(c for c in x.regions if "-" not in c) for x in (a, b)]
    states = [x.regions - n for x, n in zip((a, b), nations, strict=True)]
    if not nations[0] & nations[1]:
        return bool(nations[0] and nations[1])
    return bool(states[0] and states[1]) and not states[0] & states[1]


def _where(one: Circumstances) -> str:
    return "/".join(sorted(one.regions))
