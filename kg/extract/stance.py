"""Stance: whether a clause is said to be so, and by whom, as its grammar shows.

A clause's *setting* is read by walking from its verb to the root of the sentence: negation, modals and
adverbs on the verb itself; then, edge by edge, what each embedding word makes of what stands under it
("denied that", "wants to", "if", "the plan to"). Speakers found on the way are its attribution,
innermost first. After Saurí and Pustejovsky's FactBank (2009), coarsened to three stances.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.clauses import (
    SUBJECTS,
    coordinated_with,
    direct_objects,
    governor_of,
    is_bare,
    is_coordinate,
    is_finite,
    is_infinitive,
    is_passive,
    is_predicate,
    singled_out,
    subjects,
)
from kg.extract.lemmas import lemma_of
from kg.extract.negation import denies, is_negated
from kg.extract.once import children, sentence
from kg.extract.voices import Voice, beside, quoting
from kg.lexicon import embedding as lex
from kg.lexicon.embedding import Embedding
from kg.model import Certainty, Polarity, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from spacy.tokens import Token

    from kg.document import Document, Quotation

_REPORTING = frozenset({Embedding.SPEECH, Embedding.BELIEF, Embedding.DENIAL})
_CLOSING = frozenset({'"', "”", "’", "'"})
_MARKS = frozenset({'"', "“", "”"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a clause is meant: polarity, stance, certainty and on whose word, innermost first."""

    polarity: Polarity
    stance: Stance
    certainty: Certainty
    voices: tuple[Voice, ...]


@dataclass(slots=True)
class _Walk:
    """What the walk to the root has gathered so far, in a document with these quotations."""

    quotations: Mapping[int, Quotation] = field(default_factory=dict)
    negative: bool = False
    unreal: bool = False
    reported: bool = False
    probable: bool = False
    voices: list[Voice] = field(default_factory=list)

    def deny(self) -> None:
        self.negative = not self.negative

    def result(self) -> Setting:
        if self.unreal:
            stance = Stance.HYPOTHETICAL
        elif self.reported or self.voices:
            stance = Stance.REPORTED
        else:
            stance = Stance.ASSERTED
        return Setting(
            polarity=Polarity.NEGATIVE if self.negative else Polarity.POSITIVE,
            stance=stance,
            certainty=Certainty.PROBABLE if self.probable else Certainty.CERTAIN,
            voices=tuple(_unique(self.voices)),
        )


def setting(
    document: Document, verbs: tuple[Token, ...], quotations: Mapping[int, Quotation]
) -> Setting:
    """Return the setting of the clause with these verbs, governing verb first.

    ``quotations`` maps each quoted token to its quotation.
    """
    walk = _Walk(quotations)
    lead = verbs[0]
    _own_words(walk, lead)
    walk.unreal |= _looks_ahead(verbs)
    _climb(walk, lead)
    quoted = quoting(document, lead, quotations)
    if quoted is not None:
        walk.reported = True
        if not any(quoted.cue == v.cue or quoted.source == v.source for v in walk.voices):
            walk.voices.append(quoted)
    walk.voices.extend(beside(lead, quotations))
    return walk.result()


def _unique(voices: list[Voice]) -> list[Voice]:
    named = [v for v in voices if v.source is not None]
    return list({v.source.i: v for v in reversed(named) if v.source is not None}.values())[::-1]


# --- the verb's own words -----------------------------------------------------------------------


def _own_words(walk: _Walk, verb: Token) -> None:
    """Read negation, modality and adverbs off the verb and its auxiliaries."""
    negated = is_negated(verb)
    walk.negative ^= negated
    modals = [c for c in children(verb) if c.dep_ == "aux" and c.tag_ == "MD"]
    walk.unreal |= bool(modals) and not (negated and modals[0].lower_ in lex.INABILITY)
    walk.unreal |= (
        _ordered(verb) or _inverted(verb) or _holds_only_if(verb) or _is_alternative(verb)
    )
    for child in children(verb):
        if child.dep_ in {"advmod", "npadvmod"}:
            walk.reported |= child.lower_ in lex.HEARSAY_ADVERBS
            walk.probable |= child.lower_ in lex.PROBABLE_ADVERBS and child.i < verb.i + 3
            walk.probable |= any(c.lower_ in lex.NEAR_MISS_ADVERBS for c in children(child))
            walk.unreal |= child.lower_ in lex.POSSIBLE_ADVERBS


def _looks_ahead(verbs: tuple[Token, ...]) -> bool:
    """``is expected to win``, ``is likely to win``: the winning is all it says, and it is to come."""
    lead = verbs[0]
    if len(verbs) > 1 and is_passive(lead) and lemma_of(lead) in lex.EXPECTED_PASSIVES:
        return True
    return any(
        v.head.dep_ == "acomp" and lemma_of(v.head) in lex.PROSPECTIVE_ADJECTIVES for v in verbs[1:]
    )


def _ordered(verb: Token) -> bool:
    """``is to meet``, ``figures to be published``: arranged, not done."""
    if is_infinitive(verb) and verb.dep_ in {"ROOT", "dep", "nsubj", "appos"}:
        return True
    described = any(c.dep_ in {"acomp", "attr", "oprd"} for c in children(verb))
    below = (c for c in children(verb) if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VB")
    return lemma_of(verb) == "be" and not described and any(is_infinitive(c) for c in below)


def _inverted(verb: Token) -> bool:
    """``had it happened``, ``should he resign``: an auxiliary before the subject makes a condition."""
    auxiliary = next((c for c in children(verb) if c.dep_ in {"aux", "auxpass"}), None)
    subject = next((c for c in children(verb) if c.dep_ in SUBJECTS), None)
    if auxiliary is None or subject is None or auxiliary.i > subject.i:
        return False
    return auxiliary.lower_ in {"had", "should", "were"} and auxiliary.i <= verb.left_edge.i + 1


def _is_alternative(verb: Token) -> bool:
    """``either resigned or was fired``: neither is said to be so."""
    first = verb.head if verb.dep_ == "conj" else verb
    words = {c.lower_ for c in children(first) if c.dep_ in {"preconj", "cc"}}
    return {"either", "or"} <= words


def _holds_only_if(verb: Token) -> bool:
    """``raises fares only if prices double``: a present tense under a condition tells of no event."""
    if verb.tag_ not in {"VBZ", "VBP"}:
        return False
    return any(c.dep_ == "advcl" and _conditional(c) for c in children(verb))


# --- the way to the root ------------------------------------------------------------------------


def _climb(walk: _Walk, verb: Token) -> None:
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
    walk.unreal |= _is_question(low) and not walk.voices
    walk.unreal |= _is_imperative(low, verb)


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


def _coordinate(walk: _Walk, low: Token, high: Token, *, shared: bool) -> bool:
    """``would resign and leave``: what precedes the first verb holds of the second, unless it restarts."""
    own = {c.dep_ for c in children(low)} & (SUBJECTS | {"aux"})
    if not shared or own or not is_predicate(high):
        return False
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in children(high))
    walk.unreal |= low.tag_ == "VB" and modal
    alternative = any(c.lower_ == "or" for c in children(high))
    walk.negative |= alternative and low.tag_ in {"VB", "VBG", "VBN"} and is_negated(high)
    return True


# --- complements: "said that", "wants to", "denied that", "it is possible that" --------------------


def _complement_clause(walk: _Walk, low: Token, high: Token) -> bool:
    if is_coordinate(low, high):
        return False
    if _openers(low) & {"whether", "if"} or any(c.lower_ == "whether" for c in children(low)):
        walk.unreal = True
        _ask(walk, high)
        return False  # who does not say whether it is so says nothing of it
    if high.lower_ in lex.CONDITIONAL_MARKS:  # "provided that"
        walk.unreal = True
        return True
    if not is_predicate(high):
        return _noun_complement(walk, high)
    if lemma_of(high) == "be":
        _extraposed(walk, high)
    elif not _announces(high):
        _embedded(walk, low, high)
    return True


def _ask(walk: _Walk, verb: Token) -> None:
    """``asked whether``: the question is somebody's; ``did not say whether`` is nobody's claim."""
    if is_predicate(verb) and lemma_of(verb) in lex.QUESTION and not is_negated(verb):
        _add_voice(walk, verb)


def _embedded(walk: _Walk, low: Token, high: Token) -> None:
    kind = _embedding(low, high)
    if kind in _REPORTING:
        _report(walk, high, kind)
    elif kind is Embedding.EVIDENTIAL:
        walk.reported = True
    elif kind is Embedding.SEEMING:
        walk.probable = True
    elif kind in {Embedding.DESIRE, Embedding.QUESTION}:
        walk.unreal = True
        if lemma_of(high) in lex.ATTITUDES:
            _add_voice(walk, high)
    elif kind is Embedding.FICTION:
        walk.negative, walk.unreal = True, True
    if kind is None and is_infinitive(low) and direct_objects(high):
        walk.unreal = True  # "used his office to intimidate": what for, not that he did
    if kind is not Embedding.FACTIVE or lemma_of(high) in lex.CAUSATIVE:
        walk.unreal |= _is_unreal(high) or _is_question(high)


def _embedding(low: Token, high: Token) -> Embedding | None:
    """Return what the verb ``high`` makes of the clause ``low`` under it."""
    lemma, passive = lemma_of(high), is_passive(high)
    infinitive = is_infinitive(low) or is_bare(low)
    finite_hearsay = not _agents(high) and lemma not in lex.FACTIVE
    if passive and lemma in lex.EVIDENTIAL_PASSIVES and (infinitive or finite_hearsay):
        return Embedding.EVIDENTIAL
    if infinitive:
        return Embedding.DESIRE if passive else lex.of_infinitive(lemma)
    if (
        lemma in lex.SUBJUNCTIVE
        and low.tag_ == "VB"
        and not any(c.dep_ == "aux" for c in children(low))
    ):
        return Embedding.DESIRE  # "demanded that he resign"
    return lex.of_finite_clause(lemma)


def _report(walk: _Walk, high: Token, kind: Embedding) -> None:
    negated = is_negated(high)
    if kind is Embedding.DENIAL:
        walk.deny()
        walk.unreal |= negated
    elif negated and kind is Embedding.BELIEF:
        walk.deny()  # negative raising: "does not think that" (Horn 1989)
    elif negated:
        walk.unreal = True
    walk.reported = True
    _add_voice(walk, high)


def _add_voice(walk: _Walk, verb: Token) -> None:
    who = _agents(verb) if is_passive(verb) else subjects(verb)[0]
    if who:
        walk.voices.append(Voice(who[0], verb))


def _agents(verb: Token) -> list[Token]:
    return [p for c in children(verb) if c.dep_ == "agent" for p in children(c) if p.dep_ == "pobj"]


def _extraposed(walk: _Walk, verb: Token) -> None:
    """``it is (not) true that``, ``it is possible that``: the adjective tells."""
    words = [c for c in children(verb) if c.dep_ in {"acomp", "attr", "oprd"}]
    for word in words:
        lemma = lemma_of(word)
        walk.unreal |= lemma in lex.POSSIBLE_ADJECTIVES | lex.NECESSARY_ADJECTIVES
        walk.probable |= lemma in lex.PROBABLE_ADJECTIVES
        walk.negative ^= lemma in lex.FALSE_WORDS
        walk.negative ^= lemma in lex.TRUE_WORDS and is_negated(verb)
    walk.unreal |= _is_unreal(verb) or _is_question(verb)


def _announces(verb: Token) -> bool:
    """``it should be noted that``: the writer says so."""
    return (
        lemma_of(verb) in lex.ANNOUNCING
        and is_passive(verb)
        and any(c.dep_ == "aux" and c.tag_ == "MD" for c in children(verb))
        and any(c.dep_ in SUBJECTS and c.lower_ == "it" for c in children(verb))
        and not is_negated(verb)
    )


def _noun_complement(walk: _Walk, high: Token) -> bool:
    """``the rumor that``, ``the claim that``, ``no evidence that``, ``a plan to``, ``likely to``."""
    lemma = lemma_of(high)
    kind = lex.NOUN_EMBEDDING.get(lemma)
    # "no evidence that", "rejected any suggestion that": nobody is said to say so
    walk.unreal |= denies(high) or any(c.lower_ == "any" for c in children(high))
    if lemma in lex.FALSE_WORDS:
        walk.deny()
        return True
    if kind in _REPORTING:
        walk.reported = True
        owner = next((c for c in children(high) if c.dep_ == "poss"), None)
        if owner is not None:
            walk.voices.append(Voice(owner, high))
        walk.negative ^= kind is Embedding.DENIAL
        _rejected(walk, high)
    elif kind in {Embedding.DESIRE, Embedding.QUESTION}:
        walk.unreal = True
    elif high.pos_ == "ADJ":
        walk.unreal |= lemma in lex.PROSPECTIVE_ADJECTIVES | lex.ATTITUDE_ADJECTIVES
    return True


def _rejected(walk: _Walk, noun: Token) -> None:
    """``refuted the claim that``, ``the claim that … was disproved``: who denies the claim denies it all."""
    verb = noun.head
    if not is_predicate(verb) or lemma_of(verb) not in lex.DENIAL:
        return
    if noun.dep_ == "dobj" or (noun.dep_ == "nsubjpass" and is_passive(verb)):
        walk.deny()
        _add_voice(walk, verb)


# --- modifiers: relative and participle clauses ---------------------------------------------------


def _modifier_clause(walk: _Walk, low: Token, high: Token) -> bool:
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
        return _noun_complement(walk, high)
    _cleft(walk, high)
    if _set_off(high, low):
        return False
    frame = _frame(high)
    happening = any(c.lower_ == "being" for c in children(low))  # "in a claim being withdrawn"
    walk.unreal |= frame.unreal and (happening or not _definite(high))
    walk.voices.extend(frame.voices)
    return False


def _cleft(walk: _Walk, noun: Token) -> None:
    """``It was not she who leaked the memo``."""
    verb = noun.head
    it = any(c.lower_ == "it" and c.dep_ == "nsubj" for c in children(verb))
    walk.negative ^= noun.dep_ == "attr" and it and is_negated(verb)


def _frame(noun: Token) -> _Walk:
    """Return what the clause around a noun makes of things under it."""
    frame = _Walk()
    path = [noun, *noun.ancestors]
    verb = next((t for t in path if is_predicate(t)), None)
    if verb is not None and not any(t.lower_ == "according" for t in path[: path.index(verb)]):
        suspended = _is_unreal(verb) or lemma_of(verb) in lex.INTENSIONAL
        anyone = noun.lower_ in {"anyone", "anybody", "anything", "whoever"}
        frame.unreal |= suspended and (anyone or noun not in subjects(verb)[0])
        _climb(frame, verb)
    return frame


def _set_off(noun: Token, clause: Token) -> bool:
    """Tell whether a clause is told on the side: after a comma, or of an apposition."""
    if noun.dep_ == "appos":
        return True
    if clause.dep_ != "relcl":
        return False
    comma = next((t for t in noun.doc[noun.i + 1 : clause.i] if t.text == ","), None)
    return comma is not None and comma.nbor(1).tag_ in {"WDT", "WP", "WP$", "IN", "WRB"}


def _definite(noun: Token) -> bool:
    """Tell whether a noun phrase is a name, a possessive or a definite description."""
    if noun.pos_ == "PROPN" or noun.ent_type_:
        return True
    determiners = {"the", "this", "that", "these", "those"}
    return any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in determiners) for c in children(noun)
    )


# --- adverbial and prepositional clauses ----------------------------------------------------------


def _adverbial_clause(walk: _Walk, low: Token, high: Token) -> bool:
    if _conditional(low):
        walk.unreal = True
        return True
    if is_infinitive(low):
        walk.unreal |= lemma_of(high) not in lex.CAUSATIVE and not _goes_on(low, high)
        return True
    absolute = any(c.dep_ in SUBJECTS for c in children(low)) and low.tag_ in {"VBG", "VBN"}
    if is_predicate(high) and not absolute:
        walk.unreal |= _is_unreal(high) and low.tag_ in {"VBG", "VBN", "VBZ", "VBP"}
    return True


def _goes_on(low: Token, high: Token) -> bool:
    """``went on to become chancellor``: what came next, not what it was done for."""
    particle = (c.lower_ for c in children(high) if c.dep_ in {"prt", "advmod"} and c.i < low.i)
    return any((lemma_of(high), word) in lex.CONTINUATIVE for word in particle)


def _openers(verb: Token) -> set[str]:
    """Return the subordinating words of a clause."""
    tags = {"IN", "WRB", "VBN", "VBG"}
    return {
        c.lower_
        for c in children(verb)
        if c.dep_ in {"mark", "advmod"} and c.tag_ in tags and c.i < verb.i
    }


def _conditional(verb: Token) -> bool:
    """``if``, ``unless``, ``as if``, ``as long as``."""
    if _openers(verb) & lex.CONDITIONAL_MARKS:
        return True
    return verb.head.lower_ == "long" and any(c.lower_ in {"as", "so"} for c in children(verb.head))


def _prepositional_clause(walk: _Walk, low: Token, high: Token) -> bool:
    """``without consulting``, ``about whether``, ``accused of hiding``, ``prevented from leaving``."""
    word = high.lower_
    if word == "without" or (
        word in {"of", "than"} and high.i and high.nbor(-1).lower_ in {"instead", "rather"}
    ):
        walk.deny()
    walk.unreal |= bool(_openers(low) & {"whether", "if"}) or any(
        c.lower_ == "whether" for c in children(low)
    )
    governor = governor_of(high)
    if not is_predicate(governor):
        kind = lex.NOUN_EMBEDDING.get(lemma_of(governor))
        walk.unreal |= kind in {Embedding.DESIRE, Embedding.QUESTION}
        walk.reported |= kind in {Embedding.SPEECH, Embedding.BELIEF}
        return True
    lemma = lemma_of(governor)
    if (lemma, word) in lex.OBJECT_CONTROL_PREPOSITIONS and lemma in lex.ALLEGING:
        walk.reported = True
        _add_voice(walk, governor)
    elif lemma in lex.CLEARING and word == "of":
        walk.negative, walk.unreal = True, True
    elif (lemma, word) in lex.OBJECT_CONTROL_PREPOSITIONS and lemma in lex.PREVENTING:
        walk.deny()
    elif lemma in lex.DESIRE and word in {"about", "of", "on", "for", "against", "to"}:
        walk.unreal = True
    walk.unreal |= _is_unreal(governor)
    return True


_STEPS: dict[str, Callable[[_Walk, Token, Token], bool]] = {
    "ccomp": _complement_clause,
    "xcomp": _complement_clause,
    "csubj": _complement_clause,
    "relcl": _modifier_clause,
    "acl": _modifier_clause,
    "advcl": _adverbial_clause,
    "pcomp": _prepositional_clause,
}


# --- the kind of sentence -------------------------------------------------------------------------


def _is_unreal(verb: Token) -> bool:
    """Tell whether a governing verb is itself only possible, asked or ordered."""
    ordered = is_bare(verb) and verb.dep_ in {"ROOT", "ccomp", "advcl"} and not subjects(verb)[0]
    return (
        ordered
        or any(c.dep_ == "aux" and c.tag_ == "MD" for c in children(verb))
        or _conditional(verb)
    )


def _is_question(root: Token) -> bool:
    """Tell whether the sentence of a root verb asks."""
    last = (t for t in reversed(sentence(root)) if not t.is_space)
    asked = next((t for t in last if t.text not in _CLOSING), None)
    if asked is None or asked.text != "?":
        return False
    # an odd number of marks on the way: somebody else asks, in a quotation
    return sum(t.text in _MARKS for t in root.doc[root.i : asked.i]) % 2 == 0


def _is_imperative(root: Token, verb: Token) -> bool:
    if root != verb or verb.tag_ != "VB":
        return False
    return not any(c.dep_ in SUBJECTS | {"aux"} for c in children(verb))
