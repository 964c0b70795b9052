"""Timing: which time expression of a document belongs to which clause.

    "On Friday, fishermen rescued 700 people, and the navy saved 200" → Friday, of both

The expressions and their values are found by *annotate*. A claim takes one at most, one with a value
where there is a choice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.clauses import first_coordinate, is_predicate
from kg.extract.once import children
from kg.lexicon.embedding import CAUSATIVE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.document import Document, TimeExpression
    from kg.extract.clauses import Clause

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INSIDE_NOUN_PHRASE = frozenset({"compound", "poss", "nummod", "amod", "nmod"})


class Timetable:
    """The time expressions of one document by token and by the verb they modify."""

    def __init__(self, document: Document) -> None:
        self.at = {i: t for t in document.times for i in range(t.start, t.end)}
        self._by_verb: dict[int, list[TimeExpression]] = {}
        self._found: dict[tuple[int, ...], TimeExpression | None] = {}
        for time in document.times:
            self._by_verb.setdefault(self._verb(document, time), []).append(time)

    def of(self, clause: Clause) -> TimeExpression | None:
        """Return the time expression that belongs to a clause, one with a value if there is any."""
        key = tuple(v.i for v in clause.verbs)
        if key not in self._found:
            self._found[key] = self._of(clause)
        return self._found[key]

    def _of(self, clause: Clause) -> TimeExpression | None:
        found = self._own(clause)
        if not found and clause.verb.dep_ == "relcl" and clause.verb.head.i in self.at:
            found = [self.at[clause.verb.head.i]]
        found = found or self._fronted(clause) or self._simultaneous(clause)
        found = found or self._of_cause(clause)
        dated = [t for t in found if t.kind in {"date", "interval"}]
        return next((t for t in dated if t.value is not None), next(iter(dated), None))

    def lengths(self, clause: Clause) -> list[TimeExpression]:
        """Return how long and how often, by the words of the clause itself: ``for 22 days``."""
        return [t for t in self._own(clause) if t.kind in {"duration", "set"}]

    def at_verb(self, verb: int) -> TimeExpression | None:
        """Return the first dated expression that modifies a verb."""
        return next((t for t in self._by_verb.get(verb, ()) if t.value is not None), None)

    def _own(self, clause: Clause) -> list[TimeExpression]:
        verbs = sorted({v.i for v in clause.verbs})
        return [t for v in verbs for t in self._by_verb.get(v, ())]

    def _verb(self, document: Document, time: TimeExpression) -> int:
        """Return the verb that a time modifies.

        None (-1) where it stands inside a noun phrase or is the subject itself: ``that day has come``.
        """
        token = document.doc[time.start : time.end].root
        while token.head != token:
            above = token.head
            if is_predicate(above):
                return -1 if token.i in self.at and token.dep_ in _SUBJECTS else above.i
            nominal = above.pos_ in {"NOUN", "PROPN"} and above.i not in self.at
            if nominal and token.dep_ in _INSIDE_NOUN_PHRASE:
                return -1
            token = above
        return token.i

    def _simultaneous(self, clause: Clause) -> list[TimeExpression]:
        """``Last week people died when the hotel fell``: what happens *when* happens at its time."""
        verb = clause.lead
        if verb.dep_ != "advcl" or verb.head.i not in self._by_verb:
            return []
        openers = {
            c.lower_ for c in children(verb) if c.dep_ in {"advmod", "mark"} and c.i < verb.i
        }
        return self._by_verb[verb.head.i] if openers & {"when", "while"} else []

    def _fronted(self, clause: Clause) -> list[TimeExpression]:
        """``On Friday, fishermen rescued … and the navy saved …``: a time in front holds of both.

        So does one between a subject and its verbs: ``police on Friday came and arrested him``.
        """
        first = _first_of_row(first_coordinate(clause.lead))
        if first == clause.lead:
            return []
        subjects = [c.i for c in children(first) if c.dep_ in _SUBJECTS]
        shared = not any(c.dep_ in _SUBJECTS for c in children(clause.lead))
        before = first.i if shared else min(subjects, default=first.i)
        return [t for t in self._by_verb.get(first.i, []) if t.end <= first.i and t.start < before]

    def _of_cause(self, clause: Clause) -> list[TimeExpression]:
        """``A storm on Friday caused a crane to fall``: what is caused happens at its cause's time."""
        verb = clause.lead
        is_caused = verb.dep_ in {"ccomp", "xcomp"} and verb.tag_ == "VB"
        return self._by_verb.get(verb.head.i, []) if is_caused and _causes(verb.head) else []


def _causes(verb: Token) -> bool:
    """Say whether a verb tells of something brought about: ``will cause`` does not."""
    return verb.lemma_ in CAUSATIVE and verb.tag_ in {"VBD", "VBN"}


def _first_of_row(verb: Token) -> Token:
    """``On Friday A lost; B won``: a parser hangs the first clause of such a row by the second."""
    before = (c for c in children(verb) if c.dep_ == "ccomp" and c.i < verb.i)
    first = next((c for c in before if is_predicate(c)), None)
    if first is None or ";" not in {c.text for c in children(verb) if first.i < c.i < verb.i}:
        return verb
    return _first_of_row(first)
