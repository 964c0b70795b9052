"""Prefixed words kept whole: ``co-founded``, ``re-elected``, ``out-sold`` are one word, not three.

    'She co-founded Orbis'  →  tokens 'She', 'co-founded', 'Orbis'; lemma of the second 'co-found'

The pipeline's tokenizer splits at every hyphen between letters, and its parser then takes ``co`` for the
verb. What follows the prefix is looked up among the verbs that the lemmatizer knows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from spacy.language import Language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.pipeline import Lemmatizer
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

COMPONENT = "newskg_prefixes"
_PREFIXED = re.compile(
    r"(?P<prefix>co|de|mis|out|over|re|under)-(?P<rest>[a-z]{3,})", re.IGNORECASE
)


def keep_prefixes(nlp: Language) -> None:
    """Make a pipeline keep prefixed words whole and know the lemmas of their verbs."""
    cast("Tokenizer", nlp.tokenizer).token_match = _PREFIXED.fullmatch
    nlp.add_pipe(COMPONENT, after="lemmatizer")


@Language.factory(COMPONENT)
def _factory(nlp: Language, name: str) -> _Lemmas:  # noqa: ARG001 - the signature is spaCy's
    return _Lemmas(cast("Lemmatizer", nlp.get_pipe("lemmatizer")))


class _Lemmas:
    """Gives prefixed verbs the lemma that the lemmatizer's own tables have for their rest."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        exceptions, rules, index = (
            lemmatizer.lookups.get_table(f"lemma_{table}")["verb"]
            for table in ("exc", "rules", "index")
        )
        self._exceptions: Mapping[str, Sequence[str]] = exceptions
        self._rules: Sequence[Sequence[str]] = [*rules, ("", "")]
        self._verbs = frozenset[str](index)

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            match = _PREFIXED.fullmatch(token.text) if token.pos_ == "VERB" else None
            base = self._base(match["rest"].lower()) if match else None
            if match and base:
                token.lemma_ = f"{match['prefix'].lower()}-{base}"
        return doc

    def _base(self, form: str) -> str | None:
        if form in self._exceptions:
            return self._exceptions[form][0]
        bases = (form.removesuffix(end) + base for end, base in self._rules if form.endswith(end))
        return next((b for b in bases if b in self._verbs), None)
