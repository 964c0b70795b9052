"""Which nouns describe somebody or something that acts: ``the attorney general``, ``two people``.

    'A spokesman for Mr. Sessions told two reporters'  →  A spokesman, two reporters

People, organisations and (if definite) buildings are found; what other nouns refer to is left to
*extract*, which needs no coreference for them. Predicates (``is a lawyer``) refer to nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.drafts import Draft
from kg.annotate.postnames import read_post
from kg.annotate.syntax import child, tagged
from kg.annotate.titles import is_occupation, is_post
from kg.lexicon.nominals import EVENT_NOUNS, THING_VERBS
from kg.lexicon.organizations import COLLECTIVES, FACILITY_HEADS, type_of_head
from kg.lexicon.people import MALE_NOUNS, PERSON_NOUNS, RELATION_NOUNS, gender_of_noun, person_noun
from kg.model import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from kg.annotate.posts import PostClaim

_POINTERS = frozenset({"the", "this", "that", "these", "those"})
_DEFINITE = _POINTERS | {"both"}
MODIFIERS = ("amod", "compound", "nummod", "nmod")
# What a noun may be in its clause and still refer. Predicates say what something is instead.
_PREDICATE = frozenset(
    {"attr", "oprd", "compound", "amod", "nmod", "npadvmod", "advmod", "dep", "ROOT"}
)
# What a body can be to others, though the words are of nobody: "it is part of the group", "a target".
_ROLES = frozenset(
    "part party target giant rival partner victim source client business brand unit arm branch division "
    "charity nonprofit venture startup start-up industry monopoly force power case one state country sponsor "
    "host head parent chain site website service family community signatory success failure".split()
)
# Parts of bodies and furniture too, unless something follows (``the head of the bank``).
_NEEDS_COMPLEMENT = frozenset(
    {"head", "chair", "lead", "major", "host", "cardinal", "fan", "minor"}
)


def find_nominals(
    doc: Doc, names: dict[int, Draft], skip: frozenset[int], claims: list[PostClaim]
) -> list[Draft]:
    """Return the descriptions of people and organisations, in order, in no chain yet.

    A post that a clause gives somebody is a predicate and refers to nobody.
    """
    skip |= {
        c.post.head for c in claims if c.construction != "apposition" and c.post.head > c.person
    }
    nouns = tagged(doc, ("NN", "NNS", "NNP", "NNPS"))
    return [_draft(t) for t in nouns if t.i not in skip and t.i not in names and _refers(t, names)]


def of_a_thing(pronoun: Token) -> bool:
    """Tell whether what is said of *it* is said of things: ``it weighs 1.5 pounds``, ``it is a jet``.

    What a predicate noun calls a body is a kind of body or somebody who does something: ``it is a
    maker of phones``, ``it was the winner``.
    """
    verb = pronoun.head
    if pronoun.dep_ != "nsubj" or pronoun.lower_ != "it":
        return False
    if verb.lemma_ in THING_VERBS:
        return True
    called = [c for c in verb.children if c.dep_ == "attr" and c.tag_ == "NN" and c.i > verb.i]
    return verb.lemma_ == "be" and bool(called) and not any(_can_be_body(c) for c in called)


def _can_be_body(noun: Token) -> bool:
    word = noun.lower_
    acts = word.endswith(("er", "or", "ant", "ist", "ee", "ary")) or _is_person(noun)
    return acts or word in COLLECTIVES or type_of_head(word) == "Organization" or word in _ROLES


def _refers(token: Token, names: dict[int, Draft]) -> bool:
    if token.dep_ in _PREDICATE:
        return False
    if not (_is_person(token) or _is_collective(token) or _is_building(token)):
        return False
    if _listed_with_predicate(token):
        return False
    if token.tag_ in ("NNP", "NNPS") and (
        child(token, "det", "poss") is None or not is_post(token)
    ):
        return False
    if token.lower_ in _NEEDS_COMPLEMENT and read_post(token, names) is not None:
        return child(token, "prep") is not None or token.tag_ == "NNP"
    return True


def _listed_with_predicate(token: Token) -> bool:
    """``is a lawyer and author``: what stands in a list with a predicate is one as well."""
    first = next((t for t in token.conjuncts if t.i < token.i), token)
    return first.dep_ in _PREDICATE


def _is_collective(token: Token) -> bool:
    """Tell whether a noun is a body that acts; ``at school`` and ``in court`` are none."""
    if token.lemma_.lower() not in COLLECTIVES:
        return False
    bare = token.tag_ == "NN" and child(token, "det", "poss", "compound", "amod", "nmod") is None
    return not (bare and token.dep_ == "pobj")


def _is_building(token: Token) -> bool:
    det = child(token, "det")
    definite = det is not None and det.lower_ in _DEFINITE
    return definite and token.tag_ == "NN" and token.lower_ in FACILITY_HEADS


def _is_person(token: Token) -> bool:
    noun = person_noun(token.text) if token.tag_.endswith("S") else token.lower_
    low = {noun, token.lemma_.lower()}
    return (
        is_post(token)
        or is_occupation(token)
        or bool(low & (PERSON_NOUNS | RELATION_NOUNS | MALE_NOUNS))
    )


def _draft(head: Token) -> Draft:
    lefts = [
        c
        for c in head.lefts
        if c.dep_ not in ("cc", "punct", "preconj", "prep", "advmod", "mark", "conj")
    ]
    start = min((c.left_edge.i for c in lefts), default=head.i)
    plural = head.tag_ in ("NNS", "NNPS")
    person = _is_person(head)
    type_ = "Facility" if _is_building(head) else "Organization"
    if person:
        type_ = "Phrase" if plural else "Person"
    det = child(head, "det")
    definite = child(head, "poss") is not None or (det is not None and det.lower_ in _DEFINITE)
    gender = gender_of_noun(person_noun(head.text)) if person and not plural else None
    return Draft(
        start, head.i + 1, head.i, MentionKind.NOMINAL, type_, phrase(head, start),
        gender=gender, plural=plural, definite=definite,
    )  # fmt: skip


def is_definite(noun: Token) -> bool:
    """Tell whether a noun phrase says that its thing is known."""
    return any(c.dep_ == "det" and c.lower_ in _POINTERS for c in noun.lefts)


def thing(noun: Token) -> Draft:
    """Return a noun phrase as a mention of a thing that belongs to no chain yet."""
    lefts = [c for c in noun.lefts if c.dep_ in ("det", "poss", *MODIFIERS) and c.tag_ != "WP$"]
    start = min((c.left_edge.i for c in lefts), default=noun.i)
    return Draft(
        start, noun.i + 1, noun.i, MentionKind.NOMINAL,
        "Event" if noun.lemma_ in EVENT_NOUNS else "Phrase", phrase(noun, start),
        plural=noun.tag_ == "NNS", definite=is_definite(noun),
    )  # fmt: skip


def phrase(head: Token, start: int) -> str:
    """Return a description's words without determiner, up to a comma or the clause's end."""
    doc = head.doc
    first = doc[start]
    if first.dep_ == "det" and first.i < head.i:
        start += 1
    poss = child(head, "poss")
    if poss is not None and poss.tag_ == "PRP$":
        start = max(start, poss.i + 1)
    end = head.i + 1
    limit = min(head.right_edge.i + 1, head.i + 16)
    for token in doc[head.i + 1 : limit]:
        if token.tag_ == "POS" and token.head.i == head.i:
            break
        if token.text in (",", ";", ":", "—", "–", "“", "”", '"', "(", ")") or token.is_space:
            break
        if token.dep_ in ("cc", "conj", "appos") and token.head.i == head.i:
            break
        end = token.i + 1
    return " ".join(doc[start:end].text.split())
