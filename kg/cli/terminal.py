"""How the commands talk: messages and progress on standard error, safe whatever a title holds."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar
from rich.text import Text

from kg.log import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.pipeline import Progress

_LABEL_WIDTH = 10


def console() -> Console:
    """Return standard error as it is now, which a test may have replaced."""
    return Console(stderr=True, highlight=False)


def say(message: str) -> None:
    """Write one line of talk, with control characters shown."""
    print(visible(message), file=sys.stderr)  # noqa: T201 - talk goes to standard error


class _Rate(ProgressColumn):
    """Articles a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f} articles/s" if speed else "", style="progress.data.speed")


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None]]:
    """Yield what a build reports to: a bar on a terminal, nothing elsewhere."""
    screen = console()
    if not screen.is_terminal:
        yield lambda _: None
        return
    with Bar(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        console=screen,
        transient=True,
    ) as bar:
        yield _reporter(bar)


def _reporter(bar: Bar) -> Callable[[Progress], None]:
    tasks = {}

    def report(progress: Progress) -> None:
        if progress.stage not in tasks:
            label = progress.stage.ljust(_LABEL_WIDTH)
            tasks[progress.stage] = bar.add_task(label, total=progress.total or None)
        bar.update(tasks[progress.stage], completed=progress.done)

    return report
