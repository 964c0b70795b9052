"""M1, M2: hundreds of articles; memory stays flat, nothing is done twice, workers change no byte."""

import statistics
import sys
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from kg import build
from kg.model import Article

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import speed

pytestmark = [pytest.mark.slow, pytest.mark.model, pytest.mark.timeout(900)]

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
COUNT, PART = 400, 60
WARM = 100
"""Articles after which a worker has met what it loads once: tables, caches, the larger arrays."""
MOST_MB = 1_500
MOST_GROWTH_MB = 10
"""Of one worker over the 300 articles after that; 1 was measured."""


class Watch:
    """What a build's worker processes need while they annotate."""

    def __init__(self):
        self.started = time.monotonic()
        self.samples = []

    def __call__(self, progress):
        if progress.stage == "annotating" and progress.done % 10 == 0:
            sizes = [size for child in active_children() if (size := rss_mb(child.pid))]
            self.samples.append((progress.done, sizes))

    def after(self, done):
        return [(at, max(sizes)) for at, sizes in self.samples if at >= done and sizes]


def rss_mb(pid):
    """Return the resident memory of a process, 0 if it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except FileNotFoundError:
        return 0
    return sum(int(line.split()[1]) for line in status.splitlines() if line[:6] == "VmRSS:") / 1024


def contents(out):
    return {path.name: path.read_bytes() for path in out.iterdir() if "store" not in path.name}


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """Return a folder of all the articles and one of some of them: each about people of its own."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    whole, part = tmp_path_factory.mktemp("whole"), tmp_path_factory.mktemp("part")
    for number, text in enumerate(speed.copies(seeds, COUNT)):
        for folder in (whole, part) if number < PART else (whole,):
            (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return whole, part


@pytest.fixture(scope="module")
def built(folders, tmp_path_factory):
    watch, out = Watch(), tmp_path_factory.mktemp("built")
    return build([folders[0]], out, workers=2, progress=watch), watch, out


def test_no_article_is_lost(built, capsys):
    report, watch, out = built
    with capsys.disabled():
        print(  # noqa: T201 - the numbers that this test is run for
            f"\n{report.articles} articles in {report.seconds:.0f} s: "
            f"{report.articles / report.seconds:.1f} a second; {report.people} people, "
            f"{sum(report.claims.values())} claims; worker of at most "
            f"{max(size for _, size in watch.after(0)):.0f} MB"
        )

    assert (report.articles, report.skipped, report.rejected) == (COUNT, 0, 0)
    assert (out / "articles.jsonl").read_bytes().count(b"\n") == COUNT


def test_m1_the_memory_of_a_worker_stays_flat(built, capsys):
    _, watch, _ = built
    counts, sizes = zip(*watch.after(WARM), strict=True)
    slope, _ = statistics.linear_regression(counts, sizes)
    with capsys.disabled():
        print(f"\na worker grows by {slope * 1000:.0f} MB in 1,000 articles")  # noqa: T201 - as above

    assert len(sizes) > 20
    assert max(sizes) < MOST_MB
    assert slope * (COUNT - WARM) < MOST_GROWTH_MB


def test_m2_words_are_forgotten_with_their_articles(annotator):
    sizes = []
    for number in range(4):
        text = " ".join(f"The {n}fon of Gar{n}dane {n}ized it." for n in range(number * 50 + 50))
        article = Article(id="article/new", text=text, sha256="0")
        with annotator.batch([article]) as documents:
            assert sum(len(document.doc) for document in documents) > 250
        sizes.append(len(annotator.nlp.vocab.strings))

    assert len(set(sizes)) == 1


def test_a_second_build_annotates_nothing_and_changes_no_byte(built, folders):
    _, _, out = built
    before = contents(out)
    report = build([folders[0]], out, workers=2)

    assert (report.skipped, report.rejected) == (COUNT, 0)
    assert contents(out) == before


def test_one_worker_and_two_give_the_same_bytes(folders, tmp_path):
    for count in (1, 2):
        build([folders[1]], tmp_path / str(count), workers=count)

    assert contents(tmp_path / "1") == contents(tmp_path / "2")
