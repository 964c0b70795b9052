"""What an article tells around a name: the sentences that name a thing, and those beside them.

    Surroundings(members, articles, regions, company).camps(those of one name)   →   who is who

Read are words that tell what is spoken of, countries and states, ages and deaths, and what says
that another has the name. Everything is read when it is asked for, and of names of several things
only.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from kg.lexicon.common_words import content_words
from kg.lexicon.demonyms import PLACE_OF, place_of
from kg.lexicon.organizations import NOMINAL_HEADS
from kg.names import name_key, split, without_honorific
from kg.resolve import gazetteer
from kg.resolve.circumstances import Circumstances, different, likeness, opposed
from kg.resolve.comparing import ALIKE, SAME, telling_posts
from kg.resolve.lives import SIGN, UNKNOWN, life_of, marked, season_of
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
_BEFORE, _AFTER = 1, 2  # sentences around one that names a thing
_SENTENCES_MAX = 8
_SENTENCE_MAX = 800  # characters: what goes on longer is no sentence
# Not after "St.", "Mt." and initials.
_SENTENCE = re.compile(r"(?<![A-Z]\.)(?<![A-Z][a-z]\.)(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_CONTINENTS = frozenset(map(name_key, PLACE_OF.values())) | frozenset(
    {"asia", "africa", "antarctica", "oceania"}
)
_WIDE = frozenset({"international", "world", "global", "united", "national"})
# Ships are named as other ships are; models and brands are one everywhere.
_VESSELS = frozenset(
    {"ship", "ferry", "tanker", "vessel", "freighter", "boat", "trawler", "yacht", "submarine"}
)
# The text says of somebody, or of a body, that another has the name.
_NAMESAKE = re.compile(
    rf"{SIGN}[^.]{{0,120}}\b(?:no (?:relation|kin)|not related|unrelated) to\b"
    rf"|{SIGN}[^.]{{0,120}}\bshares? (?:only|just|nothing but) (?:a|his|her|the) name\b"
)
_NAMESAKE_BODY = re.compile(
    rf"{SIGN}[^.]{{0,120}}\bno (?:connection|link|ties) (?:with|to)\b[^.]{{0,60}}\bname\b"
    rf"|{SIGN}[^.]{{0,120}}\bshares? (?:only|just|nothing but) (?:a|its|the) name\b"
)
# The text speaks of somebody of the family, who may have the surname.
_KIN = re.compile(
    r"\b(?:brother|sister|father|mother|son|daughter|uncle|aunt|cousin|nephew|niece|widow|twin)\b",
    re.IGNORECASE,
)
# Of the name of a place, that its team is meant.
_GAME = frozenset("coach league goal scored player match season striker goalkeeper beat".split())
_GAME_MIN = 2
# Of a name that a state and a city have, what an article speaks of beside it.
_OF_STATE = re.compile(r"\b(?:the state|state legislature|legislature|governor)\b", re.IGNORECASE)
_OF_CITY = re.compile(
    r"\b(?:the city|mayor|city hall|subway|capitol hill|capital)\b", re.IGNORECASE
)
# What bodies with the name of a person are called before it: "the rock band Ida Lund".
_BODIES = frozenset(NOMINAL_HEADS) | {"band", "brand", "chain", "label", "orchestra", "choir"}
_BODY = re.compile(rf"\b(?:{'|'.join(sorted(_BODIES))}) {SIGN}(?!\w)")


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
            kept = opposed if likeness(told[a], told[b]) >= ALIKE else different
            if left is right or any(kept(told[x], told[y]) for x in left for y in right):
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
        # Where two of the surname are named, each is the other's namesake and no third is.
        alone = len(company - others) <= 1
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
            travels=person and bool(split(member.name).given or member.gender or member.posts),
            level=_level(member, text),
            season=season_of(member.name, text, year),
            namesake=any(map((_NAMESAKE if person and alone else _NAMESAKE_BODY).search, signed)),
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
