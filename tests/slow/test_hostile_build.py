"""T1–T14 through the whole house: some sixty hostile articles beside the seeds, by the real command.

The seeds must come out as if nothing else had been there.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kg.query import select

pytestmark = [pytest.mark.slow, pytest.mark.model, pytest.mark.timeout(600)]

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
STORY = "Mara Holm, the mayor of Norhaven, opened the bridge. She thanked Tobias Renner on Friday."
MOST_S = 240
"""For all of it, on a busy laptop; one bomb that is not defused takes 20 s by itself."""


def seed(body, *, url="", title="Bridge Opens", keywords="Holm  Mara", date="June 6, 2031"):
    return f"{url}\n{title}\n{keywords}\n{date}\n3\n{body}".encode("utf-8", "surrogatepass")


def noise(count):
    return hashlib.shake_256(b"noise").digest(count)


def line(**fields):
    return json.dumps({"text": STORY, "date": "2031-06-06"} | fields).encode()


# name: bytes, and the code of its refusal or None where it is built
EMPTY = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\r\n \xc2\xa0\n", "empty"),
    "marks.txt": (b"..., !!! ??? ---", "empty"),
    "invisible.txt": ("\u200b\u2060\ufeff\u202e\u00ad".encode() * 50, "empty"),
    "header-only.txt": (seed("", url="https://a.example/1"), "empty"),
    "header-cut.txt": (b"https://a.example/2\nTitle\n\nJune 6, 2031", "empty"),
    "two-words.txt": (seed("Bridge opens."), "too-short"),
    "one-word.txt": (b"x" * 300_000, "not-prose"),
}
BINARY = {
    "photo.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + noise(3_000), "encoding"),
    "program.txt": (b"\x7fELF\x02\x01\x01" + bytes(400), "encoding"),
    "paper.txt": (b"%PDF-1.7\n\x00\x01\x02\x03" + noise(3_000), "encoding"),
    "noise.txt": (noise(20_000), "encoding"),
    "zeros.txt": (bytes(5_000), "encoding"),
    "half-utf16.txt": (STORY.encode("utf-16-le"), "encoding"),
    "japanese.txt": ("市長は金曜日に橋を開通させた。".encode("shift_jis") * 20, "encoding"),
    "overlong.txt": (STORY.encode() + b"\xc0\xaf\xed\xa0\x80" * 30, "encoding"),
    "paper.pdf": (b"%PDF-1.7\n", "format"),
    "page.html": (b"<html><p>Hello</p></html>", "format"),
    "letter.docx": (b"PK\x03\x04", "format"),
    "archive.gz": (b"\x1f\x8b\x08", "format"),
    "table.csv": (b"a,b\n1,2\n", "format"),
    "unknown.xyz": (STORY.encode(), "format"),
}
OTHER = {
    "markup.txt": (b"<html><body>" + b"<p>The mayor opened it.</p>" * 20, "markup"),
    "source.txt": (b"def f(x):\n    return {x: [y for y in x if y != 1]};\n" * 30, "not-prose"),
    "base64.txt": (b"QWxhZGRpbjpvcGVuIHNlc2FtZQ" * 400, "not-prose"),
    "numbers.txt": (b"1 2 3 4 5 6 7 8 9 10\n" * 300, "empty"),
    "german.txt": (
        "Die Bürgermeisterin hat die Brücke am Freitag für den Verkehr geöffnet und dankte "
        "den Arbeitern, die nicht nur im Winter auf der Baustelle gewesen sind.".encode()
        * 3,
        "language",
    ),
    "arabic.txt": (
        ("افتتحت رئيسة البلدية الجسر يوم الجمعة وشكرت العمال. " * 5).encode(),
        "language",
    ),
}
LARGE = {
    "five-megabytes.txt": (seed(STORY + "\n") + (STORY + "\n").encode() * 57_000, "too-large"),
    "million-characters.txt": (seed((STORY + " ") * 12_000), "too-large"),
    "book.txt": (seed((STORY + "\n") * 400, url="https://a.example/book"), None),
    "long-line.txt": (seed((STORY + " ") * 150, url="https://a.example/line"), None),
    "long-sentence.txt": (seed("Mara Holm met " + "Ann Roe and " * 2_000 + "left. " + STORY), None),
    "paragraphs.txt": (seed("The mayor left.\n\n" * 2_000 + STORY), None),
    "names.txt": (
        seed(" ".join(f"Ann{n} Roe{n} said that she had met the Bob{n}." for n in range(400))),
        None,
    ),
    "glued.txt": (seed((STORY + "The end") * 50), None),
}
BOMBS = {
    f"bomb-{number:02}.txt": (seed(f"{STORY}\n{unit * (100_000 // len(unit))}\n{STORY} {number}"), None)
    for number, unit in enumerate(
        ["(", "!", '"', "$", ")", "'", "“", "—", ".", "-", "(!", '"$)', "\U0001f680", "[(", "...!"]
    )
}  # fmt: skip
CHARACTERS = {
    "nul.txt": (seed(f"{STORY}\nThe end\x00 of Norhaven came."), None),
    "controls.txt": (seed(STORY + "".join(f"{c:c} She left." for c in range(32))), "encoding"),
    "few-controls.txt": (seed(STORY * 30 + "".join(f" {c:c} Left{c:c}." for c in range(9))), None),
    "c1.txt": (
        seed(STORY + "".join(f"\n{chr(c)}She{chr(c)} left." for c in range(127, 160))),
        None,
    ),
    "bidi.txt": (seed(f"\u202e{STORY}\u2066 Renner\u202d left\u2069."), None),
    "marked.txt": (seed(STORY + " Z" + "\u0301\u0316\u0344" * 30_000 + "algo left."), None),
    "joiners.txt": (seed(STORY + " a" + "\u200d\u200c" * 40_000 + "b left."), None),
    "tags.txt": (seed(STORY + "".join(chr(0xE0000 + n) for n in range(1, 128)) + " Left."), None),
    "script.txt": (
        seed(
            f'{STORY} "</script><script>alert(1)</script>", said <img src=x onerror=alert(2)> Roe.',
            title="</title><script>alert(3)</script>",
            keywords="<b>Roe</b>  Ann,=cmd|' /C calc'!A0",
        ),
        None,
    ),
    "turtle.txt": (
        seed(f'{STORY * 9} "> . <x:a> <x:b> \\"\\" @prefix : <x:> ." said Ann \\ Roe.'),
        None,
    ),
    "surrogate.txt": (seed(f"{STORY} \ud800 left."), "encoding"),
    "formula.txt": (seed('=HYPERLINK("http://x.example") said Ann Roe.\n' + STORY), None),
    "utf16.txt": (("\n\n\nJune 6, 2031\n1\nIn UTF-16. " + STORY).encode("utf-16"), None),
    "cp1252.txt": (seed("In CP1252: ").replace(b"In", b"\x93In\x94") + STORY.encode(), None),
}
HEADERS = {
    "undated.txt": (seed(STORY + " No date.", url="https://a.example/undated", date=""), None),
    "misdated.txt": (
        seed(STORY + " Odd.", url="https://a.example/odd", date="Feb. 30, 2031"),
        None,
    ),
    "no-url.txt": (seed(STORY + " No address.", url="javascript:alert(1)"), None),
    "copy-a.txt": (seed(STORY + " A copy.", url="https://a.example/copy"), None),
    "copy-b.txt": (seed(STORY + " A copy.", url="https://b.example/copy"), None),
    "long-title.txt": (seed(STORY + " Long title.", title="boat " * 3_000), None),
    "many-keywords.txt": (seed(STORY + " Keywords.", keywords="Holm  Mara," * 5_000), None),
    "strange\n\x1b[31mname.txt": (b"", "empty"),
}
FILES = EMPTY | BINARY | OTHER | LARGE | BOMBS | CHARACTERS | HEADERS
LINES = [
    (line(), None),
    (b'{"text": "cut o', "json"),
    (line(text=5), "json"),
    (b'{"text": "a", "text": "b"}', "json"),
    (b"[" * 100_000, "json"),
    (b'{"text": "\\ud800 is half a pair"}', "encoding"),
    (b'{"x": "' + b"y" * 8_000_000 + b'"}', "too-large"),
    (line(text=STORY + " The last line."), None),
]
REFUSED = {
    re.sub(r"\s*\x1b", " ", name).strip(): code for name, (_, code) in FILES.items() if code
} | {f"lines.jsonl:{number}": code for number, (_, code) in enumerate(LINES, 1) if code}


def kg(*arguments, cwd):
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Return what the build of everything said, how long it took, and its folder."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(SEEDS, folder / "articles")
    for name, (data, _) in FILES.items():
        (folder / "articles" / name).write_bytes(data)
    (folder / "articles" / "lines.jsonl").write_bytes(b"\n".join(data for data, _ in LINES))
    (folder / "articles" / "out.txt").symlink_to("/etc/passwd")
    os.mkfifo(folder / "articles" / "pipe.txt")
    begin = time.monotonic()
    done = kg("build", "articles", "-o", "out", "--workers", "2", cwd=folder)
    return done, time.monotonic() - begin, folder / "out"


def records(out, kind):
    return [json.loads(row) for row in (out / f"{kind}.jsonl").read_text("utf-8").splitlines()]


def test_some_are_refused_and_the_rest_is_built_in_time(run, capsys):
    done, seconds, out = run
    with capsys.disabled():
        built = len(records(out, "articles"))
        print(f"\n{built} articles built in {seconds:.0f} s")  # noqa: T201 - what this is run for

    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr
    assert seconds < MOST_S


def test_every_refusal_is_named_with_its_code(run):
    refused = {
        issue["article"]: issue["code"]
        for issue in records(run[2], "issues")
        if not issue["article"].startswith("article/")
    }

    assert refused == REFUSED | {"out.txt": "link", "pipe.txt": "not-a-file"}


def test_every_issue_says_what_happened_in_a_line(run):
    for issue in records(run[2], "issues"):
        assert 20 < len(issue["message"]) < 400
        assert issue["message"].isprintable()


def test_no_article_that_was_taken_failed(run):
    issues = [i for i in records(run[2], "issues") if i["article"].startswith("article/")]

    assert {issue["code"] for issue in issues} <= {
        "date", "duplicate", "no-date", "title", "too-many", "url"
    }  # fmt: skip


def test_everything_else_is_built(run):
    built = sum(code is None for _, code in [*FILES.values(), *LINES])
    copies = sum(issue["code"] == "duplicate" for issue in records(run[2], "issues"))

    assert len(records(run[2], "articles")) == len(list(SEEDS.glob("*.txt"))) + built - copies
    assert copies == 1


def test_the_seeds_say_what_they_say_alone(run, tmp_path):
    done = kg("build", SEEDS, "-o", tmp_path / "alone", cwd=tmp_path)
    assert done.returncode == 0, done.stderr

    for kind in ("claims", "mentions", "attributions"):
        alone = records(tmp_path / "alone", kind)
        ours = {json.dumps(record["article"]) for record in alone}
        assert len(ours) == len(list(SEEDS.glob("*.txt")))
        assert [r for r in records(run[2], kind) if json.dumps(r["article"]) in ours] == alone


def test_a_quote_is_the_text_at_its_offsets(run):
    texts = {article["id"]: article["text"] for article in records(run[2], "articles")}
    for claim in records(run[2], "claims"):
        evidence = claim["evidence"]
        text = texts[claim["article"]["id"]]
        assert evidence["quote"] == text[evidence["start"] : evidence["end"]]


def test_two_readers_understand_the_graph(run):
    graph = (run[2] / "graph.ttl").read_bytes()
    ours = rdflib.Graph().parse(data=graph, format="turtle")
    theirs = set(pyoxigraph.parse(graph, pyoxigraph.RdfFormat.TURTLE))

    assert len(ours) == len(theirs) > 10_000
    people = "SELECT ?p WHERE { ?p a schema:Person ; rdfs:label 'Mara Holm' }"
    assert len(select(run[2], people).rows) == 1


def test_nothing_hidden_reaches_a_file(run):
    hidden = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]")
    for path in run[2].iterdir():
        if "store" not in path.name and path.name != "graph-pyvis.html":  # holds others' code
            found = hidden.search(path.read_text("utf-8"))
            assert found is None, (path.name, found)


def test_a_second_build_is_as_calm(run):
    done, _, out = run
    before = {p.name: p.read_bytes() for p in out.iterdir() if "store" not in p.name}
    again = kg("build", "articles", "-o", "out", "--workers", "2", cwd=out.parent)

    assert again.returncode == done.returncode
    assert "(0 newly annotated)" in again.stderr
    assert {p.name: p.read_bytes() for p in out.iterdir() if "store" not in p.name} == before
