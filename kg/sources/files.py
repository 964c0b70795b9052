"""Which files a path means, and how they are opened safely.

    seeds/  →  seeds/a.txt, seeds/b/c.jsonl, …   in the order of their names

Only regular files are opened, once, without following a link, and their size is taken from the
open file: a pipe, a device or a file that grows cannot stall or flood a build. A link that leads
out of a folder is refused; one that stays inside is passed over, for its target is read anyway.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import ArticleRejected, InputError, LimitExceeded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.limits import Limits

_CONVERT = "save it as plain text (.txt) or JSON Lines (.jsonl)"
_HINTS = {
    ".pdf": f"PDF is not read; {_CONVERT}",
    ".doc": f"Word documents are not read; {_CONVERT}",
    ".docx": f"Word documents are not read; {_CONVERT}",
    ".odt": f"word-processor documents are not read; {_CONVERT}",
    ".rtf": f"word-processor documents are not read; {_CONVERT}",
    ".html": f"saved web pages are not read yet; {_CONVERT}",
    ".htm": f"saved web pages are not read yet; {_CONVERT}",
    ".xml": f"RSS, Atom and other XML are not read yet; {_CONVERT}",
    ".csv": f"CSV is not read yet; {_CONVERT}",
    ".tsv": f"tables are not read yet; {_CONVERT}",
    ".json": "a JSON file is not read; write one object a line into a .jsonl file",
    ".gz": "compressed files are not read; unpack it first",
    ".zip": "archives are not read; unpack it first",
    ".tar": "archives are not read; unpack it first",
}
# What people put beside articles to explain them.
_DOCUMENTATION = frozenset({"readme", "license", "licence", "notice", "copying"})
READABLE = frozenset({".txt", ".text", ".jsonl", ".ndjson"})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Found:
    """A file to read: its name as the reader knows it, and where it is."""

    name: str
    path: Path
    inside: Path | None = None

    @property
    def suffix(self) -> str:
        """The suffix in lower case."""
        return self.path.suffix.lower()


def discover(path: Path) -> Iterator[Found]:
    """Yield the files that ``path`` means, by name; raises `InputError` if there is none."""
    if not os.path.lexists(path):
        raise InputError(f"there is no file or folder {str(path)!r}; check the path")
    if not path.is_dir():
        yield Found(name=path.name, path=path)
        return
    root = Path(os.path.realpath(path))
    yield from sorted(
        Found(name=file.relative_to(root).as_posix(), path=file, inside=root)
        for file in _walk(root)
    )


def _walk(root: Path) -> Iterator[Path]:
    closed: list[str] = []  # folders that cannot be listed are refused later, as files are
    for folder, folders, files in os.walk(root, onerror=lambda e: closed.append(e.filename)):
        linked = [name for name in folders if Path(folder, name).is_symlink()]
        folders[:] = sorted(n for n in folders if not n.startswith(".") and n not in linked)
        for name in (*files, *linked):
            stem = name.split(".", 1)[0].lower()
            if not name.startswith(".") and stem not in _DOCUMENTATION:
                yield Path(folder, name)
    yield from map(Path, closed)


def is_alias(found: Found) -> bool:
    """Tell whether this links to another file of its folder; raises if it leads out of it."""
    if found.inside is None or not found.path.is_symlink():
        return False
    if Path(os.path.realpath(found.path)).is_relative_to(found.inside):
        return True
    raise ArticleRejected(
        "a link that leads out of the folder is not followed; copy the file", code="link"
    )


def refuse_format(found: Found) -> None:
    """Raise `ArticleRejected` with advice if the suffix names a format that is not read."""
    hint = _HINTS.get(found.suffix)
    if hint is None and found.inside is not None and found.suffix not in READABLE:
        hint = f"files of this kind are not read; {_CONVERT}"
    if hint is not None:
        raise ArticleRejected(hint, code="format")


def open_regular(found: Found) -> BinaryIO:
    """Open a regular file for reading; raises `ArticleRejected` for anything else."""
    path = found.path if found.inside is not None else os.path.realpath(found.path)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise ArticleRejected(
            f"the file cannot be opened ({error.strerror}); check it", code="unreadable"
        ) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise ArticleRejected(
            "this is no regular file but a pipe or a device; copy it to a file", code="not-a-file"
        )
    return os.fdopen(descriptor, "rb")


def read_whole(found: Found, limits: Limits) -> bytes:
    """Return the bytes of a regular file of at most ``limits.article_bytes``."""
    with open_regular(found) as stream:
        data = stream.read(limits.article_bytes + 1)
    if len(data) > limits.article_bytes:
        raise LimitExceeded(
            f"the file is larger than {limits.article_bytes:,} bytes; split it into articles"
        )
    return data
