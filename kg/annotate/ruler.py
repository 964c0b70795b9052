"""The pipeline's attribute ruler with a memory: the same answers at a tenth of the time.

    remember_matches(nlp)

The ruler sets parts of speech and morphology by some two hundred patterns of one or two tokens, and
tries every one at every token. What matches depends only on a few features of a token and the next,
and those are the same again and again; each combination is matched once and remembered. Words that
no pattern names are as one word, so the memory stays small however much is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from spacy.attrs import DEP, IS_SPACE, LOWER, TAG

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.pipeline import AttributeRuler
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_RULER = "attribute_ruler"
_FEATURES = frozenset({"DEP", "IS_SPACE", "LOWER", "TAG"})
_LONGEST = 2  # tokens in a pattern
_Condition: TypeAlias = "str | dict[str, str | list[str]]"
_Pattern: TypeAlias = "list[dict[str, _Condition]]"
_Match: TypeAlias = "tuple[int, int, int]"
_Context: TypeAlias = "tuple[tuple[int, ...], tuple[int, ...]]"


def remember_matches(nlp: Language) -> None:
    """Give the ruler of a pipeline a memory; raises ValueError if its patterns are of other kinds."""
    ruler = cast("AttributeRuler", nlp.get_pipe(_RULER))
    given = (cast("list[_Pattern]", pattern["patterns"]) for pattern in ruler.patterns)
    patterns = [tokens for alternatives in given for tokens in alternatives]
    features = {feature for tokens in patterns for token in tokens for feature in token}
    later = [token for tokens in patterns for token in tokens[1:]]
    if (
        max(map(len, patterns)) > _LONGEST
        or features - _FEATURES
        or not all("LOWER" in token for token in later)
    ):
        raise ValueError(f"the {_RULER} has patterns whose matches cannot be remembered")
    first = _Words.of(
        token["LOWER"] for tokens in patterns for token in tokens[:1] if "LOWER" in token
    )
    second = _Words.of(token["LOWER"] for token in later)
    ruler.matcher = cast("Matcher", RememberingMatcher(ruler.matcher, first, second))


@dataclass(frozen=True, slots=True)
class _Words:
    """All that patterns ask of a token's word."""

    words: frozenset[str]
    expressions: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, conditions: Iterable[_Condition]) -> _Words:
        words: set[str] = set()
        expressions: list[re.Pattern[str]] = []
        for condition in conditions:
            if isinstance(condition, str):
                words.add(condition)
                continue
            for operator, value in condition.items():
                if operator == "REGEX":
                    expressions.append(re.compile(cast("str", value)))
                else:
                    words.update(value)
        return cls(frozenset(words), tuple(expressions))

    def asked(self, words: Iterable[int], strings: StringStore) -> set[int]:
        """Return which of some words patterns ask for."""
        return {word for word in words if self._asks_for(strings[word])}

    def _asks_for(self, word: str) -> bool:
        return word in self.words or any(e.search(word) for e in self.expressions)


@dataclass(slots=True)
class RememberingMatcher:
    """Answers like the matcher it is given, from memory where it can.

    ``first`` and ``second`` are what its patterns ask of the word they begin with and of the next.
    """

    matcher: Matcher
    first: _Words
    second: _Words
    known: dict[_Context, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def __call__(self, doc: Doc, *, allow_missing: bool, as_spans: Literal[False]) -> list[_Match]:
        """Return what matches in a document: pattern, start and end."""
        contexts = self._contexts(doc)
        for start, context in enumerate(contexts):
            if context not in self.known:
                place = doc[start : start + _LONGEST]
                found = self.matcher(place, allow_missing=allow_missing, as_spans=as_spans)
                self.known[context] = tuple((p, end) for p, first, end in found if first == 0)
        return [
            (pattern, start, start + length)
            for start, context in enumerate(contexts)
            for pattern, length in self.known[context]
        ]

    def get(self, key: str) -> object:
        """Return a pattern, for those who ask the ruler for its patterns."""
        return self.matcher.get(key)

    def _contexts(self, doc: Doc) -> list[_Context]:
        """Return what decides the matches that begin at each token."""
        rows = [tuple(row) for row in doc.to_array([LOWER, TAG, DEP, IS_SPACE]).tolist()]
        words, strings = {row[0] for row in rows}, doc.vocab.strings
        first, second = self.first.asked(words, strings), self.second.asked(words, strings)
        here = [row if row[0] in first else (0, *row[1:]) for row in rows]
        after = [row if row[0] in second else () for row in rows[1:]]
        return list(zip(here, [*after, ()], strict=False))  # nothing begins in an empty text
