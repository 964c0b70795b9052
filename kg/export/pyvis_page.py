"""The simple second page: the most important entities as a pyvis network, made safe to open.

For people who know pyvis; the viewer (``graph.html``) is the page to work with. pyvis 0.3.2 as it
comes loads Bootstrap from the network, lets hostile names run in three places, needs minutes to
settle and writes a ``lib`` folder into the working directory. So: positions come from
`kg.export.viewer.layout` and physics is off; at most `CAP` entities, as a line above says; no
heading, menu or tooltip link is ever asked for; the Bootstrap tags are taken out; a content
security policy allows only the hashes of the scripts that are left; and we write the bytes.

Ignores evidence: an edge tells the relation, how it is said and by how many publishers.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, BinaryIO

from pyvis.network import Network

from kg.export import Exporter, ExportOptions
from kg.export.viewer import importance, layout
from kg.export.viewer.page import csp_hash
from kg.export.viewer.payload import clean_name, radius
from kg.export.viewer.reading import Reading, read
from kg.model import Polarity, Ref, Stance

if TYPE_CHECKING:
    import networkx as nx

    from kg.model import Entity, Statement
    from kg.view import View

CAP = 150

_COLOURS = {
    "Person": "#0072B2", "Organization": "#c65400", "Place": "#00805d", "Post": "#85640a",
    "Group": "#5a48b0", "Event": "#a03c8c",
}  # fmt: skip
_OTHER_COLOUR = "#757b83"
_STANCE_COLOURS = {
    Stance.ASSERTED: "#4a5560",
    Stance.REPORTED: "#8a5a00",
    Stance.HYPOTHETICAL: "#5b4bb5",
}
# Names grow and shrink with the zoom; the boxes of the layout have room for so much.
_FONT_PX = 13
_NEGATIVE_COLOUR = "#b3261e"
_OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "keyboard": {"enabled": True, "bindToWindow": False}},
    "edges": {"smooth": False, "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}}},
}

_NETWORK_TAGS = re.compile(
    r"<link\b[^>]*\bhref=[^>]*>|<script\b[^>]*\bsrc=[^>]*>\s*</script>|<!--.*?-->", re.DOTALL
)
_INLINE = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL)
_EMPTY_HEADING = re.compile(r"<center>\s*<h1></h1>\s*</center>")


def write(view: View, out: BinaryIO, options: ExportOptions) -> None:
    """Write the page of the `CAP` most important entities of ``view``."""
    reading = read(view)
    joined = importance.joined(reading)
    ranked = importance.by_importance(reading, joined)
    shown = importance.first_view(ranked, joined, CAP)
    page = _harden(_network(reading, joined, shown).generate_html())
    note = f"{clean_name(options.title)}: showing {len(shown)} of {len(ranked)} entities"
    out.write(_titled(page, note).encode("utf-8", "replace"))


def _network(reading: Reading, joined: nx.Graph, shown: list[Entity]) -> Network:
    network = Network(height="92vh", width="100%", directed=True, cdn_resources="in_line")
    at = {entity.id: number for number, entity in enumerate(shown)}
    graph = joined.subgraph(at)
    numbered = type(joined)()
    numbered.add_nodes_from(range(len(shown)))
    numbered.add_edges_from((at[a], at[b]) for a in at for b in graph[a] if at[a] < at[b])
    radii = [radius(joined.degree(entity.id)) for entity in shown]
    names = [clean_name(entity.name) for entity in shown]
    places = layout.positions(numbered, names, radii)
    for entity, name, size, (x, y) in zip(shown, names, radii, places, strict=True):
        colour = _COLOURS.get(entity.type, _OTHER_COLOUR)
        network.add_node(
            at[entity.id], label=name, title=_plain(entity.type), x=x, y=y,
            size=size, color=colour, shape="dot",
            font={"size": round(_FONT_PX * layout.emphasis(at[entity.id]))},
        )  # fmt: skip
    for statement in reading.statements:
        _add_edge(network, statement, at)
    network.set_options(json.dumps(_OPTIONS))
    return network


def _add_edge(network: Network, statement: Statement, at: dict[str, int]) -> None:
    one, other = statement.subject.id, statement.object
    if one not in at or not isinstance(other, Ref) or other.id not in at:
        return
    negative = statement.polarity is Polarity.NEGATIVE
    said = f"{statement.polarity.value}, {statement.stance.value}"
    network.add_edge(
        at[one],
        at[other.id],
        title=_plain(f"{statement.predicate.label} ({said}; publishers: {statement.publishers})"),
        color=_NEGATIVE_COLOUR if negative else _STANCE_COLOURS[statement.stance],
        dashes=negative or statement.stance is not Stance.ASSERTED,
        width=1 + min(4, statement.publishers - 1),
    )


def _plain(text: str) -> str:
    """Take the word away that makes pyvis show titles as markup."""
    return re.sub("href", "hre\u200bf", clean_name(text), flags=re.IGNORECASE)


def _harden(page: str) -> str:
    """Take out everything from the network, and allow by hash only the scripts that are left."""
    page = _EMPTY_HEADING.sub("", _NETWORK_TAGS.sub("", page))
    hashes = " ".join(csp_hash(source) for source in _INLINE.findall(page))
    policy = (
        # The network library sets style attributes, so styles cannot be held to hashes.
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'; connect-src 'none'"
    )
    head = f'<head><meta http-equiv="Content-Security-Policy" content="{policy}">'
    return page.replace("<head>", head, 1)


def _titled(page: str, note: str) -> str:
    words = html.escape(note)
    page = page.replace("</head>", f"<title>{words}</title></head>", 1)
    return page.replace("<body>", f'<body><p style="font:16px sans-serif">{words}</p>', 1)


EXPORTER = Exporter("pyvis", "graph-pyvis.html", write)
