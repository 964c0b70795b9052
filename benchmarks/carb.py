"""CaRB: how well do our open tuples say what annotators read in 641 sentences?

    python benchmarks/carb.py SHARED/bench/carb

After S. Bhardwaj, S. Aggarwal and Mausam, "CaRB: A Crowdsourced Benchmark for Open IE", EMNLP 2019.
An extraction and a gold tuple are compared slot by slot: the words of their relations, of their
first arguments, and of all their other arguments together. Precision of a pair is the share of the
extraction's words that the gold has in the same slot, recall the other way round; a pair whose
relations share no word scores nothing. Precision pairs extractions and gold tuples one to one,
best pair first; for recall one extraction may cover several gold tuples. Both are taken at every
threshold of confidence: F1 is the best on the way, AUC the area under precision over recall.

Ignored: gold contexts (``C:``), tuples of one argument, and what tuples do not show (sources).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from measures import Row, document, f1, folder_parser, lines, run, share, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

# Of "X said Y" either may be the first argument, so for these both orders are tried.
_SPEECH = ("said", "told", "added", "adds", "says")
_FORMS_OF_BE = frozenset({"be", "is", "am", "are", "was", "were", "been", "being"})
# OpenIE 5 prints a slot as Kind(words,List([from, to))).
_SLOT = re.compile(r"\w+\((.*?),List\(")


class Extraction(NamedTuple):
    """One tuple with the confidence of whoever made it; gold tuples are certain."""

    relation: str
    arguments: tuple[str, ...]
    confidence: float = 1.0


class Match(NamedTuple):
    """How much of an extraction is right, and how much of the gold tuple it says."""

    precision: float
    recall: float


class Point(NamedTuple):
    """Precision and recall of everything at or above one confidence."""

    confidence: float
    precision: float
    recall: float


NOTHING = Match(0.0, 0.0)


def compare(gold: Extraction, found: Extraction) -> Match:
    """Return how far an extraction with two arguments or more agrees with a gold tuple."""
    first, rest = _two(found.arguments)
    match = _compare(gold, (found.relation, first, rest))
    if any(verb in gold.relation for verb in _SPEECH):
        match = max(match, _compare(gold, (found.relation, rest, first)))
    return match


def _two(arguments: Sequence[str]) -> tuple[str, str]:
    return arguments[0], " ".join(arguments[1:])


def _compare(gold: Extraction, slots: tuple[str, str, str]) -> Match:
    wanted = [Counter(s.split()) for s in (gold.relation, *_two(gold.arguments))]
    got = [Counter(s.split()) for s in slots]
    common = [(w & g).total() for w, g in zip(wanted, got, strict=True)]
    # A system's "be" stands for any form of it.
    spare = (got[0] - wanted[0])["be"]
    common[0] += bool(spare and _FORMS_OF_BE & wanted[0].keys())
    if not common[0]:
        return NOTHING
    return Match(
        share(sum(common), sum(g.total() for g in got)),
        share(sum(common), sum(w.total() for w in wanted)),
    )


def pair_precision(matches: Sequence[Sequence[Match]]) -> float:
    """Return the summed precision of the best pairs, each row and column used once.

    ``matches[g][e]`` compares gold tuple ``g`` with extraction ``e``.
    """
    cells = sorted((-m.precision, g, e) for g, row in enumerate(matches) for e, m in enumerate(row))
    total, rows, columns = 0.0, set[int](), set[int]()
    for negative, g, e in cells:
        if g not in rows and e not in columns:
            total -= negative
            rows.add(g)
            columns.add(e)
    return total


def cover_recall(matches: Sequence[Sequence[Match]]) -> float:
    """Return the summed recall of the gold tuples, each by whatever extraction says most of it."""
    return sum(max((m.recall for m in row), default=0.0) for row in matches)


def curve(
    gold: Mapping[str, Sequence[Extraction]], found: Mapping[str, Sequence[Extraction]]
) -> list[Point]:
    """Return precision and recall at every confidence, most confident first, by sentence's text."""
    offered = [(e.confidence, sentence, e) for sentence in gold for e in found.get(sentence, ())]
    offered.sort(key=lambda item: -item[0])
    matches: dict[str, list[list[Match]]] = {s: [[] for _ in tuples] for s, tuples in gold.items()}
    precise, covered = dict.fromkeys(gold, 0.0), dict.fromkeys(gold, 0.0)
    points, taken, wanted = [], 0, sum(map(len, gold.values()))
    for confidence, group in groupby(offered, key=lambda item: item[0]):
        changed = dict[str, None]()
        for _, sentence, extraction in group:
            taken += 1
            changed[sentence] = None
            for row, tuple_ in zip(matches[sentence], gold[sentence], strict=True):
                row.append(compare(tuple_, extraction))
        for sentence in changed:
            precise[sentence] = pair_precision(matches[sentence])
            covered[sentence] = cover_recall(matches[sentence])
        precision = share(sum(precise.values()), taken)
        points.append(Point(confidence, precision, share(sum(covered.values()), wanted)))
    return points


def best(points: Iterable[Point]) -> Point:
    """Return the point of the best F1."""
    return max(points, key=lambda p: f1(p.precision, p.recall), default=Point(1.0, 0.0, 0.0))


def area(points: Iterable[Point]) -> float:
    """Return the area under precision over recall; a rise of recall counts at its precision."""
    total = before = 0.0
    for point in points:
        total += (point.recall - before) * point.precision
        before = point.recall
    return total


def read_gold(path: Path) -> dict[str, list[Extraction]]:
    """Read ``sentence TAB relation TAB argument …``, where ``C:`` marks a context."""
    gold = defaultdict[str, list[Extraction]](list)
    for line in lines(path):
        sentence, relation, *arguments = line.split("\t")
        told = tuple(a for a in arguments if not a.startswith("C:"))
        gold[sentence].append(Extraction(relation, told))
    return gold


def read_openie5(path: Path) -> dict[str, list[Extraction]]:
    """Read what OpenIE 5 prints, its context put in front of the first argument.

    Columns: confidence, context, first argument, relation, other arguments, sentence.
    """
    found = defaultdict[str, list[Extraction]](list)
    for line in lines(path):
        confidence, *columns, sentence = line.split("\t")
        context, first, relation, others = (_SLOT.findall(column) for column in columns)
        if not others:
            continue
        start = f"{first[0]} {relation[0]}"
        subject = " ".join([*(c for c in context if not start.startswith(c)), first[0]])
        found[sentence].append(Extraction(relation[0], (subject, *others), float(confidence)))
    return found


def ours(sentences: Iterable[str]) -> dict[str, list[Extraction]]:
    """Return our tuples of two or more arguments, by sentence."""
    from kg.extract import tuples  # noqa: PLC0415 - loads spaCy, which reading a file needs not

    return {
        sentence: [
            Extraction(t.relation, t.arguments, t.confidence)
            for t in tuples(document(sentence).doc)
            if len(t.arguments) > 1
        ]
        for sentence in sentences
    }


def row(name: str, gold: Mapping[str, list[Extraction]], found: dict[str, list[Extraction]]) -> Row:
    """Score extractions by sentence."""
    points = curve(gold, found)
    top = best(points)
    figures = {"P": top.precision, "R": top.recall, "F1": f1(top.precision, top.recall)}
    tuples = sum(map(len, found.values()))
    return Row(name, {**figures, "AUC": area(points), "tuples": tuples})


def rows(folder: Path) -> list[Row]:
    """Score our tuples on the development half, beside OpenIE 5, whose figures are known."""
    gold = read_gold(folder / "dev.tsv")
    peer = read_openie5(folder / "openie5_output.txt")
    return [row("CaRB", gold, ours(gold)), row("CaRB, OpenIE 5", gold, peer)]


def main() -> None:
    args = folder_parser(__doc__, "the folder of dev.tsv and openie5_output.txt").parse_args()
    show(rows(args.data))


if __name__ == "__main__":
    raise SystemExit(run(main))
