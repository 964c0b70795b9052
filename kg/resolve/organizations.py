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
from kg.resolve.grouping import Group, Unions, in_articles
from kg.resolve.places import home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kg.model import ArticleEntity

# Endings that say what a company is in law, not which. "Company" and "Group" are not among them:
# the New York Times Company owns The New York Times.
_LEGAL = frozenset(
    {
        "inc", "incorporated", "corp", "corporation", "ltd", "limited", "llc", "llp", "plc",
        "gmbh", "ag", "nv",
    }
)  # fmt: skip
# What is left of these without its ending is another thing: Time Inc. published Time.
_KEEPS_ENDING = frozenset(
    {
        "news", "time", "general", "national", "american", "united", "first", "standard",
        "tribune", "people",
    }
)  # fmt: skip
_TURNED = re.compile(r"(?:(?:us|united states) )?(department|ministry) of (?:the )?(.+)")
_NATIONAL_DEPARTMENT = re.compile(r"(?:us|united states) (.+ department)")

# Acronyms that newspapers use without explaining them. With any other expansion in the corpus
# (``Culinary Institute of America``) the known one is still meant.
KNOWN_ACRONYMS = {
    "fbi": "federal bureau of investigation", "cia": "central intelligence agency",
    "nsa": "national security agency", "nato": "north atlantic treaty organization",
    "un": "united nations", "eu": "european union", "who": "world health organization",
    "imf": "international monetary fund", "wto": "world trade organization",
    "opec": "organization of the petroleum exporting countries", "au": "african union",
    "epa": "environmental protection agency", "fda": "food and drug administration",
    "irs": "internal revenue service", "sec": "securities and exchange commission",
    "nasa": "national aeronautics and space administration",
    "aclu": "american civil liberties union",
    "cdc": "centers for disease control and prevention",
    "fcc": "federal communications commission", "ftc": "federal trade commission",
    "faa": "federal aviation administration", "fema": "federal emergency management agency",
    "gop": "republican party", "dea": "drug enforcement administration",
    "ecb": "european central bank", "iaea": "international atomic energy agency",
    "icc": "international criminal court", "nih": "national institutes of health",
    "nhs": "national health service", "nra": "national rifle association",
    "nypd": "new york police department", "lapd": "los angeles police department",
    "bbc": "british broadcasting corporation", "plo": "palestine liberation organization",
    "unicef": "united nations childrens fund",
    "unhcr": "united nations high commissioner for refugees",
    "mit": "massachusetts institute of technology", "ibm": "international business machines",
    "gm": "general motors", "ge": "general electric", "dnc": "democratic national committee",
    "rnc": "republican national committee", "hud": "housing and urban development department",
    "hhs": "health and human services department", "doj": "justice department",
    "cbo": "congressional budget office",
    "fifa": "federation internationale de football association",
}  # fmt: skip
# What a company does, as the last word of its name; in running text its name goes without.
_TRADES = frozenset(
    {
        "aerospace", "aircraft", "airlines", "airways", "breweries", "computer", "computers",
        "motors", "pharmaceuticals", "petroleum", "railways", "semiconductor", "steel", "systems",
    }
)  # fmt: skip
# An acronym of so many letters hardly ever has two expansions in one corpus.
_TELLING_ACRONYM = 4

# Institutions that every country has; the country an article is about tells which.
_OF_A_COUNTRY = re.compile(
    r"(.+ ministry|ministry|parliament|national assembly|central bank|high court"
    r"|constitutional court|supreme court|court of appeal|senate|house|army|navy|air force"
    r"|national guard"
    r"|coast guard|police|national police|federal police|treasury|cabinet|congress|government"
    r"|electoral commission|(?:communist|socialist|labor|labour|liberal|conservative|green"
    r"|democratic) party)"
)
# … but these are the American ones unless an article is about another country.
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
_OURS = re.compile(r"(?:us|united states) (.+)")
# Institutions that every town has; alone they belong to their article.
_OF_A_TOWN = re.compile(
    r"(city council|town council|county council|city hall|school board|school district"
    r"|police department|fire department|sheriffs office|health department|planning commission"
    r"|board of education"
    r"|district court|superior court|county court|chamber of commerce|legislature"
    r"|state police|state legislature|state senate|board of trustees|board of directors|high school"
    r"|public library)"
)
# Words that stand for any of their kind ("the Department").
_KIND_WORDS = frozenset(
    {
        "administration", "agency", "army", "association", "authority", "bank", "board",
        "bureau", "cabinet", "church", "club", "college", "commission", "committee", "company",
        "conference", "congress", "corporation", "council", "court", "department", "force",
        "foundation", "fund", "government", "group", "hospital", "house", "institute",
        "institution", "league", "legislature", "ministry", "movement", "museum", "office",
        "organization", "parliament", "party", "police", "post", "press", "school", "senate",
        "service", "society", "state", "team", "times", "treasury", "union", "university",
    }
)  # fmt: skip


def organization_key(name: str) -> str:
    """Return what the spellings of one organisation's name share.

    >>> organization_key("U.S. Department of Justice"), organization_key("Apple Inc.")
    ('justice department', 'apple')
    """
    words = name_key(name).split()
    while len(words) > 1 and words[-1] in _LEGAL and words[-2] not in _KEEPS_ENDING:
        words = words[:-1]
    if len(words) > 1 and words[-1] == "company":
        words[-1] = "co"
    key = " ".join(words)
    if key.endswith("house of representatives"):
        return key.removesuffix(" of representatives")
    turned = _TURNED.fullmatch(key)
    if turned:
        return f"{turned[2]} {turned[1]}"
    national = _NATIONAL_DEPARTMENT.fullmatch(key)
    return national[1] if national else key


def group_organizations(
    members: Sequence[ArticleEntity],
    regions: Mapping[str, Mapping[str, int]],
    is_place: Callable[[str], bool],
) -> list[Group]:
    """Return the organisations among the members."""
    american = {m.article for m in members if organization_key(m.name) in _AMERICAN_SEATS}
    keys = {m.id: _scoped(m, _nation(m, american, regions)) for m in members}
    by_key: dict[str, list[ArticleEntity]] = {}
    for member in members:
        by_key.setdefault(keys[member.id], []).append(member)
    explained = _explained(members, keys, is_place)
    unions = Unions(sorted(by_key))
    because: dict[str, list[str]] = {}
    apart: set[str] = set()
    for short in sorted(by_key):
        owners = _owners(short, by_key, explained)
        if len(owners) == 1:
            unions.join(short, owners[0])
            because.setdefault(owners[0], []).append(f"{short} is short for {owners[0]}")
        elif owners:
            apart.add(short)  # two expansions: each article's own
    return [group for same in unions.sets() for group in _groups(same, by_key, because, apart)]


def is_telling_acronym(short: str, fuller: Iterable[str]) -> bool:
    """Tell whether a name is an acronym of a fuller one that hardly anything else has.

    >>> is_telling_acronym("fbi", ["federal bureau of investigation"])
    True
    """
    if short in KNOWN_ACRONYMS:
        return KNOWN_ACRONYMS[short] in fuller
    return len(short) >= _TELLING_ACRONYM and any(short in acronyms(name) for name in fuller)


def is_institution(key: str) -> bool:
    """Tell whether a name, as a key, is borne by an institution of every country or town."""
    return bool(_OF_A_COUNTRY.fullmatch(key) or _OF_A_TOWN.fullmatch(key) or key in _KIND_WORDS)


def _nation(
    member: ArticleEntity, american: set[str], regions: Mapping[str, Mapping[str, int]]
) -> str | None:
    """Return the code of the country whose institutions the article of a member means."""
    if member.article in american and organization_key(member.name) in _AMERICAN_BY_DEFAULT:
        return "US"
    return home(regions.get(member.article, {}))


def _scoped(member: ArticleEntity, nation: str | None) -> str:
    """Return the key of the member, with a country or article where names tell too little."""
    key = organization_key(member.name)
    ours = _OURS.fullmatch(key)
    if ours and ours[1] in _AMERICAN_BY_DEFAULT:
        return ours[1]
    if _OF_A_TOWN.fullmatch(key) or (
        " " not in key and key in _KIND_WORDS - {"congress", "senate", "house"}
    ):
        return f"{key} @ {member.id}"
    if not _OF_A_COUNTRY.fullmatch(key):
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
            shortens = _shortens(short, fuller) or short in acronyms(name_key(member.name))
            if short != fuller and shortens and not is_place(short):
                owners.setdefault(short, set()).add(fuller)
    for short, fuller in _without_trade(members, keys):
        if not is_place(short):
            owners.setdefault(short, set()).add(fuller)
    return owners


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
            if trade in _TRADES and short in names and len(like) == 1:
                yield short, fuller


def _shortens(short: str, fuller: str) -> bool:
    """Tell whether a name can be short for another: its acronym, or one telling word of it.

    Several words of a longer name are often another organisation (Goldman Sachs Asset Management).
    """
    if short in _KIND_WORDS:
        return False
    return short in acronyms(fuller) or (" " in fuller and short in fuller.split())


def acronyms(key: str) -> frozenset[str]:
    """Return the acronyms that the words of a name can have.

    >>> sorted(acronyms("department of homeland security"))
    ['dhs', 'dohs']
    """
    words = key.split()
    main = [w for w in words if w not in {"of", "the", "and", "for", "in", "on", "to", "de"}]
    made = {"".join(w[0] for w in some) for some in (main, words) if len(some) > 1}
    return frozenset(made)


def _owners(
    short: str, by_key: Mapping[str, list[ArticleEntity]], explained: Mapping[str, set[str]]
) -> list[str]:
    """Return the fuller names in the corpus that a short name can stand for."""
    known = KNOWN_ACRONYMS.get(short)
    if known:
        return [known] if known in by_key else []
    told = sorted(owner for owner in explained.get(short, ()) if owner in by_key)
    if told or len(short) < _TELLING_ACRONYM or " " in short or not _all_capitals(by_key[short]):
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
