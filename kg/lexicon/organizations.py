"""Words that make a name an organisation's, a building's, an event's or a law's.

    >>> type_of_head("Ministry")
    'Organization'

What a name is called by its last (or, with ``of``, its first) word is better evidence than what a
statistical tagger made of it.
"""

from __future__ import annotations

from functools import lru_cache

ORGANIZATION_HEADS = frozenset(
    """
    academy administration agency airline airlines airways alliance army assembly associates
    association authority bank battalion board brigade broadcaster brotherhood bureau cabinet
    caucus center centre chamber chronicle church club co coalition college command commission
    committee company confederation conference congress consortium consulate corp corporation
    corps council court courts department directorate embassy enterprises exchange faction
    federation force forces foundation front fund gazette gmbh government group guard guild herald
    holdings inc industries inquirer institute institution journal junta labs league legislature
    llc ltd magazine ministry motors movement museum navy network newspaper office orchestra
    organisation organization parliament partners partnership party patrol plc police politburo
    press publishing regiment school secretariat senate service services society squad studio
    studios syndicate systems task-force taskforce team technologies telegraph times tribunal
    tribune trust union unit university
    """.split()
)

# Endings that say nothing but the legal form; "Acme Corp." and "Acme" are one firm.
LEGAL_FORMS = frozenset(
    "inc corp corporation co company ltd limited llc plc gmbh ag sa nv bv group holdings".split()
)

FACILITY_HEADS = frozenset(
    """
    airport arena avenue barracks base bridge building camp canal castle cathedral cemetery
    courthouse dam factory gate hall harbor harbour highway hospital hotel jail library mall
    memorial mosque motorway palace park pier plaza port prison reactor refinery road square
    stadium station street temple terminal theater theatre tower towers tunnel
    """.split()
)

EVENT_HEADS = frozenset(
    """
    award awards battle bowl ceremony championship championships crisis cup derby disaster
    earthquake election elections expo festival final games holocaust hurricane inauguration
    marathon massacre olympics pilgrimage prix prize rally referendum revolution riots storm
    summit tournament uprising war
    """.split()
)

# Events and feasts known by one word, which taggers take for people or places.
EVENT_NAMES = frozenset(
    """
    hajj umrah ramadan eid christmas easter lent diwali hanukkah passover thanksgiving halloween
    brexit
    holocaust watergate oscars grammys emmys olympics paralympics superbowl glastonbury armageddon
    """.split()
)

LAW_HEADS = frozenset(
    """
    act accord accords agreement amendment bill charter code constitution convention
    decree directive law pact protocol resolution statute treaty
    """.split()
)

PLACE_HEADS = frozenset(
    """
    bay beach city coast county desert district gulf island islands isle lake mountain mountains
    ocean peninsula province river sea state strait town valley village
    """.split()
)

# Pairs of words that make a name something else than their last word does by itself.
PAIRS_OF_HEADS = {
    "school district": "Organization", "police district": "Organization",
    "convention center": "Facility", "convention centre": "Facility",
    "conference center": "Facility", "conference centre": "Facility",
    "shopping center": "Facility", "shopping centre": "Facility",
    "community center": "Facility", "community centre": "Facility",
    "detention center": "Facility", "detention centre": "Facility",
    "sports center": "Facility", "sports centre": "Facility",
    "science fair": "Event", "book fair": "Event", "trade fair": "Event",
}  # fmt: skip

# What teams do to each other: a place that does it, or that it is done to, is its team.
PLAYING = frozenset(
    """
    beat defeat thrash trounce outplay equalise equalize score concede draw kick qualify overcome
    outscore
    """.split()
)

# Buildings and places that act: what they say and do is said and done by those who work there.
INSTITUTIONS = frozenset(
    """
    white house|kremlin|downing street|10 downing street|number 10|no. 10|pentagon|capitol hill|
    whitehall|vatican|holy see|elysee|élysée|élysée palace|elysee palace|foggy bottom|
    wall street|scotland yard|new scotland yard|buckingham palace|kensington palace|blue house|
    langley|fleet street|silicon valley|hollywood|westminster|congress|senate|house of
    representatives|
    house of commons|house of lords|knesset|duma|state duma|bundestag|bundesrat|european union|
    united nations|nato|parliament|supreme court|security council|un|eu|interpol|fbi|cia|nsa|
    bbc|cnn|reuters|associated press|afp|agence france-presse|hamas|hezbollah|taliban|al-qaeda|
    al qaeda|isis|islamic state|boko haram|democratic party|republican party|labour party|
    conservative party|google|facebook|twitter|youtube|wikileaks|wikipedia|fifa|uefa|opec|imf|
    world bank|european commission|red cross|greenpeace|amnesty international|human rights watch
    """.replace("\n", "").replace("    ", "").split("|")
)  # fmt: skip

# Common nouns that stand for an organisation named before ("the company", "the ministry"), and the
# words in that name which they repeat. Without such words any organisation fits.
NOMINAL_HEADS = {
    "agency": ("agency", "administration", "bureau", "service"),
    "airline": ("airline", "airlines", "airways", "air"),
    "academy": ("academy",),
    "army": ("army",),
    "association": ("association",),
    "authority": ("authority",),
    "bank": ("bank", "bancorp", "banking", "reserve"),
    "board": ("board",),
    "broadcaster": (),
    "bureau": ("bureau",),
    "campaign": ("campaign",),
    "church": ("church",),
    "club": ("club", "fc", "united", "city"),
    "college": ("college",),
    "commission": ("commission",),
    "committee": ("committee",),
    "company": (),
    "corporation": ("corporation", "corp"),
    "council": ("council",),
    "court": ("court",),
    "department": ("department",),
    "firm": (),
    "foundation": ("foundation",),
    "group": ("group", "movement", "front"),
    "institute": ("institute",),
    "league": ("league",),
    "manufacturer": (),
    "ministry": ("ministry",),
    "museum": ("museum",),
    "network": ("network",),
    "newspaper": ("times", "post", "journal", "gazette", "herald", "guardian", "telegraph",
                  "tribune",                   "daily", "chronicle", "mail", "news"),
    "organisation": ("organisation", "organization"),
    "organization": ("organisation", "organization"),
    "party": ("party", "democrats", "republicans"),
    "panel": ("panel", "committee", "commission"),
    "retailer": (),
    "school": ("school",),
    "society": ("society",),
    "team": ("team",),
    "tribunal": ("tribunal", "court"),
    "union": ("union",),
    "university": ("university", "college"),
}  # fmt: skip

# Common nouns for bodies that act, named or not.
COLLECTIVES = frozenset(NOMINAL_HEADS) | frozenset(
    "administration coalition government jury legislature military navy parliament police "
    "regime opposition senate congress cabinet militia force crew".split()
)


@lru_cache(maxsize=1 << 14)  # the same words are asked for in every article
def type_of_head(word: str) -> str | None:
    """Return the type that the head word of a name gives it, or None."""
    low = word.lower().rstrip(".")
    for type_, heads in (
        ("Organization", ORGANIZATION_HEADS),
        ("Facility", FACILITY_HEADS),
        ("Event", EVENT_HEADS),
        ("Law", LAW_HEADS),
        ("Place", PLACE_HEADS),
    ):
        if low in heads:
            return type_
    return None
