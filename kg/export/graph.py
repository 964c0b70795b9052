"""The graph as networkx has it: entities as nodes, statements as edges that carry their evidence.

    >>> graph = to_networkx(view)                                              # doctest: +SKIP
    >>> [data["label"] for _, _, data in graph.out_edges(who, data=True)]      # doctest: +SKIP
    ['holds', 'offered']

Edges are statements of every polarity and stance, so filter on ``polarity`` and ``stance`` before
taking one for a fact. A statement without an object is no edge; one whose object is a value ends in
a node of the type ``Literal``. Articles and sources are left out: ``claims`` leads to the tables.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

import networkx as nx

from kg import ids
from kg.export import Exporter, ExportOptions
from kg.model import Literal, Ref

if TYPE_CHECKING:
    from kg.model import Claim, Entity, Statement
    from kg.view import View

# XML 1.0 has no way to write these, not even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_networkx(view: View) -> nx.MultiDiGraph[str]:
    """Return the statements between entities, nodes and edges keyed by id, in the view's order."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in view.entities():
        graph.add_node(entity.id, **_entity(entity))
    best = _best_claims(view)
    for statement in view.statements():
        _add_statement(graph, statement, best)
    return graph


def _entity(entity: Entity) -> dict[str, object]:
    return {
        "name": entity.name,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "same_as": list(entity.same_as),
        "articles": entity.articles,
        "mentions": entity.mentions,
        "local": entity.local,
        "anonymous": entity.anonymous,
    }


def _best_claims(view: View) -> dict[str, tuple[float, str, str]]:
    """Return confidence, quote and article of each claim."""
    return {claim.id: _support(claim) for claim in view.claims()}


def _support(claim: Claim) -> tuple[float, str, str]:
    return claim.confidence, claim.evidence.quote, claim.article


def _add_statement(
    graph: nx.MultiDiGraph[str],
    statement: Statement,
    supports: dict[str, tuple[float, str, str]],
) -> None:
    if statement.object is None:
        return
    known = [(supports[id_], id_) for id_ in statement.claims if id_ in supports]
    # The most confident claim speaks for the statement; of equals, the first by id.
    best = min(known, key=lambda pair: (-pair[0][0], pair[1]))[0] if known else (0.0, "", "")
    subject = _node(graph, statement.subject)
    graph.add_edge(
        subject,
        _node(graph, statement.object),
        key=statement.id,
        predicate=statement.predicate.id,
        label=statement.predicate.label,
        lemma=statement.predicate.lemma,
        polarity=str(statement.polarity),
        stance=str(statement.stance),
        status=str(statement.status or ""),
        since=statement.since or "",
        until=statement.until or "",
        belief=statement.belief,
        articles=statement.articles,
        claims=list(statement.claims),
        quote=best[1],
        article=best[2],
    )


def _node(graph: nx.MultiDiGraph[str], value: Ref | Literal) -> str:
    """Return the node of a reference, making one for what is no entity of the view."""
    if isinstance(value, Literal):
        id_ = f"literal/{ids.digest(value.value, value.datatype)}"
        graph.add_node(id_, name=value.value, type="Literal", datatype=value.datatype)
        return id_
    if value.id not in graph:
        graph.add_node(value.id, name=value.name, type=value.type)
    return value.id


def write(view: View, out: BinaryIO, _options: ExportOptions) -> None:
    """Write the graph as GraphML, for Gephi, yEd and Cytoscape."""
    graph = to_networkx(view)
    for _, data in graph.nodes(data=True):
        _flatten(data)
    for _, _, data in graph.edges(data=True):
        _flatten(data)
    nx.write_graphml_xml(graph, out, named_key_ids=True)


def _flatten(data: dict[str, object]) -> None:
    """Make every value one that GraphML can hold: lists become lines, controls disappear."""
    for key, value in data.items():
        if isinstance(value, list):
            data[key] = _NO_XML.sub("", "\n".join(value))
        elif isinstance(value, str):
            data[key] = _NO_XML.sub("", value)


EXPORTER = Exporter("graphml", "graph.graphml", write, default=False)
