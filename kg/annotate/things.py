"""What *it* means when it means no body or place but a thing just spoken of: an order, a report.

    'Mr Trump signed a first order. It covered Iraq, and a judge blocked it'  →  it = the order

Only arguments of verbs in the clause or the sentence before are candidates, and only one may fit: the
only one there is, or the only one in the pronoun's own role (parallelism; Kameyama 1986). A body
or a place that *it* could mean instead leaves the pronoun alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.nominals import thing
from kg.annotate.syntax import clause_head
from kg.annotate.titles import is_occupation, is_post
from kg.lexicon.nominals import IDIOMS
from kg.lexicon.people import PERSON_NOUNS, person_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from kg.annotate.drafts import Chains
    from kg.annotate.layout import Layout

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ROLES = _SUBJECTS | {"dobj"}
_BODIES = frozenset({"Organization", "Place", "Facility", "Product", "Work", "Law"})
# Nouns that a verb governs without speaking of any thing: times, measures, manners, parts of idioms.
_NO_THING = frozenset(
    "time day week month year hour minute moment night morning evening way lot bit number kind sort part "
    "place fact case cause point end start reason one half rest sense while thing something anything nothing "
    "everything".split()
)


class ThingFinder:
    """Finds what *it* means among the things of one document, and opens chains for them."""

    def __init__(self, doc: Doc, chains: Chains, layout: Layout) -> None:
        self._doc = doc
        self._chains = chains
        self._layout = layout

    def antecedent(self, pronoun: Token) -> tuple[int, str] | None:
        """Return the chain that a pronoun continues and why, or None where it is in doubt."""
        if _before_its_main_clause(pronoun) or _placeholder(pronoun):
            return None
        if pronoun.i in self._layout.quotation:
            return None  # what somebody says goes on from what the article leaves out
        here = self._layout.sentence[pronoun.i]
        for sentence in (here, here - 1):
            rivals = self._rivals(pronoun, sentence)
            if rivals is None:
                return None
            if rivals:
                return self._chosen(pronoun, rivals)
        return None

    def _chosen(self, pronoun: Token, things: list[Token]) -> tuple[int, str] | None:
        subject = pronoun.dep_ in _SUBJECTS
        same_role = [t for t in things if (t.dep_ in _SUBJECTS) is subject]
        fitting = things if len(things) == 1 else same_role
        if len(fitting) != 1 or self._doubtful(fitting[0], pronoun):
            return None
        return self.chain(fitting[0]), "it: the only thing spoken of just before"

    def _doubtful(self, noun: Token, pronoun: Token) -> bool:
        """Tell whether a noun's owner, or one nearer in the sentence, could be meant instead."""
        if noun.lower_ == "it":
            return False
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if owner is not None and owner.tag_ in {"NN", "NNP"} and owner.ent_type_ != "PERSON":
            return True
        same = self._layout.sentence[noun.i] == self._layout.sentence[pronoun.i]
        between = self._doc[noun.i + 1 : pronoun.i] if same else ()
        return any(t.tag_ == "NN" and t.dep_ == "pobj" and not t.ent_type_ for t in between)

    def chain(self, noun: Token) -> int:
        """Return the chain of a noun phrase, opened if there is none yet."""
        known = self._chains.chain_at(noun.i)
        if known is not None:
            return known
        return self._chains.open(thing(noun), "a thing that a pronoun goes back to")

    def _rivals(self, pronoun: Token, sentence: int) -> list[Token] | None:
        """Return the distinct things of a sentence; None where a body could be meant as well."""
        barred = {t.i for t in clause_head(pronoun).children} | {t.i for t in pronoun.ancestors}
        found: dict[int, Token] = {}
        for token in self._before(pronoun, sentence):
            if token.dep_ not in _ROLES or token.i in barred:
                continue
            chain = self._chains.chain_at(token.i)
            type_ = self._chains[chain].type if chain is not None else None
            if type_ in _BODIES:
                return None
            if self._is_thing(token, type_) and self._same_voice(token, pronoun):
                found.setdefault(chain if chain is not None else -1 - token.i, token)
        return list(found.values())

    def _before(self, pronoun: Token, sentence: int) -> Iterator[Token]:
        i = pronoun.i - 1
        while i >= 0 and self._layout.sentence[i] >= sentence:
            if self._layout.sentence[i] == sentence:
                yield self._doc[i]
            i -= 1

    def _is_thing(self, token: Token, type_: str | None) -> bool:
        if token.lower_ == "it":
            return type_ in {"Phrase", "Event"}
        if token.tag_ != "NN" or type_ not in {None, "Phrase", "Event"}:
            return False
        word = token.lower_
        person = is_post(token) or is_occupation(token) or person_noun(word) in PERSON_NOUNS
        denied = any(c.lower_ in {"no", "neither", "any"} for c in token.children)
        idiom = (token.head.lemma_, word) in IDIOMS
        return not (person or idiom or denied) and word not in _NO_THING

    def _same_voice(self, token: Token, pronoun: Token) -> bool:
        quotation = self._layout.quotation
        return quotation.get(token.i) is quotation.get(pronoun.i)


def _before_its_main_clause(pronoun: Token) -> bool:
    """``Even though it has a faster chip, the phone …``: what is meant may come after."""
    clause = clause_head(pronoun)
    return clause.dep_ == "advcl" and clause.i < clause.head.i


def _placeholder(pronoun: Token) -> bool:
    """``making it easier for people to stay``: *it* only holds the place of the infinitive."""
    after = pronoun.doc[pronoun.i + 1] if pronoun.i + 1 < len(pronoun.doc) else None
    return after is not None and after.tag_ in {"JJ", "JJR", "RBR"}
