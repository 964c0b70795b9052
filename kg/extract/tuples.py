"""Open information extraction: the same clauses as surface words, nothing resolved.

"He turned down the offer on Tuesday" → turned down | He | the offer | on Tuesday
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.extract.clauses import clauses, content_clause
from kg.extract.confidence import confidence
from kg.extract.content import content_tokens
from kg.extract.negation import is_negated
from kg.extract.once import children
from kg.extract.phrases import join, phrase
from kg.extract.relations import relations
from kg.extract.stance import Setting
from kg.model import Certainty, Polarity, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from kg.extract.clauses import Clause
    from kg.extract.relations import Relation

_SETTING = Setting(
    polarity=Polarity.POSITIVE, stance=Stance.ASSERTED, certainty=Certainty.CERTAIN, voices=()
)


class Tuple(NamedTuple):
    """One extraction: its confidence, the relation phrase, and its arguments, subject first."""

    confidence: float
    relation: str
    arguments: tuple[str, ...]


def tuples(doc: Doc) -> Iterator[Tuple]:
    """Yield the extractions of a parsed sentence in order of their verbs."""
    for clause in clauses(doc):
        for relation in relations(clause, frozenset()):
            yield _tuple(doc, clause, relation)


def _tuple(doc: Doc, clause: Clause, relation: Relation) -> Tuple:
    arguments = [_words(relation.subject)]
    if relation.object is not None:
        arguments.append(_words(relation.object))
    elif (content := content_clause(clause.verb)) is not None:
        arguments.append(join(doc, content_tokens(content)))
    arguments.extend(
        f"{a.role} {_words(a.token)}" if a.role.islower() else _words(a.token)
        for a in relation.rest
    )
    label = f"not {relation.label}" if is_negated(clause.lead) else relation.label
    return Tuple(confidence(clause, relation, _SETTING), label, tuple(arguments))


def _words(token: Token) -> str:
    """Return the words of an argument with its determiners."""
    tokens = phrase(token, limit=30).tokens
    left = min((c.i for c in children(token) if c.dep_ in {"det", "poss"}), default=tokens[0])
    front = tuple(i for i in range(min(left, tokens[0]), tokens[0]) if not token.doc[i].is_punct)
    return join(token.doc, front + tokens)
