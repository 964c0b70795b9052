"""The viewer: one HTML file to search, read and check a graph in, with no network.

    write(view, out, ExportOptions(title="Port Halden"))

`reading` takes in the view, `importance` chooses what is seen first, `layout` places it, `payload`
turns it into data, `page` into a file. The page's own code is in ``page/``. The file is a function
of the view alone: the same view gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kg.export import Exporter, ExportOptions
from kg.export.viewer.page import render
from kg.export.viewer.payload import payload

if TYPE_CHECKING:
    from kg.view import View

# A page of so many entities has some five megabytes, one of a sixth when compressed.
COMPRESSED_ABOVE = 5_000


def write(view: View, out: BinaryIO, options: ExportOptions) -> None:
    """Write the viewer of ``view``; without ``options.text`` it quotes evidence sentences only."""
    graph, texts = payload(view, options)
    compress = len(graph["entities"]) > COMPRESSED_ABOVE
    out.write(render(options.title, graph, texts, compress=compress).encode("utf-8"))


EXPORTER = Exporter("viewer", "graph.html", write)
