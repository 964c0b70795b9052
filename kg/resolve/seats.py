"""What an office is of where only the company of its article tells: a government, a chamber.

    "the attorney general of Norland … Eva Quist, the special counsel"    →   of Norland
    "Senator Ida Lund, the majority leader, … the Senate"                 →   of the Senate

An office that hardly any body but a government has is of the one country whose leaders or law
officers hold posts in its articles. Envoys do not count, who come from elsewhere. A word that firms
use as well (*vice president*) needs two articles that tell so. The leader of a majority leads
the chamber that the holder sits in, if the article names it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.names import name_key
from kg.resolve import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import ArticleEntity
    from kg.resolve.inherited import Post

# Offices of governments, and how many articles must tell of which.
_OFFICES = {"national security adviser": 1, "special counsel": 1, "vice president": 2}
# Who holds these for a country tells that an article is about its government.
_GOVERNING = frozenset(
    {"president", "prime minister", "attorney general", "deputy attorney general"}
)
_ENVOYS = frozenset({"ambassador", "consul", "envoy"})
_LEADING = frozenset({"majority leader", "majority whip", "minority leader", "minority whip"})
# What those who sit in a chamber are called, and what the chamber is.
_CHAMBERS = {"senator": {"senate"}, "representative": {"house", "house of representatives"}}


@dataclass(frozen=True, slots=True)
class Around:
    """The countries of the corpus by entity, and by article and name the bodies it names."""

    countries: frozenset[str]
    bodies: Mapping[tuple[str, str], frozenset[str]]


def around(members: Iterable[ArticleEntity], links: Mapping[str, str]) -> Around:
    """Return the countries and bodies among members; ``links`` gives the entity of each."""
    countries: set[str] = set()
    bodies: dict[tuple[str, str], set[str]] = {}
    for member in members:
        entity = links.get(member.id)
        if entity and member.type == "Place" and _is_country(member.name):
            countries.add(entity)
        elif entity and member.type == "Organization":
            bodies.setdefault((member.article, name_key(member.name)), set()).add(entity)
    return Around(frozenset(countries), {key: frozenset(ids) for key, ids in bodies.items()})


def seats(
    loose: Iterable[tuple[str, Sequence[ArticleEntity]]],
    posts: Iterable[ArticleEntity],
    settled: Mapping[str, Post],
    about: Around,
) -> dict[str, tuple[Post, str]]:
    """Return the posts of something that members of nothing are, and why.

    ``loose`` are the members of nothing by label, in sets of one post; ``posts`` all posts, of
    which ``settled`` gives those that are of something.
    """
    told: dict[str, list[tuple[Post, ArticleEntity]]] = {}
    for member in posts:
        if member.id in settled:
            told.setdefault(member.article, []).append((settled[member.id], member))
    found: dict[str, tuple[Post, str]] = {}
    for label, component in loose:
        if any(m.id in settled for m in component):
            continue
        if label in _OFFICES and (country := _country(label, component, told, about)):
            reason = "its articles are about the government of one country"
            found |= {m.id: ((label, country), reason) for m in component}
        elif label in _LEADING and (chamber := _chamber(component, told, about)):
            reason = "its holder sits in that chamber"
            found |= {m.id: ((label, chamber), reason) for m in component}
    return found


def _country(
    label: str,
    component: Sequence[ArticleEntity],
    told: Mapping[str, Sequence[tuple[Post, ArticleEntity]]],
    about: Around,
) -> str | None:
    """Return the one country whose government all articles of an office are about."""
    votes: list[str] = []
    for article in sorted({m.article for m in component}):
        beside = {post for post, _ in told.get(article, ()) if post[1] in about.countries}
        countries = {of for name, of in beside if name not in _ENVOYS}
        if len(countries) == 1 and any(name in _GOVERNING for name, _ in beside):
            votes += countries
    return votes[0] if len(set(votes)) == 1 and len(votes) >= _OFFICES[label] else None


def _chamber(
    component: Sequence[ArticleEntity],
    told: Mapping[str, Sequence[tuple[Post, ArticleEntity]]],
    about: Around,
) -> str | None:
    """Return the one chamber that the holders of a post are said to sit in."""
    chambers: set[str] = set()
    for member in component:
        for (label, _), other in told.get(member.article, ()):
            if set(member.holders) & set(other.holders):
                for name in sorted(_CHAMBERS.get(label, ())):
                    chambers |= about.bodies.get((member.article, name), frozenset())
    return min(chambers) if len(chambers) == 1 else None


def _is_country(name: str) -> bool:
    place = gazetteer.dominant(name_key(name))
    return place is not None and place.kind == "country"
