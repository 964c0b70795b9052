"""An institution that one paper writes small is one with that of another, as a reader sees it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.cli.main import main

pytestmark = pytest.mark.model

TEXTS = {
    "one": "https://a.example/1\nA lawyer\n\nJune 6, 2031\n1\n"
    "The Justice Department hired Maria Lund on Tuesday.\n",
    "two": "https://b.example/2\nA second lawyer\n\nJune 7, 2031\n1\n"
    "On Wednesday the justice department hired James Brandt.\n",
}


def test_both_are_shown_under_the_name_with_capitals(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert main(["build", "one.txt", "two.txt", "-o", "outputs"]) == 0
    lines = Path("outputs/claims.jsonl").read_text(encoding="utf-8").splitlines()
    hired = [c for c in map(json.loads, lines) if c["predicate"]["lemma"] == "hire"]
    assert [c["subject"]["name"] for c in hired] == ["Justice Department"] * 2
    capsys.readouterr()
    assert main(["show", "justice department", "--why"]) == 0
    told = capsys.readouterr().out
    assert "https://a.example/1" in told
    assert "https://b.example/2" in told
    sides = [f"justice department @ https://{n}" for n in ("a.example/1", "b.example/2")]
    assert main(["judge", "different", *sides]) == 0
    assert main(["build", "one.txt", "two.txt", "-o", "outputs"]) == 0
    lines = Path("outputs/claims.jsonl").read_text(encoding="utf-8").splitlines()
    hired = [c for c in map(json.loads, lines) if c["predicate"]["lemma"] == "hire"]
    assert len({c["subject"]["id"] for c in hired}) == 2
