"""Which articles are one publisher's, though one names it and another has only its address.

    https://www.courier.example/1, "The Courier"    →  The Courier
    https://courier.example/2, no name printed      →  The Courier
    https://gazette.example/3, no name printed      →  gazette.example

An article whose source names no publisher has its host in the place of one. Where other articles
from that host name a publisher, it is that one; where they name several, the one most often named,
so that nobody counts as one witness more than is known. Case and a leading "The" do not matter.
Two hosts are two publishers unless both name the same one.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Article


def publishers(articles: Iterable[Article]) -> dict[str, str]:
    """Return the publisher of each article that has one, by the article's id."""
    printed = sorted((a.id, a.publisher, host_of(a.url)) for a in articles if a.publisher)
    named: dict[str, Counter[str]] = {}
    spelled: dict[str, Counter[str]] = {}
    for _, name, host in printed:
        spelled.setdefault(_key(name), Counter())[name] += 1
        if _key(name) != host:
            named.setdefault(host, Counter())[_key(name)] += 1
    shown = {key: _usual(spellings) for key, spellings in spelled.items()}
    found: dict[str, str] = {}
    for id_, name, host in printed:
        by_host = _key(name) == host and named.get(host)
        found[id_] = shown[_usual(by_host) if by_host else _key(name)]
    return found


def _key(name: str) -> str:
    return name.casefold().removeprefix("www.").removeprefix("the ")


def host_of(url: str | None) -> str:
    """Return the host of an address without ``www.``; nothing where it has none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _usual(counts: Counter[str]) -> str:
    """Return what is most frequent; of equals, the first by the alphabet."""
    return min(counts, key=lambda word: (-counts[word], word))
