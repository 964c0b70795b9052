"""Traps: does a claim survive in the graph as a bare fact when its sentence takes it back?

    python benchmarks/traps.py [--failures] [--kind negative]

Runs the minimal pairs of ``tests/traps/pairs.jsonl``, each sentence as an article of its own. Three
measures, defined in ``tests/traps/README.md``: *found*, the plain members of which every wanted
claim is there (silence earns nothing); *safe*, of these the pairs whose trap leaves no forbidden
claim; *read*, the share of what a careful reader takes from the traps that is there. A pair passes
when it is found and its trap is safe.

Ignored: whatever else the sentences yield.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from measures import ROOT, Row, annotator, by, lines, run, share, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kg.model import Claim

PAIRS = ROOT / "tests" / "traps" / "pairs.jsonl"
DETERMINERS = frozenset(
    "a an the this that these those his her its their my our your any some".split()
)
STANCES = ("asserted", "reported")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one pair went: what was wanted and not found, what was forbidden and there."""

    pair: Mapping[str, Any]
    missing: tuple[Mapping[str, Any], ...]
    broken: tuple[Mapping[str, Any], ...]
    unread: tuple[Mapping[str, Any], ...]

    @property
    def found(self) -> bool:
        """All that was wanted of the plain member is there."""
        return not self.missing

    @property
    def passed(self) -> bool:
        """Found, and nothing forbidden left."""
        return not self.missing and not self.broken


def same_triple(wanted: Mapping[str, Any], claim: Claim) -> bool:
    """Tell whether a claim has a wanted subject, lemma and object."""
    obj = claim.object
    name = None if obj is None else getattr(obj, "name", None) or getattr(obj, "value", "")
    return (
        claim.predicate.lemma in wanted["lemma"]
        and _accepts(wanted["subject"], claim.subject.name)
        and _accepts(wanted["object"], name)
    )


def _accepts(wanted: str | list[str] | None, name: str | None) -> bool:
    """Compare names without case and determiners; ``*`` is anything, None nothing at all."""
    if wanted == "*":
        return True
    if wanted is None or name is None:
        return wanted is name
    options = [wanted] if isinstance(wanted, str) else wanted
    return _bare(name) in [_bare(option) for option in options]


def _bare(name: str) -> tuple[str, ...]:
    return tuple(w for w in name.lower().replace("’", "'").split() if w not in DETERMINERS)


def says(wanted: Mapping[str, Any], claim: Claim) -> bool:
    """Tell whether a claim is a wanted one in all that is asked of it."""
    if not same_triple(wanted, claim):
        return False
    sources = [source.name for source in claim.attribution]
    have = {
        "polarity": claim.polarity.value,
        "stance": claim.stance.value,
        "certainty": claim.certainty.value,
        "status": _status(claim),
    }
    if any(wanted.get(key, value) != value for key, value in have.items()):
        return False
    if "attribution" in wanted and not _accepts(wanted["attribution"], next(iter(sources), None)):
        return False
    chain = wanted.get("attribution_chain", sources)
    return [_bare(name) for name in chain] == [_bare(name) for name in sources]


def _status(claim: Claim) -> str:
    return claim.status.value if claim.status else "current"


def breaks(forbidden: Mapping[str, Any], claim: Claim) -> bool:
    """Tell whether a claim says as a fact what it must not."""
    return (
        same_triple(forbidden, claim)
        and claim.polarity.value == "positive"
        and claim.stance.value in forbidden.get("never_stance", STANCES)
        and claim.certainty.value in forbidden.get("never_certainty", [claim.certainty.value])
        and _status(claim) in forbidden.get("never_status", [_status(claim)])
    )


def judge(pair: Mapping[str, Any], plain: Sequence[Claim], trap: Sequence[Claim]) -> Verdict:
    """Compare the claims of both members with what the pair asks of them."""

    def lacking(wanted: Iterable[Mapping[str, Any]], claims: Sequence[Claim]) -> Iterator[Any]:
        return (w for w in wanted if not any(says(w, c) for c in claims))

    return Verdict(
        pair,
        tuple(lacking(pair["want"], plain)),
        tuple(n for n in pair["never"] if any(breaks(n, c) for c in trap)),
        tuple(lacking(pair["trap_want"], trap)),
    )


def reader() -> Callable[[str], Sequence[Claim]]:
    """Return what turns one sentence into the claims of a graph of nothing else."""
    from kg import ids  # noqa: PLC0415 - the judging alone needs no pipeline
    from kg.assemble import relink  # noqa: PLC0415 - as above
    from kg.extract import extract  # noqa: PLC0415 - as above
    from kg.model import Article  # noqa: PLC0415 - as above
    from kg.resolve import resolve  # noqa: PLC0415 - as above

    def read(text: str) -> Sequence[Claim]:
        article = Article(id=ids.article_id(None, text), text=text, sha256="")
        extraction = extract(annotator().annotate(article))
        resolution = resolve(extraction.entities, {article.id: article})
        return relink(extraction, resolution).claims

    return read


def verdicts(path: Path = PAIRS) -> list[Verdict]:
    """Run all pairs."""
    read = reader()
    pairs = [json.loads(line) for line in lines(path)]
    return [judge(pair, read(pair["plain"]), read(pair["trap"])) for pair in pairs]


def figures(judged: Sequence[Verdict]) -> dict[str, float | int]:
    """Return the three measures and the share of pairs that pass."""
    found = [v for v in judged if v.found]
    wanted = sum(len(v.pair["trap_want"]) for v in judged)
    return {
        "pairs": len(judged),
        "found": share(len(found), len(judged)),
        "safe of those": share(sum(v.passed for v in found), len(found)),
        "passed": share(sum(v.passed for v in judged), len(judged)),
        "all safe": share(sum(not v.broken for v in judged), len(judged)),
        "read": share(wanted - sum(len(v.unread) for v in judged), wanted),
    }


def rows(_: Path) -> list[Row]:
    """Run all pairs; one row of all, one of each kind."""
    judged = verdicts()
    kinds = [Row(f"traps, {kind}", figures(v)) for kind, v in by(judged, "kind").items()]
    return [Row("traps, all", figures(judged)), *kinds]


def describe(verdict: Verdict) -> Iterator[str]:
    """Yield the lines that tell what went wrong with a pair."""
    pair = verdict.pair
    for name, sentence, claims in (
        ("missing", pair["plain"], verdict.missing),
        ("BROKEN", pair["trap"], verdict.broken),
        ("unread", pair["trap"], verdict.unread),
    ):
        for claim in claims:
            triple = f"{claim['subject']} – {'/'.join(claim['lemma'])} – {claim['object']}"
            yield f"{pair['id']} {name}: {triple} | {sentence}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--failures", action="store_true", help="list what went wrong, pair by pair"
    )
    parser.add_argument("--kind", help="only pairs of this kind")
    parser.add_argument("--pairs", type=Path, default=PAIRS, metavar="FILE", help="other pairs")
    args = parser.parse_args()
    judged = [v for v in verdicts(args.pairs) if args.kind in {None, v.pair["kind"]}]
    if args.failures:
        for verdict in judged:
            print(*describe(verdict), sep="\n", end="\n" if any(describe(verdict)) else "")
    passed = Counter(v.pair["phenomenon"] for v in judged if v.passed)
    for phenomenon, group in by(judged, "phenomenon").items():
        print(f"{passed[phenomenon]:3} of {len(group):3}  {phenomenon}")
    show(Row(kind, figures(group)) for kind, group in by(judged, "kind").items())
    show([Row("all", figures(judged))])


if __name__ == "__main__":
    raise SystemExit(run(main))
