"""Options that several commands share, and where the store is when nobody says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from kg import ids

STDIN = "-"
_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`]+[/#]")

Out: TypeAlias = Annotated[
    Path, typer.Option("--out", "-o", metavar="OUT", help="The folder to write into.")
]
StoreFile: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="FILE",
        envvar="KG_STORE",
        help="The store. Default: outputs/store.sqlite, else store.sqlite here.",
    ),
]


def check_base(base: str | None) -> str | None:
    """Return ``base``; a usage error where it cannot begin an IRI."""
    if base is not None and not _BASE.fullmatch(base):
        raise typer.BadParameter(
            f"{base!r} cannot begin an IRI; give one that ends in / or #, as {ids.DEFAULT_BASE}"
        )
    return base


def find_store(store: Path | None, out: Path | None = None) -> Path:
    """Return the store that a reading command means, whether or not it exists."""
    if store:
        return store / "store.sqlite" if store.is_dir() else store
    if out:
        return out / "store.sqlite"
    here = Path("store.sqlite")
    built = Path("outputs/store.sqlite")
    return here if here.exists() and not built.exists() else built


JudgementLog: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--judgements",
        metavar="FILE",
        envvar="KG_JUDGEMENTS",
        help="The judgement log. Default: judgements.txt here.",
    ),
]
_LOG = Path("judgements.txt")


def find_log(log: Path | None) -> Path:
    """Return the judgement log that a command means, whether or not it exists."""
    return log or _LOG
