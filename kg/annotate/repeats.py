"""Which things are spoken of again: ``a deal … the deal``, ``the Lantern Festival … the festival``.

    'The council signed a deal with Acme. The deal ends in May'  →  the deal = a deal with Acme

A definite noun phrase means the last thing with the same noun if it says nothing that the earlier
words did not. People and bodies are left to `kg.annotate.descriptions`; times and amounts are no
things. Words that are never repeated open no chain, so most things have none.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.annotate.nominals import MODIFIERS, is_definite, thing
from kg.annotate.syntax import tagged
from kg.lexicon.demonyms import COUNTRIES
from kg.lexicon.nominals import IDIOMS, KIND_OF_NAME, MEASURES, STATES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from kg.annotate.drafts import Chains, Draft
    from kg.annotate.layout import Layout

_Link = tuple[int, str] | None

_AFTER = ("prep", "relcl", "acl")
# What a noun is when it does not stand for a thing of its own.
_NO_PHRASE = frozenset({"compound", "amod", "nmod", "npadvmod", "advmod", "quantmod"})
# Words that point and add nothing: ``the same deal`` is the deal.
_POINTING = frozenset({"same", "latter", "very", "whole", "entire", "said"})
# ``no crowds``, ``every country``: nothing that could be taken up.
_NONE = frozenset({"no", "any", "every", "each", "neither", "either", "another", "what", "which"})
_RECENT = 2  # sentences back within which ``the country`` means the only one named
_REACH = 12  # sentences back within which ``the deal`` takes up a deal that has no name


class RepeatLinker:
    """Links the things of one document that are spoken of again, in order of position."""

    def __init__(self, doc: Doc, chains: Chains, layout: Layout, names: dict[int, Draft]) -> None:
        self._doc = doc
        self._chains = chains
        self._layout = layout
        self._names = names
        self._earlier: dict[tuple[str, bool], list[Token]] = defaultdict(list)

    def link(self, skip: frozenset[int]) -> None:
        """Link every definite noun phrase to the thing it takes up."""
        for noun in tagged(self._doc, ("NN", "NNS", "NNP", "NNPS")):
            if noun.i in skip or noun.dep_ in _NO_PHRASE:
                continue
            name = self._names.get(noun.i)
            if name is not None:
                if name.head == noun.i:
                    self._earlier[noun.lower_, False].append(noun)
                continue
            if noun.tag_ in ("NN", "NNS") and is_thing(noun):
                self._take_up(noun)
                self._earlier[noun.lemma_.lower(), noun.tag_ == "NNS"].append(noun)

    def _take_up(self, noun: Token) -> None:
        if self._chains.chain_at(noun.i) is not None or not is_definite(noun):
            return
        before = self._antecedent(noun)
        if before is not None:
            chain = self._chain(before)
            self._chains.join(thing(noun), chain, f"the {noun.text} mentioned before")
        elif (named := self._named(noun)) is not None:
            reason = f"the only one just before that can be “the {noun.text}”"
            self._chains.join(thing(noun), named, reason)

    def _antecedent(self, noun: Token) -> Token | None:
        here = self._layout.sentence[noun.i]
        for before in reversed(self._earlier[noun.lemma_.lower(), noun.tag_ == "NNS"]):
            near = here - self._layout.sentence[before.i] <= _REACH
            if (near or before.i in self._names) and self._fits(before, noun):
                return before
        return None

    def _named(self, noun: Token) -> int | None:
        """Return the only thing named just before that a bare noun can mean: ``the country``."""
        type_ = KIND_OF_NAME.get(noun.lower_)
        if type_ is None or words_before(noun) or words_after(noun):
            return None
        here = self._layout.sentence[noun.i]
        found = {
            m.chain
            for m in self._chains.in_sentences(here - _RECENT, here)
            if m.head < noun.i and self._is_of(m.chain, type_, noun.lower_)
        }
        return found.pop() if len(found) == 1 else None

    def _is_of(self, number: int, type_: str, noun: str) -> bool:
        chain = self._chains[number]
        if chain.type != type_ or not chain.named:
            return False
        country = any(m.name in COUNTRIES for m in chain.mentions)
        return type_ != "Place" or country is (noun in STATES)

    def _fits(self, before: Token, noun: Token) -> bool:
        denied = any(c.lower_ in _NONE for c in before.lefts)
        batch = _one_is_meant(noun) and _several(before)
        return not (denied or batch) and adds_nothing(before, noun) and not before.is_ancestor(noun)

    def _chain(self, noun: Token) -> int:
        known = self._chains.chain_at(noun.i)
        if known is not None:
            return known
        return self._chains.open(thing(noun), "a thing that is spoken of again")


def is_thing(noun: Token) -> bool:
    """Tell whether a noun stands for a thing rather than a time, an amount or part of an idiom."""
    return noun.lemma_.lower() not in MEASURES and (noun.head.lemma_, noun.lower_) not in IDIOMS


def _several(noun: Token) -> bool:
    """``22 aircraft``: more than one, though the noun does not show it."""
    counts = [c.lower_ for c in noun.lefts if c.dep_ == "nummod"]
    return any(c not in {"one", "1"} for c in counts) and noun.tag_ in {"NN", "NNS"}


def _one_is_meant(noun: Token) -> bool:
    """``The aircraft was delivered``: the verb tells that it is one."""
    words = [noun.head, *(c for c in noun.head.lefts if c.dep_ in {"aux", "auxpass"})]
    subject = noun.dep_ in {"nsubj", "nsubjpass"}
    return subject and any(w.tag_ == "VBZ" or w.lower_ == "was" for w in words)


def adds_nothing(before: Token, noun: Token) -> bool:
    """Tell whether a later noun phrase says nothing that the earlier did not."""
    if not words_before(noun) - _POINTING <= words_before(before) | words_after(before):
        return False
    return not words_after(noun) or words_after(noun) <= words_after(before) | words_before(before)


def words_before(noun: Token) -> set[str]:
    """Return what modifies a noun before it, a name's other words included."""
    return {t.lower_ for c in noun.lefts if c.dep_ in (*MODIFIERS, "poss") for t in _words(c)}


def words_after(noun: Token) -> set[str]:
    """Return the nouns and names in what modifies a noun after it."""
    return {t.lower_ for c in noun.rights if c.dep_ in _AFTER for t in _words(c)}


def _words(token: Token) -> Iterable[Token]:
    return (t for t in token.subtree if t.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "VERB", "PRON"))
