"""One tree of errors; every message says what happened, to what, and what to do.

KgError
├── InputError
│   ├── ArticleRejected
│   ├── EncodingError
│   ├── JudgementError
│   └── LimitExceeded
├── ConfigError
├── ExportError
├── OntologyError
├── QueryError
│   ├── QueryRefused
│   └── QueryTimeout
├── StoreError
│   ├── CorruptStore
│   ├── SchemaTooNew
│   └── StoreLocked
└── ValidationFailed
"""

from __future__ import annotations


class KgError(Exception):
    """Anything that this package raises on purpose."""


class InputError(KgError):
    """Input that cannot be used."""


class ArticleRejected(InputError):
    """One article that is refused; the others go on.

    ``code`` is a short, stable word for ``issues.jsonl``.
    """

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


class EncodingError(ArticleRejected):
    """Bytes that are no text in any encoding we accept."""

    def __init__(self, message: str) -> None:
        super().__init__(message, code="encoding")


class LimitExceeded(ArticleRejected):
    """Input larger than a cap in `kg.limits`."""

    def __init__(self, message: str) -> None:
        super().__init__(message, code="too-large")


class JudgementError(InputError):
    """A judgement that cannot be read or followed, or that contradicts others."""


class ConfigError(KgError):
    """A configuration that cannot be used."""


class ExportError(KgError):
    """An output that could not be written whole; the previous one is left as it was."""


class OntologyError(KgError):
    """A vocabulary that is broken, or a typed term that it lacks."""


class QueryError(KgError):
    """A query that failed."""


class QueryRefused(QueryError):
    """A query that would write, fetch or read files."""


class QueryTimeout(QueryError):
    """A query that outlived its limit and was stopped."""


class StoreError(KgError):
    """A store that cannot be read or written."""


class StoreLocked(StoreError):
    """Another build holds the store."""


class SchemaTooNew(StoreError):
    """A store written by a later version."""


class CorruptStore(StoreError):
    """A file that is no store, or a damaged one."""


class ValidationFailed(KgError):
    """A graph that breaks the shapes."""
