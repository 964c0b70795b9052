"""``kg``: the commands together, and what each error means as an exit code.

0 done · 1 failed · 2 usage · 3 done but some articles were rejected · 4 validation abort
75 store busy · 130, 143 stopped by Ctrl-C or a signal
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from importlib import metadata
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from kg.cli.ask import ask
from kg.cli.build import build
from kg.cli.doctor import doctor
from kg.cli.export import export
from kg.cli.judge import judge
from kg.cli.query import query
from kg.cli.show import show
from kg.cli.terminal import say
from kg.cli.tuples import tuples
from kg.cli.validate import validate
from kg.errors import KgError, StoreLocked, ValidationFailed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

FAILED, INVALID, BUSY = 1, 4, 75
_BY_SIGNAL = 128

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    # Help is read in logs and pipes too; plain text keeps its examples on their lines.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in (build, show, ask, judge, query, export, tuples, validate, doctor):
    app.command()(_command)


class _StoppedError(BaseException):
    """A signal asks for an end; not an `Exception`, so that no stage takes it for a bad article."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newskg {metadata.version('newskg')}")
        raise typer.Exit


@app.callback()
def kg(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="The version.")
    ] = False,
) -> None:
    """Make a knowledge graph of news articles: who did what, who says so, and the exact sentence.

    \b
    Start here:
      kg build seeds -o outputs        then open outputs/graph.html
      kg show "Jeff Sessions"          what the articles say, with quotes
      kg COMMAND --help                examples of each command
    """  # noqa: D301 - to click, a backspace means: keep these lines


def run(argv: Sequence[str] | None = None) -> NoReturn:
    """Run a command line and end the process with its exit code."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    sys.exit(main(argv))


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code."""
    try:
        code = _invoke(argv)
    except _StoppedError as stopped:
        code = _BY_SIGNAL + stopped.number
    except BrokenPipeError:
        # Whoever read the output has gone, as in kg query … | head: nothing to say, or to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KgError as error:
        say(f"kg: {error}")
        return _exit_code(error)
    except Exception:  # noqa: BLE001 - the boundary: whatever it is, an exit code and no silence
        traceback.print_exc()
        say("kg: this is a fault of newskg, not yours; please report the lines above.")
        return FAILED
    if code > _BY_SIGNAL:
        say("kg: stopped; the same command goes on from here.")
    return code


def _invoke(argv: Sequence[str] | None) -> int:
    try:
        app(args=argv, prog_name="kg")
    except SystemExit as end:
        sys.stdout.flush()
        return end.code if isinstance(end.code, int) else FAILED
    return 0


def _exit_code(error: KgError) -> int:
    if isinstance(error, StoreLocked):
        return BUSY
    return INVALID if isinstance(error, ValidationFailed) else FAILED


def _stop(number: int, _frame: FrameType | None) -> None:
    raise _StoppedError(number)
