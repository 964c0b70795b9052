"""What the names of organisations tell: their spellings, acronyms, and which many bear.

    >>> organization_key("U.S. Department of Justice"), organization_key("Apple Inc.")
    ('justice department', 'apple')

Names are compared by key, as `kg.names.name_key` gives it and without their legal form.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon.spellings import spelt
from kg.names import name_key
from kg.resolve.gazetteer import country

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
_TURNED_NATION = re.compile(r"(.+) of (?:the )?(.+) (ministry|department)")
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
TRADES = frozenset(
    {
        "aerospace", "aircraft", "airlines", "airways", "breweries", "computer", "computers",
        "logistics", "media", "motors", "pharmaceuticals", "petroleum", "railways",
        "semiconductor", "steel", "systems",
    }
)  # fmt: skip
_PLURAL = re.compile(r"(?:[^s]s|sox)$")
# An acronym of so many letters hardly ever has two expansions in one corpus.
TELLING_ACRONYM = 4
# Institutions that every country has; the country an article is about tells which.
OF_A_COUNTRY = re.compile(
    r"(.+ ministry|ministry|parliament|national assembly|central bank|high court"
    r"|constitutional court|supreme court|court of appeal|senate|house|army|navy|air force"
    r"|national guard"
    r"|coast guard|police|national police|federal police|treasury|cabinet|congress|government"
    r"|electoral commission|(?:communist|socialist|labor|labour|liberal|conservative|green"
    r"|democratic) party)"
)
_SAME_BODY = {
    "foreign affairs ministry": "foreign ministry", "external affairs ministry": "foreign ministry",
    "internal affairs ministry": "interior ministry", "home affairs ministry": "interior ministry",
}  # fmt: skip
# Institutions that every town has; alone they belong to their article.
OF_A_TOWN = re.compile(
    r"(city council|town council|county council|city hall|school board|school district"
    r"|police department|fire department|sheriffs office|health department|planning commission"
    r"|board of education"
    r"|district court|superior court|county court|chamber of commerce|legislature"
    r"|state police|state legislature|state senate|board of trustees|board of directors|high school"
    r"|public library)"
)
# Words that stand for any of their kind ("the Department").
KIND_WORDS = frozenset(
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


def without_legal_form(key: str) -> str:
    """Return a name key without what a company is in law.

    >>> without_legal_form("zorbex systems inc"), without_legal_form("time inc")
    ('zorbex systems', 'time inc')
    """
    words = key.split()
    while len(words) > 1 and words[-1] in _LEGAL and words[-2] not in _KEEPS_ENDING:
        words = words[:-1]
    return " ".join(words)


def organization_key(name: str) -> str:
    """Return what the spellings of one organisation's name share.

    >>> organization_key("U.S. Department of Justice"), organization_key("Apple Inc.")
    ('justice department', 'apple')
    """
    words = without_legal_form(spelt(name_key(name))).split()
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


def of_a_nation(key: str) -> tuple[str, str | None]:
    """Return the key of an institution that every country has and whose it is by its name.

    >>> of_a_nation("kenyan parliament"), of_a_nation("foreign ministry of latvia")
    (('parliament', 'KE'), ('foreign ministry', 'LV'))
    """
    words = key.split()
    splits = [(" ".join(words[:n]), " ".join(words[n:])) for n in (1, 2) if n < len(words)]
    # A ministry of defense of Norway has been turned into a "defense of norway ministry".
    straight = _TURNED_NATION.sub(r"\1 \3 of \2", key)
    head, of, seat = straight.rpartition(" of ")
    for nation, rest in [*splits, *([(seat, head)] if of else [])]:
        plain = _SAME_BODY.get(organization_key(rest), organization_key(rest))
        found = country(nation.removeprefix("the ")) if OF_A_COUNTRY.fullmatch(plain) else None
        if found:
            return plain, found.code
    return _SAME_BODY.get(key, key), None


def is_telling_acronym(short: str, fuller: Iterable[str]) -> bool:
    """Tell whether a name is an acronym of a fuller one that hardly anything else has.

    >>> is_telling_acronym("fbi", ["federal bureau of investigation"])
    True
    """
    if short in KNOWN_ACRONYMS:
        return KNOWN_ACRONYMS[short] in fuller
    return len(short) >= TELLING_ACRONYM and any(short in acronyms(name) for name in fuller)


def is_institution(key: str) -> bool:
    """Tell whether a name, as a key, is borne by an institution of every country or town."""
    return bool(OF_A_COUNTRY.fullmatch(key) or OF_A_TOWN.fullmatch(key) or key in KIND_WORDS)


def shortens(short: str, fuller: str) -> bool:
    """Tell whether a name can be short for another: its acronym, or one telling word of it.

    Several words of a longer name are often another organisation (Goldman Sachs Asset Management).
    """
    if short in KIND_WORDS:
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


def after_city(key: str, is_place: Callable[[str], bool]) -> frozenset[str]:
    """Return what stands after the name of a place in a name, if it is a plural.

    >>> after_city("boston red sox", lambda name: name == "boston")
    frozenset({'red sox'})

    Plurals are the names of teams and papers; ``Boston University`` is not called ``University``.
    """
    words = key.split()
    rests = ((" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words)))
    plural = _PLURAL.search(key) is not None and " of " not in key
    return frozenset(
        rest for city, rest in rests if plural and is_place(city) and not is_institution(rest)
    )
