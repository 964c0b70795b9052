"""Places of the first view: no two boxes overlap, and the same graph is placed the same."""

import networkx as nx
import pytest

from kg.export.viewer.layout import box_size, positions


def graph(count: int) -> nx.Graph:
    return nx.barabasi_albert_graph(count, 2, seed=4) if count > 2 else nx.path_graph(count)


NAMES = ("Ed", "Tomás Ibarra", "a very long name of a committee of inquiry", "Norvik Energy")


@pytest.mark.parametrize("count", [0, 1, 2, 3, 60, 400])
def test_no_two_boxes_overlap(count):
    names = [NAMES[i % len(NAMES)] for i in range(count)]
    radii = [9 + i % 18 for i in range(count)]
    places = positions(graph(count), names, radii)
    assert len(places) == count
    sizes = [box_size(name, radius) for name, radius in zip(names, radii, strict=True)]
    for i, ((x, y), (width, height)) in enumerate(zip(places, sizes, strict=True)):
        for (x2, y2), (width2, height2) in zip(places[:i], sizes[:i], strict=True):
            apart = abs(x - x2) * 2 >= width + width2 or abs(y - y2) * 2 >= height + height2
            assert apart, (x, y, x2, y2)


def test_same_graph_same_places():
    names = ["x"] * 40
    radii = [9.0] * 40
    assert positions(graph(40), names, radii) == positions(graph(40), names, radii)


def test_neighbours_stand_nearer_than_strangers():
    two = nx.disjoint_union(nx.complete_graph(8), nx.complete_graph(8))
    two.add_edge(0, 8)
    places = positions(two, ["x"] * 16, [9.0] * 16)

    def mean(pairs: list[tuple[int, int]]) -> float:
        gaps = [
            abs(places[a][0] - places[b][0]) + abs(places[a][1] - places[b][1]) for a, b in pairs
        ]
        return sum(gaps) / len(gaps)

    inside = [(a, b) for a in range(8) for b in range(a)]
    across = [(a, b) for a in range(8) for b in range(8, 16)]
    assert mean(inside) < mean(across)
