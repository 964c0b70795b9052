"""A name in the text, and small questions about one.

text_key(doc, name) == "state department"   # of "The State Department"
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon.speech import SPEECH_VERBS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

PROPER = frozenset({"NNP", "NNPS"})


@dataclass(slots=True)
class Name:
    """Tokens ``[start, end)`` that name something; ``titled`` after a title or an address."""

    start: int
    end: int
    type: str
    head: int = -1
    titled: bool = False


def text_key(doc: Doc, name: Name) -> str:
    """Return the words of a name in lower case, without an article."""
    words = [doc[i].lower_ for i in range(name.start, name.end)]
    return " ".join(words[1:] if words[0] == "the" and len(words) > 1 else words)


def covered(names: Iterable[Name]) -> set[int]:
    """Return the tokens of some names."""
    return {i for name in names for i in range(name.start, name.end)}


def without_overlaps(names: Iterable[Name]) -> list[Name]:
    """Return names in order; of two that overlap, the longer."""
    kept: list[Name] = []
    taken: set[int] = set()
    for name in sorted(names, key=lambda n: (n.start - n.end, n.start)):
        tokens = set(range(name.start, name.end))
        if not tokens & taken:
            kept.append(name)
            taken |= tokens
    return sorted(kept, key=lambda n: n.start)


def capital(token: Token) -> bool:
    """Tell whether a token begins with a capital or a digit."""
    return token.text[:1].isupper() or token.text[:1].isdigit()


def next_is_no_noun(doc: Doc, end: int) -> bool:
    """Tell whether a name stands by itself, not before a noun that it modifies."""
    return end >= len(doc) or doc[end].pos_ not in ("NOUN", "PROPN")


def speaks(token: Token) -> bool:
    """Tell whether a token is the subject of a verb of saying."""
    return token.dep_ == "nsubj" and token.head.lemma_ in SPEECH_VERBS and token.head.pos_ == "VERB"
