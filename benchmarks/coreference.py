"""Measure our coreference chains on GUM news and interviews in OntoNotes' scheme (OntoGUM).

    python benchmarks/coreference.py SHARED --part develop [--errors]

Two views of each part. *Own mentions*: everything we find, chains of one left out on both sides,
name and apposition taken as one, a mention being the gold one with the same head (``by span`` asks
for the same words instead, our mentions widened to whole noun phrases). *Gold mentions*: each takes
the chain of our mention with its head. A pronoun's link is right when gold (OntoGUM, or GUM's
fuller chains) has it in one chain with the nearest name or noun before it in our chain.

Headlines and captions are part of the documents. The gold articles (asylum, hackers, stampede) are
never annotated; only ``--check`` counts them, which scores gold mentions of the same string as one
chain: known to be .522 on all news and .552 on all interviews.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from chains import Chains, Conll, Tally, conll
from gum import DEVELOP, HELD, TRAIN, GoldMention, GumDocument, gum_names, read_gum
from measures import need, run
from own import OwnMention, annotated, own_mentions, paired, units

_FIRST_OR_SECOND = frozenset("i me my mine myself we us our ours ourselves you your yours".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One document as gold and as we have it."""

    gum: GumDocument
    own: tuple[OwnMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A pronoun and the nearest mention in its chain that is none; ``right`` by gold."""

    pronoun: OwnMention
    antecedent: OwnMention
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """All measures of a part."""

    heads: Conll
    spans: Conll
    gold_mentions: Conll
    same_string: Conll
    pronouns: Tally
    others: Tally  # pronouns of the first and second person


def part_names(folder: Path, part: str) -> list[str]:
    """Return the names of the documents of ``develop``, ``train`` or ``interviews``."""
    if part == "interviews":
        return gum_names(folder, "interview")
    names = {"develop": DEVELOP, "train": TRAIN}[part]
    if set(names) & set(HELD):
        raise ValueError(f"the gold articles {HELD} are not for this measure")
    return [f"GUM_news_{name}" for name in names]


@cache
def read_part(shared: Path, part: str) -> list[Read]:
    """Return the documents of a part, annotated by us; raises `NoDataError` without the data."""
    folder = need(shared / "bench" / "gum")
    documents = [read_gum(folder, name) for name in part_names(folder, part)]
    return [Read(gum=g, own=tuple(own_mentions(annotated(g), g))) for g in documents]


def score(documents: Sequence[Read]) -> Result:
    """Return all measures of some documents."""
    links = [(link, read) for read in documents for link in pronoun_links(read)]
    return Result(
        heads=conll((key_chains(r.gum), own_chains(r)) for r in documents),
        spans=conll((span_chains(r.gum), own_span_chains(r.own)) for r in documents),
        gold_mentions=conll((key_chains(r.gum), projected(r)) for r in documents),
        same_string=conll((key_chains(r.gum), same_string(r.gum)) for r in documents),
        pronouns=_pronoun_tally(documents, [link for link, r in links if not _speech(r, link)], 0),
        others=_pronoun_tally(documents, [link for link, r in links if _speech(r, link)], 1),
    )


def key_chains(gum: GumDocument) -> Chains:
    """Return the gold chains, of mentions by number."""
    return _grouped((m.chain, number) for number, m in enumerate(gum.ontogum))


def own_chains(read: Read) -> Chains:
    """Return our chains of two and more; a mention that gold has goes by its number there."""
    pairs = paired(read.own, read.gum.ontogum)
    found = _grouped(
        (read.own[unit[0]].chain, name) for unit in units(read.own) for name in _names(unit, pairs)
    )
    return [chain for chain in found if len(chain) > 1]


def _names(unit: tuple[int, ...], pairs: dict[int, int]) -> list[object]:
    return [pairs[i] for i in unit if i in pairs] or [("own", unit[0])]


def span_chains(gum: GumDocument) -> Chains:
    """Return the gold chains, of mentions by their words."""
    return _grouped((m.chain, (m.start, m.end)) for m in gum.ontogum)


def own_span_chains(own: Sequence[OwnMention]) -> Chains:
    """Return our chains of two and more, of noun phrases; the first to have a phrase keeps it."""
    chain_of: dict[tuple[int, int], int] = {}
    for unit in units(own):
        phrases = [own[i].phrase for i in unit]
        span = min(start for start, _ in phrases), max(end for _, end in phrases)
        chain_of.setdefault(span, own[unit[0]].chain)
    found = _grouped((chain, span) for span, chain in chain_of.items())
    return [chain for chain in found if len(chain) > 1]


def projected(read: Read) -> Chains:
    """Return the gold mentions, each in the chain of our mention that has its head, or alone."""
    pairs = paired(read.own, read.gum.ontogum)
    chain_of = {gold: ("chain", read.own[mine].chain) for mine, gold in pairs.items()}
    numbers = range(len(read.gum.ontogum))
    return _grouped((chain_of.get(n, ("alone", n)), n) for n in numbers)


def same_string(gum: GumDocument) -> Chains:
    """Return the baseline: gold mentions of the same words, whatever their case, are one chain."""
    return _grouped((gum.string(m).lower(), n) for n, m in enumerate(gum.ontogum))


def scorer_check(shared: Path) -> dict[str, float]:
    """Return the score of the same-string baseline on all documents, which is known."""
    folder = need(shared / "bench" / "gum")
    found = {}
    for genre in ("news", "interview"):
        documents = [read_gum(folder, name) for name in gum_names(folder, genre)]
        score = conll((key_chains(gum), same_string(gum)) for gum in documents)
        found[f"scorer check, same string, {genre}"] = score.f1
    return found


def _grouped(pairs: Iterable[tuple[object, object]]) -> list[frozenset[object]]:
    found: dict[object, set[object]] = {}
    for chain, mention in pairs:
        found.setdefault(chain, set()).add(mention)
    return [frozenset(mentions) for mentions in found.values()]


def pronoun_links(read: Read) -> Iterator[Link]:
    """Yield each pronoun of ours that has an antecedent, the nearest before it or else after it."""
    schemes = [
        {i: gold[j].chain for i, j in paired(read.own, gold).items()}
        for gold in (read.gum.ontogum, read.gum.entities)
    ]
    for number, mention in enumerate(read.own):
        if mention.kind != "pronoun":
            continue
        same = [i for i, m in enumerate(read.own) if _antecedent(m, mention)]
        if not same:
            continue
        nearest = max((i for i in same if i < number), default=min(same))
        right = any(number in s and s[number] == s.get(nearest) for s in schemes)
        yield Link(pronoun=mention, antecedent=read.own[nearest], right=right)


def _antecedent(mention: OwnMention, pronoun: OwnMention) -> bool:
    return mention.kind != "pronoun" and mention.chain == pronoun.chain


def _speech(read: Read, link: Link) -> bool:
    return read.gum.words[link.pronoun.head].form.lower() in _FIRST_OR_SECOND


def _pronoun_tally(documents: Sequence[Read], links: list[Link], person: int) -> Tally:
    """Return right links of those made, and of the pronouns that gold chains to a noun."""
    right = sum(link.right for link in links)
    there = sum(1 for r in documents for _ in gold_pronouns(r.gum, speech=bool(person)))
    return Tally(found=right, there=there, right=right, given=len(links))


def gold_pronouns(gum: GumDocument, *, speech: bool) -> Iterator[GoldMention]:
    """Yield the pronouns of OntoGUM whose chain has a mention that is none.

    ``speech`` asks for the first and second person (``we``) instead of the third.
    """
    nouns = {m.chain for m in gum.ontogum if not _is_pronoun(gum, m)}
    for mention in gum.ontogum:
        form = gum.words[mention.head].form.lower()
        right_person = (form in _FIRST_OR_SECOND) == speech
        if right_person and mention.chain in nouns and _is_pronoun(gum, mention):
            yield mention


def _is_pronoun(gum: GumDocument, mention: GoldMention) -> bool:
    return mention.end - mention.start == 1 and gum.words[mention.head].tag in ("PRP", "PRP$")


def measure(shared: Path) -> dict[str, float]:
    """Return the main numbers of the development part, the training part and the interviews."""
    found = scorer_check(shared)
    for part in ("develop", "train", "interviews"):
        result = score(read_part(shared, part))
        found |= {
            f"coreference {part} CoNLL F1, own mentions by head": result.heads.f1,
            f"coreference {part} CoNLL F1, own mentions by span": result.spans.f1,
            f"coreference {part} CoNLL F1, gold mentions": result.gold_mentions.f1,
            f"coreference {part} mention precision": result.heads.mentions.precision,
            f"coreference {part} mention recall": result.heads.mentions.recall,
            f"coreference {part} pronoun precision": result.pronouns.precision,
            f"coreference {part} pronoun recall": result.pronouns.recall,
        }
    return found


def _print(title: str, scores: Conll) -> None:
    print(f"\n{title}: CoNLL F1 {scores.f1:.3f}")
    rows = {"mentions": scores.mentions, "MUC": scores.muc, "B³": scores.b3, "CEAFe": scores.ceafe}
    for name, tally in rows.items():
        print(f"  {name:9}{tally}")


def print_errors(documents: Sequence[Read]) -> None:
    """Print what differs: wrong pronoun links, gold chains we break, chains of ours that mix."""
    for read in documents:
        print(f"\n=== {read.gum.name}")
        for link in pronoun_links(read):
            if not link.right:
                words = [_words(read.gum, m) for m in (link.pronoun, link.antecedent)]
                print(f"PRONOUN {words[0]} → {words[1]} ({link.pronoun.reason})")
                print(f"    {read.gum.sentence(link.pronoun.head)}")
        pairs = paired(read.own, read.gum.ontogum)
        _print_broken(read, {gold: mine for mine, gold in pairs.items()})
        _print_mixed(read, pairs)


def _print_broken(read: Read, own_of: dict[int, int]) -> None:
    chains: dict[str, dict[str, list[str]]] = {}
    for number, gold in enumerate(read.gum.ontogum):
        mine = own_of.get(number)
        where = "not found" if mine is None else f"chain {read.own[mine].chain}"
        chains.setdefault(gold.chain, {}).setdefault(where, []).append(read.gum.string(gold))
    for chain, parts in chains.items():
        if len(parts) > 1 or "not found" in parts:
            print(f"BROKEN gold {chain}: {parts}")


def _print_mixed(read: Read, pairs: dict[int, int]) -> None:
    chains: dict[int, dict[str, list[str]]] = {}
    for number, mine in enumerate(read.own):
        gold = pairs.get(number)
        where = "no gold" if gold is None else f"gold {read.gum.ontogum[gold].chain}"
        text = f"{_words(read.gum, mine)} [{mine.reason}]"
        chains.setdefault(mine.chain, {}).setdefault(where, []).append(text)
    for chain, parts in chains.items():
        if sum(map(len, parts.values())) > 1 and (len(parts) > 1 or "no gold" in parts):
            print(f"MIXED chain {chain}: {parts}")


def _words(gum: GumDocument, mention: OwnMention) -> str:
    return gum.text[gum.words[mention.start].start : gum.words[mention.end - 1].end]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--part", choices=["develop", "train", "interviews"], default="develop")
    parser.add_argument("--errors", action="store_true", help="print what differs, by document")
    parser.add_argument(
        "--check", action="store_true", help="print the baseline whose score is known"
    )
    args = parser.parse_args()
    if args.check:
        for name, f1 in scorer_check(args.shared).items():
            print(f"{name}: {f1:.3f}")
        return
    documents = read_part(args.shared, args.part)
    if args.errors:
        print_errors(documents)
    for read in documents:
        one = score([read])
        print(
            f"{read.gum.name:28} heads {one.heads.f1:.3f}  gold mentions {one.gold_mentions.f1:.3f}"
        )
    result = score(documents)
    _print("Own mentions, by head", result.heads)
    _print("Own mentions, by span", result.spans)
    _print("Gold mentions, our chains", result.gold_mentions)
    _print("Gold mentions, same string", result.same_string)
    print(f"\nPronoun links, third person:  {result.pronouns}")
    print(f"Pronoun links, first, second: {result.others}")


if __name__ == "__main__":
    sys.exit(run(main))
