"""Gold facts: how much of what a careful reader takes from an article is in our claims, and right?

    python benchmarks/facts.py SHARED [--misses]

Three groups of articles with gold: *given* (``SHARED/seeds``, ``SHARED/gold``), *GUM* (Wikinews
texts made from ``SHARED/bench/gum``, gold in ``gold/gum-*.json``), and *seeds* (``../seeds``, gold
in ``gold/seeds-*.json``). Each is built by itself, so that no name of one changes a name of
another, and scored file by file with ``SHARED/eval/score_facts.py``. *Strict of lenient* is how
much of what is found at all is found under the full name. The shares after it are of the facts that
were found (strict): how many also have the right polarity, stance, source and time. The last three
are the same for the rare kinds that averages hide. The last row is of all groups together.

Ignored: claims that the gold does not speak of; ``sample.py`` is for those.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gum_articles import seed_article
from measures import ROOT, Row, folder_parser, need, run, share, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GOLD = ROOT / "benchmarks" / "gold"
COUNTED = ("polarity", "stance", "source", "time", "former")
RARE = ("negative right", "hypothetical right", "reported right")


@dataclass(frozen=True, slots=True)
class Scored:
    """What the scorer says of one article: its figures, and the facts it lists as missed."""

    gold: str
    figures: dict[str, Any]
    misses: tuple[str, ...]


def given(shared: Path, folder: Path) -> list[Path]:
    """Put the given articles into a folder; return their gold."""
    gold = sorted(need(shared / "gold").glob("*.json"))
    for path in gold:
        name = json.loads(path.read_text(encoding="utf-8"))["article"]
        shutil.copy(need(shared / "seeds" / name), folder)
    return gold


def gum(shared: Path, folder: Path) -> list[Path]:
    """Make GUM's articles in a folder; return their gold."""
    gold = sorted(GOLD.glob("gum-*.json"))
    for path in gold:
        name = json.loads(path.read_text(encoding="utf-8"))["article"]
        source = need(shared / "bench" / "gum" / f"{name}.conllu").read_text(encoding="utf-8")
        (folder / f"{path.stem}.txt").write_text(seed_article(source), encoding="utf-8")
    return gold


def seeds(_: Path, folder: Path) -> list[Path]:
    """Put the articles of this repository into a folder; return their gold."""
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        shutil.copy(path, folder)
    return sorted(GOLD.glob("seeds-*.json"))


GROUPS = {"given": given, "GUM, development": gum, "seeds": seeds}


def scored(scorer: Path, claims: Path, gold: Path, url: str) -> Scored:
    """Run the scorer on the claims of one article."""
    command = [sys.executable, str(scorer), str(gold), str(claims), "--article", url, "--misses"]
    result = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    return read_score(gold.stem, result.stdout)


def read_score(gold: str, output: str) -> Scored:
    """Read the scorer's output: what was missed, then one line of JSON."""
    *misses, figures = output.strip().split("\n")
    return Scored(gold, json.loads(figures), tuple(misses))


def total(results: Sequence[Scored]) -> dict[str, float | int | str]:
    """Add up the figures of several articles, every fact counting the same."""
    facts = sum(r.figures["facts"] for r in results)
    claims = sum(r.figures["claims"] for r in results)
    figures: dict[str, float | int | str] = {"facts": facts, "claims per fact": claims / facts}
    for name in ("strict", "lenient"):
        found = sum(round(r.figures[name] * r.figures["facts"]) for r in results)
        figures[name] = found / facts
    figures["strict of lenient"] = share(float(figures["strict"]), float(figures["lenient"]))
    for name in COUNTED:
        right, judged = _fraction(r.figures.get(name) for r in results)
        figures[name] = share(right, judged)
    for name in RARE:
        right, judged = _fraction(r.figures.get(name) for r in results)
        figures[name] = f"{right}/{judged}"
    return figures


def _fraction(texts: Iterable[str | None]) -> tuple[int, int]:
    """Add up ``3/4`` and ``1/2`` as 4 of 6."""
    pairs = [tuple(map(int, text.split("/"))) for text in texts if text]
    return sum(right for right, _ in pairs), sum(judged for _, judged in pairs)


def score_group(shared: Path, name: str) -> list[Scored]:
    """Build the articles of one group and score each."""
    from kg import build  # noqa: PLC0415 - loads spaCy

    scorer = need(shared / "eval" / "score_facts.py")
    with tempfile.TemporaryDirectory() as scratch:
        articles, out = Path(scratch, "articles"), Path(scratch, "out")
        articles.mkdir()
        gold = GROUPS[name](shared, articles)
        build([articles], out, workers=1)
        return [scored(scorer, out / "claims.jsonl", path, _url(path, articles)) for path in gold]


def _url(gold: Path, articles: Path) -> str:
    """Return the address of the article that a gold file is about."""
    told = json.loads(gold.read_text(encoding="utf-8"))
    if "url" in told:
        return str(told["url"])
    return Path(articles, told["article"]).read_text(encoding="utf-8").partition("\n")[0]


def rows(shared: Path) -> list[Row]:
    """Score all groups, then all facts together."""
    groups = {name: score_group(shared, name) for name in GROUPS}
    return [Row(f"gold facts, {name}", total(some)) for name, some in groups.items()] + [
        Row("gold facts, all", total([one for some in groups.values() for one in some]))
    ]


def main() -> None:
    parser = folder_parser(__doc__, "the folder that holds seeds, gold, eval and bench")
    parser.add_argument("--misses", action="store_true", help="list what was not found or is wrong")
    args = parser.parse_args()
    every: list[Scored] = []
    for name in GROUPS:
        results = score_group(args.data, name)
        every += results
        for result in results:
            if args.misses:
                print(f"-- {name}: {result.gold}", *result.misses, sep="\n")
        show([Row(f"gold facts, {name}", total(results))])
    show([Row("gold facts, all", total(every))])


if __name__ == "__main__":
    raise SystemExit(run(main))
