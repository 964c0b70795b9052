"""How likely a mention is what a pronoun means, as a weight in sentences' worth of salience.

    weight of 'Jeff Sessions' for 'he' in 'Jeff Sessions offered to resign as he told …'  →  about 8

Subjects are talked about, recent things more than old ones, and a pronoun goes on meaning what it
meant. The weights were set by hand and checked on Wikinews articles; only their differences count.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kg.annotate.syntax import clause_head, understood_subject
from kg.model import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.annotate.drafts import Chain, Draft
    from kg.annotate.layout import Layout

# How much a mention's place in its clause makes it the topic.
_ROLE = {"nsubj": 4.0, "nsubjpass": 3.8, "dobj": 2.6, "dative": 2.6, "poss": 2.4, "pobj": 2.0,
         "attr": 2.0,         "appos": 2.4, "conj": 2.0, "ROOT": 2.0}  # fmt: skip
_OTHER_ROLE = 1.0
_PER_SENTENCE = 1.5  # what each sentence of distance costs
_PARAGRAPH = 0.5  # what a paragraph break costs on top
_GENDER_KNOWN = 0.8
_SAME_PRONOUN = 1.2  # a pronoun just used goes on meaning the same
_OWN_CLAUSE = 2.5  # subject of the pronoun's own clause, for a possessive
_REPORTING = 1.5  # subject of the clause that the pronoun's clause is the object of
_ASKING = frozenset(
    {"ask", "urge", "order", "beg", "press", "warn", "advise", "request", "instruct"}
)
_ASKED = (
    3.5  # the person asked is as likely as the one who asks: ``A asked B whether he could help``
)
_BEARER = 1.5  # possessor of the subject of the clause above: ``X’s obsession began when he``
_DOUBTFUL = 1.0  # what it costs to be one word that nothing shows to be a person
_MAIN_CLAUSE = 0.8  # subject of a main clause
_NAMELESS = 0.7  # what it costs to have no name in the article
_IN_QUOTE = 1.0  # what it costs to be mentioned only in somebody's words
_FREQUENT = 5  # mentions before the pronoun beyond which more do not count
_PER_MENTION = 0.2


def weight(mention: Draft, chain: Chain, token: Token, layout: Layout) -> float:
    """Return how salient a mention of a chain is for a pronoun after it."""
    head = token.doc[mention.head]
    distance = layout.sentence[token.i] - layout.sentence[mention.head]
    total = _role(head) - _PER_SENTENCE * distance
    total -= _PARAGRAPH * (layout.paragraph[token.i] - layout.paragraph[mention.head])
    total += _standing(chain, token)
    total += _MAIN_CLAUSE * (head.dep_ in ("nsubj", "nsubjpass") and main_clause(head))
    total -= _IN_QUOTE * (head.i in layout.quotation and token.i not in layout.quotation)
    if mention.kind == MentionKind.PRONOUN and distance <= 1:
        total += _SAME_PRONOUN
    if distance == 0:
        total += _by_syntax(head, token)
    return total


def _standing(chain: Chain, token: Token) -> float:
    """Return what a chain weighs by itself: known gender, a name, how often it was mentioned."""
    before = islice((m for m in chain.mentions if m.start < token.i), _FREQUENT)
    total = _PER_MENTION * sum(1 for _ in before) + _GENDER_KNOWN * (chain.gender is not None)
    return total - _NAMELESS * (not chain.named) - _DOUBTFUL * _doubtful(chain)


def _by_syntax(head: Token, token: Token) -> float:
    """Return what a mention in the pronoun's own sentence gains by its place there."""
    clause = clause_head(token)
    if token.tag_ == "PRP$":
        return _OWN_CLAUSE * _owns(head, clause)
    if clause.dep_ not in ("ccomp", "advcl", "conj") or clause.head.i == clause.i:
        return 0.0
    verb = clause_head(clause.head)
    if verb.lemma_ in _ASKING and head.dep_ in ("dobj", "dative") and head.head.i == verb.i:
        return _ASKED
    above = understood_subject(verb)
    if above is not None and head.dep_ == "poss" and head.head.i == above.i:
        return _BEARER
    return _REPORTING * (above is not None and above.i == head.i)


def _owns(head: Token, clause: Token) -> bool:
    """Tell whether a possessive in a clause most likely means ``head``.

    It means the clause's subject, or where that is a thing, a person in the clause: ``support for
    Mohamed had made his situation better``.
    """
    who = understood_subject(clause)
    if who is None or who.i == head.i:
        return who is not None
    return who.pos_ not in ("PROPN", "PRON") and _below(head, clause)


def _below(head: Token, clause: Token) -> bool:
    """Tell whether a token stands in the finite clause that ``clause`` belongs to."""
    while clause.dep_ in ("xcomp", "pcomp", "acl") and clause.head.i != clause.i:
        clause = clause_head(clause.head)
    return clause.dep_ == "ccomp" and clause.is_ancestor(head)


def _doubtful(chain: Chain) -> bool:
    """Tell whether a chain might not be a person at all: one bare word, no title, no gender."""
    names = [m.name for m in chain.mentions if m.kind == MentionKind.NAME]
    return chain.gender is None and bool(names) and all(" " not in n for n in names)


def main_clause(head: Token) -> bool:
    """Tell whether a token is an argument of a main clause's verb."""
    return bool(clause_head(head).dep_ == "ROOT")


def _role(head: Token) -> float:
    if head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return min(_ROLE.get(head.head.dep_, _OTHER_ROLE), _ROLE["conj"])
    if head.dep_ in ("nsubj", "nsubjpass") and clause_head(head).dep_ in ("relcl", "acl"):
        return _ROLE[head.dep_] - 0.5
    return _ROLE.get(head.dep_, _OTHER_ROLE)
