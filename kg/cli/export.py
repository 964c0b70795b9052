"""``kg export``: some formats alone, from the store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg import ids
from kg.cli.options import Out, StoreFile, check_base, find_store
from kg.cli.terminal import say


def export(
    formats: Annotated[
        list[str] | None,
        typer.Argument(metavar="FORMAT...", help="What to write; without one, all are listed."),
    ] = None,
    out: Out = Path(),
    store: StoreFile = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Direct triples for asserted claims only.")
    ] = False,
    base: Annotated[
        str,
        typer.Option(metavar="IRI", callback=check_base, help="What the graph's IRIs begin with."),
    ] = ids.DEFAULT_BASE,
    text: Annotated[
        bool, typer.Option("--text/--no-text", help="Keep or leave out the articles' text.")
    ] = True,
) -> None:
    """Write formats from a store that was built before.

    \b
    Examples:
      kg export                                    (lists the formats)
      kg export graphml turtle -o outputs
      kg export claims -o out --store outputs/store.sqlite
    """  # noqa: D301 - to click, a backspace means: keep these lines
    from kg.export import ExportOptions, exporters, write_all  # noqa: PLC0415 - loads every format
    from kg.store import StoredView  # noqa: PLC0415 - as above

    known = exporters()
    if not formats:
        for exporter in known.values():
            typer.echo(f"{exporter.name}\t{exporter.filename}")
        return
    if unknown := [name for name in formats if name not in known]:
        raise typer.BadParameter(
            f"no such format: {', '.join(unknown)}; there are {', '.join(known)}",
            param_hint="FORMAT",
        )
    options = ExportOptions(base=base, strict=strict, text=text)
    with StoredView(find_store(store)) as view:
        for path in write_all(view, out, options, formats):
            say(f"wrote {path}")
