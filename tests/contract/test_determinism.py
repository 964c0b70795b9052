"""The same articles give the same bytes, whatever the order, workers, hash seed, zone or tongue."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

SEEDS = Path(__file__).parents[2] / "seeds"
PLAIN = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
OTHER = {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C"}


def build(paths, out, *options, env):
    command = [sys.executable, "-m", "kg", "build", *map(str, paths), "-o", str(out), *options]
    done = subprocess.run(
        command, env=os.environ | env, capture_output=True, text=True, check=False, cwd=out.parent
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def contents(out):
    return {path.name: path.read_bytes() for path in out.iterdir() if "store" not in path.name}


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    out = tmp_path_factory.mktemp("plain") / "out"
    build([SEEDS], out, "--workers", "1", env=PLAIN)
    return out


def test_the_seeds_give_every_file_of_the_contract(plain):
    names = {"articles", "attributions", "claims", "entities", "issues", "mentions", "statements"}
    found = contents(plain)
    assert {f"{name}.jsonl" for name in names} | {"graph.ttl", "graph.html"} <= set(found)
    assert all(found[f"{name}.jsonl"] for name in names - {"issues"})


def test_order_workers_hash_seed_zone_and_language_do_not_matter(plain, tmp_path):
    articles = sorted(SEEDS.glob("*.txt"), key=lambda path: path.name[::-1])
    assert len(articles) > 2
    build(articles, tmp_path / "out", "--workers", "2", env=OTHER)
    assert contents(tmp_path / "out") == contents(plain)


def test_a_second_build_annotates_nothing_and_changes_no_byte(plain):
    before = contents(plain), (plain / "store.sqlite").read_bytes()
    told = build([SEEDS], plain, env=OTHER)
    assert "(0 newly annotated)" in told
    assert (contents(plain), (plain / "store.sqlite").read_bytes()) == before


def test_a_second_build_does_not_load_the_language_pipeline(plain):
    code = (
        "import sys, kg\n"
        f"report = kg.build([{str(SEEDS)!r}], {str(plain)!r})\n"
        "assert report.skipped == report.articles > 0\n"
        "assert 'spacy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
