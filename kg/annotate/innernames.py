"""Names inside longer names: ``Oslo`` of ``the Oslo Police Department``, ``Google`` of ``Google Maps``.

    'Oslo voted. The Oslo Police Department was there'  →  Oslo twice, and its police once

Only what the article names by itself elsewhere is found, so that nothing is made up from parts of
names; it joins the chain that it has there. People's and places' names are never taken apart:
neither ``Irving Berlin`` nor ``Mexico City`` speaks of a city or a country.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.drafts import Draft
from kg.lexicon.demonyms import place_of
from kg.model import MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from kg.annotate.drafts import Chains

_OUTER = frozenset({"Organization", "Facility", "Event", "Work", "Product", "Law"})
_INNER = frozenset({"Person", "Organization", "Place"})
_BEFORE_LAST = frozenset({"of", "in", "at", "for", "the"})  # what leads to a name at the end


def link_inner_names(doc: Doc, chains: Chains, names: list[Draft]) -> None:
    """Put the names inside longer names into the chains of what they name."""
    known = _known(doc, names)
    for outer in names:
        if outer.type in _OUTER:
            for draft in list(_inside(doc, outer, known)):
                if chains.chain_at(draft.head) is None:
                    chains.join(draft, draft.chain, f"named inside {outer.name}")


def _known(doc: Doc, names: list[Draft]) -> dict[tuple[str, ...], Draft]:
    """Return a name of each kind of words that the article uses by themselves for one thing."""
    found: dict[tuple[str, ...], Draft] = {}
    chain_of: dict[tuple[str, ...], set[int]] = {}
    for name in names:
        words = tuple(doc[i].text for i in range(name.start, name.end))
        if name.type in _INNER and doc[name.head].tag_ == "NNP" and place_of(words[0]) is None:
            found.setdefault(words, name)
            chain_of.setdefault(words, set()).add(name.chain)
    return {words: name for words, name in found.items() if len(chain_of[words]) == 1}


def _inside(doc: Doc, outer: Draft, known: dict[tuple[str, ...], Draft]) -> Iterator[Draft]:
    """Yield the longest known names in a longer one, from the left."""
    words = tuple(doc[i].text for i in range(outer.start, outer.end))
    start = 0
    while start < len(words):
        name = next(
            (known[words[start:end]] for end in range(len(words), start, -1)
             if _is_other(known.get(words[start:end]), outer)), None,
        )  # fmt: skip
        end = start + (name.end - name.start if name is not None else 1)
        place = range(outer.start + start, outer.start + end)
        if name is not None and _stands_apart(doc, outer, place):
            yield Draft(
                place.start, place.stop, place[-1], MentionKind.NAME, name.type, name.name,
                gender=name.gender, chain=name.chain,
            )  # fmt: skip
        start = end


def _is_other(name: Draft | None, outer: Draft) -> bool:
    return name is not None and name.chain != outer.chain


def _stands_apart(doc: Doc, outer: Draft, place: range) -> bool:
    """Tell whether the words modify the head of the longer name or follow a preposition in it."""
    if outer.head in place:
        return False
    return place.stop < outer.end or doc[place.start - 1].lower_ in _BEFORE_LAST
