"""Is what the documents say so? Commands, formats, links, examples and answers are tried.

README.md shows real output: when extraction changes what it shows, the README is what to mend.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

import kg
from kg.cli.main import app
from kg.export import exporters
from kg.extract import extract
from kg.model import Article, Literal
from kg.query import questions, render, select

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "ontology/README.md",
    "seeds/README.md",
    "tests/traps/README.md",
    "benchmarks/README.md",
    "benchmarks/gold/README.md",
)
COMMANDS = sorted(command.name or command.callback.__name__ for command in app.registered_commands)

_CODE = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_SPAN = re.compile(r"`([^`\n]+)`")
_COMMAND = re.compile(r"(?:^|[\s|/])kg (?P<name>[a-z]+)(?P<rest>[^\n`|#]*)")
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_TESTS = re.compile(r"`(tests/[\w./-]+)`")
_OPTION = re.compile(r"(?<!\S)(--?[a-z][a-z-]*)")


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def section(heading: str) -> str:
    return README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def blocks(language: str) -> list[str]:
    return [m["body"] for m in _CODE.finditer(README) if m["language"] == language]


def code(text: str) -> list[str]:
    """Return what a document sets as code, blocks first."""
    return [m["body"] for m in _CODE.finditer(text)] + _SPAN.findall(_CODE.sub("", text))


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def table(heading: str) -> list[list[str]]:
    rows = [line for line in section(heading).splitlines() if line.startswith("|")]
    return [cells(row) for row in rows if not row.startswith("|---")][1:]


# --- commands, options and formats -----------------------------------------------------------


def shown_commands(text: str) -> list[tuple[str, str]]:
    """Return the ``kg`` command lines in the code of a document, as name and arguments."""
    found = [m for piece in code(text) for m in _COMMAND.finditer(piece)]
    return [(m["name"], m["rest"]) for m in found]


@cache
def options_of(command: str) -> set[str]:
    told = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"}).stdout
    usage, _, options = told.partition("\nOptions:\n")
    assert usage
    return set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", options))


@pytest.mark.parametrize("name", DOCUMENTS[:4])
def test_every_command_that_is_named_exists_with_its_options(name):
    for command, rest in shown_commands(document(name)):
        assert command in COMMANDS, f"{name}: kg {command}"
        assert set(_OPTION.findall(rest)) <= options_of(command), f"{name}: kg {command}{rest}"


def test_readme_shows_commands():
    assert len(shown_commands(README)) > len(COMMANDS)


def test_every_command_is_in_the_table():
    named = [row[0].strip("`").split() for row in table("Commands")]
    assert sorted(command for _, command, *_ in named) == COMMANDS


def test_every_format_is_in_the_table_with_its_file():
    rows = {row[2].strip("`"): row[0].strip("`") for row in table("Files in OUT")}
    assert rows == {name: one.filename for name, one in exporters().items()}


def test_every_make_target_that_is_named_exists():
    targets = set(re.findall(r"^([a-z]+):", document("Makefile"), re.MULTILINE))
    for name in DOCUMENTS[:4]:
        text = document(name)
        named = set(re.findall(r"^make ([a-z]+)", "\n".join(code(text)), re.MULTILINE))
        assert named <= targets, name


# --- paths -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_linked_path_exists(name):
    folder = (ROOT / name).parent
    targets = [m["target"].partition("#") for m in _LINK.finditer(document(name))]
    paths = [path for path, _, _ in targets if path and "://" not in path]
    assert [path for path in paths if not (folder / path).exists()] == []


def test_every_heading_that_is_linked_exists():
    headings = re.findall(r"^#+ (.+)$", _CODE.sub("", README), re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    linked = {m["target"][1:] for m in _LINK.finditer(README) if m["target"].startswith("#")}
    assert linked
    assert linked <= anchors


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "SECURITY.md"])
def test_every_test_that_is_named_exists(name):
    paths = _TESTS.findall(document(name))
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_licence_is_the_one_that_the_package_names():
    assert document("LICENSE").lstrip().startswith("Apache License")
    assert 'license = "Apache-2.0"' in document("pyproject.toml")


def test_the_picture_is_small():
    assert 10_000 < (ROOT / "docs" / "viewer.png").stat().st_size < 400_000


def test_measured_numbers_stand_between_the_marks():
    text = section("How sure we are")
    before, _, rest = text.partition("<!-- numbers -->")
    numbers, _, after = rest.partition("<!-- /numbers -->")
    assert numbers.strip()
    assert not re.search(r"\d", before + after)


# --- the layers ------------------------------------------------------------------------------


def test_the_diagram_is_the_contract_that_is_checked():
    contract = document("pyproject.toml").partition("layers = [")[2].partition("]")[0]
    layers = [re.findall(r"kg\.(\w+)", line) for line in contract.split("\n")]
    (diagram,) = blocks("")
    shown = [re.findall(r"\w+", line) for line in diagram.splitlines()]
    assert shown == [layer for layer in layers if layer]


# --- what is extracted -----------------------------------------------------------------------

EXAMPLES = table("What is extracted")


@pytest.mark.model
@pytest.mark.parametrize("row", EXAMPLES, ids=[row[0] for row in EXAMPLES])
def test_every_example_gives_its_claim(annotator, row):
    _, sentence, claim, properties = row
    article = Article(id="article/x", text=sentence, sha256="0" * 64, published="2017-06-06")
    found = {shown(c): described(c) for c in extract(annotator.annotate(article)).claims}
    assert claim.strip("`") in found
    assert set(_SPAN.findall(properties)) <= found[claim.strip("`")]


def shown(claim: kg.Claim) -> str:
    thing = claim.object
    name = thing.value if isinstance(thing, Literal) else thing and thing.name
    return " → ".join(part for part in (claim.subject.name, claim.predicate.label, name) if part)


def described(claim: kg.Claim) -> set[str]:
    return {
        *map(str, (claim.polarity, claim.stance, claim.certainty, claim.status or "")),
        *(f"by {source.name}" for source in claim.attribution),
        *(f"{q.role}: {q.value or q.name}" for q in claim.qualifiers),
    }


# --- what the seeds give ---------------------------------------------------------------------


class Question(NamedTuple):
    query: str
    answer: str


QUESTIONS = [Question(*pair) for pair in zip(blocks("sparql"), blocks("text"), strict=True)]


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """Return the committed build of the seeds, or where there is none, a fresh one."""
    if (ROOT / "outputs" / "graph.ttl").is_file():
        return ROOT / "outputs"
    out = tmp_path_factory.mktemp("docs") / "out"
    kg.build([ROOT / "seeds"], out)
    return out


@pytest.mark.model
@pytest.mark.parametrize("question", QUESTIONS, ids=range(len(QUESTIONS)))
def test_every_query_gives_the_rows_that_are_shown(outputs, question):
    told = [columns(line) for line in render(select(outputs, question.query), "table").splitlines()]
    lines = [columns(line) for line in question.answer.splitlines() if line != "…"]
    assert len(lines) > 2
    assert [line for line in lines if line not in told and "─" not in line[0]] == []


def columns(line: str) -> list[str]:
    return re.split(r" {2,}", line.strip())


@pytest.mark.model
def test_what_show_prints_is_in_the_claims(outputs):
    (block,) = [b for b in blocks("console") if b.startswith("$ kg show")]
    lines = (outputs / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    claims = [json.loads(line) for line in lines]
    quotes = {c["evidence"]["quote"] for c in claims}
    starts = tuple(f"{c['subject']['name']} {c['predicate']['label']}" for c in claims)
    facts = re.findall(r"^  (\S.*)$", block, re.MULTILINE)
    assert facts
    assert all(fact.startswith(starts) for fact in facts)
    assert set(re.findall(r"^      “(.*)”$", block, re.MULTILINE)) <= quotes


def test_every_question_is_in_the_table():
    assert sorted(row[0].strip("`") for row in table("Questions")) == [q.name for q in questions()]


@pytest.mark.model
def test_what_ask_prints_is_shown(outputs):
    (block,) = [b for b in blocks("console") if b.startswith("$ kg ask")]
    command, _, answer = block.partition("\n")
    told = CliRunner().invoke(app, [*shlex.split(command)[2:], "--out", str(outputs)]).stdout
    shown_lines = [line.removesuffix("…") for line in answer.splitlines() if line]
    assert len(shown_lines) > 3
    assert [line for line in shown_lines if line not in told] == []


@pytest.mark.model
def test_what_tuples_prints_is_shown():
    (block,) = [b for b in blocks("console") if "kg tuples" in b]
    command, _, told = block.partition("\n")
    sentence = re.findall(r'echo "(.*)"', command)[0]
    result = CliRunner().invoke(app, ["tuples", "-"], input=f"{sentence}\n")
    assert result.stdout == told


@pytest.mark.model
def test_the_python_snippet_runs(tmp_path, monkeypatch, capsys):
    shutil.copytree(ROOT / "tests" / "golden", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    (snippet,) = blocks("python")
    exec(compile(snippet, "README.md", "exec"), {})  # noqa: S102 - our own words, and the point
    assert "Marta J. Quillan sign $40 million ferry contract negative" in capsys.readouterr().out
    assert (tmp_path / "outputs" / "graph.html").is_file()
