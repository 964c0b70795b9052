"""Judging on the command line: what is written, what the next build makes of it, what is refused."""

import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import fakes
import pytest

from kg.assemble import relink
from kg.cli.main import main
from kg.resolve import resolve

# "Ann" is a given name: two articles that say no more of her may mean two.
TEXTS = {
    "one": "https://a.example/1\n2031-06-06\nAnn sees Zorba.\nZorba says Qux.",
    "two": "https://b.example/2\n2031-06-07\nAnn sees Zorba.",
    "three": "https://c.example/3\n2031-06-08\nVim sees Zorba.",
}
STAGES = replace(fakes.stages(), resolve=resolve, relink=relink)


@pytest.fixture(autouse=True)
def project(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr("kg.pipeline.building.standard_stages", lambda: STAGES)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)
    monkeypatch.delenv("KG_JUDGEMENTS", raising=False)
    (tmp_path / "articles").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    build()
    capsys.readouterr()
    return tmp_path


def build(*options):
    assert main(["build", "articles", "-o", "outputs", *options]) == 0


def files():
    return {p.name: p.read_bytes() for p in Path("outputs").iterdir() if "store" not in p.name}


def names():
    lines = Path("outputs/entities.jsonl").read_text(encoding="utf-8").splitlines()
    return sorted(json.loads(line)["name"] for line in lines)


def log():
    path = Path("judgements.txt")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line.partition("  # ")[0] for line in lines if not line.startswith("#")]


def answer(monkeypatch, text, *options):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    return main(["judge", "review", *options])


def test_same_is_written_with_its_articles_and_followed(capsys):
    assert main(["judge", "same", "zorba", "Vim", "--note", "one  man"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "judgements.txt, line 4: same" in err
    zorba = '"Zorba @ https://a.example/1 https://'
    assert log()[0].startswith(f"same {zorba}")
    assert log()[0].endswith(' "Vim @ https://c.example/3"')
    assert Path("judgements.txt").read_text(encoding="utf-8").endswith(" one man\n")
    assert names() == ["Ann", "Ann", "Qux", "Vim", "Zorba"]
    build()
    assert "Vim" not in names() or "Zorba" not in names()
    assert len(names()) == 4


def ids():
    lines = Path("outputs/entities.jsonl").read_text(encoding="utf-8").splitlines()
    return {one["name"]: one["id"] for one in map(json.loads, lines)}


def test_the_ids_of_both_lead_to_what_was_judged_one_and_back(capsys):
    before = ids()
    assert main(["judge", "same", "Zorba", "Vim"]) == 0
    build()
    (now,) = {id_ for name, id_ in ids().items() if name in {"Zorba", "Vim"}}
    for old in (before["Zorba"], before["Vim"]):
        capsys.readouterr()
        assert main(["show", old]) == 0
        out, err = capsys.readouterr()
        assert "Zorba" in out
        assert (f"{old} is now {now}." in err) == (old != now)
    assert main(["judge", "same", before["Vim"], "Qux"]) == 0
    assert main(["judge", "undo", "5"]) == 0
    assert main(["judge", "undo", "4"]) == 0
    build()
    capsys.readouterr()
    assert ids() == before
    assert main(["show", before["Vim"]]) == 0
    assert "is now" not in capsys.readouterr().err


def test_an_id_that_was_parted_leads_to_every_part(capsys):
    one = ids()["Zorba"]
    sides = ["Zorba @ https://a.example/1", "Zorba @ https://b.example/2"]
    assert main(["judge", "different", *sides]) == 0
    build()
    capsys.readouterr()
    assert main(["show", one]) == 0
    out, err = capsys.readouterr()
    assert f"{one} is now person/zorba-" in err
    assert out.count("Zorba (Person)") == 2


def test_undoing_and_deleting_give_the_same_bytes_as_never():
    before = files()
    assert main(["judge", "same", "Zorba", "Vim"]) == 0
    build()
    assert files() != before
    assert main(["judge", "undo", "4"]) == 0
    build()
    assert files() == before
    assert main(["judge", "different", "Zorba", "Vim"]) == 0
    build()
    assert files() != before
    Path("judgements.txt").unlink()
    build()
    assert files() == before


def test_namesakes_are_parted_by_their_articles():
    sides = ("Zorba @ https://a.example/1", "Zorba @ https://c.example/3")
    assert main(["judge", "different", *sides]) == 0
    build()
    assert names().count("Zorba") == 2


def test_a_judgement_outlives_an_article_that_is_replaced_and_one_that_is_copied():
    sides = ("Zorba @ https://b.example/2", "Vim @ https://c.example/3")
    assert main(["judge", "same", *sides]) == 0
    # A later version of the article, and a copy whose URL sorts before it and so stands for both.
    body = "Zorba sees Ann.\nZed says Ann."
    for name, url in (("four", "https://b.example/2"), ("five", "https://a.example/0")):
        text = f"{url}\n2031-07-01\n{body}"
        Path(f"articles/{name}.txt").write_text(text, encoding="utf-8")
    build()
    assert ("Zorba" in names()) != ("Vim" in names())
    assert "judgement" not in Path("outputs/issues.jsonl").read_text(encoding="utf-8")


def test_saying_it_twice_writes_one_line():
    for _ in range(2):
        assert main(["judge", "unsure", "Zorba", "Vim"]) == 0
    assert main(["judge", "unsure", "Vim", "Zorba"]) == 0
    assert len(log()) == 1


def test_an_id_from_elsewhere_can_be_given_by_hand():
    assert main(["judge", "same", "Vim", "<https://www.wikidata.org/wiki/Q42>"]) == 0
    build()
    assert b"owl:sameAs <http://www.wikidata.org/entity/Q42>" in files()["graph.ttl"]


def test_entities_are_named_by_id_too():
    lines = Path("outputs/entities.jsonl").read_text(encoding="utf-8").splitlines()
    anns = [record["id"] for record in map(json.loads, lines) if record["name"] == "Ann"]
    assert main(["judge", "same", *anns]) == 0
    assert sorted(log()[0].split('"')[1::2]) == [
        "Ann @ https://a.example/1",
        "Ann @ https://b.example/2",
    ]


@pytest.mark.parametrize(
    ("sides", "complaint"),
    [
        (("Nobody", "Vim"), "No entity is called 'Nobody'"),
        (("Zor", "Vim"), "did you mean person/zorba"),
        (("Ann", "Vim"), "'Ann' is what 2 are called: person/ann-"),
        (("Zorba @ https://x.example/", "Vim"), "no article https://x.example/ in the store"),
        (
            ("Vim @ https://a.example/1", "Vim"),
            "Nothing is called 'Vim' in https://a.example/1; it",
        ),
        (("Vim", "vim"), "Both sides mean the same mentions of Vim"),
        (("<Q1>", "<Q2>"), "both sides are records of authorities"),
        (("", "Vim"), "has no name"),
    ],
)
def test_what_cannot_be_judged_is_said_and_nothing_is_written(sides, complaint, capsys):
    assert main(["judge", "same", *sides]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert complaint in err
    assert log() == []


def test_a_contradiction_is_refused_with_the_lines_it_contradicts(capsys):
    assert main(["judge", "same", "Zorba", "Vim"]) == 0
    assert main(["judge", "same", "Vim", "Qux"]) == 0
    before = log()
    assert main(["judge", "different", "Qux", "Zorba"]) == 1
    err = capsys.readouterr().err
    assert "line 4 (" in err
    assert "line 5 (" in err
    assert "Nothing was written" in err
    assert log() == before


def test_a_build_with_a_log_that_contradicts_itself_says_which_lines(capsys):
    before = files()
    Path("judgements.txt").write_text("same Zorba Vim\ndifferent Vim Zorba\n", encoding="utf-8")
    assert main(["build", "articles", "-o", "outputs"]) == 1
    assert "by line 2 Vim and Zorba are different, but line 1" in capsys.readouterr().err
    assert files() == before


def test_a_build_tells_of_judgements_that_decide_nothing(capsys):
    Path("judgements.txt").write_text("same Zorba Nobody\n", encoding="utf-8")
    build()
    assert "1 judgements or records fit nothing" in capsys.readouterr().err
    assert b"'Nobody'" in files()["issues.jsonl"]


@pytest.mark.parametrize(
    "argv",
    [
        ["same", "A"],
        ["same", "A", "B", "C"],
        ["undo"],
        ["undo", "four"],
        ["review", "A"],
        ["list", "A"],
        ["alike", "A", "B"],
    ],
)
def test_wrong_usage_is_exit_code_2(argv):
    assert main(["judge", *argv]) == 2


def test_the_list_numbers_what_stands(capsys):
    Path("judgements.txt").write_text("same A B\nundo same A B\nunsure C D # so\n")
    assert main(["judge", "list"]) == 0
    assert capsys.readouterr().out == '3  unsure "C" "D"  # so\n'


# --- review ----------------------------------------------------------------------------------


def test_a_review_shows_both_sides_with_reason_and_quote(monkeypatch, capsys):
    assert answer(monkeypatch, "") == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0] == "1 of 1: Ann | Ann, kept apart"
    assert lines[1] == "  why: one name"
    assert "      “Ann sees Zorba.” 2031-06-06, https://a.example/1" in lines
    assert "      “Ann sees Zorba.” 2031-06-07, https://b.example/2" in lines
    assert "[s/d/u, Enter: later, q: end]" in err
    assert log() == []


@pytest.mark.parametrize(
    ("word", "verdict"), [("s", "same"), ("Different", "different"), ("u", "unsure")]
)
def test_an_answer_is_written_at_once_and_not_asked_again(monkeypatch, capsys, word, verdict):
    assert answer(monkeypatch, f"what?\n{word}\n") == 0
    assert "'what?' is no answer" in capsys.readouterr().err
    assert log()[0].startswith(f"{verdict} ")
    assert answer(monkeypatch, "s\n") == 0
    assert "No pair is in doubt." in capsys.readouterr().err
    assert len(log()) == 1


def test_later_and_end_write_nothing(monkeypatch):
    for text in ("\n", "l\n", "q\n", "end\ns\n"):
        assert answer(monkeypatch, text) == 0
    assert log() == []


def test_pairs_are_printed_without_a_question(monkeypatch, capsys):
    assert answer(monkeypatch, "s\n", "--pairs") == 0
    out, err = capsys.readouterr()
    assert out.startswith("1 of 1: Ann | Ann")
    assert err == ""
    assert log() == []


def test_an_answer_that_contradicts_is_refused_and_asked_again(monkeypatch, capsys):
    Path("articles/four.txt").write_text("https://d.example/4\n\nAnn sees Qux.", encoding="utf-8")
    build()
    lines = Path("outputs/mentions.jsonl").read_text(encoding="utf-8").splitlines()
    found = [m for m in map(json.loads, lines) if m["text"] == "Ann"]
    # Each of three of one name is paired with the first; the others are not one.
    _, *others = sorted(found, key=lambda mention: mention["entity"]["id"])
    sides = " ".join(f'"Ann @ {mention["article"]}"' for mention in others)
    Path("judgements.txt").write_text(f"different {sides}\n", encoding="utf-8")
    assert answer(monkeypatch, "s\ns\nd\n") == 0
    out, err = capsys.readouterr()
    assert "2 of 2" in out
    assert "contradicts itself" in err
    assert [line.split()[0] for line in log()] == ["different", "same", "different"]
    build()
    assert names().count("Ann") == 2


def test_a_pair_that_no_line_could_name_is_left_out_of_a_review(monkeypatch, capsys):
    def twice(articles):
        for extraction in fakes.load_analyst()(articles):
            again = [replace(e, id=f"{e.id}-2") for e in extraction.entities if e.name == "Ann"]
            yield replace(extraction, entities=(*extraction.entities, *again))

    stages = replace(STAGES, key="toy-2", load_analyst=lambda: twice)
    monkeypatch.setattr("kg.pipeline.building.standard_stages", lambda: stages)
    build("--workers", "1")
    assert answer(monkeypatch, "s\n" * 9) == 0
    assert (
        "Ann cannot be told from another of its name in the same article" in capsys.readouterr().err
    )
    assert log() == []


def test_a_review_takes_its_answers_from_a_pipe(project):
    command = [sys.executable, "-m", "kg", "judge", "review"]
    done = subprocess.run(
        command, input="d\n", capture_output=True, text=True, check=False, cwd=project
    )
    assert (done.returncode, log()[0].split()[0]) == (0, "different")
    assert "1 of 1" in done.stdout


# --- why -------------------------------------------------------------------------------------


def test_why_tells_the_reasons_the_judgements_and_every_article(capsys):
    assert main(["judge", "same", "Zorba", "Vim"]) == 0
    assert main(["judge", "same", "Zorba", "<Q42>"]) == 0
    build()
    capsys.readouterr()
    assert main(["show", "Zorba", "--why"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "  judged the same: Vim and Zorba" in lines
    assert "  surely http://www.wikidata.org/entity/Q42" in lines
    assert any(line.startswith("  line 4 of judgements.txt: same") for line in lines)
    assert "  Vim: 1 mention in 2031-06-08, https://c.example/3" in lines


def test_why_tells_what_the_id_is_made_of(capsys):
    assert main(["show", "Zorba", "--why"]) == 0
    assert "is made of the type and the name; nothing else has both" in capsys.readouterr().out
    lines = Path("outputs/entities.jsonl").read_text(encoding="utf-8").splitlines()
    ann = next(r["id"] for r in map(json.loads, lines) if r["name"] == "Ann")
    assert main(["show", ann, "--why"]) == 0
    assert "its first mention in 2031-06-0" in capsys.readouterr().out


def test_why_is_no_json():
    assert main(["show", "Zorba", "--why", "--json"]) == 2


# --- settings --------------------------------------------------------------------------------


def test_lists_and_the_log_can_be_set_in_a_file_beside_them(project):
    place = project / "desk"
    place.mkdir()
    (place / "who.txt").write_text("same Vim Qux\n", encoding="utf-8")
    (place / "people.csv").write_text("id,name\nQ42,Zorba\n", encoding="utf-8")
    settings = 'judgements = "who.txt"\nauthorities = ["people.csv"]\n'
    (place / "newskg.toml").write_text(settings, encoding="utf-8")
    build("--config", "desk/newskg.toml")
    assert len(names()) == 4
    assert b"skos:closeMatch <http://www.wikidata.org/entity/Q42>" in files()["graph.ttl"]


def test_lists_on_the_command_line_are_followed_and_forgotten_with_it():
    before = files()
    Path("people.csv").write_text("id,name\nQ42,Zorba\n", encoding="utf-8")
    build("--authority", "people.csv")
    assert files() != before
    build()
    assert files() == before


def test_a_log_or_list_that_is_not_there_is_named(capsys):
    for option, path in (("--judgements", "nowhere.txt"), ("--authority", "nowhere.csv")):
        assert main(["build", "articles", "-o", "outputs", option, path]) == 1
        assert path in capsys.readouterr().err
