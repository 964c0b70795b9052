"""Which formats a graph can be written in, and how a file is written whole or not at all.

A new format is one module of this package with a function and a constant at the end:

    def write(view: View, out: BinaryIO, options: ExportOptions) -> None: ...

    EXPORTER = Exporter("turtle", "graph.ttl", write)

The registry finds it by itself (``EXPORTERS``, a tuple, where one module writes several files). An
exporter is a pure function from a `View` and its options to bytes; it never sees the disk. What a
format is for is said in its own module.
"""

from __future__ import annotations

import contextlib
import os
import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO

from kg import ids
from kg.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from kg.view import View

_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What a build may choose about its files.

    ``base`` is put before every id to make an IRI; ``strict`` writes direct triples for asserted
    claims only; ``text`` keeps the articles' text in ``articles.jsonl``; ``annotations`` adds every
    mention to the graph as a Web Annotation, which more than doubles it; ``title`` heads pages.
    """

    base: str = ids.DEFAULT_BASE
    strict: bool = False
    text: bool = True
    annotations: bool = False
    title: str = "News graph"


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: its name, its file and what fills it; ``default`` in every build."""

    name: str
    filename: str
    write: Callable[[View, BinaryIO, ExportOptions], None]
    default: bool = True


@cache
def exporters() -> dict[str, Exporter]:
    """Return every exporter of this package by name, in the order of the names."""
    found: list[Exporter] = []
    for info in pkgutil.iter_modules(__path__):
        module = import_module(f"{__name__}.{info.name}")
        if one := getattr(module, "EXPORTER", None):
            found.append(one)
        found.extend(getattr(module, "EXPORTERS", ()))
    return {exporter.name: exporter for exporter in sorted(found, key=lambda e: e.name)}


def write_all(
    view: View, out_dir: Path, options: ExportOptions, names: Iterable[str] | None = None
) -> list[Path]:
    """Write the named exports (where None, every default one) and return their paths.

    A file is whole or absent, and one whose bytes would not change is not touched. Raises
    `ExportError` for an unknown name and where the disk refuses.
    """
    chosen = _choose(names)
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        return [_write_whole(view, out_dir / one.filename, options, one) for one in chosen]
    except OSError as error:
        raise ExportError(
            f"cannot write into {out_dir}: {error.strerror or error}; "
            "free some space or choose another folder with -o"
        ) from error


def _choose(names: Iterable[str] | None) -> list[Exporter]:
    known = exporters()
    if names is None:
        return [exporter for exporter in known.values() if exporter.default]
    wanted = sorted(set(names))
    if unknown := [name for name in wanted if name not in known]:
        raise ExportError(f"no such format: {', '.join(unknown)}; choose among {', '.join(known)}")
    return [known[name] for name in wanted]


def _write_whole(view: View, path: Path, options: ExportOptions, exporter: Exporter) -> Path:
    """Fill a file beside ``path``, then put it in place in one step."""
    _clear_partials(path)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("xb") as out:
            exporter.write(view, out, options)
            out.flush()
            os.fsync(out.fileno())
        if path.is_file() and _same_bytes(partial, path):
            return path
        partial.replace(path)
        _sync_folder(path.parent)
    finally:
        partial.unlink(missing_ok=True)
    return path


def _clear_partials(path: Path) -> None:
    """Remove what a process that was killed left of this file; a living one keeps its own."""
    for partial in path.parent.glob(f".{path.name}.*.partial"):
        owner = partial.name.split(".")[-2]
        if not owner.isdecimal() or int(owner) == os.getpid() or not _is_alive(int(owner)):
            partial.unlink(missing_ok=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # another user's process, or a system without signal 0
        return True
    return True


def _same_bytes(left: Path, right: Path) -> bool:
    """Compare two files to the last byte; ``filecmp`` would trust sizes and times it saw before."""
    if left.stat().st_size != right.stat().st_size:
        return False
    with left.open("rb") as a, right.open("rb") as b:
        while chunk := a.read(_CHUNK_BYTES):
            if chunk != b.read(_CHUNK_BYTES):
                return False
    return True


def _sync_folder(folder: Path) -> None:
    """Make the new name last; some systems cannot sync a folder, and lose nothing but that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
