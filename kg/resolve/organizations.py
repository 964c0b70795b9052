"""Which organisations are one: by their names, known acronyms, or short forms that articles use.

``F.B.I.``, ``FBI`` and ``Federal Bureau of Investigation`` are one; ``C.I.A.`` is not the
Culinary Institute of America, ``Goldman Sachs Asset Management`` not Goldman Sachs, and the
Ministry of Health of Spain not that of Kenya. Parents, subsidiaries and renamed
companies are not looked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.names import name_key
from kg.resolve.alone import kind_alone
from kg.resolve.gazetteer import country
from kg.resolve.grouping import Group, Unions, in_articles
from kg.resolve.organization_names import (
    KIND_WORDS,
    KNOWN_ACRONYMS,
    OF_A_COUNTRY,
    OF_A_TOWN,
    TELLING_ACRONYM,
    TRADES,
    acronyms,
    after_city,
    of_a_nation,
    organization_key,
    shortens,
)
from kg.resolve.places import home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kg.model import ArticleEntity
    from kg.resolve.deciding import Corpus

# Of institutions that every country has, these are the American ones unless an article is about
# another country.
_AMERICAN_BY_DEFAULT = frozenset(
    {
        "supreme court", "senate", "house", "army", "navy", "air force", "national guard",
        "coast guard", "congress", "treasury", "cabinet", "democratic party", "green party",
    }
)  # fmt: skip
# An article that names one of these is about the United States as much as about another country.
_AMERICAN_SEATS = frozenset(
    {
        "white house", "pentagon", "capitol", "justice department", "state department",
        "republican party", "republican national committee", "democratic national committee",
    }
)  # fmt: skip
_OF = re.compile(r"(\w+) of (.+)")
_SHOWN = 4


def group_organizations(
    members: Sequence[ArticleEntity],
    regions: Mapping[str, Mapping[str, int]],
    is_place: Callable[[str], bool],
    corpus: Corpus,
) -> list[Group]:
    """Return the organisations among the members."""
    american = {m.article for m in members if organization_key(m.name) in _AMERICAN_SEATS}
    plain = {m.id: _scoped(m, _nation(m, american, regions, corpus)) for m in members}
    plain |= _camped(members, plain, corpus)
    alone = kind_alone(members, plain)
    plain |= alone
    beside_city = _beside_city(members, plain, is_place)
    keys = {m.id: beside_city.get((m.article, plain[m.id]), plain[m.id]) for m in members}
    by_key: dict[str, list[ArticleEntity]] = {}
    for member in members:
        by_key.setdefault(keys[member.id], []).append(member)
    explained = _explained(members, keys, is_place)
    for (_, short), fuller in beside_city.items():
        explained.setdefault(short, set()).add(fuller)
    unions = Unions(sorted(by_key))
    because = {keys[id_]: ["called by its kind alone in an article"] for id_ in sorted(alone)}
    apart: set[str] = set()
    for short in sorted(by_key):
        owners = _owners(short, by_key, explained)
        if len(owners) == 1 and corpus.strangers(by_key[short], by_key[owners[0]]):
            apart.add(short)
        elif len(owners) == 1:
            unions.join(short, owners[0])
            because.setdefault(owners[0], []).append(f"{short} is short for {owners[0]}")
        elif owners:
            apart.add(short)  # two expansions: each article's own
    for key, other in _named_otherwise(by_key):
        if words := corpus.of_both(by_key[key], by_key[other]):
            unions.join(key, other)
            said = f"{key} is {other}: both with {', '.join(words[:_SHOWN])}"
            because.setdefault(other, []).append(said)
    return [group for same in unions.sets() for group in _groups(same, by_key, because, apart)]


def _named_otherwise(by_key: Mapping[str, Sequence[ArticleEntity]]) -> Iterator[tuple[str, str]]:
    """Yield keys with another form that one name often has, if something has that.

    ``zorbex`` of Zorbex Logistics, ``orla university`` of University of Orla: often
    they are two, so more has to speak for one.
    """
    for key in sorted(by_key):
        first, _, last = key.rpartition(" ")
        turned = _OF.fullmatch(key)
        if last in TRADES and first in by_key:
            yield first, key
        if turned and turned[1] in KIND_WORDS and f"{turned[2]} {turned[1]}" in by_key:
            yield f"{turned[2]} {turned[1]}", key


def _camped(
    members: Sequence[ArticleEntity], plain: Mapping[str, str], corpus: Corpus
) -> dict[str, str]:
    """Return the keys of those that their articles keep from others of their key."""
    by_key: dict[str, list[ArticleEntity]] = {}
    for member in members:
        by_key.setdefault(plain[member.id], []).append(member)
    camps = {key: corpus.camps(same) for key, same in by_key.items()}
    return {id_: f"{key} @ {camp}" for key, found in camps.items() for id_, camp in found.items()}


def _nation(
    member: ArticleEntity,
    american: set[str],
    regions: Mapping[str, Mapping[str, int]],
    corpus: Corpus,
) -> str | None:
    """Return the code of the country whose institutions the article of a member means."""
    if OF_A_COUNTRY.fullmatch(organization_key(member.name)):
        owner = rf"((?:[A-Z]\w+ )?[A-Z]\w+)['’]s {re.escape(member.name)}(?!\w)"
        found = (country(name_key(o)) for o in re.findall(owner, corpus.text(member.article)))
        if said := {nation.code for nation in found if nation}:
            return min(said)
    if member.article in american and organization_key(member.name) in _AMERICAN_BY_DEFAULT:
        return "US"
    return home(regions.get(member.article, {}))


def _scoped(member: ArticleEntity, nation: str | None) -> str:
    """Return the key of the member, with a country or article where names tell too little."""
    key, own = of_a_nation(organization_key(member.name))
    if own:
        return key if own == "US" and key in _AMERICAN_BY_DEFAULT else f"{key} @ {own}"
    if OF_A_TOWN.fullmatch(key) or (
        " " not in key and key in KIND_WORDS - {"congress", "senate", "house"}
    ):
        return f"{key} @ {member.id}"
    if not OF_A_COUNTRY.fullmatch(key):
        return key
    if key in _AMERICAN_BY_DEFAULT and nation in (None, "US"):
        return key
    return f"{key} @ {nation or member.id}"


def _explained(
    members: Sequence[ArticleEntity], keys: Mapping[str, str], is_place: Callable[[str], bool]
) -> dict[str, set[str]]:
    """Return for each short form the fuller names that articles use beside it."""
    owners: dict[str, set[str]] = {}
    for member in members:
        fuller = keys[member.id]
        for form in member.forms:
            short = organization_key(form)
            fits = shortens(short, fuller) or short in acronyms(name_key(member.name))
            if short != fuller and fits and not is_place(short):
                owners.setdefault(short, set()).add(fuller)
    for short, fuller in _without_trade(members, keys):
        if not is_place(short):
            owners.setdefault(short, set()).add(fuller)
    return owners


def _beside_city(
    members: Sequence[ArticleEntity], keys: Mapping[str, str], is_place: Callable[[str], bool]
) -> dict[tuple[str, str], str]:
    """Return by article the names it also uses with a city: Comets beside Norhaven Comets.

    Teams and papers of two cities share a name, so what an article explains goes first in it.
    """
    in_article: dict[str, set[str]] = {}
    for member in members:
        in_article.setdefault(member.article, set()).add(keys[member.id])
    found: dict[tuple[str, str], set[str]] = {}
    for article, names in in_article.items():
        for fuller in names:
            for short in names & after_city(fuller, is_place):
                found.setdefault((article, short), set()).add(fuller)
    return {key: min(fuller) for key, fuller in sorted(found.items()) if len(fuller) == 1}


def _without_trade(
    members: Sequence[ArticleEntity], keys: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield names that an article also uses without the trade: Norwind of Norwind Airlines.

    Not where the article has another organisation whose name begins so (Norwind Foundation).
    """
    in_article: dict[str, set[str]] = {}
    for member in members:
        in_article.setdefault(member.article, set()).add(keys[member.id])
    for _, names in sorted(in_article.items()):
        for fuller in sorted(names):
            short, _, trade = fuller.rpartition(" ")
            like = [name for name in names if name.startswith(f"{short} ")]
            if trade in TRADES and short in names and len(like) == 1:
                yield short, fuller


def _owners(
    short: str, by_key: Mapping[str, list[ArticleEntity]], explained: Mapping[str, set[str]]
) -> list[str]:
    """Return the fuller names in the corpus that a short name can stand for."""
    known = KNOWN_ACRONYMS.get(short)
    if known:
        return [known] if known in by_key else []
    told = sorted(owner for owner in explained.get(short, ()) if owner in by_key)
    if told or len(short) < TELLING_ACRONYM or " " in short or not _all_capitals(by_key[short]):
        return told
    return sorted(key for key in by_key if short in acronyms(key))


def _all_capitals(members: Sequence[ArticleEntity]) -> bool:
    return all(m.name.replace(".", "").isupper() for m in members)


def _groups(
    same: list[str],
    by_key: Mapping[str, list[ArticleEntity]],
    because: Mapping[str, list[str]],
    apart: set[str],
) -> list[Group]:
    if len(same) == 1 and same[0] in apart:
        return [_group([m], ["the short name fits several"]) for m in by_key[same[0]]]
    members = [m for key in same for m in by_key[key]]
    return [_group(members, sorted(reason for key in same for reason in because.get(key, ())))]


def _group(members: list[ArticleEntity], reasons: list[str]) -> Group:
    articles = len({m.article for m in members})
    told = [f"same name in {in_articles(articles)}"] if articles > 1 else []
    return Group(
        type="Organization",
        members=tuple(sorted(members, key=lambda m: m.id)),
        reasons=(*told, *reasons),
    )
