"""Find who belongs together, and name each community after its main entities.

Louvain's method over the links between things, weighted by how much is said; phrases of one article
belong to nobody. Only the most important things are sorted, for nothing else is ever drawn in
numbers. The same graph gives the same communities: nodes are numbers, and the seed is fixed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from kg.export.viewer.importance import is_words

if TYPE_CHECKING:
    from kg.model import Entity

_SEED = 7
# Louvain takes about a second for so many; a picture holds a tenth of them.
SORTED_MAX = 2000
# Two are a pair, not a community.
_MEMBERS_MIN = 3


def communities(ranked: list[Entity], joined: nx.Graph) -> list[list[int]]:
    """Return communities as places in ``ranked``, each most important first, as they themselves."""
    chosen = [at for at, entity in enumerate(ranked) if not is_words(entity)][:SORTED_MAX]
    place = {ranked[at].id: at for at in chosen}
    graph = nx.Graph()
    graph.add_nodes_from(chosen)
    links = sorted(
        (min(place[one], place[other]), max(place[one], place[other]), weight)
        for one, other, weight in joined.edges(place, data="weight")
        if one in place and other in place
    )
    graph.add_weighted_edges_from(links)
    found = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    return sorted(sorted(group) for group in found if len(group) >= _MEMBERS_MIN)
