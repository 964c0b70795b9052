"""What many tests share: the language pipeline, loaded once a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.annotate import Annotator
    from kg.document import Document


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    from kg.annotate import Annotator  # noqa: PLC0415  # most tests need no spaCy

    return Annotator()


@pytest.fixture(scope="session")
def annotate(annotator: Annotator) -> Callable[..., Document]:
    """Annotate a text given as such, with keywords if any."""

    def run(text: str, *keywords: str) -> Document:
        article = Article(id="article/test", text=text, sha256="0", keywords=keywords)
        return annotator.annotate(article)

    return run
