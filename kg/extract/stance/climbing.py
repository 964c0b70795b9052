"""Climbing: the way from a verb to the root of its sentence, edge by edge.

    sank ← "denied that" ← "if" ← root → negative, hypothetical

Each kind of clause has a step that reads what stands above it. The step for relative and participle
clauses looks at what the clause around the noun says, which needs a climb of its own: so it stands here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import (
    SUBJECTS,
    coordinated_with,
    governor_of,
    is_finite,
    is_infinitive,
    is_predicate,
    subjects,
)
from kg.extract.lemmas import lemma_of
from kg.extract.negation import is_negated
from kg.extract.once import children
from kg.extract.phrases import singled_out
from kg.extract.stance.adverbial_clauses import adverbial_clause
from kg.extract.stance.complement_clauses import complement_clause
from kg.extract.stance.modifiers import cleft, definite, set_off
from kg.extract.stance.mood import is_imperative, is_question, is_unreal
from kg.extract.stance.noun_complements import noun_complement
from kg.extract.stance.prepositional_clauses import prepositional_clause
from kg.extract.stance.walk import Walk
from kg.lexicon import embedding as lex
from kg.lexicon.embedding import Embedding

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from spacy.tokens import Token

    from kg.document import Quotation


def climb(walk: Walk, verb: Token) -> None:
    """Walk from a verb to the root; each edge may add a voice, deny or suspend, or end the walk."""
    low = verb
    shared = True
    while low.dep_ != "ROOT" and low.head != low:
        high = _above(low)
        if _in_other_words(walk.quotations, low, high):
            return
        step = _STEPS.get(low.dep_)
        if low.dep_ == "conj":
            shared = _coordinate(walk, low, high, shared=shared)
        elif step is not None:
            shared = False
            if not step(walk, low, high):
                return
            if low.dep_ == "advcl" and (is_finite(low) or _has_with_subject(low)):
                high = _above_infinitives(high)
        elif is_predicate(high):
            shared = False
        low = high
    walk.unreal |= is_question(low) and not walk.voices
    walk.unreal |= is_imperative(low, verb)


def _above(low: Token) -> Token:
    """Return what a verb, or the preposition before it, depends on."""
    if low.dep_ == "prep":
        return governor_of(low)
    return coordinated_with(low) if low.dep_ == "conj" and is_predicate(low) else low.head


def _in_other_words(quotations: Mapping[int, Quotation], low: Token, high: Token) -> bool:
    """``any plan "must be thought out": "Cuts are welcome"``: each quotation speaks for itself."""
    inner, outer = quotations.get(low.i), quotations.get(high.i)
    return inner is not None and outer is not None and inner is not outer and inner.speech


def _above_infinitives(verb: Token) -> Token:
    """``offered to resign as he told them``: parsers hang the clause on *resign*, but it was told."""
    while is_predicate(verb.head) and (
        (verb.dep_ in {"xcomp", "advcl"} and is_infinitive(verb))
        or (verb.dep_ == "conj" and verb.tag_ == "VB" and is_infinitive(verb.head))
    ):
        verb = verb.head
    return verb


def _has_with_subject(verb: Token) -> bool:
    """``came to an end with England winning``: the participle has its own subject after *with*."""
    before = verb.nbor(-1) if verb.i else verb
    return verb.tag_ == "VBG" and before.dep_ == "pobj" and before.head.lower_ == "with"


def _coordinate(walk: Walk, low: Token, high: Token, *, shared: bool) -> bool:
    """``would resign and leave``: what precedes the first verb holds of the second, unless it restarts."""
    own = {c.dep_ for c in children(low)} & (SUBJECTS | {"aux"})
    if not shared or own or not is_predicate(high):
        return False
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in children(high))
    walk.unreal |= low.tag_ == "VB" and modal
    alternative = any(c.lower_ == "or" for c in children(high))
    walk.negative |= alternative and low.tag_ in {"VB", "VBG", "VBN"} and is_negated(high)
    return True


def _modifier_clause(walk: Walk, low: Token, high: Token) -> bool:
    """Relative and participle clauses tell more about a thing: the frame around it does not touch them.

    What a comma sets off is the writer's own. Any other clause inside somebody's report belongs to the
    report; inside a wish or a plan it is taken for granted only of something definite, since
    presuppositions of definite descriptions project (Beaver and Geurts 2014).
    """
    if is_infinitive(low):
        before = low.left_edge.nbor(-1) if low.left_edge.i else high
        factive = lex.NOUN_EMBEDDING.get(lemma_of(high)) is Embedding.FACTIVE
        veridical = factive or singled_out(high) or singled_out(before)
        walk.unreal |= not veridical
        return True
    if any(c.dep_ == "mark" and c.lower_ in {"that", "whether"} for c in children(low)):
        return noun_complement(walk, high)
    cleft(walk, high)
    if set_off(high, low):
        return False
    frame = _frame(high)
    happening = any(c.lower_ == "being" for c in children(low))  # "in a claim being withdrawn"
    walk.unreal |= frame.unreal and (happening or not definite(high))
    walk.voices.extend(frame.voices)
    return False


def _frame(noun: Token) -> Walk:
    """Return what the clause around a noun makes of things under it."""
    frame = Walk()
    path = [noun, *noun.ancestors]
    verb = next((t for t in path if is_predicate(t)), None)
    if verb is not None and not any(t.lower_ == "according" for t in path[: path.index(verb)]):
        suspended = is_unreal(verb) or lemma_of(verb) in lex.INTENSIONAL
        anyone = noun.lower_ in {"anyone", "anybody", "anything", "whoever"}
        frame.unreal |= suspended and (anyone or noun not in subjects(verb)[0])
        climb(frame, verb)
    return frame


_STEPS: dict[str, Callable[[Walk, Token, Token], bool]] = {
    "ccomp": complement_clause,
    "xcomp": complement_clause,
    "csubj": complement_clause,
    "relcl": _modifier_clause,
    "acl": _modifier_clause,
    "advcl": adverbial_clause,
    "pcomp": prepositional_clause,
}
