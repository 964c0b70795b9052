"""What each command prints, where, and its exit code."""

import io
import json
import sys

import fakes
import pytest
from typer.testing import CliRunner

from kg.cli.main import app, main
from kg.pipeline import OpenTuple
from kg.store import WriterLock

COMMANDS = ("build", "show", "ask", "judge", "query", "export", "tuples", "validate", "doctor")
TEXT = "https://a.example/1\n2031-06-06\nÁnn sees Bob.\nBob says Cid\u202e.\nBobby sees Ánn."


@pytest.fixture(autouse=True)
def toy(monkeypatch, tmp_path):
    monkeypatch.setattr("kg.pipeline.building.standard_stages", fakes.stages)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(TEXT, encoding="utf-8")


@pytest.fixture
def built(tmp_path, capsys):
    assert main(["build", "articles", "-o", "outputs"]) == 0
    capsys.readouterr()
    return tmp_path / "outputs"


def test_every_command_is_listed():
    result = CliRunner().invoke(app, ["--help"])
    assert result.exit_code == 0
    assert all(f"\n  {command} " in result.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_teaches_by_examples(command):
    result = CliRunner().invoke(app, [command, "--help"])
    examples = result.stdout.partition("Examples:\n")[2].partition("\n\n")[0]
    assert f"kg {command}" in examples


def test_the_version_is_told(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("newskg 0")


def test_build_tells_what_it_made_on_standard_error_only(capsys):
    assert main(["build", "articles", "-o", "outputs"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    lines = [line.split() for line in err.splitlines()]
    assert ["articles", "1", "(1", "newly", "annotated)"] in lines
    assert ["claims", "3", "(2", "asserted,", "1", "reported)"] in lines
    assert "wrote outputs/claims.jsonl" in err


def test_some_rejected_is_exit_code_3(tmp_path, capsys):
    (tmp_path / "articles" / "two.txt").write_text("https://b.example/\n\n", encoding="utf-8")
    assert main(["build", "articles", "-o", "outputs"]) == 3
    assert "outputs/issues.jsonl" in capsys.readouterr().err
    lines = (tmp_path / "outputs" / "issues.jsonl").read_text(encoding="utf-8").splitlines()
    issues = [issue for issue in map(json.loads, lines) if issue["stage"] == "sources"]
    assert [issue["article"] for issue in issues] == ["two.txt"]


def test_articles_come_from_standard_input(monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO(b"Ann sees Bob."))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["build", "-", "-o", "outputs"]) == 0
    assert main(["show", "ann"]) == 0


def test_options_go_before_the_configuration(tmp_path):
    (tmp_path / "newskg.toml").write_text('base = "https://x.example/"\n', encoding="utf-8")
    assert main(["build", "articles", "-o", "a", "--config", "newskg.toml"]) == 0
    assert "https://x.example/" in (tmp_path / "a" / "graph.ttl").read_text(encoding="utf-8")
    base = ["--base", "https://y.example/"]
    assert main(["build", "articles", "-o", "b", "--config", "newskg.toml", *base]) == 0
    assert "https://x.example/" not in (tmp_path / "b" / "graph.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["build"],
        ["build", "articles"],
        ["build", "nowhere", "-o", "outputs"],
        ["build", "articles", "-o", "outputs", "--workers", "0"],
        ["build", "articles", "-o", "outputs", "--base", "javascript:alert(1)"],
        ["export", "no-such-format", "-o", "outputs"],
        ["query", "outputs"],
        ["tuples", "nowhere"],
        ["no-such-command"],
    ],
)
def test_wrong_usage_is_exit_code_2(argv):
    assert main(argv) == 2


@pytest.mark.parametrize(
    "argv",
    [
        ["show", "Ann"],
        ["export", "turtle", "-o", "elsewhere"],
        ["query", "outputs", "ASK {}"],
        ["build", "articles", "-o", "outputs", "--config", "nowhere.toml"],
    ],
)
def test_failure_is_exit_code_1_and_one_line(argv, capsys):
    assert main(argv) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("kg: ")
    assert err.count("\n") == 1


def test_a_busy_store_is_exit_code_75(built, capsys):
    with WriterLock(built / "store.sqlite"):
        assert main(["build", "articles", "-o", "outputs"]) == 75
    assert "process" in capsys.readouterr().err


def test_an_unforeseen_error_is_exit_code_1_and_says_whose_fault(monkeypatch, capsys):
    monkeypatch.setattr("kg.pipeline.building.standard_stages", lambda: 1 / 0)
    assert main(["build", "articles", "-o", "outputs"]) == 1
    err = capsys.readouterr().err
    assert "ZeroDivisionError" in err
    assert "fault of newskg" in err


def test_show_gives_quote_and_source(built, capsys):
    assert main(["show", "bob"]) == 0
    out = capsys.readouterr().out
    assert "Bob (Person), in 1 article" in out
    assert "“Ánn sees Bob.”" in out
    assert "https://a.example/1" in out
    assert "reported by Bob" in out


def test_show_shows_control_characters(built, capsys):
    assert main(["show", "bob"]) == 0
    out = capsys.readouterr().out
    assert "\\u202e" in out
    assert "\u202e" not in out


def test_show_lists_several(built, capsys):
    assert main(["show", "bo"]) == 0
    out, err = capsys.readouterr()
    starts = [line.rpartition("-")[0] for line in out.splitlines()]
    assert starts == [
        "Bob (Person), 1 mention, person/bob",
        "Bobby (Person), 1 mention, person/bobby",
    ]
    assert "Several" in err


def test_show_json_has_the_claims_of_the_contract(built, capsys):
    assert main(["show", "Bob", "--json"]) == 0
    (record,) = json.loads(capsys.readouterr().out)
    assert record["entity"]["name"] == "Bob"
    claim = record["claims"][0]
    assert claim["article"]["url"] == "https://a.example/1"
    assert claim["evidence"]["quote"] == "Ánn sees Bob."


def test_show_finds_nobody(built, capsys):
    assert main(["show", "Zoe"]) == 1
    assert "Zoe" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["--out", "outputs"], ["--store", "outputs/store.sqlite"], []])
def test_the_store_is_found(built, argv):
    assert main(["show", "Bob", *argv]) == 0


def test_the_store_is_found_by_the_environment(built, monkeypatch, tmp_path):
    (tmp_path / "outputs").rename(tmp_path / "moved")
    monkeypatch.setenv("KG_STORE", str(tmp_path / "moved" / "store.sqlite"))
    assert main(["show", "Bob"]) == 0


def test_export_writes_one_format_alone(built, tmp_path):
    assert main(["export", "turtle", "-o", "elsewhere"]) == 0
    assert [p.name for p in (tmp_path / "elsewhere").iterdir()] == ["graph.ttl"]
    assert (tmp_path / "elsewhere" / "graph.ttl").read_bytes() == (built / "graph.ttl").read_bytes()


def test_export_lists_its_formats(capsys):
    assert main(["export"]) == 0
    assert "turtle\tgraph.ttl\n" in capsys.readouterr().out


def test_query_answers_on_standard_output(built, capsys):
    assert main(["query", "outputs", "ASK { ?claim kg:stance kg:Reported }"]) == 0
    assert capsys.readouterr().out == "yes\n"


def test_tuples_are_separated_by_tabs(monkeypatch, tmp_path, capsys):
    def extract(lines):
        for line in lines:
            yield OpenTuple(
                sentence=line, confidence=0.5, relation="was born in", arguments=("He", "a\tb")
            )

    monkeypatch.setattr("kg.pipeline.tuples", extract)
    (tmp_path / "in.txt").write_bytes("\ufeffHe was born.\r\nNo.\n".encode())
    assert main(["tuples", "in.txt"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "He was born.\t0.5000\twas born in\tHe\ta b",
        "No.\t0.5000\twas born in\tHe\ta b",
    ]


def test_tuples_want_utf8(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr("kg.pipeline.tuples", list)
    (tmp_path / "in.txt").write_bytes(b"caf\xe9\n")
    assert main(["tuples", "in.txt"]) == 1
    assert "UTF-8" in capsys.readouterr().err


def test_doctor_finds_a_whole_environment_whole(built, capsys):
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "ok   store outputs/store.sqlite, 1 articles" in out
    assert "ok   language model" in out


def test_doctor_says_what_to_do_about_a_foreign_store(built, capsys):
    (built / "store.sqlite").write_bytes(b"Dear reader,\n" * 99)
    assert main(["doctor"]) == 1
    assert "FAIL outputs/store.sqlite is no newskg store" in capsys.readouterr().out


def test_doctor_warns_of_a_network_file_system(monkeypatch, tmp_path, capsys):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"disk / ext4 rw 0 0\nserver {tmp_path} nfs4 rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr("kg.cli.doctor._MOUNTS", mounts)
    assert main(["doctor"]) == 1
    assert "network file system (nfs4)" in capsys.readouterr().out
