"""Small questions about a parse tree that several passes ask.

    subject(doc["declined"]) is "House" in "the White House declined to say"

Labels are those of the pipeline (ClearNLP style: nsubj, nsubjpass, dobj, pobj, attr, relcl …).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.document import having

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CLAUSES = frozenset(
    {"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "parataxis"}
)
_DEEPEST = 6  # clauses climbed for an understood subject


def tagged(doc: Doc, tags: Iterable[str]) -> list[Token]:
    """Return the tokens with one of some tags, in order; far quicker than asking every token."""
    return having(doc, "TAG", tags)


def of_class(doc: Doc, classes: Iterable[str]) -> list[Token]:
    """Return the tokens of some parts of speech (``VERB``), in order."""
    return having(doc, "POS", classes)


def written(doc: Doc, words: Iterable[str]) -> list[Token]:
    """Return the tokens that are one of some lower-case words, in order."""
    return having(doc, "LOWER", words)


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child with one of the labels."""
    for below in token.children:  # a loop, for this is asked of every noun and verb
        if below.dep_ in deps:
            return below
    return None


def clause_head(token: Token) -> Token:
    """Return the head of the smallest clause around ``token``, which may be itself."""
    while token.head.i != token.i:
        if token.dep_ in CLAUSES or (token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")):
            break
        token = token.head
    return token


def subject(verb: Token) -> Token | None:
    """Return the grammatical subject of a clause head, shared by conjuncts."""
    own = child(verb, "nsubj", "nsubjpass")
    if own is not None:
        return own
    return subject(verb.head) if verb.dep_ == "conj" and verb.head.i != verb.i else None


def understood_subject(verb: Token, depth: int = 0) -> Token | None:
    """Return the subject of a clause head, spoken or understood.

    ``Trump wants to replace him``: Trump replaces. ``Trump asked Sessions to stay``: Sessions
    stays.
    """
    own = subject(verb)
    if own is not None or depth > _DEEPEST:
        return own
    if verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i:
        controller = child(verb.head, "dobj") if verb.dep_ == "xcomp" else None
        if controller is not None and controller.i < verb.i:
            return controller
        return understood_subject(verb.head, depth + 1)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        quoted = child(verb.head.head, "dobj") or child(verb.head.head, "nsubjpass")
        if quoted is not None:
            return quoted  # "quotes an aide as saying", "was quoted as saying"
    if verb.dep_ in ("acl", "relcl") and verb.tag_ != "VB":
        return verb.head
    above = clause_head(verb.head)
    if verb.dep_ not in ("advcl", "pcomp", "acl") or above.i == verb.i:
        return None
    return understood_subject(above, depth + 1)


def coordinated(token: Token) -> list[Token]:
    """Return a nominal and its conjuncts in order."""
    return [token, *(c for c in token.conjuncts if c.i > token.i)]


def negated(verb: Token) -> bool:
    """Tell whether a verb is negated, its auxiliaries included."""
    return any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)
