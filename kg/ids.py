"""Content hashes to ids to IRIs: the only place where either is made.

An id is a short readable path, ``person/jeff-sessions-1f3a9c02``: a kind, a slug for people and a
hash for machines. An IRI is a base and an id. Nothing random and no counter goes in, so the same
content has the same id on every machine.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

ONTOLOGY = "https://newskg.example/ontology#"
DEFAULT_BASE = "https://newskg.example/id/"

_SLUG_MAX = 48
_CACHED = 16_384  # words that things of thousands of articles share
_UNSAFE = re.compile(r"[^a-z0-9]+")


def digest(*parts: str | int | None, length: int = 12) -> str:
    """Return a hex digest of the parts.

    None and the empty string differ, as do ("ab",) and ("a", "b").
    """
    hasher = hashlib.sha256()
    for part in parts:
        data = b"\x00" if part is None else b"\x01" + str(part).encode("utf-8", "surrogatepass")
        hasher.update(len(data).to_bytes(8, "big") + data)
    return hasher.hexdigest()[:length]


@lru_cache(_CACHED)
def slug(text: str) -> str:
    """Return ``text`` as lower-case ASCII words joined by hyphens, at most 48 characters."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = _UNSAFE.sub("-", ascii_text).strip("-")
    return words[:_SLUG_MAX].rstrip("-")


def article_id(url: str | None, text: str) -> str:
    """Return the id of an article: by its URL, or by its text where it has none."""
    return f"article/{digest('url', url) if url else digest('text', text)}"


def mention_entity_id(article: str, kind: str, start: int, end: int) -> str:
    """Return the id of what an article mentions first at ``start``; unique over all articles."""
    return f"in/{digest(article, kind, start, end, length=16)}"


def role_link(person: str) -> str:
    """Return what tells a role of nothing (``a general``) from that of others: whose it is."""
    return f"held by {person}"


def entity_id(type_: str, name: str, *discriminator: str | None) -> str:
    """Return the id of a merged entity from type, canonical name and what tells namesakes apart."""
    readable = slug(name)
    tail = digest(type_, name, *discriminator, length=8)
    return f"{slug(type_) or 'thing'}/{readable}-{tail}" if readable else f"{slug(type_)}/{tail}"


def claim_id(article: str, *parts: str | int | None) -> str:
    """Return the id of a claim from its article and everything that makes it this claim."""
    return f"claim/{digest(article, *parts, length=16)}"


def statement_id(*parts: str | int | None) -> str:
    """Return the id of a statement from what it says (not from who says it)."""
    return f"statement/{digest(*parts, length=16)}"


def relation_term(lemma: str) -> str:
    """Return the compact IRI of an open relation: ``turn down`` is ``kgr:turn_down``."""
    ascii_lemma = unicodedata.normalize("NFKD", lemma).encode("ascii", "ignore").decode().lower()
    name = _UNSAFE.sub("_", ascii_lemma).strip("_")
    return f"kgr:{name}" if name else f"kgr:x{digest(lemma, length=8)}"
