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
    from spacy.pipeline import Lemmatizer
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

COMPONENT = "newskg_prefixes"
_PREFIXED = re.compile(
    r"(?P<prefix>co|de|mis|out|over|re|under)-(?P<rest>[a-z]{3,})", re.IGNORECASE
)
# Endings of verb forms, and what the base form has instead.
_ENDINGS = (("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", ""), ("", ""))
_DOUBLED = re.compile(r"(?P<last>[bdgklmnprt])(?P=last)(?:ed|ing)$")
_IRREGULAR = {"sold": "sell", "built": "build", "wrote": "write", "written": "write", "made": "make",
              "ran": "run", "run": "run", "sent": "send", "took": "take", "taken": "take",
              "did": "do", "done": "do", "thought": "think", "came": "come", "led": "lead"}  # fmt: skip


def keep_prefixes(nlp: Language) -> None:
    """Make a pipeline keep prefixed words whole and know the lemmas of their verbs."""
    cast("Tokenizer", nlp.tokenizer).token_match = _PREFIXED.fullmatch
    nlp.add_pipe(COMPONENT, after="lemmatizer")


@Language.factory(COMPONENT)
def _factory(nlp: Language, name: str) -> _Lemmas:  # noqa: ARG001 - the signature is spaCy's
    lemmatizer = cast("Lemmatizer", nlp.get_pipe("lemmatizer"))
    return _Lemmas(frozenset(lemmatizer.lookups.get_table("lemma_index")["verb"]))


class _Lemmas:
    def __init__(self, verbs: frozenset[str]) -> None:
        self._verbs = verbs

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            match = _PREFIXED.fullmatch(token.text) if token.pos_ == "VERB" else None
            base = self._base(match["rest"].lower()) if match else None
            if match and base:
                token.lemma_ = f"{match['prefix'].lower()}-{base}"
        return doc

    def _base(self, form: str) -> str | None:
        if form in _IRREGULAR:
            return _IRREGULAR[form]
        doubled = _DOUBLED.search(form)
        forms = [form[: doubled.start() + 1]] if doubled else []
        forms += [form.removesuffix(end) + base for end, base in _ENDINGS if form.endswith(end)]
        return next((f for f in forms if f in self._verbs), None)
