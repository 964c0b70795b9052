"""Bad articles beside a good one, by the real command: each is named, and the good one is built."""

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.model

STORY = (
    "OSLO — Mara Holm, the mayor of Norhaven, opened the bridge on Friday.\n"
    "“The bridge is safe,” Ms. Holm told reporters. She did not meet Tobias Renner.\n"
)
UNDATED = STORY.replace("the bridge on Friday", "the tunnel on Monday")


def seed(url, text=STORY, date="June 6, 2031"):
    return f"{url}\nBridge Opens\nHolm  Mara,Norhaven\n{date}\n3\n{text}".encode()


LONG = STORY * (5_000_000 // len(STORY.encode()) + 1)
FILES = {
    "good.txt": seed("https://courier.example/bridge"),
    "same.txt": seed("https://courier.example/bridge"),
    "copy.txt": seed("https://wire.example/bridge"),
    "undated.txt": seed("https://courier.example/tunnel", UNDATED, date=""),
    "empty.txt": b"",
    "header.txt": seed("https://courier.example/empty", "\n"),
    "photo.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "noise.txt": bytes(range(256)) * 50,
    "paper.pdf": b"%PDF-1.7\n",
    "large.txt": seed("https://courier.example/large", LONG),
}
REFUSED = {
    "empty.txt": ("empty", "the text is empty"),
    "header.txt": ("empty", "the text is empty"),
    "photo.txt": ("encoding", "save the article as plain text"),
    "noise.txt": ("encoding", "save it as UTF-8"),
    "paper.pdf": ("format", "PDF is not read; save it as plain text"),
    "large.txt": ("too-large", "larger than 5,000,000 bytes; split it"),
}


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Return what the command said, and the folder it wrote."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "articles").mkdir()
    for name, data in FILES.items():
        (folder / "articles" / name).write_bytes(data)
    command = [sys.executable, "-m", "kg", "build", "articles", "-o", "out", "--workers", "1"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done, folder / "out"


def records(out, kind):
    return [json.loads(line) for line in (out / f"{kind}.jsonl").read_text("utf-8").splitlines()]


def test_the_exit_code_says_that_some_were_rejected(run):
    done, _ = run

    assert done.returncode == 3
    assert ["rejected", str(len(REFUSED))] in [line.split() for line in done.stderr.splitlines()]
    assert "out/issues.jsonl" in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_file_is_named_with_its_reason_and_what_to_do(run, name):
    code, words = REFUSED[name]
    (issue,) = [issue for issue in records(run[1], "issues") if issue["article"] == name]

    assert issue["code"] == code
    assert words in issue["message"]


def test_nothing_but_the_refused_the_copy_and_the_undated_is_an_issue(run):
    codes = [issue["code"] for issue in records(run[1], "issues")]

    assert sorted(codes) == sorted(
        [code for code, _ in REFUSED.values()] + ["duplicate", "no-date"]
    )


def test_a_copy_under_another_address_is_said_and_counts_once(run):
    articles = records(run[1], "articles")
    (copy,) = [issue for issue in records(run[1], "issues") if issue["code"] == "duplicate"]

    assert len(articles) == 2
    assert "has the same text as" in copy["message"]
    assert {statement["independent"] for statement in records(run[1], "statements")} == {1}


def test_an_article_without_a_date_is_built_and_told_of(run):
    (doubt,) = [issue for issue in records(run[1], "issues") if issue["code"] == "no-date"]
    (article,) = [a for a in records(run[1], "articles") if a["id"] == doubt["article"]]

    assert article["url"] == "https://courier.example/tunnel"
    assert article["published"] is None


def test_the_good_article_is_in_the_graph(run):
    claims = {
        (claim["subject"]["name"], claim["predicate"]["lemma"], claim["object"]["name"])
        for claim in records(run[1], "claims")
        if claim["object"] is not None
    }

    assert ("Mara Holm", "open", "bridge") in claims
    assert ("Mara Holm", "meet", "Tobias Renner") in claims
