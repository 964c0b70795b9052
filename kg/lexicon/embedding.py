"""Words that embed a clause, by what they say about whether that clause is so.

The classes follow the literature on veridicality: Karttunen (1971) on implicatives, Kiparsky and
Kiparsky (1970) on factives, Saurí and Pustejovsky's FactBank (2009) on event-selecting predicates.
Lists hold lemmas; a word stands in the one class that fits its use in news.
"""

from __future__ import annotations

from enum import StrEnum


class Embedding(StrEnum):
    """What an embedding word makes of the clause under it."""

    SPEECH = "speech"  # reported: somebody says so
    BELIEF = "belief"  # reported: somebody thinks so
    DENIAL = "denial"  # reported, and negative
    FACTIVE = "factive"  # taken for granted
    EVIDENTIAL = "evidential"  # reported by nobody in particular: "is said to"
    SEEMING = "seeming"  # probable
    DESIRE = "desire"  # wanted, planned, feared, asked for
    QUESTION = "question"  # open
    FICTION = "fiction"  # said to be not so: "pretended"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPEECH = _words(
    "say tell report announce state declare claim assert allege argue insist maintain contend explain "
    "add note write tweet post reply respond answer acknowledge admit concede confess confirm testify "
    "warn caution comment remark observe mention describe disclose recount recall repeat reiterate "
    "stress emphasize emphasise underscore suggest imply hint indicate signal assure inform notify "
    "advise brief complain lament protest boast joke quip predict forecast estimate calculate vow "
    "promise pledge swear agree conclude propose accuse charge blame attribute boast declare proclaim "
    "theorize theorise speculate hypothesize postulate characterize label brand read proffer shout cry "
    "whisper mutter stipulate rule opine counter retort profess attest certify document detail "
    "outline summarize summarise quote cite broadcast publish teach preach relate tout show find "
    "determine establish"
)
BELIEF = _words(
    "believe think feel suspect consider assume suppose reckon guess fancy figure deem regard view "
    "understand expect presume sense trust"
)
DENIAL = _words(
    "deny dispute refute reject disclaim disavow repudiate disprove debunk rebut contradict"
)
FACTIVE = _words(
    "know realize realise learn discover see notice remember forget reveal prove demonstrate "
    "regret mean hear recognize recognise ensure confirm resent appreciate ignore overlook "
    "celebrate mark illustrate detect"
)
# Factive only where they are themselves so: who must prove it has not done so yet (Karttunen 1971).
ENTAILING = _words("prove demonstrate ensure confirm illustrate show")
DESIRE = _words(
    "want wish hope fear plan intend aim seek try attempt offer threaten decide refuse decline ask "
    "request demand urge order command instruct direct require recommend encourage persuade "
    "convince press push pressure lobby invite tell beg call appeal prefer desire need like love hate "
    "expect anticipate await consider contemplate mull weigh propose vow promise pledge swear agree "
    "choose elect authorize authorise allow permit enable forbid ban bar prohibit prevent stop "
    "discourage dissuade advise warn worry doubt hesitate volunteer prepare arrange move vote let "
    "oblige obligate commission task schedule set design appoint tap name nominate select hire pick"
)
# Of the verbs above, those whose subject has the wish or fear, so that it can be its source.
ATTITUDES = _words(
    "want wish hope fear expect demand request ask urge order call worry doubt prefer plan intend beg "
    "recommend propose suggest warn wonder question inquire anticipate consider predict promise vow pledge"
)
# Verbs whose content may stand in front of them: "The port is closed, she said".
WITH_CONTENT = SPEECH | BELIEF | DENIAL | FACTIVE | ATTITUDES
QUESTION = _words(
    "ask wonder question inquire enquire investigate debate examine discuss doubt query"
)
FICTION = _words("pretend imagine dream feign fake hallucinate")
SEEMING = _words("seem appear look sound tend")
# Passive or raised: "is said to", "is believed to", "is reported to", "was alleged to have".
EVIDENTIAL_PASSIVES = _words(
    "say report believe think understand know allege rumor rumour claim consider hold estimate "
    "repute deem presume"
)
# Passives that look ahead: "is expected to", "is due to".
EXPECTED_PASSIVES = _words(
    "suppose expect schedule set slate anticipate project forecast predict plan intend mean"
)

# Adjectives that look ahead: what follows is to come, or may come.
PROSPECTIVE_ADJECTIVES = _words(
    "likely unlikely set due bound certain sure poised supposed about ready prepared scheduled expected"
)
# Adjectives of attitude: what follows is hoped, feared or thought right.
ATTITUDE_ADJECTIVES = _words(
    "possible impossible probable willing unwilling reluctant eager keen afraid hopeful confident optimistic "
    "worried concerned doubtful important necessary essential free anxious hesitant determined welcome"
)
# Of those, the ones of a mind: who is worried that something is so thinks that it may be.
FELT = _words(
    "afraid hopeful confident optimistic worried concerned doubtful convinced sure certain"
)
# "It is crucial that they rest": what should be, not what is.
NECESSARY_ADJECTIVES = _words(
    "crucial essential vital imperative necessary mandatory critical desirable advisable"
)

# Verbs whose infinitive belongs to their object: "asked Comey to drop", "tapped Christie to lead".
OBJECT_CONTROL = _words(
    "ask tell order command instruct direct urge advise persuade convince force compel require encourage "
    "allow permit enable invite beg press push pressure lobby want expect warn forbid cause lead help "
    "get authorize authorise appoint tap name nominate select choose hire pick recruit assign task "
    "commission elect send teach train remind request recommend challenge dare entitle inspire motivate "
    "prompt tempt trust oblige obligate leave find see hear watch feel let make have bring prepare "
    "commit dedicate delegate deploy dispatch enlist summon call allege believe report consider "
    "support equip assist empower"
)
# Of those, the verbs of choosing: in "picked her to lead it without asking" nobody was asked of the choice.
CHOOSING = _words(
    "appoint tap name nominate select choose hire pick recruit assign elect commission enlist"
)
# "Called the office to complain": who calls complains.
CALLING = _words("call phone telephone ring contact write email")
# Verb and particle before an infinitive that tells what happened next: "went on to become chancellor".
CONTINUATIVE = frozenset({("go", "on"), ("move", "on")})
# "It should be noted that": under a modal these announce what the writer says.
ANNOUNCING = _words(
    "note mention say add stress emphasize emphasise underline underscore remember recall observe"
)
# Verbs of effect: ", causing a delay" at the end of a clause says what the whole event does.
RESULT_VERBS = _words(
    "cause lead result provide allow spark trigger prompt mean leave bring force raise create enable "
    "reduce increase make ensure give help drive push end total amount"
)
# Verb and preposition before the one who is to do it: "called on the bank to fire him".
APPEALS = frozenset(
    {
        ("call", "on"), ("call", "upon"), ("appeal", "to"), ("plead", "with"), ("wait", "for"),
        ("look", "to"), ("rely", "on"), ("depend", "on"), ("count", "on"), ("call", "for"),
        ("push", "for"), ("press", "for"), ("ask", "for"), ("long", "for"), ("arrange", "for"),
    }
)  # fmt: skip
# Of those, the ones after which the infinitive did happen: implicative causatives.
CAUSATIVE = _words(
    "force compel cause lead help get enable make have let prompt bring persuade convince"
)
# And of these, the ones that say only what can be, unless they tell of the past.
ENABLING = _words("enable let")
# Verbs of giving and telling, with two objects: who gets it, and what.
DITRANSITIVE = _words(
    "give hand offer send award show tell pay grant lend sell bring teach owe cost deny promise assign "
    "deal leave allow ask charge fine wish write read serve earn win buy get make find save spare"
)
# The few verbs with an object whose infinitive is the subject's all the same: "promised her to stay".
SUBJECT_CONTROL = _words("promise threaten vow swear guarantee")
# Verbs without an object: what parsers take for one belongs elsewhere.
OBJECTLESS = _words("die arrive happen occur exist vanish disappear emerge arise")
# Verbs that say nothing without an object or particle: where none was found, it was misread.
OBJECT_NEEDED = _words(
    "acquire bring cause contain create enable ensure give have impose include introduce make obtain "
    "place possess put receive unveil"
)
# Nouns for what rules: in "passed a bill to ban it" the bill bans it.
RULES = _words(
    "bill law measure amendment legislation resolution statute ordinance rule regulation"
)
# "Arrested on suspicion of robbing her", "came with the aim of winning": the subject did or is to do it.
OWN_DOINGS = _words("suspicion charge count accusation allegation aim goal purpose hope intention")
# "In a bid to deter them", "in an effort to": whoever acts makes it.
ENDEAVOURS = _words("bid attempt effort move push drive")
# "Had trouble finding it", "reported problems connecting": nobody is said to have done it.
TROUBLES = _words("trouble difficulty problem issue")
# Nouns for what somebody may or can do, is done to him or not: "the right to be heard".
ABILITIES = _words(
    "ability right power chance opportunity way reason time freedom permission readiness willingness "
    "tendency capacity potential duty obligation privilege"
)
# Nouns for what somebody does again and again: "have a policy of turning boats away".
HABIT_NOUNS = _words("policy practice practise habit tradition custom routine")
# Infinitives that say nothing alone: "hoped to have".
LIGHT_INFINITIVES = _words(
    "have be do make get take go see say use give keep let put come know find"
)
# Prepositional control by the object: "accused him of hiding", "prevented her from leaving".
OBJECT_CONTROL_PREPOSITIONS = frozenset(
    {
        ("accuse", "of"), ("suspect", "of"), ("convict", "of"), ("acquit", "of"), ("blame", "for"),
        ("criticize", "for"), ("criticise", "for"), ("praise", "for"), ("thank", "for"),
        ("prevent", "from"), ("stop", "from"), ("keep", "from"), ("bar", "from"), ("ban", "from"),
        ("block", "from"), ("prohibit", "from"), ("charge", "with"), ("credit", "with"), ("fine", "for"),
        ("sue", "for"), ("arrest", "for"), ("fire", "for"), ("punish", "for"), ("fault", "for"),
        ("forgive", "for"), ("reprimand", "for"), ("mock", "for"), ("honor", "for"), ("honour", "for"),
        ("reward", "for"), ("scold", "for"), ("attack", "for"), ("admire", "for"), ("commend", "for"),
        ("hail", "for"), ("applaud", "for"), ("excuse", "for"), ("rebuke", "for"), ("jail", "for"),
        ("suspend", "for"), ("dismiss", "for"), ("remember", "for"), ("pay", "for"), ("try", "for"),
        ("condemn", "for"), ("discourage", "from"), ("dissuade", "from"), ("deter", "from"),
        ("quote", "as"), ("cite", "as"),
    }
)  # fmt: skip
# Of those, the ones that only allege: what follows is reported by whoever accuses.
ALLEGING = _words(
    "accuse suspect charge blame criticize criticise fault condemn credit sue arrest quote cite"
)
# Verdicts that somebody did not do it.
CLEARING = _words("acquit clear exonerate absolve")
# And the ones that say it did not happen, or was not allowed to.
PREVENTING = _words("prevent stop keep bar ban block prohibit discourage dissuade deter forbid")

# "Demanded that he resign": a bare verb under these says what should be.
SUBJUNCTIVE = _words(
    "wish hope fear demand request recommend urge insist propose ask order suggest"
)
# Verbs whose indefinite object need not exist: "wants a law that …" (Montague 1973 on *seek*).
INTENSIONAL = _words(
    "want need seek look demand propose call hope plan ask request desire await expect imagine"
)

# Adjectives and nouns in "it is … that".
POSSIBLE_ADJECTIVES = _words(
    "possible impossible doubtful unlikely unclear uncertain conceivable unknown unproven"
)
PROBABLE_ADJECTIVES = _words("probable likely plausible")
TRUE_WORDS = _words("true correct right clear evident obvious certain fact case")
FALSE_WORDS = _words("false untrue wrong myth lie hoax falsehood fiction fabrication")
# "In the view of": nouns that make what follows somebody's.
EVIDENTIAL_NOUNS = _words("view words opinion eyes judgment judgement telling account estimation")

# "Could not find" and "cannot afford" say that it is not so.
INABILITY = _words("could can ca")

NEAR_MISS_ADVERBS = _words("almost nearly")
# After "not" they say how many: "not only", "not all".
LIMITING = _words(
    "only all every everyone everybody many much just merely always both least enough"
)
NEGATIVE_ADVERBS = _words("never hardly scarcely barely rarely seldom nowhere")
# Determiners and pronouns that deny the clause they are an argument of.
NEGATIVE_DETERMINERS = _words("no neither")
NEGATIVE_PRONOUNS = _words("nobody none nothing neither no-one")
HEARSAY_ADVERBS = _words("reportedly allegedly supposedly purportedly ostensibly")
PROBABLE_ADVERBS = _words("probably likely apparently presumably seemingly evidently")
POSSIBLE_ADVERBS = _words(
    "perhaps possibly maybe potentially conceivably hypothetically theoretically"
)
# Subordinators that open a clause nobody states.
CONDITIONAL_MARKS = _words("if unless whether lest provided supposing assuming")

_CLASSES: tuple[tuple[Embedding, frozenset[str]], ...] = (
    (Embedding.DENIAL, DENIAL),
    (Embedding.FICTION, FICTION),
    (Embedding.SPEECH, SPEECH),
    (Embedding.BELIEF, BELIEF),
    (Embedding.FACTIVE, FACTIVE),
    (Embedding.SEEMING, SEEMING),
    (Embedding.QUESTION, QUESTION),
    (Embedding.DESIRE, DESIRE),
)


# Verbs of wanting or asking with an infinitive that are verbs of hoping with a finite clause too.
_FINITE_DESIRE = _words("hope fear wish worry doubt expect demand request want prefer plan")
_BELIEF_INFINITIVE = _words("allege believe report consider claim profess")


def of_infinitive(lemma: str) -> Embedding | None:
    """Return what ``lemma`` makes of an infinitive under it ("wants to …"), or None if unknown."""
    if lemma in SEEMING:
        return Embedding.SEEMING
    if lemma in CAUSATIVE - {"get", "persuade", "convince"}:
        return Embedding.FACTIVE
    if lemma in _BELIEF_INFINITIVE:
        return Embedding.BELIEF
    if lemma in FICTION:
        return Embedding.FICTION
    return Embedding.DESIRE if lemma in DESIRE | OBJECT_CONTROL else None


def of_finite_clause(lemma: str) -> Embedding | None:
    """Return what ``lemma`` makes of a finite clause under it ("said that …"), or None if unknown."""
    if lemma in _FINITE_DESIRE:
        return Embedding.DESIRE
    return next((kind for kind, words in _CLASSES if lemma in words), None)


# Nouns with a clause of their own: "the allegation that", "plans to", "the fact that".
NOUN_EMBEDDING: dict[str, Embedding] = {
    **dict.fromkeys(
        "claim allegation report statement assertion accusation charge suggestion rumor rumour argument "
        "warning announcement remark comment testimony prediction complaint message count".split(),
        Embedding.SPEECH,
    ),
    **dict.fromkeys(
        "belief view opinion suspicion theory idea impression sense feeling".split(),
        Embedding.BELIEF,
    ),
    **dict.fromkeys("denial".split(), Embedding.DENIAL),
    **dict.fromkeys(
        "fact evidence proof knowledge discovery revelation news".split(), Embedding.FACTIVE
    ),
    **dict.fromkeys(
        "hope fear wish plan aim goal purpose proposal possibility chance risk threat prospect concern "
        "worry demand request call intention desire expectation likelihood condition need offer attempt "
        "effort bid bill recommendation order promise pledge decision likelihood danger".split(),
        Embedding.DESIRE,
    ),
    **dict.fromkeys("question doubt".split(), Embedding.QUESTION),
}
