"""Words that say one of the relations with a fixed meaning: born, married, founded, based, member.

    >>> VERBS["join", ""].predicates
    ('kg:party', 'schema:worksFor')
    >>> NOUNS["wife"].predicates
    ('kg:spouse',)

A frame names the relations that its words can say, in the order they are tried; which one it is the
types of the two ends tell (`ENDS`). The confidences follow how often a frame was right on folds 1
and 2 of KnowledgeNet; where it has a handful of cases or none, they are those of the nearest frame.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.lexicon.demonyms import PLACE_OF

_PERSON = frozenset({"Person"})
_BODY = frozenset({"Organization"})
_PLACE = frozenset({"Place"})

# What the subject and the object of a relation can be.
ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "kg:founderOf": (_PERSON | _BODY, _BODY),
    "kg:party": (_PERSON, _BODY | {"Group"}),
    "kg:spouse": (_PERSON, _PERSON),
    "org:headOf": (_PERSON, _BODY),
    "org:memberOf": (_PERSON, _BODY),
    "org:subOrganizationOf": (_BODY, _BODY),
    "schema:alumniOf": (_PERSON, _BODY),
    "schema:birthPlace": (_PERSON, _PLACE),
    "schema:children": (_PERSON, _PERSON),
    "schema:deathPlace": (_PERSON, _PLACE),
    "schema:homeLocation": (_PERSON, _PLACE),
    "schema:location": (_BODY, _PLACE),
    "schema:nationality": (_PERSON, _PLACE),
    "schema:parent": (_PERSON, _PERSON),
    "schema:parentOrganization": (_BODY, _BODY),
    "schema:worksFor": (_PERSON, _BODY),
}


class Frame(NamedTuple):
    """The relations that some words can say; ``inverse``: the object of the words is the subject."""

    predicates: tuple[str, ...]
    confidence: float
    inverse: bool = False


_BORN = Frame(("schema:birthPlace",), 0.95)
_DIED = Frame(("schema:deathPlace",), 0.92)
_FOUNDED = Frame(("kg:founderOf",), 0.85)
_STARTED = Frame(("kg:founderOf",), 0.85)
STUDIED = Frame(("schema:alumniOf",), 0.92)
_WORKED = Frame(("kg:party", "schema:worksFor"), 0.85)
_JOINED = Frame(("kg:party", "schema:worksFor"), 0.8)
_LED = Frame(("org:headOf",), 0.8)
_SERVED = Frame(("org:memberOf",), 0.78)
_LIVED = Frame(("schema:homeLocation",), 0.9)
_MOVED = Frame(("schema:homeLocation",), 0.8)
_MARRIED = Frame(("kg:spouse",), 0.87)
_BASED = Frame(("schema:location",), 0.95)
_OWNED = Frame(("schema:parentOrganization",), 0.78)

# (lemma, preposition) of an active verb; an empty preposition is the direct object.
VERBS: dict[tuple[str, str], Frame] = {
    ("die", "in"): _DIED,
    ("die", "at"): _DIED,
    ("found", ""): _FOUNDED,
    ("co-found", ""): _FOUNDED,
    ("cofound", ""): _FOUNDED,
    ("establish", ""): _STARTED,
    ("start", ""): _STARTED,
    ("set up", ""): _STARTED,
    ("launch", ""): Frame(("kg:founderOf",), 0.7),
    ("graduate", "from"): STUDIED,
    ("graduate", "at"): STUDIED,
    ("study", "at"): STUDIED,
    ("attend", ""): STUDIED,
    ("enroll", "at"): STUDIED,
    ("enroll", "in"): STUDIED,
    ("work", "for"): _WORKED,
    ("work", "at"): _WORKED,
    ("teach", "at"): _WORKED,
    ("join", ""): _JOINED,
    ("serve", "on"): _SERVED,
    ("belong", "to"): Frame(("kg:party", "org:memberOf"), 0.8),
    ("head", ""): _LED,
    ("lead", ""): _LED,
    ("live", "in"): _LIVED,
    ("reside", "in"): _LIVED,
    ("settle", "in"): _LIVED,
    ("grow up", "in"): _LIVED,
    ("move", "to"): _MOVED,
    ("relocate", "to"): _MOVED,
    ("emigrate", "to"): _MOVED,
    ("marry", ""): _MARRIED,
    ("wed", ""): _MARRIED,
    ("own", ""): Frame(("schema:parentOrganization",), 0.78, inverse=True),
    ("acquire", ""): Frame(("schema:parentOrganization",), 0.7, inverse=True),
}

# (participle, preposition) of a passive verb or a participle; "by" brings the agent.
PASSIVES: dict[tuple[str, str], Frame] = {
    ("born", "in"): _BORN,
    ("born", "at"): _BORN,
    ("born", "near"): Frame(("schema:birthPlace",), 0.75),
    ("born", "to"): Frame(("schema:parent",), 0.9),
    ("educated", "at"): STUDIED,
    ("enrolled", "at"): STUDIED,
    ("enrolled", "in"): STUDIED,
    ("trained", "at"): Frame(("schema:alumniOf",), 0.8),
    ("employed", "by"): _WORKED,
    ("employed", "at"): _WORKED,
    ("hired", "by"): _WORKED,
    ("raised", "in"): _LIVED,
    ("married", "to"): _MARRIED,
    ("based", "in"): _BASED,
    ("headquartered", "in"): _BASED,
    ("headquartered", "at"): _BASED,
    ("owned", "by"): _OWNED,
    ("acquired", "by"): Frame(("schema:parentOrganization",), 0.7),
}
# Where the subject of a passive is what was made, its agent is the subject of the relation.
FOUNDING = frozenset({"found", "co-found", "cofound", "establish"})
BEGINNING = FOUNDING | {"form", "set up", "incorporate"}
# Verbs that say where somebody goes only without an object: "moved the label to Ostby" does not.
INTRANSITIVE = frozenset({"move", "relocate", "settle"})
# What is earned or received where one studied.
CONFERRED = frozenset("complete do earn get have hold make obtain pursue receive take win".split())
DEGREES = frozenset(
    """
    ba bachelor bachelors baccalaureate bs bsc certificate degree degrees diploma diplomas
    doctorate doctorates jd law llb llm ma masters master mba md mfa mphil ms msc
    bba bfa mfa phd ph.d b.a b.s b.sc m.a m.s m.sc m.b.a m.d j.d m.f.a
    """.split()
)

_SPOUSE = Frame(("kg:spouse",), 0.9)
_PARENT = Frame(("schema:parent",), 0.92)
_CHILD = Frame(("schema:children",), 0.9)
_FOUNDER = Frame(("kg:founderOf",), 0.92)
_ALUMNUS = Frame(("schema:alumniOf",), 0.9)
_PART = Frame(("org:subOrganizationOf",), 0.92)

# Nouns that say what one is to another: the wife of …, its founder, a subsidiary of ….
NOUNS: dict[str, Frame] = {
    **dict.fromkeys("wife husband spouse widow widower".split(), _SPOUSE),
    **dict.fromkeys("son daughter child".split(), _PARENT),
    **dict.fromkeys("father mother parent".split(), _CHILD),
    **dict.fromkeys("founder co-founder cofounder".split(), _FOUNDER),
    **dict.fromkeys("graduate alumnus alumna student undergraduate".split(), _ALUMNUS),
    **dict.fromkeys("subsidiary division unit affiliate arm".split(), _PART),
    "parent": Frame(("schema:children",), 0.85),
    "member": Frame(("kg:party", "org:memberOf"), 0.88),
    "employee": Frame(("schema:worksFor",), 0.9),
    "resident": Frame(("schema:homeLocation",), 0.88),
    "native": Frame(("schema:birthPlace",), 0.85),
    "citizen": Frame(("schema:nationality",), 0.9),
}
# The prepositions that tie such a noun to the other end.
TIES: dict[str, frozenset[str]] = {
    "graduate": frozenset({"of", "from", "at"}),
    "student": frozenset({"of", "at"}),
    "undergraduate": frozenset({"at"}),
    "member": frozenset({"of"}),
}
WORK = Frame(("schema:worksFor",), 0.85)
HELD = Frame(("schema:worksFor",), 0.75)  # a post of a body, while it is held
OF_BODY = Frame(("kg:party", "schema:worksFor"), 0.82)  # "John Smith of Acme"
WORK_TIES = frozenset({"at", "for", "with"})
# Endings of nouns that say what somebody is.
AGENT_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "player", "star")
# People at an organisation who need not work for it.
OUTSIDERS = frozenset(
    """
    admirer advocate analyst applicant backer candidate client contender contractor contributor
    critic customer donor enemy fan fellow finalist friend guest heir inmate inspiration intern
    investor leader member nominee opponent owner partner passenger patient prisoner representative resident
    rival shareholder spectator speaker sponsor student successor supporter suspect user victim
    visitor volunteer witness
    """.split()
)
# Whose "of" names what they teach as often as where.
TEACHERS = frozenset("professor lecturer reader chair teacher fellow scholar emeritus".split())
# Nouns that put what they say into the past.
PAST = frozenset({"former", "ex", "onetime", "retired", "then", "past", "emeritus", "erstwhile"})

HOME = Frame(("schema:homeLocation",), 0.75)
BASED = Frame(("schema:location",), 0.95)
SEAT = frozenset({"headquarters", "headquarter", "hq"})
NATION = Frame(("schema:nationality",), 0.95)
PARTY = Frame(("kg:party",), 0.92)
LIFE_DATES = 0.97  # in parentheses after a name
SPOKEN_DATES = 0.93  # with a verb or a noun: was born on, until his death in
FOUNDED_IN = 0.8

SCHOOLS = frozenset(
    """
    academy college conservatory conservatoire école institute polytechnic school schools seminary
    universidad universität université university lycée gymnasium harvard yale princeton stanford
    oxford cambridge mit caltech ucla dartmouth cornell wharton berkeley eton sandhurst juilliard
    insead nyu usc duke vassar
    """.split()
)
# Words by which a party is one, and parties whose names say nothing of it.
PARTIES = frozenset(
    """
    democrat democrats democratic republican republicans labour tory tories conservative
    conservatives socialist socialists communist communists
    """.split()
)
# What American papers put before the state: "Coons (D-Del.)".
PARTY_LETTERS = {
    "D": ("Democratic Party", "Democrats", "Democrat", "Democratic"),
    "R": ("Republican Party", "Republicans", "Republican"),
}
PARTY_WORDS = frozenset({"party", "partei", "partido", "parti", "partito"})
PARTY_NAMES = frozenset(
    """
    fine gael|fianna fáil|fianna fail|sinn féin|sinn fein|plaid cymru|likud|fidesz|syriza|podemos|
    kadima|forza italia|lega nord|civic platform|law and justice|united russia|fatah|hamas|
    hezbollah|gop|ukip|snp|dup|sdlp|cdu|csu|spd|fdp|afd|bjp|anc|zanu-pf|umno|liberal democrats|
    liberal democrat|democratic unionist party|front national|national front|en marche
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
POLITICIANS = frozenset(
    """
    politician mp senator congressman congresswoman representative lawmaker governor mayor
    councillor councilor member candidate leader activist assemblyman legislator minister premier
    """.split()
)
# Demonyms that are of no country.
NO_COUNTRY = frozenset(
    "Africa|Asia|Europe|Soviet Union|California|Texas|London|New York|Bavaria|Catalonia|Chechnya|"
    "Crimea|Kashmir|Gaza|Tibet".split("|")
)
COUNTRIES = frozenset(PLACE_OF.values()) - NO_COUNTRY | {"United Kingdom"}
# "The Syrian envoy" of the United Nations is a Swede.
SENT_ABROAD = frozenset("envoy ambassador correspondent diplomat consul attache delegate".split())
