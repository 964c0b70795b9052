"""By which ids a thing was known before more articles told more of it.

    "Donald Trump" in one article, "Donald J. Trump" in another   →   one person, whose id is made
    of the longer name; the id made of the shorter, which a build of the first article alone gives,
    leads to it

An id is made of a name, and names grow with the articles. The former ids of a thing are those that
each of its articles alone would give it: they follow from the articles and not from who built what
when, so any split of the articles into runs says the same. An id that two things could have had,
or that a thing has now, is nobody's former id. Ids of namesakes that their name alone did not tell
apart are remembered by the store (`kg.store.view.StoredView.succeeding`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from kg import ids
from kg.resolve.canonical import name_alone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import ArticleEntity, Entity


def with_former_ids(
    entities: Sequence[Entity], members: Iterable[ArticleEntity], links: Mapping[str, str]
) -> list[Entity]:
    """Return the entities, those that articles share with the ids that one of them gives.

    ``links`` gives the entity of every member.
    """
    by_id = {member.id: member for member in members}
    now = frozenset(entity.id for entity in entities)
    things = {e.id: _made_of_names(e, by_id) for e in entities if not e.local and e.type != "Post"}
    things = _unshared(things, now)
    posts = {e.id: _of_posts(e, by_id, links, things) for e in entities if e.type == "Post"}
    former = things | _unshared(posts, now)
    return [
        replace(e, former_ids=tuple(sorted(known))) if (known := former.get(e.id)) else e
        for e in entities
    ]


def _unshared(found: Mapping[str, set[str]], now: frozenset[str]) -> dict[str, set[str]]:
    """Return the ids that one entity alone can have had and that none has."""
    claimed = Counter(id_ for former in found.values() for id_ in former)
    return {
        entity: {id_ for id_ in former if claimed[id_] == 1 and id_ not in now}
        for entity, former in found.items()
    }


def _made_of_names(entity: Entity, members: Mapping[str, ArticleEntity]) -> set[str]:
    names = {name_alone(entity.type, members[m]) for m in entity.members if m in members}
    return {ids.entity_id(entity.type, name) for name in names}


def _of_posts(
    entity: Entity,
    members: Mapping[str, ArticleEntity],
    links: Mapping[str, str],
    former: Mapping[str, set[str]],
) -> set[str]:
    """Return the ids of a post by its labels and by the former ids of what it is of."""
    found: set[str] = set()
    for member in (members[m] for m in entity.members if m in members):
        of = links.get(member.of) if member.of else None
        name = name_alone("Post", member)
        seats = [(of,), *((id_,) for id_ in former.get(of, ()))] if of else [()]
        found |= {ids.entity_id("Post", name, *seat) for seat in seats}
    return found
