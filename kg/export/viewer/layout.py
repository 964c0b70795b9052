"""Give each entity of the first view its place.

Each group of entities that hang together is laid out by itself: ForceAtlas2 keeps together what
belongs together, the group is turned so that its long axis lies level, and every entity takes the
free place nearest to where the forces put it. Then the groups are packed around the largest. The
place of an entity is a box that holds its mark and its label, so no two can overlap at zoom 1.

Positions are whole units of the screen at zoom 1, around (0, 0). The same graph gives the same
positions: the forces are seeded and nothing else is random.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEED = 7
_STEPS = 160
# Beyond this many the forces take too long (5,000 entities: more than 100 s) and a spiral must do.
FORCES_MAX = 300
_WIDTH_PER_LETTER = 6.9
_LINE_LETTERS = 16
_LINE_HEIGHT = 15
_GAP = 14
# How many times the area of its boxes a group takes: a hub with many lines needs air, a pair not.
_FEW, _ROOM_FEW, _ROOM_MANY = 8, 1.3, 1.6
# How strongly a line pulls inside a community and between two.
_TOGETHER, _APART = 3.0, 0.33
# How much more room the first so many get. A laptop shows 100 entities at a third of their size:
# on four graphs 31 names in all lay across other marks there without this, and 7 with it.
_ROOMY = ((12, 2.6), (30, 1.8))
_ASPECT = 1.15  # the part of a laptop's window that is left for the picture

Point = tuple[int, int]
Size = tuple[float, float]
Box = tuple[float, float, float, float]


def positions(
    graph: nx.Graph,
    names: Sequence[str],
    radii: Sequence[float],
    communities: Sequence[int] | None = None,
) -> list[Point]:
    """Return a place for each node of ``graph`` (numbered 0, 1, …), most important first.

    ``names`` are their labels, ``radii`` the radii of their marks and ``communities`` says who
    belongs together (-1: to nobody).
    """
    belongs = communities or [-1] * len(names)
    sizes = [
        _roomy(box_size(name, radius), place)
        for place, (name, radius) in enumerate(zip(names, radii, strict=True))
    ]
    if len(names) > FORCES_MAX:
        return _settle(_scaled(_spiral(len(names)), sizes), sizes)
    groups = sorted((sorted(group) for group in nx.connected_components(graph)), key=_by_size)
    places: dict[int, Point] = {}
    laid = [
        _group(graph, group, [sizes[node] for node in group], [belongs[node] for node in group])
        for group in groups
    ]
    for group, (spots, _), (x, y) in zip(
        groups, laid, _pack([size for _, size in laid]), strict=True
    ):
        places |= {node: (x + dx, y + dy) for node, (dx, dy) in zip(group, spots, strict=True)}
    return [places[node] for node in range(len(names))]


def box_size(name: str, radius: float) -> Size:
    """Return width and height of the box that holds a mark and its label, of one or two lines."""
    lines = 1 if len(name) <= _LINE_LETTERS else 2
    letters = len(name) if lines == 1 else min(len(name), 44) * 0.62
    width = max(2 * radius, letters * _WIDTH_PER_LETTER) + _GAP
    return width, 2 * radius + lines * _LINE_HEIGHT + _GAP


def emphasis(place: int) -> float:
    """Return how much larger the box of an entity is, by its place among the important."""
    return next((share for most, share in _ROOMY if place < most), 1.0)


def _roomy(size: Size, place: int) -> Size:
    """Return a larger box for the more important, whose names are written when all is in view."""
    return size[0] * emphasis(place), size[1] * emphasis(place)


def _by_size(group: list[int]) -> tuple[int, int]:
    return -len(group), group[0]


def _group(
    graph: nx.Graph, group: list[int], sizes: list[Size], belongs: list[int]
) -> tuple[list[Point], Size]:
    """Lay out one connected group; return places around (0, 0) and the size of the whole."""
    alone = nx.convert_node_labels_to_integers(graph.subgraph(group), ordering="sorted")
    # A subgraph keeps no order of its own; a new graph with sorted edges has one.
    ordered = nx.Graph()
    ordered.add_nodes_from(range(len(group)))
    for one, other in sorted(tuple(sorted(edge)) for edge in alone.edges()):
        together = belongs[one] == belongs[other] != -1
        ordered.add_edge(one, other, weight=_TOGETHER if together else _APART)
    spots = _settle(_scaled(_forces(ordered), sizes), sizes)
    left = min(x - w / 2 for (x, _), (w, _) in zip(spots, sizes, strict=True))
    right = max(x + w / 2 for (x, _), (w, _) in zip(spots, sizes, strict=True))
    top = min(y - h / 2 for (_, y), (_, h) in zip(spots, sizes, strict=True))
    bottom = max(y + h / 2 for (_, y), (_, h) in zip(spots, sizes, strict=True))
    middle = round((left + right) / 2), round((top + bottom) / 2)
    # A unit more each way makes good for rounding the middle.
    size = right - left + 2, bottom - top + 2
    return [(x - middle[0], y - middle[1]) for x, y in spots], size


def _pack(sizes: list[Size]) -> list[Point]:
    """Place boxes around the first, each as near to the middle as it can get."""
    if not sizes:
        return []
    taken = _Places(max(width for width, _ in sizes), max(height for _, height in sizes))
    return [taken.nearest(0, 0, size) for size in sizes]


def _forces(graph: nx.Graph) -> np.ndarray:
    count = len(graph)
    if count == 1:
        return np.zeros((1, 2))
    # A start on a spiral, important ones inside, settles into fewer crossings than a random one.
    start = dict(enumerate(_spiral(count)))
    with np.errstate(invalid="ignore"):  # networkx divides by the distance of a node to itself
        placed = nx.forceatlas2_layout(
            graph,
            pos=start,
            max_iter=_STEPS,
            scaling_ratio=3.0,
            gravity=1.0,
            weight="weight",
            seed=_SEED,
        )
    return _level(np.array([placed[node] for node in range(count)]))


def _level(points: np.ndarray) -> np.ndarray:
    """Turn the picture so that it is widest from left to right, the first point at upper left."""
    centred = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    turned = centred @ axes.T
    # The decomposition leaves the signs open; fix them, or another machine may mirror the picture.
    signs = np.where(turned[0] > 0, -1.0, 1.0)
    return np.asarray(turned * signs)


def _spiral(count: int) -> np.ndarray:
    """Return a sunflower: even spacing, the most important in the middle."""
    turn = math.pi * (3 - math.sqrt(5))
    return np.array(
        [
            (math.sqrt(i + 0.5) * math.cos(i * turn), math.sqrt(i + 0.5) * math.sin(i * turn))
            for i in range(count)
        ]
    )


def _scaled(points: np.ndarray, sizes: list[Size]) -> np.ndarray:
    """Spread the points over an area that leaves room for the lines between their boxes."""
    spread = np.abs(points).max(axis=0)
    spread[spread == 0] = 1
    room = _ROOM_FEW if len(points) <= _FEW else _ROOM_MANY
    area = sum(width * height for width, height in sizes) * room
    half_height = math.sqrt(area / _ASPECT) / 2
    # Mostly ranks in place of raw distances along each axis: forces leave knots around hubs and
    # empty land between them. With 100 entities this drew 67 names, raw distances 42.
    even = (points.argsort(axis=0).argsort(axis=0) + 0.5) / len(points) * 2 - 1
    mixed = 0.15 * points / spread + 0.85 * even
    return np.asarray(mixed * (half_height * _ASPECT, half_height))


def _settle(wished: np.ndarray, sizes: list[Size]) -> list[Point]:
    """Give each point the free place nearest to its wish, the most important ones first."""
    taken = _Places(max(width for width, _ in sizes), max(height for _, height in sizes))
    return [
        taken.nearest(float(x), float(y), size) for (x, y), size in zip(wished, sizes, strict=True)
    ]


class _Places:
    """Boxes already taken, in a grid with cells as large as the largest box."""

    def __init__(self, width: float, height: float) -> None:
        self._cell = (width, height)
        self._boxes: dict[Point, list[Box]] = {}

    def nearest(self, x: float, y: float, size: Size) -> Point:
        """Take and return the free place nearest to ``(x, y)``, searched in rings."""
        ring = 0
        while True:
            steps = max(1, ring * 8)
            for step in range(steps):
                angle = 2 * math.pi * step / steps
                spot = (
                    round(x + ring * 9 * math.cos(angle)),
                    round(y + ring * 8 * math.sin(angle)),
                )
                box = (spot[0] - size[0] / 2, spot[1] - size[1] / 2, *_corner(spot, size))
                if self._free(box):
                    self._boxes.setdefault(self._key(*spot), []).append(box)
                    return spot
            ring += 1

    def _free(self, box: Box) -> bool:
        column, row = self._key((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        return not any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
            for i in (-1, 0, 1)
            for j in (-1, 0, 1)
            for other in self._boxes.get((column + i, row + j), ())
        )

    def _key(self, x: float, y: float) -> Point:
        return math.floor(x / self._cell[0]), math.floor(y / self._cell[1])


def _corner(spot: Point, size: Size) -> tuple[float, float]:
    return spot[0] + size[0] / 2, spot[1] + size[1] / 2
