"""Which places are one place, and which of GeoNames they are.

``the U.S.``, ``America`` and ``American`` are one country; ``Springfield`` is a place of its
article unless the article names the state it lies in. A wrong outside identifier is worse than
none: a place gets ``same_as`` when nearly everybody means it by the bare name, ``close_match`` when
its article's other places single it out, and nothing otherwise.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.spellings import spelt
from kg.names import name_key
from kg.resolve import gazetteer
from kg.resolve.grouping import Group, in_articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import ArticleEntity
    from kg.resolve.deciding import Corpus

# Names that every town has; alone they are no place of the world.
_EVERYWHERE = re.compile(
    r".*\b(street|avenue|road|lane|drive|boulevard|square|hall|school|park|hospital|church|station"
    r"|bridge|airport|courthouse|cemetery|library|downtown|capitol|city center|main)"
)
# … but not these, which are known as they stand.
KNOWN_ADDRESSES = frozenset(
    {
        "wall street", "downing street", "10 downing street", "fleet street", "fifth avenue",
        "madison avenue", "park avenue", "pennsylvania avenue", "red square", "times square",
        "trafalgar square", "tahrir square", "tiananmen square", "central park", "hyde park",
        "independence square", "abbey road", "carnegie hall", "golden gate bridge",
        "london bridge", "tower bridge", "brooklyn bridge", "heathrow airport", "capitol",
        "us capitol",
    }
)  # fmt: skip
Key = tuple[str, ...]
_CACHED = 65_536  # names of places; articles name the same few again and again
_REGIONS = frozenset({"country", "state"})


def regions_of(members: Iterable[ArticleEntity]) -> dict[str, dict[str, int]]:
    """Return for each article the codes of countries and states it names, with their mentions."""
    regions: dict[str, dict[str, int]] = {}
    for member in members:
        if member.type != "Place":
            continue
        codes = regions.setdefault(member.article, {})
        for code in _codes(member.name):
            codes[code] = codes.get(code, 0) + max(member.mentions, 1)
    return regions


@lru_cache(_CACHED)
def _codes(name: str) -> frozenset[str]:
    place = _known(name)
    if place is None:
        return frozenset()
    return place.within | ({place.code} if place.code else set())


def _known(name: str) -> gazetteer.Place | None:
    """Return the place that everybody means by a name."""
    return gazetteer.state_in_short(name) or gazetteer.dominant(name_key(name))


def home(codes: Mapping[str, int]) -> str | None:
    """Return the code of the country an article is about: the one it names most, if one."""
    nations = sorted(((n, code) for code, n in codes.items() if len(code) == 2), reverse=True)  # noqa: PLR2004  # ISO 3166
    if not nations or (len(nations) > 1 and nations[0][0] == nations[1][0]):
        return None
    return nations[0][1]


def group_places(
    members: Sequence[ArticleEntity], regions: Mapping[str, Mapping[str, int]], corpus: Corpus
) -> list[Group]:
    """Return the places among the members."""
    found: dict[Key, list[ArticleEntity]] = {}
    known: dict[Key, tuple[gazetteer.Place, bool]] = {}
    for member in members:
        there = regions.get(member.article, {})
        key, place, certain = _elsewhere(member, corpus) or _identify(member, there)
        found.setdefault(key, []).append(member)
        if place:
            known[key] = (place, certain)
    for key in [key for key in found if key not in known]:
        camps = corpus.camps(found[key])
        for member in found.pop(key):
            found.setdefault((*key, camps.get(member.id, "")), []).append(member)
    return [_group(same, *known.get(key, (None, False))) for key, same in sorted(found.items())]


def _elsewhere(
    member: ArticleEntity, corpus: Corpus
) -> tuple[Key, gazetteer.Place | None, bool] | None:
    """Return a place that has the name of a better known one, where its article says so.

    "Paris, a town of 9,000 in northern Maine", "PARIS, Maine —"
    """
    place = _known(member.name)
    if place is None or place.kind != "city":
        return None
    town = r"(?:an? (?:[^,.;]|,(?=\d)){0,80}? in (?:[a-z]+ )?)?"
    inside = rf"(?i:{re.escape(member.name)}), {town}([A-Z][\w.]+(?: [A-Z]\w+)?)"
    said = (_known(found) for found in re.findall(inside, corpus.text(member.article)))
    codes = {region.code for region in said if region and region.kind in _REGIONS}
    if not codes or codes & place.within:
        return None
    here = [p for p in gazetteer.bearers(name_key(member.name)) if codes & p.within]
    if len(here) == 1:
        return ("geonames", str(here[0].id)), here[0], False
    return ("name", name_key(member.name), *sorted(codes)), None, False


def _identify(
    member: ArticleEntity, regions: Mapping[str, int]
) -> tuple[Key, gazetteer.Place | None, bool]:
    """Return a key that members of one place share, its record, and whether it is certain."""
    name = name_key(member.name)
    place = _known(member.name)
    if place:
        return ("geonames", str(place.id)), place, True
    if name not in KNOWN_ADDRESSES and _EVERYWHERE.fullmatch(name):
        return ("in", member.id), None, False
    bearers = [p for p in gazetteer.bearers(name) if p.kind != "city" or p.population]
    if len(bearers) <= 1 or _nested(bearers):
        return ("name", spelt(name)), None, False
    fitting = [p for p in bearers if _fits(p, regions)]
    if len(fitting) == 1:
        return ("geonames", str(fitting[0].id)), fitting[0], False
    return ("in", member.id), None, False


def _nested(bearers: Sequence[gazetteer.Place]) -> bool:
    """Tell whether the largest bearers lie in one another or are the seat of one government.

    Nobody needs to tell Washington from Washington or Singapore from Singapore by the name alone.
    """
    largest = [p for p in bearers if p.kind != "city"][:1] + [
        p for p in bearers if p.kind == "city"
    ][:1]
    nation = largest[0].within | {largest[0].code}
    return len(largest) > 1 and any(code in nation for code in largest[1].within)


def _fits(place: gazetteer.Place, regions: Mapping[str, int]) -> bool:
    """Tell whether the article names the state a city lies in, or something inside a region."""
    if place.kind == "city":
        inner = [code for code in place.within if "-" in code]
        return any(code in regions for code in inner)
    return place.code in regions


def _group(
    members: list[ArticleEntity],
    place: gazetteer.Place | None,
    certain: bool,  # noqa: FBT001
) -> Group:
    forms = sorted({m.name for m in members})
    articles = len({m.article for m in members})
    reasons = [f"same name in {in_articles(articles)}"] if articles > 1 else []
    if place:
        because = "by its name" if certain else "by the other places of its articles"
        reasons.append(f"GeoNames {place.kind} {place.name} {because}")
    return Group(
        type="Place",
        members=tuple(sorted(members, key=lambda m: m.id)),
        reasons=tuple(reasons),
        name=_name(forms, place),
        same_as=(place.iri,) if place and certain else (),
        close_match=(place.iri,) if place and not certain else (),
        marks=(str(place.id),) if place else (),
    )


def _name(forms: list[str], place: gazetteer.Place | None) -> str | None:
    """Return the name of a country or state that articles call by initials or adjectives only."""
    if place and place.kind == "state" and all(map(gazetteer.state_in_short, forms)):
        return place.name
    if place is None or place.kind != "country":
        return None
    if any(name_key(form) == name_key(place.name) for form in forms):
        return place.name
    proper = [f for f in forms if len(name_key(f)) > 3 and not gazetteer.is_demonym(name_key(f))]  # noqa: PLR2004
    return None if proper else place.name
