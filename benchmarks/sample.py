"""Reading a sample: which share of the claims of a build is right, judged by a person?

    python benchmarks/sample.py OUT -n 100 --seed 1 --write benchmarks/readings/2031-06-07.jsonl
    python benchmarks/sample.py --score benchmarks/readings/2031-06-07.jsonl

The first prints claims drawn at random, each with its sentence, and writes one line a claim to be
judged: set ``verdict`` to ``right`` or ``wrong`` and, if wrong, ``error`` to the first of `ERRORS`
that fits. A claim is right when its sentence, read in its article, says all of it: who, what, to
whom, whether it is so, on whose word, when. The same build, number and seed give the same claims.
The second adds up: the share right with its 95 % interval (Wilson 1927), by confidence, and the
kinds of error.

Ignored: what the articles say and no claim does; the gold facts are for that.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import textwrap
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from measures import figure, lines, run, share

if TYPE_CHECKING:
    from collections.abc import Sequence

Record: TypeAlias = dict[str, Any]

VERDICTS = ("right", "wrong")
ERRORS = (
    "subject",
    "relation",
    "object",
    "identity",
    "polarity",
    "stance",
    "source",
    "time",
    "post",
)
# Where bands of confidence begin.
BANDS = (0.0, 0.8, 0.85, 0.9, 0.95)
_Z = 1.96


def draw(claims: Sequence[Record], number: int, seed: int) -> list[Record]:
    """Return claims drawn at random, in order of articles and places; all if there are fewer."""
    ordered = sorted(claims, key=lambda c: c["id"])
    drawn = random.Random(seed).sample(ordered, min(number, len(ordered)))  # noqa: S311 - to repeat
    return sorted(drawn, key=lambda c: (c["article"]["id"], c["evidence"]["start"], c["id"]))


def in_words(claim: Record) -> str:
    """Return all that a claim says on one line."""
    obj = claim["object"] or {}
    parts = [claim["subject"]["name"], claim["predicate"]["label"]]
    parts += [obj.get("name") or obj.get("value") or "–"]
    parts += [
        f"[{q['role']}: {q['name']}{' = ' + q['value'] if q.get('value') else ''}]"
        for q in claim["qualifiers"]
    ]
    marks = [claim["stance"], claim["certainty"], claim.get("status")]
    marks = [m for m in marks if m not in {None, "asserted", "certain"}]
    if claim["polarity"] == "negative":
        marks.insert(0, "NOT")
    marks += [f"says {source['name']}" for source in claim["attribution"]]
    return " | ".join(parts) + (f"  ({', '.join(marks)})" if marks else "")


def template(claim: Record) -> Record:
    """Return the line on which a claim is judged."""
    return {
        "claim": claim["id"],
        "article": claim["article"].get("url") or claim["article"]["id"],
        "triple": in_words(claim),
        "quote": claim["evidence"]["quote"],
        "confidence": claim["confidence"],
        "verdict": "",
        "error": "",
    }


def interval(right: int, judged: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson's score interval)."""
    if not judged:
        return 0.0, 1.0
    p, z = right / judged, _Z**2 / judged
    middle = (p + z / 2) / (1 + z)
    half = _Z * math.sqrt(p * (1 - p) / judged + z / (4 * judged)) / (1 + z)
    return max(0.0, middle - half), min(1.0, middle + half)


def summary(readings: Sequence[Record]) -> list[str]:
    """Return what the verdicts add up to, a line each."""
    judged = [r for r in readings if r["verdict"]]
    for reading in judged:
        _check(reading)
    result = [_share("all", judged)]
    for low, high in zip(BANDS, (*BANDS[1:], math.inf), strict=True):
        band = [r for r in judged if low <= r["confidence"] < high]
        if band:
            result.append(_share(f"confidence {low:.2f} up", band))
    errors = Counter(r["error"] or "not said" for r in judged if r["verdict"] == "wrong")
    result += [f"error in {kind}: {number}" for kind, number in errors.most_common()]
    unread = len(readings) - len(judged)
    return [*result, f"not judged yet: {unread}"] if unread else result


def _check(reading: Record) -> None:
    """Refuse what cannot be added up."""
    for field, known in (("verdict", VERDICTS), ("error", ("", *ERRORS))):
        if reading[field] not in known:
            wanted = ", ".join(filter(None, known))
            raise SystemExit(
                f"{reading['claim']} has the {field} {reading[field]!r}; use one of {wanted}"
            )


def _share(name: str, judged: Sequence[Record]) -> str:
    right = sum(r["verdict"] == "right" for r in judged)
    low, high = interval(right, len(judged))
    return (
        f"{name}: {right} of {len(judged)} right, {figure(share(right, len(judged)))} "
        f"({figure(low)}–{figure(high)})"
    )


def show_sample(claims: Sequence[Record], seed: int) -> None:
    """Print claims for reading."""
    print(f"{len(claims)} claims, seed {seed}\n")
    for number, claim in enumerate(claims, start=1):
        print(f"{number:3}  {in_words(claim)}  {claim['confidence']:.2f}")
        print(textwrap.fill(claim["evidence"]["quote"], 100, initial_indent=" " * 5,
                            subsequent_indent=" " * 5))  # fmt: skip
        print(f"     {claim['article'].get('url') or claim['article']['id']}  {claim['id']}\n")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", nargs="?", type=Path, metavar="OUT", help="the folder of a build")
    parser.add_argument("-n", "--number", type=int, default=100, help="how many claims")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path, metavar="FILE", help="a new file for verdicts")
    parser.add_argument("--score", type=Path, metavar="FILE", help="add up the verdicts in a file")
    args = parser.parse_args()
    if bool(args.out) == bool(args.score):
        parser.error("name the folder of a build, or a file to --score")
    if args.score:
        print(*summary([json.loads(line) for line in lines(args.score)]), sep="\n")
        return
    claims = [json.loads(line) for line in lines(args.out / "claims.jsonl")]
    drawn = draw(claims, args.number, args.seed)
    show_sample(drawn, args.seed)
    if args.write:
        write(args.write, drawn)


def write(path: Path, claims: Sequence[Record]) -> None:
    """Write lines to be judged into a new file; verdicts are never overwritten."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.writelines(json.dumps(template(c), ensure_ascii=False) + "\n" for c in claims)
    except FileExistsError:
        raise SystemExit(f"{path} is there already and may hold verdicts; name another") from None


if __name__ == "__main__":
    raise SystemExit(run(main))
