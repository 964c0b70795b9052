"""Whether the verb that a time belongs to looks back or forward.

``resigned on Tuesday`` looks back, ``is expected to resign on Tuesday`` forward. What counts is the
verb that the time hangs on, its auxiliaries, and for an infinitive the word that governs it. Moods
beyond that (conditions, wishes, lies) are the business of claims, not of dates.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


class Tense(Enum):
    """Where a verb looks from the day of publication; ``NONE`` where there is no verb."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


# fmt: off
# Words whose infinitive, participle or date lies ahead of them: "was scheduled to begin on Monday".
PROSPECTIVE: Final = frozenset({
    "agree", "aim", "arrange", "bill", "due", "expect", "hope", "intend", "invite", "likely",
    "plan", "pledge", "poise", "prepare", "promise", "propose", "ready", "schedule", "set", "slate",
    "summon", "suppose", "threaten", "unlikely", "urge", "vow", "want", "wish",
})
# Verbs that put something off to a date: "postponed until Friday".
POSTPONING: Final = frozenset({
    "adjourn", "defer", "delay", "extend", "move", "postpone", "push", "put", "reschedule",
    "schedule",
})
# Verbs of not saying, which "would not" puts in the past: "would not comment on Tuesday".
TELLING: Final = frozenset({
    "answer", "comment", "confirm", "disclose", "discuss", "elaborate", "identify", "provide",
    "reveal", "say", "speculate", "tell",
})
# fmt: on
# News prose reports in the present what was said: "a spokesman says Friday".
REPORTING: Final = frozenset({"add", "claim", "report", "say", "tell", "write"})
AHEAD: Final = frozenset({"starting", "beginning", "upcoming", "pending"})
TOWARDS: Final = frozenset({"until", "till", "to", "for"})
VERBS: Final = frozenset({"VERB", "AUX"})
MAX_CLIMB: Final = 8  # a chain of heads longer than this is a misparse


def governing_tense(span: Span) -> Tense:
    """Find where the verb that governs a time expression looks.

    The words just before the span overrule the verb: ``ahead of Thursday's vote`` lies ahead, ``as
    of Friday`` and ``since Friday`` back.
    """
    *_, second, first = [
        "",
        "",
        *(token.lower_ for token in span.doc[_two_before(span) : span.start]),
    ]
    if first in AHEAD or (second, first) == ("ahead", "of"):
        return Tense.FUTURE
    if first == "since" or (second, first) == ("as", "of"):
        return Tense.PAST
    return _tense_above(span.root, first)


def tells_a_state(span: Span) -> bool:
    """Tell ``is as strong today`` from ``Today is a great day`` and ``we are leaving today``."""
    if span.root.dep_ in {"nsubj", "nsubjpass"}:
        return False
    verb = next((above for above in span.root.ancestors if above.pos_ in VERBS), None)
    return verb is not None and verb.tag_ in {"VBZ", "VBP"}


def _two_before(span: Span) -> int:
    return max(span.start - 2, 0)


def _tense_above(token: Token, before: str) -> Tense:
    for _ in range(MAX_CLIMB):
        if token.head.i == token.i:
            break
        token = token.head
        if token.lemma_ in PROSPECTIVE and token.pos_ == "ADJ":  # "due Friday"
            return Tense.FUTURE
        if token.pos_ in VERBS:
            is_put_off = token.lemma_ in POSTPONING and before in TOWARDS
            return Tense.FUTURE if is_put_off else tense_of(token)
    return tense_of(token) if token.pos_ in VERBS else Tense.NONE


def tense_of(verb: Token, depth: int = 0) -> Tense:
    """Find where a verb looks by its auxiliaries, its own form, and what governs an infinitive.

    ``depth`` counts the infinitives already followed upwards.
    """
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(helper.tag_ == "MD" for helper in helpers):
        return _modal(verb, helpers)
    if any(helper.lemma_ == "have" and helper.tag_ != "VB" for helper in helpers):
        return Tense.PAST
    if any(helper.tag_ == "TO" for helper in helpers):
        return _governed(verb, depth)
    if verb.tag_ in {"VBN", "VBG"}:
        return _participle(verb, helpers, depth)
    if verb.tag_ == "VBD" or any(helper.tag_ == "VBD" for helper in helpers):  # "did not come"
        return Tense.PAST
    return Tense.PAST if verb.lemma_ in REPORTING else Tense.PRESENT


def _modal(verb: Token, helpers: list[Token]) -> Tense:
    """Read ``will`` and its like; ``could not`` and ``would not say`` tell of the past."""
    words = {helper.lower_ for helper in helpers}
    if any(helper.lemma_ == "have" for helper in helpers):
        return Tense.FUTURE if words & {"will", "'ll", "’ll", "wo", "shall"} else Tense.PAST
    is_negated = any(child.dep_ == "neg" for child in verb.children)
    refused = "could" in words or ("would" in words and verb.lemma_ in TELLING)
    return Tense.PAST if is_negated and refused else Tense.FUTURE


def _participle(verb: Token, helpers: list[Token], depth: int) -> Tense:
    be = [helper for helper in helpers if helper.lemma_ == "be"]
    if verb.tag_ == "VBN" and verb.lemma_ in PROSPECTIVE:
        return Tense.FUTURE
    if be:
        return Tense.PAST if be[0].tag_ == "VBD" else Tense.PRESENT
    return Tense.PAST if verb.tag_ == "VBN" else _governed(verb, depth)


def _governed(verb: Token, depth: int) -> Tense:
    """Follow an infinitive or gerund to its governor: ``plans to meet``, ``failed to meet``."""
    # "An event to be held on Monday", but "the first to arrive on Monday".
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBN":
        return Tense.FUTURE
    governor = verb.head
    while governor.pos_ not in VERBS and governor.lemma_ not in PROSPECTIVE:
        if governor.head.i == governor.i:
            return Tense.NONE
        governor = governor.head
    is_to_be = verb.head.lemma_ in {"be", "go"} and verb.head.i != verb.i  # "is to begin"
    if governor.i == verb.i or governor.lemma_ in PROSPECTIVE or is_to_be:
        return Tense.FUTURE
    return tense_of(governor, depth + 1) if depth < MAX_CLIMB else Tense.NONE
