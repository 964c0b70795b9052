"""Choose the entities that a reporter wants to see first.

People, organisations, places, posts and groups, by PageRank over everything said about them. A
phrase of one article ("freedom to do his job") adds to the weight of whoever it is said of, but has
no place of its own in the first view, except where it joins two entities that are shown.

Ignores dates and belief: what was said long ago or by few counts as much as anything else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from kg.export.viewer.reading import Reading
    from kg.model import Entity

# Types that are words rather than things, even where they are not marked local.
_WORDS = frozenset({"Phrase", "Other"})
# So many phrases at most: more of them and the picture is about words, not about people.
_BRIDGES_MAX = 12


def joined(reading: Reading) -> nx.Graph:
    """Return the undirected graph of entities; an edge's ``weight`` counts what joins its ends."""
    graph = nx.Graph()
    graph.add_nodes_from(reading.entities)
    for one, other in reading.links():
        if one == other:
            continue
        weight = graph[one][other]["weight"] + 1 if graph.has_edge(one, other) else 1
        graph.add_edge(one, other, weight=weight)
    return graph


def by_importance(reading: Reading, graph: nx.Graph) -> list[Entity]:
    """Return all entities, the most important first; ties by name and id."""
    score = nx.pagerank(graph, weight="weight") if len(graph) else {}

    def order(entity: Entity) -> tuple[bool, float, str, str]:
        return (is_words(entity), -round(score[entity.id], 9), entity.name, entity.id)

    return sorted(reading.entities.values(), key=order)


def is_words(entity: Entity) -> bool:
    """Tell whether an entity is only words of one article: a phrase, an unnamed source."""
    return entity.local or entity.anonymous or entity.type in _WORDS


def first_view(ranked: list[Entity], graph: nx.Graph, count: int) -> list[Entity]:
    """Return at most ``count`` entities to show first, the most important first.

    Things that are joined to another thing come first, then phrases that join two of those, and
    last things that would stand alone: they fill a small picture and are left out of a large one.
    """
    things = [e for e in ranked if not is_words(e) and graph.degree(e.id)]
    known = {entity.id for entity in things}
    joined_things = [e for e in things if any(other in known for other in graph[e.id])][:count]
    shown = {entity.id for entity in joined_things}
    bridges = [
        entity
        for entity in ranked
        if is_words(entity) and sum(other in shown for other in graph[entity.id]) > 1
    ][:_BRIDGES_MAX]
    alone = [entity for entity in things if entity.id not in shown]
    chosen = {entity.id for entity in (joined_things + bridges + alone)[:count]}
    return [entity for entity in ranked if entity.id in chosen]
