"""Stance: whether a clause is said to be so, and by whom, as its grammar shows.

A clause's *setting* is read by walking from its verb to the root of the sentence: negation, modals and
adverbs on the verb itself; then, edge by edge, what each embedding word makes of what stands under it
("denied that", "wants to", "if", "the plan to"). Speakers found on the way are its attribution,
innermost first. After Saurí and Pustejovsky's FactBank (2009), coarsened to three stances.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.clauses import SUBJECTS, direct_objects, governor_of, is_coordinate, is_passive, is_predicate, subjects
from kg.lexicon import embedding as lex
from kg.lexicon.embedding import Embedding
from kg.model import Certainty, Polarity, Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from kg.document import Document, Quotation


@dataclass(frozen=True, slots=True)
class Voice:
    """One source of a clause: the head token of who says it (None: nobody named) and the cue."""

    source: Token | None
    cue: Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a clause is meant: polarity, stance, certainty and on whose word, innermost first."""

    polarity: Polarity
    stance: Stance
    certainty: Certainty
    voices: tuple[Voice, ...]


@dataclass(slots=True)
class _Walk:
    """What the walk to the root has gathered so far."""

    negative: bool = False
    unreal: bool = False
    reported: bool = False
    probable: bool = False
    voices: list[Voice] = field(default_factory=list)

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


def setting(document: Document, verbs: tuple[Token, ...], quotations: Mapping[int, Quotation]) -> Setting:
    """Return the setting of the clause with these verbs, governing verb first.

    ``quotations`` maps each quoted token to its quotation.
    """
    walk = _Walk()
    _own_words(walk, verbs[0])
    _climb(walk, verbs[0])
    _add_quotation(walk, document, verbs[0], quotations)
    _add_according_to(walk, verbs[0], quotations)
    return walk.result()


def _own_words(walk: _Walk, verb: Token) -> None:
    """Read negation, modality and adverbs off the verb and its auxiliaries."""
    negated = is_negated(verb)
    walk.negative ^= negated
    modals = [c for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"]
    walk.unreal |= bool(modals) and not (negated and modals[0].lower_ in lex.INABILITY)
    walk.unreal |= _ordered(verb) or _inverted(verb)
    for child in verb.children:
        if child.dep_ in {"advmod", "npadvmod"}:
            word = child.lower_
            walk.reported |= word in lex.HEARSAY_ADVERBS
            walk.probable |= word in lex.PROBABLE_ADVERBS and child.i < verb.i + 3
            walk.unreal |= word in lex.POSSIBLE_ADVERBS


def _ordered(verb: Token) -> bool:
    """``is to meet``, ``figures to be published``: arranged, not done."""
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if infinitive and verb.dep_ in {"ROOT", "dep", "nsubj", "appos"}:
        return True
    below = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VB"]
    described = any(c.dep_ in {"acomp", "attr", "oprd"} for c in verb.children)
    return verb.lemma_ == "be" and not described and any(g.lower_ == "to" for c in below for g in c.children)


def _inverted(verb: Token) -> bool:
    """``had it happened``, ``should he resign``: an auxiliary before the subject makes a condition."""
    auxiliary = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), None)
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if auxiliary is None or subject is None or auxiliary.i > subject.i:
        return False
    return auxiliary.lower_ in {"had", "should", "were"} and auxiliary.i <= verb.left_edge.i + 1


def is_negated(verb: Token) -> bool:
    """Tell whether a verb is denied by a word of its own clause."""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ in {"advmod", "preconj", "cc"} and child.lower_ in lex.NEGATIVE_ADVERBS | {"neither", "nor", "not"} and child.i < verb.i):
            if child.dep_ != "cc" or child.lower_ == "nor":
                return True
        if child.dep_ in SUBJECTS | {"dobj", "attr", "pobj"} and denies(child):
            return True
        if child.dep_ == "prep" and any(denies(g) for g in child.children if g.dep_ == "pobj") and child.i > verb.i:
            return any(d.lower_ == "no" for g in child.children for d in g.children)
        if child.dep_ == "acomp" and any(g.dep_ == "neg" or g.lower_ == "no" for g in child.children):
            return True  # "no more effective than placebo"
        if child.dep_ == "aux" and any(g.dep_ == "neg" for g in child.children):
            return True
    return False


def denies(noun: Token) -> bool:
    """Tell whether a noun phrase says that there is no such thing: ``no one``, ``neither side``."""
    if noun.lower_ in lex.NEGATIVE_PRONOUNS:
        return True
    if noun.lower_ == "one" and noun.i and noun.nbor(-1).lower_ == "no":
        return True
    return any(c.lower_ in lex.NEGATIVE_DETERMINERS and c.dep_ in {"det", "preconj"} for c in noun.children)


def _climb(walk: _Walk, verb: Token) -> None:
    """Walk from a verb to the root; each edge may add a voice, deny or suspend, or end the walk."""
    low = verb
    shared = True
    while low.dep_ != "ROOT" and low.head != low:
        high = governor_of(low) if low.dep_ == "prep" else low.head
        step = _STEPS.get(low.dep_)
        if low.dep_ == "conj":
            shared = _coordinate(walk, low, high, shared=shared)
        elif step is not None:
            shared = False
            if not step(walk, low, high):
                return
            if low.dep_ == "advcl" and _finite(low):
                high = _above_infinitives(high)
        elif is_predicate(high):
            shared = False
        low = high
    walk.unreal |= _is_question(low) and not walk.voices
    walk.unreal |= _is_imperative(low, verb)


def _finite(verb: Token) -> bool:
    return any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in (verb, *verb.children) if t == verb or t.dep_ in {"aux", "auxpass"})


def _above_infinitives(verb: Token) -> Token:
    """``offered to resign as he told them``: parsers hang the clause on *resign*, but it was told."""
    while verb.dep_ == "xcomp" and is_predicate(verb.head):
        verb = verb.head
    return verb


def _coordinate(walk: _Walk, low: Token, high: Token, *, shared: bool) -> bool:
    """``would resign and leave``: what precedes the first verb holds of the second, unless it restarts."""
    own = {c.dep_ for c in low.children} & (SUBJECTS | {"aux"})
    if not shared or own or not is_predicate(high):
        return False
    bare = low.tag_ == "VB"
    walk.unreal |= bare and any(c.dep_ == "aux" and c.tag_ == "MD" for c in high.children)
    alternative = any(c.lower_ in {"or", "nor"} for c in high.children)
    walk.negative |= alternative and low.tag_ in {"VB", "VBG", "VBN"} and is_negated(high)
    return True


def _marker(verb: Token) -> str:
    marks = [c for c in verb.children if c.dep_ in {"mark", "advmod"} and c.tag_ in {"IN", "WRB", "VBN", "VBG"} and c.i < verb.i]
    return marks[0].lower_ if marks else ""


def _complement_clause(walk: _Walk, low: Token, high: Token) -> bool:
    """``said that``, ``wants to``, ``denied that``, ``knows whether``."""
    if is_coordinate(low, high):
        return False
    if _marker(low) in {"whether", "if"}:
        walk.unreal = True
    if not is_predicate(high):
        return _noun_complement(walk, low, high)
    kind = _embedding(low, high)
    if kind in {Embedding.SPEECH, Embedding.BELIEF, Embedding.DENIAL}:
        _report(walk, low, high, kind)
    elif kind is Embedding.EVIDENTIAL:
        walk.reported = True
        walk.voices.append(Voice(None, high))
    elif kind is Embedding.SEEMING:
        walk.probable = True
    elif kind in {Embedding.DESIRE, Embedding.QUESTION}:
        walk.unreal = True
        _voice_of_request(walk, low, high)
    elif kind is Embedding.FICTION:
        walk.negative, walk.unreal = True, True
    if kind is not Embedding.FACTIVE:
        walk.unreal |= _is_unreal(high) or _is_question(high)
    return True


def _embedding(low: Token, high: Token) -> Embedding | None:
    """Return what the verb ``high`` makes of the clause ``low`` under it."""
    lemma = high.lemma_.lower()
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in low.children)
    if infinitive and is_passive(high):
        if lemma in lex.EVIDENTIAL_PASSIVES:
            return Embedding.EVIDENTIAL
        return Embedding.DESIRE
    if infinitive:
        if lemma in lex.SEEMING:
            return Embedding.SEEMING
        if lemma in lex.CAUSATIVE and lemma not in {"get", "persuade", "convince"}:
            return Embedding.FACTIVE
        if lemma in {"allege", "believe", "report", "consider", "claim", "profess"}:
            return Embedding.BELIEF
        if lemma in lex.FICTION:
            return Embedding.FICTION
        return Embedding.DESIRE if lemma in lex.DESIRE or lemma in lex.OBJECT_CONTROL else None
    if lemma in {"wish", "hope", "fear", "demand", "request", "recommend", "urge", "insist", "propose"} and _subjunctive(low):
        return Embedding.DESIRE
    if lemma in {"hope", "fear", "wish", "worry", "doubt", "expect", "demand", "request", "recommend", "urge", "want", "prefer", "plan"}:
        return Embedding.DESIRE
    return lex.of_finite_clause(lemma)


def _subjunctive(verb: Token) -> bool:
    """``demanded that he resign``: a bare verb under a demand."""
    return verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children)


def _report(walk: _Walk, low: Token, high: Token, kind: Embedding) -> None:
    who = subjects(high)[0] if not is_passive(high) else _agent(high)
    if kind is Embedding.DENIAL:
        walk.negative = not walk.negative
        if is_negated(high):
            walk.negative, walk.unreal = False, True
    elif is_negated(high):
        if kind is Embedding.BELIEF:
            walk.negative = not walk.negative
        else:
            walk.unreal = True
    walk.voices.append(Voice(_first(who), high))


def _agent(verb: Token) -> list[Token]:
    return [p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]


def _voice_of_request(walk: _Walk, low: Token, high: Token) -> None:
    """``asked the governments not to turn away boats``: the asking tells whose words these are."""
    if high.lemma_ in lex.SPEECH | {"ask", "urge", "order", "demand", "request", "call"} and direct_objects(high):
        walk.voices.append(Voice(_first(subjects(high)[0]), high))


def _first(tokens: list[Token]) -> Token | None:
    return tokens[0] if tokens else None


def _noun_complement(walk: _Walk, low: Token, high: Token) -> bool:
    kind = lex.NOUN_EMBEDDING.get(high.lemma_.lower())
    owner = _first([c for c in high.children if c.dep_ == "poss"])
    if kind in {Embedding.SPEECH, Embedding.BELIEF, Embedding.DENIAL}:
        walk.voices.append(Voice(owner, high))
        walk.negative ^= kind is Embedding.DENIAL
    elif kind in {Embedding.DESIRE, Embedding.QUESTION} or (kind is None and high.pos_ == "ADJ"):
        walk.unreal |= kind is not None or _hypothetical_adjective(high)
    return True


def _hypothetical_adjective(token: Token) -> bool:
    return token.lemma_.lower() in {
        "likely", "unlikely", "possible", "impossible", "probable", "set", "due", "ready", "willing",
        "unwilling", "reluctant", "eager", "keen", "able", "unable", "bound", "certain", "sure", "afraid",
        "hopeful", "confident", "optimistic", "worried", "concerned", "doubtful", "important", "necessary",
        "essential", "free", "prepared", "poised", "anxious", "hesitant", "determined", "supposed",
    }  # fmt: skip


def _modifier_clause(walk: _Walk, low: Token, high: Token) -> bool:
    """Relative and participle clauses tell more about a thing: the frame around it does not touch them.

    What a comma sets off is the writer's own. Any other clause inside somebody's report belongs to the
    report; inside a wish or a plan it is taken for granted only of something definite, since
    presuppositions of definite descriptions project (Beaver and Geurts 2014).
    """
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in low.children)
    if infinitive:
        kind = lex.NOUN_EMBEDDING.get(high.lemma_.lower())
        walk.unreal |= kind is not Embedding.FACTIVE
        return True
    if low.dep_ == "acl" and _marker(low) in {"that", "whether"}:
        return _noun_complement(walk, low, high)
    if _set_off(high, low):
        return False
    frame = _frame(high)
    walk.unreal |= frame.unreal and not _definite(high)
    walk.voices.extend(frame.voices)
    return False


def _frame(noun: Token) -> _Walk:
    """Return what the clause around a noun makes of things under it."""
    frame = _Walk()
    path = [noun, *noun.ancestors]
    verb = next((t for t in path if is_predicate(t)), None)
    if verb is not None and not any(t.lower_ == "according" for t in path[: path.index(verb)]):
        frame.unreal |= _is_unreal(verb)
        _climb(frame, verb)
    return frame


def _set_off(noun: Token, clause: Token) -> bool:
    """What a comma sets off, and what is said of a name, is told by the writer on the side."""
    if noun.dep_ == "appos":
        return True
    if clause.dep_ != "relcl":
        return False
    comma = next((t for t in noun.doc[noun.i + 1 : clause.i] if t.text == ","), None)
    return comma is not None and comma.nbor(1).tag_ in {"WDT", "WP", "WP$", "IN", "WRB"}


def _definite(noun: Token) -> bool:
    """Names, possessives and definite descriptions are taken for granted."""
    if noun.pos_ == "PROPN" or noun.ent_type_:
        return True
    determiners = {"the", "this", "that", "these", "those"}
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in determiners) for c in noun.children)


def _adverbial_clause(walk: _Walk, low: Token, high: Token) -> bool:
    mark = _marker(low)
    if mark in lex.CONDITIONAL_MARKS:
        walk.unreal = True
        return True
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in low.children)
    if infinitive:
        walk.unreal |= not (high.lemma_ in lex.CAUSATIVE)
        return True
    absolute = any(c.dep_ in SUBJECTS for c in low.children) and low.tag_ in {"VBG", "VBN"}
    if is_predicate(high) and not absolute:
        walk.unreal |= _is_unreal(high) and low.tag_ in {"VBG", "VBN", "VBZ", "VBP"}
    return True


def _prepositional_clause(walk: _Walk, low: Token, high: Token) -> bool:
    """``without consulting``, ``about whether``, ``accused of hiding``, ``prevented from leaving``."""
    word = high.lower_
    if word == "without" or (word in {"of", "than"} and high.i and high.nbor(-1).lower_ in {"instead", "rather"}):
        walk.negative = not walk.negative
    if _marker(low) in {"whether", "if"} or any(c.lower_ == "whether" for c in low.children):
        walk.unreal = True
    governor = governor_of(high)
    if is_predicate(governor):
        pair = (governor.lemma_, word)
        if pair in lex.OBJECT_CONTROL_PREPOSITIONS and governor.lemma_ in lex.ALLEGING:
            who = subjects(governor)[0] if not is_passive(governor) else _agent(governor)
            walk.voices.append(Voice(_first(who), governor))
        elif pair in lex.OBJECT_CONTROL_PREPOSITIONS and governor.lemma_ in lex.PREVENTING:
            walk.negative = not walk.negative
        elif governor.lemma_ in lex.DESIRE and word in {"about", "of", "on", "for", "against", "to"}:
            walk.unreal = True
        walk.unreal |= _is_unreal(governor)
    elif lex.NOUN_EMBEDDING.get(governor.lemma_.lower()) in {Embedding.DESIRE, Embedding.QUESTION}:
        walk.unreal = True
    elif governor.lemma_ in {"accusation", "allegation", "claim", "report"}:
        walk.reported = True
    return True


_STEPS = {
    "ccomp": _complement_clause,
    "xcomp": _complement_clause,
    "csubj": _complement_clause,
    "relcl": _modifier_clause,
    "acl": _modifier_clause,
    "advcl": _adverbial_clause,
    "pcomp": _prepositional_clause,
}


def _is_unreal(verb: Token) -> bool:
    """Tell whether a governing verb is itself only possible or asked."""
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children) or _marker(verb) in lex.CONDITIONAL_MARKS


_CLOSING = frozenset({'"', "”", "’", "'"})
_MARKS = frozenset({'"', "“", "”"})


def _is_question(root: Token) -> bool:
    """Tell whether the sentence of a root verb asks."""
    tokens = [t for t in root.sent if not t.is_space]
    asked = next((t for t in reversed(tokens) if t.text not in _CLOSING), None)
    if asked is None or asked.text != "?":
        return False
    marks = sum(t.text in _MARKS for t in root.doc[root.i : asked.i])
    quoted = asked != tokens[-1]  # the question mark stands before a closing quotation mark
    return not quoted or marks % 2 == 0


def _is_imperative(root: Token, verb: Token) -> bool:
    if root != verb or verb.tag_ != "VB":
        return False
    return not any(c.dep_ in SUBJECTS | {"aux"} for c in verb.children)


def _add_quotation(walk: _Walk, document: Document, verb: Token, quotations: Mapping[int, Quotation]) -> None:
    quotation = quotations.get(verb.i)
    if quotation is None or not quotation.speech:
        return
    walk.reported = True
    if quotation.speaker is None:
        return
    speaker = document.doc[quotation.speaker]
    cue = document.doc[quotation.cue] if quotation.cue is not None else speaker
    if not any(v.source is not None and (v.source.i == speaker.i or v.cue.i == cue.i) for v in walk.voices):
        walk.voices.append(Voice(speaker, cue))


def _add_according_to(walk: _Walk, verb: Token, quotations: Mapping[int, Quotation]) -> None:
    """``…, according to two people``: holds of the clause it hangs on and of all under that clause."""
    for ancestor in (verb, *verb.ancestors):
        for child in ancestor.children:
            if child.lower_ != "according" or (child.i in quotations and verb.i not in quotations):
                continue
            if child.is_ancestor(verb):
                return
            found = [p for c in child.children if c.lower_ == "to" for p in c.children if p.dep_ == "pobj"]
            if found:
                walk.voices.append(Voice(found[0], child))


def _unique(voices: list[Voice]) -> list[Voice]:
    seen: dict[tuple[int | None, int], Voice] = {}
    for voice in voices:
        key = (voice.source.i if voice.source is not None else None, voice.cue.i if voice.source is None else -1)
        seen.setdefault(key, voice)
    return list(seen.values())
