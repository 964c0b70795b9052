"""Open information extraction alone: sentences in, relation tuples of their surface words out.

    >>> next(tuples(["Barack Obama was born in Hawaii."]))  # doctest: +SKIP
    OpenTuple(sentence='Barack Obama was born in Hawaii.', confidence=…, relation='was born in', …)

No resolution and no store: this is what the CaRB and LSOIE measures compare.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import ids
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTuple:
    """One relation that a sentence states, in its own words; the first argument is the subject."""

    sentence: str
    confidence: float
    relation: str
    arguments: tuple[str, ...]


def tuples(lines: Iterable[str]) -> Iterator[OpenTuple]:
    """Yield what each line, taken as one sentence, states; a line may give nothing."""
    from kg.annotate import Annotator  # noqa: PLC0415 - loads spaCy, which only this needs
    from kg.extract import tuples as extract_tuples  # noqa: PLC0415 - as above

    annotator = Annotator()
    for line in lines:
        sentence = line.rstrip("\r\n")
        if sentence.strip():
            doc = annotator.annotate(_article(sentence)).doc
            for confidence, relation, arguments in extract_tuples(doc):
                yield OpenTuple(
                    sentence=sentence,
                    confidence=confidence,
                    relation=relation,
                    arguments=tuple(arguments),
                )


def _article(sentence: str) -> Article:
    sha256 = hashlib.sha256(sentence.encode("utf-8")).hexdigest()
    return Article(id=ids.article_id(None, sentence), text=sentence, sha256=sha256)
