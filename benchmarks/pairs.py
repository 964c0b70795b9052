"""Pairs: are two things of one name kept apart over articles, and two names of one thing joined?

    python benchmarks/pairs.py [--failures] [--together]

Runs the pairs of ``tests/pairs/pairs.jsonl``, each as a build of two articles, then all of them as
one build (``together``), where each name also meets those of the other pairs. A homonym pair passes
when no mention of its name is in one entity with one of the other article, an alias pair when the
two fullest names are in one; both only if both names were found at all. `tests/pairs/README.md` has
the format and the rules.

A name is found where a mention that articles can share overlaps it: of a fitting type before any
other, then the one that overlaps most. Ignored: everything else in the articles.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from measures import ROOT, Row, annotator, by, lines, run, share, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.model import Extraction, Mention

PAIRS = ROOT / "tests" / "pairs" / "pairs.jsonl"
KINDS = ("homonym", "alias")
SIDES = ("first", "second")
# Types of ours that a type of the pairs can be: a newspaper may be a work, a bridge a facility.
FITTING = {
    "Person": {"Person"},
    "Organization": {"Organization", "Group", "Facility", "Work"},
    "Place": {"Place", "Facility"},
    "Event": {"Event", "Work"},
    "Other": {"Law", "Work", "Product", "Facility", "Event"},
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one pair went: the entities of each side's fullest name, and of all its forms."""

    pair: Mapping[str, Any]
    named: tuple[frozenset[str], frozenset[str]]
    called: tuple[frozenset[str], frozenset[str]]

    @property
    def found(self) -> bool:
        """Both names are mentions."""
        return all(self.named)

    @property
    def merged(self) -> bool:
        """Something is one entity over the two articles: of aliases, the fullest names are."""
        sides = self.called if self.pair["kind"] == "homonym" else self.named
        return bool(sides[0] & sides[1])

    @property
    def passed(self) -> bool:
        """Found, and merged or not as it should be."""
        return self.found and self.merged == (self.pair["kind"] == "alias")


def entities_of(
    name: str, type_: str, text: str, mentions: Sequence[Mention], shared: Mapping[str, str]
) -> frozenset[str]:
    """Return the entities that a name stands for, wherever it stands in a text.

    ``shared`` gives the entity of each id that mentions have, if articles can share it.
    """
    spots = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    best = (_best(spot.start(), spot.end(), type_, mentions, shared) for spot in spots)
    return frozenset(shared[mention.entity] for mention in best if mention)


def _best(
    start: int, end: int, type_: str, mentions: Sequence[Mention], shared: Mapping[str, str]
) -> Mention | None:
    def fit(mention: Mention) -> tuple[bool, int, int]:
        overlap = min(end, mention.end) - max(start, mention.start)
        return mention.type in FITTING[type_], overlap, -(mention.end - mention.start)

    there = [
        m
        for m in mentions
        if m.field == "text" and m.start < end and start < m.end and m.entity in shared
    ]
    return max(there, key=fit, default=None)


def judge(
    pair: Mapping[str, Any], mentions: Mapping[str, Sequence[Mention]], shared: Mapping[str, str]
) -> Verdict:
    """Look up the names of a pair; ``mentions`` are those of each article, by the pair's id."""
    named, called = [], []
    for side in SIDES:
        one = pair[side]
        type_ = pair.get(f"{side}_type", pair["type"])
        forms: list[str] = [pair[f"{side}_name"], *pair.get(f"{side}_also", ())]
        found = [
            entities_of(name, type_, one["text"], mentions[one["id"]], shared) for name in forms
        ]
        named.append(found[0])
        called.append(frozenset().union(*found))
    return Verdict(pair, (named[0], named[1]), (called[0], called[1]))


class Project:
    """The articles of all pairs, each annotated and extracted once."""

    def __init__(self, pairs: Iterable[Mapping[str, Any]]) -> None:
        """Read every article."""
        from kg import ids  # noqa: PLC0415 - the judging alone needs no pipeline
        from kg.extract import extract  # noqa: PLC0415 - as above
        from kg.model import Article  # noqa: PLC0415 - as above

        self.pairs = list(pairs)
        self.articles: dict[str, Article] = {}
        self.extractions: dict[str, Extraction] = {}
        for one in (pair[side] for pair in self.pairs for side in SIDES):
            known = {key: one[key] for key in ("title", "publisher", "published", "url", "text")}
            article = Article(id=ids.article_id(one["url"], one["text"]), sha256="", **known)
            self.articles[one["id"]] = article
            self.extractions[one["id"]] = extract(annotator().annotate(article))

    def verdicts(self, *, together: bool) -> list[Verdict]:
        """Judge the pairs: each as a build of its own, or all in one."""
        builds = [self.pairs] if together else [[pair] for pair in self.pairs]
        return [verdict for pairs in builds for verdict in self._built(pairs)]

    def _built(self, pairs: Sequence[Mapping[str, Any]]) -> Iterator[Verdict]:
        from kg.resolve import resolve  # noqa: PLC0415 - as above

        names = [pair[side]["id"] for pair in pairs for side in SIDES]
        articles = {self.articles[name].id: self.articles[name] for name in names}
        resolution = resolve((e for n in names for e in self.extractions[n].entities), articles)
        local = {entity.id for entity in resolution.entities if entity.local}
        shared = {member: e for member, e in resolution.links.items() if e not in local}
        mentions = {name: self.extractions[name].mentions for name in names}
        for pair in pairs:
            yield judge(pair, mentions, shared)


def project(path: Path = PAIRS) -> Project:
    """Read the pairs and their articles."""
    return Project(json.loads(line) for line in lines(path))


def figures(judged: Sequence[Verdict]) -> dict[str, int]:
    """Return how many pairs of one kind there are, were found, merged and passed."""
    return {
        "pairs": len(judged),
        "found": sum(v.found for v in judged),
        "merged": sum(v.merged for v in judged),
        "passed": sum(v.passed for v in judged),
    }


def rows(_: Path) -> list[Row]:
    """Run all pairs; a row for each kind, alone and together."""
    every = project()
    found = []
    for together in (False, True):
        kinds = by(every.verdicts(together=together), "kind")
        where = "all in one build" if together else "each a build"
        found += [Row(f"pairs, {kind}, {where}", figures(kinds[kind])) for kind in KINDS]
    return found


def describe(verdict: Verdict) -> str:
    """Return what went wrong with a pair, in a line."""
    pair = verdict.pair
    wrong = "not found" if not verdict.found else "MERGED" if verdict.merged else "apart"
    names = f"{pair['first_name']} | {pair['second_name']}"
    return f"{pair['id']} {wrong}: {names} ({pair['phenomenon']})"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--failures", action="store_true", help="list what went wrong")
    parser.add_argument("--together", action="store_true", help="all in one build only")
    args = parser.parse_args()
    every = project()
    for together in (True,) if args.together else (False, True):
        judged = every.verdicts(together=together)
        print("all in one build" if together else "each a build")
        if args.failures:
            print(*(describe(v) for v in judged if not v.passed), sep="\n")
        for type_, group in by(judged, "type").items():
            print(f"  {type_}: {share(sum(v.passed for v in group), len(group)):.2f}")
        show(Row(f"  {kind}", figures(group)) for kind, group in by(judged, "kind").items())


if __name__ == "__main__":
    raise SystemExit(run(main))
