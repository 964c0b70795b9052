"""Give the articles of one web site one publisher, by its name.

An article whose title does not end in the paper's name is known by its host alone. Where exactly
one name is known for that host from other articles, it is the name of them all; otherwise each
keeps what it has. Without this a paper would stand twice among the publishers and its second
article would look like a second voice.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.text.publishers import host_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Article


def publishers_of(articles: Iterable[Article]) -> dict[str, str | None]:
    """Return the publisher of each article, by the article's id."""
    every = list(articles)
    names: dict[str, set[str]] = defaultdict(set)
    for article in every:
        host = host_of(article.url)
        if host and article.publisher and article.publisher != host:
            names[host].add(article.publisher)
    return {article.id: _named(article, names) for article in every}


def _named(article: Article, names: dict[str, set[str]]) -> str | None:
    host = host_of(article.url)
    if not host or article.publisher != host or len(names[host]) != 1:
        return article.publisher
    return next(iter(names[host]))
