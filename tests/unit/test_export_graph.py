"""The networkx graph and its GraphML file."""

from io import BytesIO

import builders as b
import networkx as nx

from kg.export import ExportOptions
from kg.export.graph import to_networkx, write


def test_entities_are_nodes():
    graph = to_networkx(b.sample_view())
    assert graph.nodes[b.LINDQVIST.id]["name"] == "Mara Lindqvist"
    assert graph.nodes[b.OFFICIALS.id]["anonymous"] is True


def test_statements_are_edges_with_their_best_quote():
    graph = to_networkx(b.sample_view())
    edges = graph.get_edge_data(b.LINDQVIST.id, b.RESIGNATION.id)
    assert len(edges) == 1
    (edge,) = edges.values()
    assert (edge["polarity"], edge["stance"], edge["belief"]) == ("positive", "reported", 0.83)
    assert edge["claims"] == sorted([b.OFFER_CLAIM.id, b.SECOND_OFFER_CLAIM.id])
    assert edge["quote"] == b.SECOND_OFFER_CLAIM.evidence.quote  # 0.9 against 0.87


def test_a_statement_without_object_is_no_edge():
    graph = to_networkx(b.sample_view())
    assert graph.out_degree(b.FERRY.id) == 0


def test_a_value_is_a_node_of_its_own():
    graph = to_networkx(b.sample_view())
    (value,) = graph.successors(b.MINISTRY.id)
    assert graph.nodes[value] == {"name": "412", "type": "Literal", "datatype": "xsd:integer"}


def test_the_order_is_that_of_the_view():
    view = b.sample_view()
    nodes = list(to_networkx(view))
    assert nodes[: len(b.ENTITIES)] == [entity.id for entity in view.entities()]


def test_graphml_holds_any_text():
    hostile = b.entity("Person", "a\x00b\x1b]]>&<\ud800\ufffe", aliases=("x", "y"))
    out = BytesIO()
    write(b.make_view(entities=(hostile,)), out, ExportOptions())
    # Our own file: nothing in it can name an entity or another document.
    read = nx.read_graphml(BytesIO(out.getvalue()))
    assert read.nodes[hostile.id]["name"] == "ab]]>&<"
    assert read.nodes[hostile.id]["aliases"] == "x\ny"
