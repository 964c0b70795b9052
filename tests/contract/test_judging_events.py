"""What happens can be judged: two tellings one event or two, replayed at each build, undone by a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.cli.main import main

pytestmark = pytest.mark.model

TEXTS = {
    "one": "https://a.example/1\nHarbour chief out\n\nJune 6, 2031\n1\n"
    "Maria Lund fired James Brandt on Tuesday. The council welcomed the dismissal.\n",
    "two": "https://b.example/2\nA quiet week in Ostby\n\nJune 20, 2031\n1\n"
    "Growers of hops expect a good year. Maria Lund sacked James Brandt, her deputy.\n",
}


@pytest.fixture(autouse=True)
def project(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)
    monkeypatch.delenv("KG_JUDGEMENTS", raising=False)
    (tmp_path / "articles").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    build()
    capsys.readouterr()


def build():
    assert main(["build", "articles", "-o", "outputs"]) == 0


def files():
    return {p.name: p.read_bytes() for p in Path("outputs").iterdir() if "store" not in p.name}


def entities():
    lines = Path("outputs/entities.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def named(name):
    (found,) = [e for e in entities() if e["name"] == name]
    return found


def log():
    lines = Path("judgements.txt").read_text(encoding="utf-8").splitlines()
    return [line.partition("  # ")[0] for line in lines if not line.startswith("#")]


FIRED = "Maria Lund fired James Brandt (Happening) @ https://a.example/1"
SACKED = "Maria Lund sacked James Brandt (Happening) @ https://b.example/2"


def test_a_noun_and_a_claim_are_one_event_until_that_is_undone(capsys):
    before = files()
    assert main(["judge", "same", named("dismissal")["id"], FIRED]) == 0
    assert log() == [f'same "dismissal (Happening) @ https://a.example/1" "{FIRED}"']
    build()
    event = named("Maria Lund fired James Brandt")
    assert event["aliases"] == ["dismissal"]
    assert not event.get("local")
    assert not [e for e in entities() if e["name"] == "dismissal"]
    capsys.readouterr()
    assert main(["show", event["id"], "--why"]) == 0
    told = capsys.readouterr().out
    assert "judged the same: Maria Lund fired James Brandt and dismissal" in told
    assert "line " in told.partition("Judged")[2]
    after = files()
    build()
    assert files() == after
    lines = Path("judgements.txt").read_text(encoding="utf-8").splitlines()
    assert main(["judge", "undo", str(len(lines))]) == 0
    build()
    assert files() == before


def test_an_event_is_joined_by_its_id_and_a_contradiction_refused(capsys):
    assert main(["judge", "same", FIRED, SACKED]) == 0
    build()
    event = named("Maria Lund sacked James Brandt")
    assert len(event["claims"]) == 2
    assert main(["judge", "same", event["id"], named("dismissal")["id"]]) == 0
    build()
    event = named("Maria Lund sacked James Brandt")
    assert event["aliases"] == ["Maria Lund fired James Brandt", "dismissal"]
    assert main(["judge", "different", "dismissal (Happening) @ https://a.example/1", SACKED]) == 1
    assert "contradict" in capsys.readouterr().err
    assert len(log()) == 2


@pytest.mark.parametrize(
    ("sides", "complaint"),
    [
        ((FIRED, "James Brandt"), "a thing never happens"),
        (
            (FIRED, "James Brandt (Happening) @ https://b.example/2"),
            "Maria Lund sacked James Brandt",
        ),
        ((FIRED, FIRED), "Both sides mean the same"),
        ((FIRED, "Maria Lund sacked James Brandt (Happening)"), "No entity"),
    ],
)
def test_what_cannot_be_judged_is_said_and_nothing_is_written(sides, complaint, capsys):
    assert main(["judge", "same", *sides]) != 0
    assert complaint in capsys.readouterr().err
    assert not Path("judgements.txt").exists()


def test_unsure_changes_nothing():
    before = files()
    assert main(["judge", "unsure", FIRED, SACKED]) == 0
    build()
    assert files() == before


def test_a_line_that_fits_nothing_any_more_is_told_of(capsys):
    gone = "Maria Lund praised James Brandt (Happening) @ https://a.example/1"
    Path("judgements.txt").write_text(f'same "{gone}" "{SACKED}"\n', encoding="utf-8")
    build()
    assert "judgement" in capsys.readouterr().err
