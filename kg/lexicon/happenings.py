"""Words by which news names one happening: a verb, the noun of its action, and verbs of one kind.

    >>> concept("resignation"), concept("quit"), kinds("quit") & kinds("resignation")
    ('resign', 'quit', frozenset({'leaving'}))

``concept`` reads a noun back as its verb (`kg.lexicon.nominals`). ``KINDS`` are kinds of events that
news reports, after the event types of ACE and ERE (LDC 2005; Song and others 2015) and the frames of
FrameNet: within one, two words may name the same happening, and across them they hardly do.
``NO_HAPPENING`` are words for states, attitudes, speech and for aspects of something else.
"""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon.nominals import NOUN_OF, VERB_OF
from kg.lexicon.speech import SPEECH_VERBS

_KINDS = {
    "death": "die death perish succumb dead fatality demise pass expire decease dying drown kill "
    "killing murder slay slaying homicide manslaughter assassinate assassination execute shoot "
    "shooting gun massacre stab stabbing slaughter gunfire rampage",
    "injury": "injure injury wound hurt maim hospitalize",
    "attack": "attack strike raid bomb bombing bombard bombardment airstrike assault shell shelling "
    "ambush hit target blast pound",
    "explosion": "explode explosion blast detonate detonation blow erupt eruption",
    "fire": "burn fire blaze arson torch ignite engulf inferno wildfire",
    "quake": "quake earthquake tremor temblor aftershock shake jolt rattle",
    "crash": "crash collide collision accident derail derailment wreck ram smash pileup plunge",
    "sinking": "sink sinking capsize founder",
    "damage": "damage destroy destruction devastate devastation wreck flatten level ruin ravage",
    "collapse": "collapse cave crumble",
    "arrest": "arrest detain detention apprehend capture custody seize nab jail seizure catch",
    "charge": "charge indict indictment accuse accusation arraign arraignment prosecute",
    "trial": "try trial hearing prosecution court",
    "verdict": "convict conviction guilty acquit acquittal verdict find",
    "sentence": "sentence sentencing imprison imprisonment jail imprisonment prison",
    "plea": "plead plea",
    "suit": "sue lawsuit suit litigation litigate",
    "escape": "escape flee flight breakout abscond jailbreak run bolt",
    "search": "search hunt manhunt seek look comb",
    "finding": "find discover discovery locate recover recovery spot",
    "rescue": "rescue save pull evacuate evacuation",
    "theft": "steal theft rob robbery burgle burglary loot heist snatch",
    "abduction": "abduct abduction kidnap kidnapping hostage",
    "appointment": "appoint appointment name hire nominate nomination pick select choose tap install "
    "hiring recruit selection replace replacement swear",
    "dismissal": "fire firing dismiss dismissal sack sacking oust ouster remove removal axe terminate "
    "termination",
    "leaving": "resign resignation quit leave departure depart step retire retirement exit",
    "layoff": "layoff cut redundancy downsize",
    "election": "elect election vote poll reelect ballot referendum",
    "win": "win victory defeat beat triumph rout overcome trounce thrash conquer clinch edge",
    "loss": "lose loss defeat",
    "score": "score goal touchdown",
    "match": "match game play face final",
    "award": "award honor honour prize win receive earn nominate nomination",
    "purchase": "buy purchase acquire acquisition takeover take buyout sell sale merge merger "
    "acquiring deal",
    "launch": "launch unveil release introduce introduction debut unveiling rollout reveal announce "
    "announcement premiere",
    "meeting": "meet meeting talk talks summit conference gather gathering negotiate negotiation "
    "discuss discussion confer",
    "visit": "visit trip travel tour arrive arrival fly",
    "call": "call phone telephone",
    "protest": "protest demonstrate demonstration rally march riot rioting unrest clash strike "
    "walkout",
    "clash": "clash fight fighting battle combat skirmish confrontation",
    "war": "war invade invasion conflict hostility occupy occupation",
    "wedding": "marry marriage wed wedding wedded engagement engage",
    "divorce": "divorce split separate separation",
    "birth": "bear birth born",
    "bankruptcy": "bankruptcy insolvency",
    "agreement": "agree agreement sign signing deal accord treaty pact settle settlement",
    "approval": "approve approval pass passage ratify ratification adopt adoption endorse endorsement",
    "refusal": "reject rejection refuse refusal turn deny denial decline block veto",
    "ban": "ban bar prohibit outlaw suspend suspension halt",
    "ruling": "rule ruling decide decision judgment uphold overturn strike",
    "inquiry": "investigate investigation probe inquiry examine examination review",
    "statement": "say tell state statement confirm confirmation announce announcement declare "
    "remark comment",
    "disclosure": "reveal revelation disclose disclosure divulge",
    "keeping": "keep retain retention defend defence defense",
    "transport": "move transfer transport relocate relocation",
    "release": "release issue publish publication",
    "placing": "place put placement",
    "repair": "fix repair patch plug mend",
    "sparking": "spark trigger provoke unleash",
    "reversal": "overturn reverse reversal revoke repeal rescind restore",
    "decision": "decide decision determine determination",
    "competition": "match fight bout contest duel tournament",
    "securing": "clinch secure seal",
    "donation": "donate donation give contribute contribution fund pledge",
    "payment": "pay payment fine settlement compensate compensation",
    "storm": "storm hurricane cyclone typhoon tornado",
    "flood": "flood flooding inundate",
    "outage": "outage failure fail cut break breakdown sever disrupt disruption interrupt",
    "entry": "enter entry check admit admission join",
    "withdrawal": "withdraw withdrawal pull retreat",
    "testimony": "testify testimony",
    "birthday": "celebrate celebration anniversary",
    "increase": "rise increase raise climb surge jump gain grow growth",
    "decrease": "fall drop decline decrease slump plunge tumble cut reduce reduction",
    "opening": "open opening inaugurate inauguration",
    "closing": "close closure shut shutdown",
    "boarding": "board hijack hijacking seize commandeer",
    "stopping": "thwart foil repel prevent stop intercept",
}  # fmt: skip

_STATES = frozenset(
    """
    be have hold want like love hate need own contain consist belong remain stay seem appear look
    know think believe mean matter depend exist live know understand resemble include involve
    represent equal weigh cost last keep lack deserve fit suit face tend continue begin start stop
    end try attempt manage help let make do get go come take give put set use work serve lead show
    see hear watch feel read become turn bring play run happen occur follow expect plan intend hope
    fear aim seek consider allow enable cause require support oppose prefer favor favour age average
    total number term call dub describe label style locate situate base entitle
    """.split()
)
_VERBS = frozenset(NOUN_OF) | frozenset(VERB_OF.values())
_WORD_OF_NOUN = {noun: verb for verb, noun in sorted(NOUN_OF.items(), reverse=True)} | VERB_OF
# Verbs whose nouns name with "of" who does it: the resignation of the minister.
DONE_TO_NOBODY = frozenset(
    "resign quit retire die arrive depart return collapse appear escape flee win withdraw".split()
)
NO_HAPPENING = (_STATES | frozenset(SPEECH_VERBS)) - frozenset({"confirm", "dismiss", "reject"})


_IRREGULAR = dict(
    pair.split(":")
    for pair in """
    beaten:beat begun:begin bent:bend born:bear bound:bind bought:buy broken:break brought:bring
    built:build burnt:burn caught:catch chosen:choose cut:cut dealt:deal done:do drawn:draw
    driven:drive drowned:drown eaten:eat fed:feed felt:feel forbidden:forbid fought:fight
    forgiven:forgive forgotten:forget found:find given:give held:hold hidden:hide hit:hit hurt:hurt
    kept:keep known:know laid:lay led:lead left:leave let:let lost:lose made:make meant:mean met:meet
    overthrown:overthrow overturned:overturn paid:pay put:put read:read rebuilt:rebuild rid:rid
    said:say seen:see sent:send set:set shaken:shake shot:shoot shown:show shut:shut slain:slay
    sold:sell spent:spend split:split spoken:speak stolen:steal stuck:stick struck:strike sung:sing
    sunk:sink sworn:swear taken:take taught:teach thought:think thrown:throw told:tell torn:tear
    understood:understand upheld:uphold won:win withdrawn:withdraw worn:wear wounded:wound
    written:write
    """.split()
)
_SILENT_E = re.compile(r"[cvzu]$|[^s]s$|[^n]g$|[^aeiou]l$|[^e]at$|[iu]r$|[^ao]in$")


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, words in _KINDS.items():
        for word in words.split():
            found.setdefault(word, set()).add(kind)
            found.setdefault(concept(word), set()).add(kind)
    return {word: frozenset(names) for word, names in found.items()}


def concept(word: str) -> str:
    """Return the verb that a noun is the action of, or the word itself.

    Taggers take verbs in headlines for nouns and participles for adjectives, so forms are read as well.

    >>> concept("resigns"), concept("resigned"), concept("Ostby")
    ('resign', 'resign', 'Ostby')
    """
    word = word if word in _known() else next((f for f in _forms(word) if f in _known()), word)
    return word if word in _VERBS and word not in VERB_OF else _WORD_OF_NOUN.get(word, word)


def _forms(word: str) -> tuple[str, ...]:
    return word.removesuffix("s"), word.removesuffix("es"), verb_of(word)


@cache
def _known() -> frozenset[str]:
    return _VERBS | frozenset(VERB_OF) | {w for words in _KINDS.values() for w in words.split()}


def verb_of(participle: str) -> str:
    """Return the verb of a past participle, as passives without an agent name it.

    >>> verb_of("killed"), verb_of("shot"), verb_of("dismissed"), verb_of("acquitted"), verb_of("fired")
    ('kill', 'shoot', 'dismiss', 'acquit', 'fire')
    """
    if participle in _IRREGULAR:
        return _IRREGULAR[participle]
    if not participle.endswith("ed"):
        return ""
    stem = participle[:-2]
    doubled = len(stem) > 2 and stem[-1] == stem[-2]  # noqa: PLR2004 - two letters and what is before
    forms = [stem + "e", stem, stem[:-1] if doubled else stem]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    known = (f for f in forms if f in _known())
    guess = stem + "e" if _SILENT_E.search(stem) else stem
    return next(known, guess)


def kinds(word: str) -> frozenset[str]:
    """Return the kinds of events that a lemma can name, none for a word that names others."""
    known = _kinds()
    return known.get(word, frozenset()) | known.get(concept(word), frozenset())


def happens(lemma: str) -> bool:
    """Tell whether a verb by itself reports that something happened.

    >>> happens("resign"), happens("believe")
    (True, False)
    """
    return lemma not in NO_HAPPENING
