"""Kills, full disks, second builders: old build or new, nothing between; rerunning finishes."""

import os
import resource
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from kg.store import Store

TESTS = Path(__file__).parents[1]
FILES = ("articles.jsonl", "claims.jsonl", "entities.jsonl", "mentions.jsonl", "statements.jsonl")
COUNT = 60


@pytest.fixture
def articles(tmp_path):
    return write_articles(tmp_path / "articles")


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory):
    """Return the files of a build that nothing happens to."""
    folder = tmp_path_factory.mktemp("whole")
    assert finish(write_articles(folder / "articles"), folder / "out")[0] == 0
    return contents(folder / "out")


def write_articles(folder):
    folder.mkdir()
    for n in range(COUNT):
        lines = "\n".join(f"Ann{n % 7} sees Bob{n + m}." for m in range(10))
        text = f"https://a.example/{n}\n2031-06-06\n{lines}"
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")
    return folder


def command(articles, out, *, workers=1):
    kg = [sys.executable, str(TESTS / "toy_kg.py")]
    return [*kg, "build", str(articles), "-o", str(out), "--workers", str(workers)]


def start(articles, out, *, workers=1, **settings):
    env = os.environ | {"PYTHONPATH": str(TESTS)}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    # a shell's background job ignores Ctrl-C, and so would the tests' children, though no user's would
    ignored = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            command(articles, out, workers=workers), env=env, text=True, **streams, **settings
        )
    finally:
        signal.signal(signal.SIGINT, ignored)


def finish(*arguments, **settings):
    with start(*arguments, **settings) as process:
        _, err = process.communicate(timeout=60)
    return process.returncode, err


def contents(out):
    return {name: (out / name).read_bytes() for name in FILES}


def wait_for(condition, process):
    deadline = time.monotonic() + 30
    while not condition() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)


def size(path):
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


# How far the build is when it is killed: the write-ahead log has grown so much, or a file is there.
MOMENTS = {
    "at the start": lambda out: out.exists(),
    "while reading": lambda out: size(out / "store.sqlite-wal") > 60_000,
    "while annotating": lambda out: size(out / "store.sqlite-wal") > 110_000,
    "while publishing": lambda out: size(out / "store.sqlite-wal") > 260_000,
    "while writing files": lambda out: (out / "articles.jsonl").exists(),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_after_a_kill_the_same_command_finishes(articles, tmp_path, moment, uninterrupted):
    out = tmp_path / "killed"
    with start(articles, out) as process:
        wait_for(partial(MOMENTS[moment], out), process)
        process.kill()
        process.communicate()
    assert finish(articles, out)[0] == 0
    assert contents(out) == uninterrupted


def test_a_kill_leaves_the_last_build_readable(articles, tmp_path):
    out = tmp_path / "out"
    assert finish(articles / "000.txt", out)[0] == 0
    before = contents(out)
    with start(articles, out) as process:
        wait_for(lambda: size(out / "store.sqlite-wal") > 110_000, process)
        process.kill()
        process.communicate()
    with Store.open(out / "store.sqlite", write=False) as store, store.view() as view:
        assert view.check() == ()
        assert len(list(view.articles())) == 1
    assert contents(out) == before


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_a_build_soon_and_whole(articles, tmp_path, number, code):
    out = tmp_path / "out"
    (articles / "zzz.txt").write_text("https://z.example/\n\n!hang", encoding="utf-8")
    with start(articles, out) as process:
        wait_for(lambda: size(out / "store.sqlite-wal") > 60_000, process)
        # The poisoned article is being annotated by now, or will be: it takes twenty seconds.
        stopped_at = time.monotonic()
        process.send_signal(number)
        _, err = process.communicate(timeout=30)
    assert process.returncode == code
    assert err == "kg: stopped; the same command goes on from here.\n"
    assert time.monotonic() - stopped_at < 5
    with Store.open(out / "store.sqlite", write=True) as store:
        assert len(store.articles()) == COUNT + 1


def test_a_signal_leaves_no_worker_behind(articles, tmp_path):
    out = tmp_path / "out"
    (articles / "000.txt").write_text("https://z.example/\n\n!hang", encoding="utf-8")
    with start(articles, out, workers=2, start_new_session=True) as process:
        wait_for(lambda: len(session(process.pid)) >= 3, process)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    assert process.returncode == 143
    assert not living(process.pid)


def living(leader):
    """Return what is left of a session after a moment: a helper of Python's ends last."""
    deadline = time.monotonic() + 3
    while session(leader) and time.monotonic() < deadline:
        time.sleep(0.02)
    return session(leader)


def session(leader):
    """Return the living processes of a session, as /proc tells them."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended while we looked
        if fields[0] != "Z" and int(fields[3]) == leader:
            found.append(int(stat.parent.name))
    return found


def test_workers_end_with_a_killed_build(articles, tmp_path):
    (articles / "000.txt").write_text("https://z.example/\n\n!hang", encoding="utf-8")
    with start(articles, tmp_path / "out", workers=2, start_new_session=True) as process:
        wait_for(lambda: len(session(process.pid)) >= 3, process)
        process.kill()
        # The workers hold the other end of the pipes: this waits for them.
        process.communicate(timeout=10)
    assert not living(process.pid)


def test_of_two_builders_the_second_is_told_who_is_first(articles, tmp_path):
    out = tmp_path / "out"
    (articles / "000.txt").write_text("https://z.example/\n\n!hang", encoding="utf-8")
    with start(articles, out) as first:
        wait_for((out / "store.sqlite").exists, first)
        code, err = finish(articles, out)
        first.kill()
        first.communicate()
    assert code == 75
    assert str(first.pid) in err


@pytest.mark.parametrize("room", [0, 100_000])
def test_a_full_disk_is_told_and_what_was_there_stays(articles, tmp_path, room):
    out = tmp_path / "out"
    assert finish(articles / "000.txt", out)[0] == 0
    before = contents(out)

    def leave_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    code, err = finish(articles, out, preexec_fn=leave_room)
    assert code == 1
    assert err.startswith("kg: ")
    assert err.count("\n") == 1
    assert contents(out) == before
    assert not list(out.glob("*.partial"))
    assert not list(out.glob(".*.partial"))
    assert finish(articles, out)[0] == 0
    assert len(contents(out)["articles.jsonl"].splitlines()) == COUNT


def test_a_reader_that_goes_away_is_no_noise(articles, tmp_path):
    out = tmp_path / "out"
    assert finish(articles, out)[0] == 0
    show = f"{sys.executable} {TESTS / 'toy_kg.py'} show Ann1 --out {out} | head -n 1"
    env = os.environ | {"PYTHONPATH": str(TESTS)}
    done = subprocess.run(["bash", "-c", show], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Ann1 (Person)")
    assert done.stderr == ""
