"""Verbs and the nouns of their action.

``NOUN_OF`` names an action that an infinitive introduces ("offered to resign": the resignation).
``VERB_OF`` reads a noun back as its verb ("the president's dismissal of Comey": dismiss). Both are
needed because English derives neither from the other by rule.
"""

from __future__ import annotations

NOUN_OF: dict[str, str] = {
    "abdicate": "abdication", "accept": "acceptance", "act": "action", "adjourn": "adjournment",
    "agree": "agreement", "apologize": "apology", "apologise": "apology", "appeal": "appeal",
    "apply": "application", "appear": "appearance", "approve": "approval", "argue": "argument",
    "arrive": "arrival", "attack": "attack", "attend": "attendance", "campaign": "campaign",
    "cancel": "cancellation", "change": "change", "close": "closure",
    "collaborate": "collaboration", "collapse": "collapse", "comment": "comment",
    "compete": "competition", "complain": "complaint", "comply": "compliance",
    "concede": "concession", "consent": "consent", "consult": "consultation",
    "continue": "continuation", "contribute": "contribution", "cooperate": "cooperation",
    "debate": "debate", "decide": "decision", "defect": "defection", "delay": "delay",
    "depart": "departure", "deploy": "deployment", "die": "death", "disagree": "disagreement",
    "disclose": "disclosure", "discuss": "discussion", "donate": "donation",
    "elaborate": "elaboration", "emigrate": "emigration", "escape": "escape", "expand": "expansion",
    "fight": "fight", "flee": "flight", "help": "help", "intervene": "intervention",
    "interview": "interview", "invade": "invasion", "invest": "investment",
    "investigate": "investigation", "join": "accession", "launch": "launch", "lead": "leadership",
    "leave": "departure", "meet": "meeting", "merge": "merger", "move": "move",
    "negotiate": "negotiation", "object": "objection", "pay": "payment",
    "participate": "participation", "proceed": "continuation", "protest": "protest",
    "quit": "resignation", "react": "reaction", "recuse": "recusal", "refuse": "refusal",
    "reply": "reply", "resign": "resignation", "respond": "response", "retaliate": "retaliation",
    "retire": "retirement", "retreat": "retreat", "return": "return", "serve": "service",
    "speak": "speech", "step down": "resignation", "strike": "strike", "succeed": "success",
    "surrender": "surrender", "talk": "talk", "testify": "testimony", "travel": "travel",
    "vote": "vote", "visit": "visit", "walk out": "walkout", "withdraw": "withdrawal",
    "work": "work", "replace": "replacement", "expel": "expulsion", "reform": "reform",
}  # fmt: skip

# Verbs for what a thing does and no body: in "it weighs 1.5 pounds", *it* is not the firm that made it.
THING_VERBS = frozenset("weigh cost contain feature seat measure retail".split())

VERB_OF: dict[str, str] = {
    "abandonment": "abandon", "acquisition": "acquire", "accusation": "accuse",
    "admission": "admit", "announcement": "announce", "appeal": "appeal", "appointment": "appoint",
    "approval": "approve", "arrest": "arrest", "arrival": "arrive", "assassination": "assassinate",
    "attack": "attack", "attempt": "attempt", "campaign": "campaign", "claim": "claim",
    "collapse": "collapse", "complaint": "complain", "criticism": "criticize", "death": "die",
    "decision": "decide", "defeat": "defeat", "demand": "demand", "denial": "deny",
    "departure": "depart", "dismissal": "dismiss", "donation": "donate", "effort": "try",
    "election": "elect", "endorsement": "endorse", "firing": "fire", "handling": "handle",
    "interview": "interview", "invasion": "invade", "investigation": "investigate",
    "launch": "launch", "meeting": "meet", "merger": "merge", "murder": "murder",
    "nomination": "nominate", "offer": "offer", "opposition": "oppose", "ouster": "oust",
    "plan": "plan", "pledge": "pledge", "promise": "promise", "proposal": "propose",
    "purchase": "purchase", "recusal": "recuse", "refusal": "refuse", "rejection": "reject",
    "release": "release", "removal": "remove", "request": "request", "resignation": "resign",
    "retirement": "retire", "return": "return", "support": "support", "takeover": "take over",
    "testimony": "testify", "threat": "threaten", "victory": "win", "visit": "visit",
    "vote": "vote", "vow": "vow", "warning": "warn", "withdrawal": "withdraw", "killing": "kill",
    "bombing": "bomb", "shooting": "shoot", "conviction": "convict", "trial": "try", "sale": "sell",
    "use": "use",
}  # fmt: skip

# Nouns that happen: an argument headed by one is an event, not a thing.
EVENT_NOUNS: frozenset[str] = (
    frozenset(VERB_OF)
    | frozenset(NOUN_OF.values())
    | frozenset(
        "accident affair ambush anniversary battle blast blaze breach briefing call ceremony clash "
        "concert conference conflict confrontation confirmation contest controversy convention "
        "coup crackdown crash crime crisis deal disaster dispute drought earthquake epidemic "
        "eruption evacuation event exchange execution exercise exhibition explosion fallout famine "
        "fight fire flood funeral game genocide hearing hurricane impeachment incident "
        "inauguration inquiry inspection invasion landslide lawsuit leak match massacre mission "
        "negotiations operation outbreak pandemic parade probe protest race raid rally recession "
        "referendum rescue revolt riot robbery ruling scandal search session siege stampede storm "
        "strike summit surgery swearing-in talks terrorism theft tour tournament tragedy trial "
        "trip tsunami uprising violence voyage war wedding".split()
    )
)

# Nouns of times, amounts and parts, which a later mention does not take up as a thing.
MEASURES: frozenset[str] = frozenset(
    "afternoon age amount bit cent century couple day decade degree dollar dozen end euro evening "
    "fact first half hour hundred kilometer kilometre kind lack lot majority manner meantime meter "
    "metre mile million minute moment month morning most night noon number one other part past "
    "percent percentage pound quarter rest second sense sort spring start summer thing thousand "
    "time ton top total type way week weekend while winter year".split()
)

# What a name just before may be called: the type of such names.
STATES = frozenset({"country", "nation", "state", "republic", "kingdom"})
KIND_OF_NAME: dict[str, str] = {
    **dict.fromkeys(STATES - {"state"}, "Place"),
    **dict.fromkeys("city town village capital island region province".split(), "Place"),
    **dict.fromkeys(
        "event festival tournament competition contest championship cup".split(), "Event"
    ),
    **dict.fromkeys("book film movie novel song album series show magazine".split(), "Work"),
    **dict.fromkeys("law bill act treaty agreement accord constitution".split(), "Law"),
    **dict.fromkeys("phone device product browser software car".split(), "Product"),
}

# Verb and object that make one idea; the object is no participant (Langer 2005 on support verbs).
IDIOMS: frozenset[tuple[str, str]] = frozenset(
    {
        ("take", "place"), ("take", "part"), ("take", "effect"), ("take", "hold"),
        ("take", "office"), ("take", "power"), ("take", "control"), ("take", "charge"),
        ("take", "aim"), ("take", "advantage"), ("take", "care"), ("take", "issue"),
        ("take", "responsibility"), ("take", "action"), ("take", "refuge"), ("take", "note"),
        ("take", "credit"), ("take", "shape"), ("take", "root"), ("come", "place"),
        ("pay", "attention"), ("pay", "tribute"), ("make", "sense"), ("make", "way"),
        ("make", "progress"), ("give", "birth"), ("give", "way"), ("give", "rise"),
        ("have", "access"), ("lose", "control"), ("lose", "faith"), ("catch", "fire"),
        ("open", "fire"), ("play", "role"), ("set", "sail"), ("set", "fire"), ("break", "ground"),
        ("shed", "light"), ("cast", "doubt"),
    }
)  # fmt: skip
