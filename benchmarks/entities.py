"""Measure named people, organisations and places on GUM news: found, typed, kept together.

    python benchmarks/entities.py SHARED --part develop [--errors]

*Names*: a gold mention of those types whose head is a proper noun by GUM's tags, against our named
mentions of the same type whose head is one, by head word. GUM marks no adjectives (``Afghan`` of
``the Afghan team``), which are names of the country to us; ``with adjectives`` counts ours all the
same. GUM has groups of people (``Muslims``) among persons and buildings among places, so ours are
taken for such; ``own types`` leaves them out. GUM calls a state that acts an organization; ``merged``
takes places and organisations as one type. GUM also marks names inside names (``Warhol`` of ``the
Andy Warhol Foundation``); ``outer`` leaves those out of what is to be found.

*Linked entities*: an entity with a Wikipedia title is right when its names are all in one cluster
of ours and no other entity's name is in it, first by the outer names, then by all; ``all mentions``
asks the same of all gold mentions that we have at all. Other types (events, works, dates) are
ignored.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from chains import Tally
from coreference import Read, read_part
from gum import PROPER, GoldMention, GumDocument
from measures import run
from own import OwnMention, paired

TYPES = ("person", "organization", "place")
OWN_TYPE = {"Person": "person", "Organization": "organization", "Place": "place"}
GUM_TYPE = {**OWN_TYPE, "Group": "person", "Facility": "place"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedEntity:
    """A gold entity with a Wikipedia title, and whether a cluster of ours is it.

    ``outer_right`` is None where it is named only inside other names.
    """

    title: str
    type: str
    named: int
    outer_right: bool | None
    names_right: bool
    all_right: bool
    why: str


def gold_names(gum: GumDocument) -> list[GoldMention]:
    """Return the named people, organisations and places of a document."""
    return [m for m in gum.entities if m.type in TYPES and gum.words[m.head].tag in PROPER]


def own_names(read: Read, types: Mapping[str, str] = GUM_TYPE) -> list[OwnMention]:
    """Return our named mentions of some types whose head is a proper noun."""
    return [m for m in all_names(read, types) if read.gum.words[m.head].tag in PROPER]


def all_names(read: Read, types: Mapping[str, str] = GUM_TYPE) -> list[OwnMention]:
    """Return our named mentions of some types, adjectives such as ``Afghan`` too."""
    return [m for m in read.own if m.kind == "name" and m.type in types]


def outer_names(gum: GumDocument) -> list[GoldMention]:
    """Return the named mentions that are no part of another name."""
    names = gold_names(gum)
    return [m for m in names if not any(_is_part(gum, m, other) for other in names)]


def _is_part(gum: GumDocument, inner: GoldMention, outer: GoldMention) -> bool:
    """Tell ``Southern Indiana`` of ``the University of Southern Indiana`` from a possessor."""
    if inner == outer or not outer.start <= inner.start < inner.end <= outer.end:
        return False
    before = inner.end <= outer.head and gum.words[inner.end - 1].tag != "POS"
    after = inner.start - 2 == outer.head and gum.words[inner.start - 1].form == "of"
    return before or after


def name_tallies(documents: Sequence[Read]) -> dict[str, Tally]:
    """Return by type, and under all types taken in several ways, what was found."""
    ways = ("all", "with adjectives", "own types", "merged", "untyped", "outer")
    tallies = dict.fromkeys((*ways, *TYPES), Tally())
    for read in documents:
        gold, own = gold_names(read.gum), own_names(read)
        matched = _matched(own, gold)
        right = Counter(theirs for mine, theirs in matched.values() if mine == theirs)
        tallies["all"] += _tally(right.total(), len(gold), len(own))
        tallies["with adjectives"] += _typed(all_names(read), gold)
        tallies["own types"] += _typed(all_names(read, OWN_TYPE), gold)
        merged = sum(_merged(mine) == _merged(theirs) for mine, theirs in matched.values())
        tallies["merged"] += _tally(merged, len(gold), len(own))
        tallies["untyped"] += _tally(len(matched), len(gold), len(own))
        outer = outer_names(read.gum)
        found = sum(gold[j] in outer for j in matched)
        tallies["outer"] += Tally(found, len(outer), len(matched), len(own))
        for type_ in TYPES:
            there = sum(m.type == type_ for m in gold)
            given = sum(GUM_TYPE[m.type] == type_ for m in own)
            tallies[type_] += _tally(right[type_], there, given)
    return tallies


def _matched(own: Sequence[OwnMention], gold: Sequence[GoldMention]) -> dict[int, tuple[str, str]]:
    """Return our type and GUM's of each gold mention that we have, by its number."""
    return {j: (GUM_TYPE[own[i].type], gold[j].type) for i, j in paired(own, gold).items()}


def _typed(own: Sequence[OwnMention], gold: Sequence[GoldMention]) -> Tally:
    right = sum(mine == theirs for mine, theirs in _matched(own, gold).values())
    return _tally(right, len(gold), len(own))


def _merged(type_: str) -> str:
    return "person" if type_ == "person" else "place"


def _tally(right: int, there: int, given: int) -> Tally:
    return Tally(found=right, there=there, right=right, given=given)


def linked_entities(read: Read) -> list[LinkedEntity]:
    """Return the linked people, organisations and places that are named, in order of mention."""
    gold = read.gum.entities
    pairs = paired(read.own, gold)
    cluster = {j: read.own[i].chain for i, j in pairs.items()}
    inside: dict[int, set[str]] = {}
    named_inside: dict[int, set[str]] = {}
    for j, number in cluster.items():
        inside.setdefault(number, set()).add(gold[j].chain)
        if _named(read.gum, gold[j]):
            named_inside.setdefault(number, set()).add(gold[j].chain)
    outer = set(outer_names(read.gum))
    titles = {m.chain: m.title for m in reversed(gold) if m.title and m.type in TYPES}
    found = []
    for chain in dict.fromkeys(m.chain for m in gold if m.chain in titles):
        mentions = [j for j, m in enumerate(gold) if m.chain == chain]
        named = [j for j in mentions if _named(read.gum, gold[j])]
        own_right = [cluster.get(j) for j in named if gold[j] in outer]
        if named:
            found.append(
                LinkedEntity(
                    title=titles[chain],
                    type=gold[named[0]].type,
                    named=len(named),
                    outer_right=_one_alone(own_right, named_inside) if own_right else None,
                    names_right=_one_alone([cluster.get(j) for j in named], named_inside),
                    all_right=_one_alone(
                        [cluster.get(j) for j in mentions if j in cluster], inside
                    ),
                    why=_why(read, named, cluster, named_inside),
                )
            )
    return found


def _named(gum: GumDocument, mention: GoldMention) -> bool:
    return gum.words[mention.head].tag in PROPER


def _one_alone(clusters: list[int | None], inside: dict[int, set[str]]) -> bool:
    """Tell whether these are one cluster, which holds no other entity."""
    different = set(clusters)
    if len(different) != 1:
        return False
    (only,) = different
    return only is not None and len(inside[only]) == 1


def _why(read: Read, named: list[int], cluster: dict[int, int], inside: dict[int, set[str]]) -> str:
    """Say what is wrong with an entity's names, empty where nothing is."""
    gum = read.gum
    missing = [gum.string(gum.entities[j]) for j in named if j not in cluster]
    chains = dict.fromkeys(cluster[j] for j in named if j in cluster)
    mixed = [
        gum.string(m)
        for j, m in enumerate(gum.entities)
        if cluster.get(j) in chains and m.chain != gum.entities[named[0]].chain and _named(gum, m)
    ]
    parts = [f"not found: {missing}"] if missing else []
    parts += [f"in {len(chains)} clusters"] if len(chains) > 1 else []
    parts += [f"with {mixed}"] if mixed and any(len(inside[c]) > 1 for c in chains) else []
    return "; ".join(parts)


def measure(shared: Path) -> dict[str, float]:
    """Return the main numbers of the development and the training part."""
    found: dict[str, float] = {}
    for part in ("develop", "train"):
        documents = read_part(shared, part)
        for name, tally in name_tallies(documents).items():
            found[f"entities {part} {name} precision"] = tally.precision
            found[f"entities {part} {name} recall"] = tally.recall
            found[f"entities {part} {name} F1"] = tally.f1
        linked = [e for read in documents for e in linked_entities(read)]
        for name, share in linked_shares(linked).items():
            found[f"entities {part} linked, {name}"] = share
    return found


def linked_shares(linked: Sequence[LinkedEntity]) -> dict[str, float]:
    """Return the shares of linked entities that are right."""
    outer = [e.outer_right for e in linked if e.outer_right is not None]
    several = [e.outer_right for e in linked if e.outer_right is not None and e.named > 1]
    return {
        "outer names right": _share(outer),
        "outer names right, of those named more than once": _share(several),
        "names right": _share([e.names_right for e in linked]),
        "all mentions right": _share([e.all_right for e in linked]),
    }


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


def print_errors(read: Read) -> None:
    """Print names that only one side has or that are typed otherwise, and linked entities amiss."""
    print(f"\n=== {read.gum.name}")
    gold, own = gold_names(read.gum), own_names(read)
    pairs = paired(own, gold)
    for i, mine in enumerate(own):
        text = read.gum.text[read.gum.words[mine.start].start : read.gum.words[mine.end - 1].end]
        if i not in pairs:
            other = [m for m in read.gum.entities if m.head == mine.head]
            says = [f"{m.type} {read.gum.string(m)!r}" for m in other] or "nothing"
            print(f"SPURIOUS {mine.type} {text!r}; gold: {says}")
        elif GUM_TYPE[mine.type] != gold[pairs[i]].type:
            print(f"TYPE {mine.type} {text!r}; gold: {gold[pairs[i]].type}")
        else:
            continue
        print(f"    {read.gum.sentence(mine.head)}")
    for j, theirs in enumerate(gold):
        if j not in pairs.values():
            ours = [f"{m.kind} {m.type}" for m in read.own if m.head == theirs.head] or "nothing"
            print(f"MISSED {theirs.type} {read.gum.string(theirs)!r}; ours: {ours}")
            print(f"    {read.gum.sentence(theirs.head)}")
    for entity in linked_entities(read):
        if entity.outer_right is False:
            print(f"LINKED {entity.type} {entity.title}: {entity.why}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--part", choices=["develop", "train", "interviews"], default="develop")
    parser.add_argument("--errors", action="store_true", help="print what differs, by document")
    args = parser.parse_args()
    documents = read_part(args.shared, args.part)
    if args.errors:
        for read in documents:
            print_errors(read)
    for name, tally in name_tallies(documents).items():
        print(f"{name:14}{tally}   gold {tally.there:.0f}  ours {tally.given:.0f}")
    linked = [e for read in documents for e in linked_entities(read)]
    print(f"linked entities: {len(linked)}")
    for name, share in linked_shares(linked).items():
        print(f"  {name}: {share:.3f}")


if __name__ == "__main__":
    sys.exit(run(main))
