"""Model values as columns and back: the same value gives the same bytes.

What one article yields is packed: compact JSON, deflated to a fifth. Names are folded for finding,
``Élysée`` as ``elysee``.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
import zlib
from typing import TYPE_CHECKING, Any, TypeVar

from kg.codec import from_json, to_json
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Entity

T = TypeVar("T")

ARTICLE_COLUMNS = "id, sha256, url, published, title, publisher, author, keywords, text"


def dump(value: object) -> str:
    """Return a model value as one line of JSON."""
    return json.dumps(to_json(value), ensure_ascii=False, separators=(",", ":"))


def load(type_: type[T], text: str) -> T:
    """Return the value that `dump` wrote."""
    return from_json(type_, json.loads(text))


def pack(values: Iterable[object]) -> bytes:
    """Return model values as deflated JSON."""
    rows = [to_json(value) for value in values]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8"))


def unpack(type_: type[T], packed: bytes) -> tuple[T, ...]:
    """Return the values that `pack` wrote."""
    return tuple(from_json(type_, row) for row in json.loads(zlib.decompress(packed)))


def article_row(article: Article) -> tuple[str | None, ...]:
    """Return the columns of `ARTICLE_COLUMNS` and, at the end, the hash of the text alone."""
    keywords = json.dumps(article.keywords, ensure_ascii=False)
    # Articles without text are not copies of one another.
    text = article.text or article.id
    text_sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return (
        article.id,
        article.sha256,
        article.url,
        article.published,
        article.title,
        article.publisher,
        article.author,
        keywords,
        article.text,
        text_sha256,
    )


def row_article(row: tuple[Any, ...]) -> Article:
    """Return the article of a row of `ARTICLE_COLUMNS`."""
    id_, sha256, url, published, title, publisher, author, keywords, text = row
    return Article(
        id=id_,
        sha256=sha256,
        url=url,
        published=published,
        title=title,
        publisher=publisher,
        author=author,
        keywords=tuple(json.loads(keywords)),
        text=text,
    )


def fold(name: str) -> str:
    """Return a name without case, accents and extra space."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def folded_names(entity: Entity) -> Iterator[str]:
    """Yield what the entity can be found by: each name from each of its words to its end.

    And its former ids, in brackets, so that no beginning of a name finds them.
    """
    yield from (f"<{id_}>" for id_ in entity.former_ids)
    for name in (entity.name, *entity.aliases):
        words = fold(name).split()
        for first in range(len(words)):
            yield " ".join(words[first:])
