"""``kg build``: articles to a graph."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from kg.cli.options import STDIN, JudgementLog, check_base, find_log
from kg.cli.terminal import console, progress_bar, say
from kg.config import Config, load

if TYPE_CHECKING:
    from kg.pipeline import BuildReport

SOME_REJECTED = 3


def build(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Articles: a file, a folder, or - (JSON Lines)."),
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="OUT", help="The folder to write into.")
    ],
    store: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The store. Default: OUT/store.sqlite.")
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Processes that annotate. Default: as needed."),
    ] = None,
    strict: Annotated[
        bool | None,
        typer.Option("--strict/--no-strict", help="Direct triples for asserted claims only."),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(metavar="IRI", callback=check_base, help="What the graph's IRIs begin with."),
    ] = None,
    text: Annotated[
        bool | None,
        typer.Option("--text/--no-text", help="Keep or leave out the text in articles.jsonl."),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The title of graph.html.")] = None,
    judgements: JudgementLog = None,
    authorities: Annotated[
        list[Path] | None,
        typer.Option(
            "--authority",
            metavar="FILE",
            help="A list of known people or places: CSV, SKOS, FollowTheMoney, Wikidata result.",
        ),
    ] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Settings in TOML; options go before it.")
    ] = None,
) -> None:
    """Read articles and write their knowledge graph.

    Articles are added to the store; what was read before is not annotated again, and running the
    same command twice changes no byte. An article that cannot be read is listed in issues.jsonl and
    the rest goes on (exit code 3). What people judged (kg judge) and lists of known people decide
    who is who, anew each time.

    \b
    Examples:
      kg build seeds -o outputs
      kg build monday/ tuesday/one.txt -o outputs --workers 4
      kg build seeds -o outputs --authority people.csv --authority places.ttl
      zcat archive.jsonl.gz | kg build - -o outputs
    """  # noqa: D301 - to click, a backspace means: keep these lines
    for path in paths:
        if path != STDIN and not Path(path).exists():
            raise typer.BadParameter(f"there is no file or folder {path!r}", param_hint="PATH")
    given: dict[str, Any] = {
        "strict": strict,
        "base": base,
        "text": text,
        "title": title,
        "workers": workers,
        "judgements": str(judgements) if judgements else None,
        "authorities": tuple(map(str, authorities)) if authorities else None,
    }
    settings = load(config) if config else Config()
    settings = replace(
        settings, **{name: value for name, value in given.items() if value is not None}
    )
    if settings.judgements is None and find_log(None).is_file():
        settings = replace(settings, judgements=str(find_log(None)))
    report = _build(paths, out, store, settings)
    _tell(report, out)
    if report.rejected:
        raise typer.Exit(SOME_REJECTED)


def _build(paths: list[str], out: Path, store: Path | None, settings: Config) -> BuildReport:
    from kg.pipeline import build as run  # noqa: PLC0415 - kg --help should not wait for it

    with progress_bar() as progress:
        return run(
            paths,
            out,
            store=store,
            workers=settings.workers,
            strict=settings.strict,
            base=settings.base,
            text=settings.text,
            title=settings.title,
            judgements=settings.judgements,
            authorities=settings.authorities,
            progress=progress,
            stdin=sys.stdin.buffer,
        )


def _tell(report: BuildReport, out: Path) -> None:
    claims = ", ".join(f"{count} {stance}" for stance, count in report.claims.items())
    total = sum(report.claims.values())
    rows = (
        ("articles", f"{report.articles} ({report.articles - report.skipped} newly annotated)"),
        ("people", str(report.people)),
        ("organisations", str(report.organisations)),
        ("places", str(report.places)),
        ("claims", f"{total} ({claims})" if claims else "0"),
        ("statements", str(report.statements)),
        ("judgements", str(report.judgements)),
        ("rejected", str(report.rejected)),
        ("seconds", f"{report.seconds:.1f}"),
    )
    table = Table(box=None, show_header=False, pad_edge=False)
    for name, value in rows:
        table.add_row(name, value)
    console().print(table)
    if report.rejected:
        say(f"What was rejected and why is in {out / 'issues.jsonl'}.")
    if report.unfollowed:
        say(
            f"{report.unfollowed} judgements or records fit nothing or too much; "
            f"{out / 'issues.jsonl'} says which."
        )
    for path in report.files:
        say(f"wrote {path}")
