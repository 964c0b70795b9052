"""People who are named with one surname here and with two there.

    Elena Robles Pardo, Elena Robles     Spanish papers often leave out the mother's
    Ida Voss-Lund, Ida Voss              a name added by marriage

They are one if the articles show a post that few hold, or say the same around both names, and if
nobody else fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Verdict
from kg.names import name_key, split
from kg.resolve.bearers import gender_of, text_name
from kg.resolve.comparing import telling_posts
from kg.resolve.rulings import Ruling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.names import PersonName
    from kg.resolve.deciding import Corpus
    from kg.resolve.grouping import Group

_SHOWN = 4
_TWO = 2


def shortened(groups: Sequence[Group], corpus: Corpus) -> Iterator[Ruling]:
    """Yield which people of two surnames are those of one."""
    people = [group for group in groups if group.type == "Person"]
    named: dict[str, list[int]] = {}
    for number, group in enumerate(people):
        for key in _keys(group):
            named.setdefault(key, []).append(number)
    for number, group in enumerate(people):
        short = sorted(
            {n for key in _without_last(group) for n in named.get(key, ()) if n != number}
        )
        found = [(n, why) for n in short if (why := _evidence(group, people[n], corpus))]
        if len(found) == 1:
            yield _ruling(group, people[found[0][0]], found[0][1])


def _ruling(longer: Group, shorter: Group, why: str) -> Ruling:
    names = sorted({name for group in (longer, shorter) for name in _names(group)})
    return Ruling(
        verdict=Verdict.SAME,
        left=frozenset({longer.members[0].id}),
        right=frozenset({shorter.members[0].id}),
        subject=" and ".join(names[:_TWO]),
        line=0,
        because=f"one has a surname more; {why}",
    )


def _names(group: Group) -> set[str]:
    return {name.full for m in group.members if (name := text_name(m))}


def _keys(group: Group) -> set[str]:
    return {name_key(name) for name in _names(group)}


def _without_last(group: Group) -> set[str]:
    """Return the full names, as keys, that are left without the last of two surnames."""
    return {short for name in _names(group) if (short := _short(split(name)))}


def _short(name: PersonName) -> str:
    first, hyphen, _ = name.surname.rpartition("-")
    if hyphen:
        return name_key(f"{name.given} {first}")
    spelt_out = [word for word in name.middle if len(name_key(word)) > 1]
    return name_key(f"{name.given} {spelt_out[-1]}") if spelt_out else ""


def _evidence(longer: Group, shorter: Group, corpus: Corpus) -> str | None:
    genders = {g for group in (longer, shorter) for m in group.members if (g := gender_of(m))}
    together = {m.article for m in longer.members} & {m.article for m in shorter.members}
    if len(genders) > 1 or together:
        return None
    posts = [frozenset(p.lower() for m in g.members for p in m.posts) for g in (longer, shorter)]
    held = sorted(telling_posts(posts[0]) & telling_posts(posts[1]))
    words = corpus.of_both(longer.members, shorter.members)
    if held:
        return f"both {held[0]}"
    return f"both with {', '.join(words[:_SHOWN])}" if words else None
