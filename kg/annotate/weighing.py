"""What *it* and *they* mean where no single rule says so: weighed by salience.

    'The team from Oslo built a robot. They sent it by mail.'  →  They = The team; it = a robot

All nouns of the sentence and the one before that agree are candidates, whether they are in a chain
yet or not. The weights are those of `kg.annotate.salience` and a few of things; unless one candidate
clearly leads, the pronoun stays unlinked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.drafts import Chain
from kg.annotate.nominals import of_a_thing, thing
from kg.annotate.repeats import is_thing
from kg.annotate.salience import weight
from kg.annotate.titles import is_occupation, is_post
from kg.lexicon.people import PERSON_NOUNS, person_noun
from kg.lexicon.titles import OCCUPATIONS
from kg.model import MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from kg.annotate.drafts import Chains, Draft
    from kg.annotate.layout import Layout

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ROLES = _SUBJECTS | {"dobj", "dative", "pobj", "poss", "attr", "conj", "appos", "ROOT"}
_SINGULAR = frozenset(
    {"Organization", "Place", "Facility", "Product", "Work", "Event", "Law", "Phrase"}
)
_AMOUNTS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_LEAST = 4.0  # weight below which nothing is linked
_MARGIN = 2.0  # how much heavier than the next the heaviest must be
_PARALLEL = 1.5  # in the pronoun's own role (Kameyama 1986)
_NEW = 2.0  # what it costs to be spoken of for the first time
_NAMED_BODY = 3.0  # what a singular name costs for *they*; ``the team`` costs nothing
_PLACE = 1.0  # what it costs to be a place, of which little is said


class Weigher:
    """Weighs what the pronouns of one document can mean."""

    def __init__(self, doc: Doc, chains: Chains, layout: Layout) -> None:
        self._doc = doc
        self._chains = chains
        self._layout = layout

    def antecedent(self, pronoun: Token, barred: set[int], *, plural: bool) -> Token | None:
        """Return the head of what clearly leads, or None; ``barred`` are chains that cannot."""
        best: dict[tuple[int, str], tuple[float, Token]] = {}
        for token in self._before(pronoun):
            draft, chain = self._mention(token)
            if draft is None or draft.chain in barred or not _agrees(chain, plural=plural):
                continue
            if chain.type == "Organization" and not plural and of_a_thing(pronoun):
                continue
            found = self._weight(token, draft, chain, pronoun)
            key = (draft.chain, token.lower_ if draft.chain < 0 else "")
            if key not in best or found > best[key][0]:
                best[key] = found, token
        ranked = sorted(best.values(), key=lambda item: (-item[0], item[1].i))
        return ranked[0][1] if _leads([found for found, _ in ranked]) else None

    def _before(self, pronoun: Token) -> Iterator[Token]:
        """Yield the nouns of this sentence and the one before that syntax allows, nearest first."""
        barred = {t.i for t in pronoun.ancestors} | {t.i for t in pronoun.conjuncts}
        if pronoun.tag_ == "PRP":
            barred |= {t.i for t in pronoun.head.children}
        for i in range(pronoun.i - 1, -1, -1):
            if self._layout.sentence[i] < self._layout.sentence[pronoun.i] - 1:
                return
            token = self._doc[i]
            if token.dep_ in _ROLES and i not in barred and self._same_voice(token, pronoun):
                yield token

    def _same_voice(self, token: Token, pronoun: Token) -> bool:
        quotation = self._layout.quotation
        return quotation.get(token.i) is quotation.get(pronoun.i)

    def _mention(self, token: Token) -> tuple[Draft | None, Chain]:
        """Return the mention that a token heads, known or new, and its chain."""
        known = self._chains.chain_at(token.i)
        if known is not None:
            chain = self._chains[known]
            if chain.named and (chain.type == "Phrase" or _people_by_kind(token)):
                return None, chain
            return next((m for m in chain.mentions if m.head == token.i), None), chain
        person = token.tag_ == "NN" and _is_person(token)
        if token.tag_ not in ("NN", "NNS") or token.ent_type_ in _AMOUNTS or person:
            return None, Chain("")
        draft = thing(token)
        return draft if is_thing(token) else None, Chain(draft.type, [draft])

    def _weight(self, token: Token, draft: Draft, chain: Chain, pronoun: Token) -> float:
        total = weight(draft, chain, pronoun, self._layout)
        total += _PARALLEL * ((token.dep_ in _SUBJECTS) is (pronoun.dep_ in _SUBJECTS))
        total -= _NEW * (draft.chain < 0) + _PLACE * (chain.type == "Place")
        singular = pronoun.lower_.startswith("the") and not chain.plural
        return total - _NAMED_BODY * (singular and draft.kind == MentionKind.NAME)


def _leads(weights: list[float]) -> bool:
    """Tell whether the first of some sorted weights is enough, and far enough from the second."""
    if not weights or weights[0] < _LEAST:
        return False
    return len(weights) == 1 or weights[0] - weights[1] >= _MARGIN


def _is_person(token: Token) -> bool:
    return is_post(token) or is_occupation(token) or person_noun(token.text) in PERSON_NOUNS


def _people_by_kind(token: Token) -> bool:
    """``Engineers warned``: the capital that opens a sentence makes no name of people."""
    word = token.lower_
    singular = word.removesuffix("s")
    known = singular in OCCUPATIONS or person_noun(word) in PERSON_NOUNS
    return word != singular and bool(token.is_sent_start) and known


def _agrees(chain: Chain, *, plural: bool) -> bool:
    if plural:
        return chain.plural or chain.type in ("Group", "Organization")
    return not chain.plural and chain.type in _SINGULAR
