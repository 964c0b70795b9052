"""Words for posts: what heads the name of a post, what modifies it, what abbreviates it.

    >>> canonical_post("Gov.")
    'governor'
    >>> canonical_post("chief executive officer")
    'chief executive'

Only English words are listed; names of posts in other languages (``Taoiseach``) are listed where
English newspapers use them untranslated.
"""

from __future__ import annotations

from functools import lru_cache

# Heads of posts that are formal enough to stand before a name (Senator X, Commissioner X) or to be
# held (the chairman of X). Singular, lower case. A title is recognised by its last word.
POST_HEADS = frozenset(
    """
    administrator admiral adviser advisor aide alderman ambassador apostle archbishop assemblyman
    assemblywoman attache attorney ayatollah bishop boss brigadier captain cardinal ceo cfo chair
    chairman chairperson chairwoman chancellor chief co-chair co-chairman co-chairwoman co-founder
    co-leader co-ordinator co-owner coach cofounder colonel commandant commander commissioner
    comptroller congressman congresswoman constable consul controller coo coordinator coroner
    corporal councillor councilman councilor councilwoman counsel counsellor counselor cto curator
    deacon dean delegate deputy detective dictator director editor emir emperor empress envoy
    executive founder general governor governor-general head imam inspector judge justice king
    lama lawmaker leader legislator lieutenant magistrate major manager marshal mayor minister
    monarch mp mullah nuncio officer ombudsman owner parliamentarian pastor patriarch pope premier
    president prime-minister prince princess principal procurator professor prosecutor provost
    queen rabbi rector regent registrar representative secretary secretary-general selectman
    senator sergeant sheikh sheriff solicitor speaker speechwriter spokesman spokesperson
    spokeswoman strategist sultan superintendent supervisor surgeon taoiseach treasurer trustee
    under-secretary undersecretary undersheriff vicar vice-chairman vice-chancellor vice-president
    viceroy whip
    """.split()
)

# Work that people do rather than posts they hold. It makes a holding only together with where it is
# done (``an economist at Acme``, ``a reporter for Reuters``); ``actor Tom Cruise`` holds nothing.
OCCUPATIONS = frozenset(
    """
    academic accountant actor actress agent analyst anchor architect artist astronaut athlete
    author banker barrister biologist blogger broadcaster campaigner chemist columnist comedian
    commentator consultant correspondent critic cyclist dancer designer developer diplomat doctor
    driver economist engineer entrepreneur epidemiologist expert farmer fellow filmmaker
    footballer geologist historian host investigator investor journalist lawyer lecturer linguist
    lobbyist mathematician member meteorologist musician negotiator novelist nurse organiser
    organizer paramedic partner pathologist photographer physician physicist pilot player
    playwright poet policeman policewoman pollster priest producer professor programmer
    psychiatrist psychologist publisher rapper reporter researcher scholar scientist seismologist
    singer soldier strategist striker student surgeon teacher technician trader trainer virologist
    volunteer writer
    """.split()
)

# Abbreviated titles (with or without the full stop) and initials of posts. `CEO` is written out as
# `chief executive`, the form that AP, Reuters and the Times print, so that one post has one name.
ABBREVIATIONS = {
    "gov": "governor", "govs": "governor", "sen": "senator", "sens": "senator",
    "rep": "representative", "reps": "representative", "gen": "general", "lt": "lieutenant",
    "col": "colonel", "maj": "major", "sgt": "sergeant", "capt": "captain", "adm": "admiral",
    "cmdr": "commander", "cdr": "commander", "brig": "brigadier", "cpl": "corporal",
    "pres": "president", "atty": "attorney", "amb": "ambassador", "supt": "superintendent",
    "insp": "inspector", "det": "detective", "cllr": "councillor", "del": "delegate",
    "pm": "prime minister", "mp": "member of parliament",
    "mep": "member of the European Parliament",
    "ceo": "chief executive", "cfo": "chief financial officer", "coo": "chief operating officer",
    "cto": "chief technology officer", "vp": "vice president", "msgr": "monsignor",
    "ag": "attorney general", "dy": "deputy", "sec": "secretary", "asst": "assistant",
}  # fmt: skip

# Different words for one post.
SYNONYMS = {
    "chief executive officer": "chief executive",
    "chief exec": "chief executive",
    "advisor": "adviser",
    "vice-president": "vice president",
    "prime-minister": "prime minister",
    "secretary-general": "secretary general",
    "attorney-general": "attorney general",
    "governor-general": "governor general",
    "co-founder": "cofounder",
    "counsellor": "counselor",
}

# What says how somebody stands to a post, before it (`former`) …
STATUS_BEFORE = {
    "former": "former", "ex": "former", "then": "former", "one-time": "former", "onetime": "former",
    "erstwhile": "former", "once": "former", "late": "former", "retired": "former",
    "ousted": "former", "deposed": "former", "disgraced": "former", "previous": "former",
    "past": "former", "acting": "acting", "interim": "acting", "caretaker": "acting",
    "incoming": "designate", "prospective": "designate", "would-be": "nominee",
    "temporary": "acting",
}  # fmt: skip
# … and after it (`president-elect`).
STATUS_AFTER = {
    "elect": "designate", "designate": "designate", "nominee": "nominee", "hopeful": "nominee",
    "candidate": "nominee", "emeritus": "former", "apparent": "designate", "pick": "nominee",
    "choice": "nominee",
}  # fmt: skip

# Adjectives that belong to the name of a post; every other adjective is a comment on its holder
# (`main`, `embattled`, `new`) and is left out of the label.
NAMING_ADJECTIVES = frozenset(
    """
    administrative agricultural assistant associate attorney cabinet chief civil clinical
    commercial corporate creative cultural deputy digital diplomatic domestic economic editorial
    environmental executive external federal financial first foreign general global honorary
    industrial internal international investigative joint judicial legal legislative lieutenant
    major majority managing marine medical metropolitan military minority municipal musical
    national naval nuclear operating parliamentary permanent political presidential prime
    principal private provincial public regional scientific shadow social special state strategic
    sub supreme technical under vicar vice
    """.split()
)
# Of those, "first" belongs to few posts; elsewhere it counts holders ("the first president to").
AFTER_FIRST = frozenset(
    """
    assistant deputy gentleman lady lieutenant mate minister officer secretary selectman sergeant
    vice
    """.split()
)
# Styles of address before a post ("Mr Justice Mann", "Madam Secretary").
STYLES = frozenset("madam mister mme mr mr. mrs mrs. ms ms.".split())
# Participles that say how somebody holds a post ("the sitting president").
OF_HOLDERS = frozenset(
    "departing living outgoing reigning retiring ruling serving sitting surviving".split()
)

# Fields that a post is of and that belong to its name: secretary of state, head of research, and
# before
# it, Home Secretary, Foreign Minister.
BRANCHES = frozenset(
    """
    affairs agriculture commerce communications culture defence defense design development
    economics education energy engineering environment finance foreign health history home
    homeland housing immigration information intelligence interior justice labor labour law
    marketing medicine music operations parliament philosophy physics police policy politics press
    production relations research sales science security shadow sociology sport sports staff state
    strategy studies technology tourism trade transport transportation treasury veterans war
    welfare women work
    """.split()
)

# Who sits in a chamber for a place: a senator is of it and "from" it, and not of the party.
SEATED = frozenset(
    """
    alderman assemblyman assemblywoman congressman congresswoman councillor councilman councilor
    councilwoman delegate lawmaker legislator mp parliamentarian rep representative sen senator
    """.split()
)

# Verbs that make somebody the holder of a post, with the place of holder and post.
BECOMING = frozenset({"become", "remain", "serve", "act", "work", "return", "continue", "double"})
APPOINTING = frozenset(
    [
        "appoint",
        "name",
        "elect",
        "nominate",
        "designate",
        "reappoint",
        "reelect",
        "re-elect",
        "choose",
        "select",
        "pick",
        "tap",
        "promote",
        "install",
        "crown",
        "anoint",
        "ordain",
        "instal",
        "hire",
        "confirm",
        "swear",
        "inaugurate",
    ]
)
# Their nouns: "the choice of Ann Lee as finance minister".
APPOINTING_NOUNS = frozenset(
    "appointment choice nomination selection election confirmation promotion hiring pick".split()
)
# Of these the post is only meant for the holder until somebody confirms it.
NOMINATING = frozenset({"nominate", "designate", "pick", "tap", "choose", "select"})
LEAVING = frozenset({"resign", "retire", "quit", "resigned"})
REMOVING = frozenset({"dismiss", "fire", "sack", "remove", "oust", "depose", "replace"})


@lru_cache(maxsize=1 << 14)  # the same words are asked for in every article
def singular_post(word: str) -> str | None:
    """Return the post head that ``word`` is or is the plural of, lower case, or None."""
    low = word.lower().rstrip(".")
    # abbreviations are capitalised or stopped: ``Sec.``, ``MP``, never ``sec``
    if low in ABBREVIATIONS and (word[:1].isupper() or word.endswith(".")):
        return low
    singulars = (low, low.removesuffix("s"), low.replace("men", "man"), low.removesuffix("es"))
    return next((form for form in singulars if form in POST_HEADS), None)


def canonical_post(label: str) -> str:
    """Return a label in lower case, abbreviations written out, synonyms made one."""
    words = label.lower().replace("’", "'").split()
    label = " ".join(ABBREVIATIONS.get(word.rstrip("."), word) for word in words)
    label = label.replace("vice-", "vice ").replace("co-", "co")
    for variant, canonical in SYNONYMS.items():
        if label == variant or label.endswith(" " + variant):
            label = label[: len(label) - len(variant)] + canonical
    return label
