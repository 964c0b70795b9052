"""Does the verb that a time belongs to look back or forward?

``resigned on Tuesday`` looks back, ``is expected to resign on Tuesday`` forward. What counts is the
verb that the time hangs on, its auxiliaries, and for an infinitive the word that governs it. Moods
beyond that (conditions, wishes, lies) are the business of claims, not of dates.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


class Tense(Enum):
    """Where a verb looks from the day of publication; ``NONE`` where there is no verb."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


# Words whose infinitive, participle or date lies ahead of them: "was scheduled to begin on Monday".
PROSPECTIVE = frozenset(
    ["agree", "aim", "arrange", "bill", "due", "expect", "hope", "intend", "invite", "likely", "plan", "poise", "pledge", "prepare", "promise", "propose", "ready", "schedule", "set", "slate", "summon", "suppose", "threaten", "unlikely", "urge", "vow", "want", "wish"]
)
# Verbs that put something off to a date: "postponed until Friday".
POSTPONING = frozenset(["adjourn", "defer", "delay", "extend", "move", "postpone", "push", "reschedule", "schedule"])
# News prose reports in the present what was said: "a spokesman says Friday".
REPORTING = frozenset(["add", "claim", "report", "say", "tell", "write"])
AHEAD = frozenset({"ahead", "starting", "beginning", "upcoming", "pending"})
BACK = frozenset({"since", "as"})
TOWARDS = frozenset({"until", "till", "to", "for"})
MAX_CLIMB = 8  # a chain of heads longer than this is a misparse


def governing_tense(span: Span) -> Tense:
    """Find where the verb that governs a time expression looks.

    A preposition overrules the verb: ``ahead of Thursday's vote`` lies ahead, ``as of Friday`` back.
    """
    before = _words_before(span)
    if before & AHEAD:
        return Tense.FUTURE
    if before & BACK:
        return Tense.PAST
    verb = _verb_above(span.root)
    if verb is None:
        return Tense.NONE
    if verb.lemma_ in POSTPONING and before & TOWARDS:
        return Tense.FUTURE
    return tense_of(verb)


def _words_before(span: Span) -> frozenset[str]:
    start = max(span.start - 2, span.root.sent.start)
    words = [token.lower_ for token in span.doc[start : span.start]]
    if words[-2:-1] == ["as"] and words[-1:] != ["of"]:
        words = words[-1:]
    return frozenset(words[-1:]) if words[-1:] != ["of"] else frozenset(words)


def _verb_above(token: Token) -> Token | None:
    for _ in range(MAX_CLIMB):
        if token.head.i == token.i:
            return token if token.pos_ in {"VERB", "AUX"} else None
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            return token
    return None


def tense_of(verb: Token, depth: int = 0) -> Tense:
    """Find where a verb looks by its auxiliaries, its own form, and what governs an infinitive."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(helper.tag_ == "MD" for helper in helpers):
        return _modal(helpers)
    if any(helper.lemma_ == "have" and helper.tag_ != "VB" for helper in helpers):
        return Tense.PAST
    if any(helper.tag_ == "TO" for helper in helpers):
        return _governed(verb, depth)
    if verb.tag_ in {"VBN", "VBG"}:
        return _participle(verb, helpers, depth)
    if verb.tag_ == "VBD":
        return Tense.PAST
    return Tense.PAST if verb.lemma_ in REPORTING else Tense.PRESENT


def _modal(helpers: list[Token]) -> Tense:
    perfect = any(helper.lemma_ == "have" for helper in helpers)
    certain = any(helper.lower_ in {"will", "'ll", "’ll", "wo", "shall"} for helper in helpers)
    return Tense.PAST if perfect and not certain else Tense.FUTURE


def _participle(verb: Token, helpers: list[Token], depth: int) -> Tense:
    be = [helper for helper in helpers if helper.lemma_ == "be"]
    if verb.lemma_ in PROSPECTIVE and verb.tag_ == "VBN":
        return Tense.FUTURE
    if be:
        return Tense.PAST if be[0].tag_ == "VBD" else Tense.PRESENT
    return Tense.PAST if verb.tag_ == "VBN" else _governed(verb, depth)


def _governed(verb: Token, depth: int) -> Tense:
    """Follow an infinitive or gerund to its governor: ``plans to meet``, ``failed to meet``."""
    governor = verb.head
    if governor.i == verb.i or governor.lemma_ in PROSPECTIVE:
        return Tense.FUTURE
    if depth >= MAX_CLIMB:
        return Tense.NONE
    if governor.lemma_ == "be":  # "is to begin on Monday"
        return Tense.FUTURE
    if governor.pos_ in {"VERB", "AUX"}:
        return tense_of(governor, depth + 1)
    above = _verb_above(governor)
    return Tense.NONE if above is None else tense_of(above, depth + 1)
