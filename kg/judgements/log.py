"""The file of judgements: read whole, written to at its end only.

    read_log(Path("judgements.txt"))   →   those that stand, by line

A judgement stands if its line is there and no later line undoes it; so a judgement that was undone
and one whose line was deleted leave what was before. The order of lines means nothing else.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kg.errors import JudgementError
from kg.judgements.lines import Line, key, parse, written

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.model import Judgement

_HEAD = """\
# Who is who, as people decided. kg build follows every line; one is taken back by deleting it or by
# kg judge undo NUMBER. A line reads: same, different or unsure, then two names with the articles in
# which they mean it, then a note.
"""
_BYTES_MAX = 50_000_000  # a hundred thousand judgements of the longest kind


def read_log(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements that stand in the log at ``path``; nobody has judged yet where there is none.

    Raises `JudgementError` for a line that cannot be read or undoes what no line before it says.
    """
    standing: dict[tuple[str, ...], Judgement] = {}
    for number, text in enumerate(_text(path).split("\n"), start=1):
        if text.strip() and not text.lstrip().startswith("#"):
            _follow(parse(text, number), standing)
    return tuple(sorted(standing.values(), key=lambda judgement: judgement.line))


def length(path: Path) -> int:
    """Return the number of the last line of the log."""
    return _text(path).rstrip("\n").count("\n") + 1


def _follow(line: Line, standing: dict[tuple[str, ...], Judgement]) -> None:
    said = key(line.judgement)
    if not line.undo:
        standing.setdefault(said, line.judgement)
    elif standing.pop(said, None) is None:
        raise JudgementError(
            f"Line {line.judgement.line} of the judgement log undoes what no line before it says; "
            "delete it."
        )


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _BYTES_MAX:
            raise JudgementError(
                f"{path} is larger than {_BYTES_MAX:,} bytes and no judgement log."
            )
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise JudgementError(
            f"The judgement log {path} cannot be read ({error.strerror}); check --judgements."
        ) from error
    except UnicodeDecodeError as error:
        raise JudgementError(
            f"The judgement log {path} is not UTF-8 text ({error.reason}); save it as such."
        ) from error


def append(path: Path, judgements: Iterable[Judgement], *, undo: bool = False) -> None:
    """Write judgements at the end of the log, durably; the file is made where there is none."""
    lines = "".join(written(judgement, undo=undo) + "\n" for judgement in judgements)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b") as file:
            file.seek(0, os.SEEK_END)
            head = "" if file.tell() else _HEAD
            if file.tell():
                file.seek(-1, os.SEEK_END)
                head = "" if file.read(1) == b"\n" else "\n"
            file.write((head + lines).encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise JudgementError(
            f"The judgement log {path} cannot be written ({error.strerror}); check --judgements."
        ) from error


def take_back(path: Path, number: int) -> Judgement:
    """Undo the judgement of a line, by a line at the end; return the judgement.

    Raises `JudgementError` where the line holds no judgement that stands.
    """
    for judgement in read_log(path):
        if judgement.line == number:
            append(path, [judgement], undo=True)
            return judgement
    raise JudgementError(
        f"Line {number} of {path} holds no judgement that stands; kg judge list shows those that do."
    )
