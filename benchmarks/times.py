"""Time expressions of GUM's news: found, and with the value that a reader gives them?

    python benchmarks/times.py SHARED --part develop [--misses]

The set is ``times/gum.jsonl``, written by hand. An expression of it is *found* when one of ours
overlaps it (of several, the one with the most words in common). One that is found is *right* when
our value is among its values, where the empty string stands for giving none; *none* when we give
none and should; else *wrong*. *right value* is of all expressions of the set, *of found* of those
that are found, *right or rightly silent* counts those too that we do not find and that need no
value. A *false find* is one of ours that overlaps no expression of the set.

Ignored: our kinds of times, prepositions, and the dateline below a title, which is no part of the
set.
"""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gum import DEVELOP, HELD, TRAIN, read_gum
from gum_articles import DATELINE
from measures import ROOT, Row, annotator, folder_parser, lines, need, run, share, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from gum import GumDocument, Word

SET = ROOT / "benchmarks" / "times" / "gum.jsonl"
PARTS = {
    "all": (*DEVELOP, *TRAIN, *HELD),
    "develop": DEVELOP,
    "train": TRAIN,
    "held": HELD,
}
KINDS = ("date", "time", "duration", "vague", "interval", "set")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One expression of the set: words ``[start, end)`` of its document and what is right."""

    id: str
    article: str
    published: str
    start: int
    end: int
    text: str
    kind: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ours:
    """One expression of ours by the words of the document; no value is the empty string."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Judged:
    """An expression of the set and the one of ours that overlaps it most, if any."""

    expected: Expected
    ours: Ours | None

    @property
    def verdict(self) -> str:
        """Return right, wrong, none or unfound."""
        if self.ours is None:
            return "unfound"
        if self.ours.value in self.expected.values:
            return "right"
        return "wrong" if self.ours.value else "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One document: each expression of the set, and ours that are none."""

    gum: GumDocument
    judged: tuple[Judged, ...]
    false: tuple[Ours, ...]


def expected(path: Path, article: str, words: Sequence[Word]) -> list[Expected]:
    """Return the expressions of the set that are in one document, by its words."""
    told = (json.loads(line) for line in lines(path))
    return [_expected(entry, words) for entry in told if entry["article"] == article]


def _expected(entry: dict[str, object], words: Sequence[Word]) -> Expected:
    first = bisect_right(words, int(str(entry["sentence"])) - 2, key=lambda word: word.sentence)
    match entry:
        case {"words": [int(start), int(end)], "value": list(values)}:
            text = " ".join(word.form for word in words[first + start - 1 : first + end])
        case _:
            raise ValueError(f"{entry['id']}: no words or no value")
    if text != entry["expression"]:
        raise ValueError(f"{entry['id']}: {entry['expression']!r} is {text!r} in the text")
    return Expected(
        id=str(entry["id"]),
        article=str(entry["article"]),
        published=str(entry["published"]),
        start=first + start - 1,
        end=first + end,
        text=text,
        kind=str(entry["kind"]),
        values=tuple(map(str, values)),
    )


def judge(gold: Sequence[Expected], own: Sequence[Ours]) -> tuple[list[Judged], list[Ours]]:
    """Pair the expressions of one document; return the verdicts and our false finds."""
    judged = [Judged(one, _best(one, own)) for one in gold]
    return judged, [one for one in own if not any(_shared(one, other) for other in gold)]


def _best(one: Expected, own: Sequence[Ours]) -> Ours | None:
    there = [other for other in own if _shared(other, one)]
    return max(there, key=lambda other: (_shared(other, one), -other.start), default=None)


def _shared(ours: Ours, other: Expected) -> int:
    return max(0, min(ours.end, other.end) - max(ours.start, other.start))


def own_times(gum: GumDocument, published: str) -> list[Ours]:
    """Annotate a document as of its day; return its times by the words of GUM."""
    document = annotator().annotate(replace(gum.article(), published=published))
    starts = [word.start for word in gum.words]
    found = []
    for time in document.times:
        span = document.doc[time.start : time.end]
        first, last = (bisect_right(starts, at) - 1 for at in (span.start_char, span.end_char - 1))
        if not DATELINE.fullmatch(gum.sentence(first)):
            found.append(Ours(first, last + 1, time.value or ""))
    return found


def score_part(shared: Path, part: str) -> list[Scored]:
    """Annotate and judge the documents of a part."""
    results = []
    for name in sorted(PARTS[part]):
        gum = read_gum(need(shared / "bench" / "gum"), f"GUM_news_{name}")
        gold = expected(need(SET), gum.name, gum.words)
        own = own_times(gum, gold[0].published) if gold else []
        judged, false = judge(gold, own)
        results.append(Scored(gum=gum, judged=tuple(judged), false=tuple(false)))
    return results


def total(judged: Sequence[Judged]) -> dict[str, float | int | str]:
    """Count the verdicts on some expressions."""
    count = Counter(one.verdict for one in judged)
    silent = sum(one.ours is None and "" in one.expected.values for one in judged)
    found = len(judged) - count["unfound"]
    return {
        "expressions": len(judged),
        "found": share(found, len(judged)),
        "right value": share(count["right"], len(judged)),
        "of found": share(count["right"], found),
        "right or rightly silent": share(count["right"] + silent, len(judged)),
        "wrong": count["wrong"],
        "none": count["none"],
    }


def part_rows(results: Sequence[Scored], part: str, kinds: Iterable[str] = ()) -> list[Row]:
    """Return the figures of a part, then those of kinds of expressions in it."""
    judged = [one for result in results for one in result.judged]
    false = sum(len(result.false) for result in results)
    rows = [Row(f"times, {part}", {**total(judged), "false finds": false})]
    of_kind = {kind: [one for one in judged if one.expected.kind == kind] for kind in kinds}
    return rows + [Row(f"times, {part}, {kind}", total(some)) for kind, some in of_kind.items()]


def rows(shared: Path) -> list[Row]:
    """Score all documents, then by part."""
    results = score_part(shared, "all")
    found = part_rows(results, "all")
    for part in ("develop", "train", "held"):
        names = {f"GUM_news_{name}" for name in PARTS[part]}
        found += part_rows([result for result in results if result.gum.name in names], part)
    return found


def print_misses(result: Scored) -> None:
    """Print what is not right of a document, and what is ours alone."""
    for one in result.judged:
        if one.verdict != "right":
            gold, own = one.expected, one.ours
            ours = f"{words_of(result.gum, own)!r} {own.value or '-'}" if own else "-"
            print(f"{one.verdict.upper()} {gold.id} {gold.text!r} {gold.values[0]}; ours: {ours}")
            print(f"    {result.gum.sentence(gold.start)}")
    for other in result.false:
        print(f"FALSE {result.gum.name} {words_of(result.gum, other)!r} {other.value or '-'}")
        print(f"    {result.gum.sentence(other.start)}")


def words_of(gum: GumDocument, ours: Ours) -> str:
    """Return the words of an expression of ours."""
    return gum.text[gum.words[ours.start].start : gum.words[ours.end - 1].end]


def main() -> None:
    parser = folder_parser(__doc__, "the folder that holds bench")
    parser.add_argument("--part", choices=PARTS, default="all")
    parser.add_argument("--misses", action="store_true", help="list what is not right, with text")
    args = parser.parse_args()
    results = score_part(args.data, args.part)
    if args.misses:
        for result in results:
            print_misses(result)
    show(part_rows(results, args.part, KINDS))


if __name__ == "__main__":
    sys.exit(run(main))
