"""What ``import kg`` offers, and that it costs and does nothing."""

import subprocess
import sys
from pathlib import Path

import fakes
import pytest

import kg
from kg.errors import StoreError

HEAVY = ("spacy", "rdflib", "networkx", "numpy", "pyoxigraph", "typer", "rich", "sqlite3")


def run(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("name", kg.__all__)
def test_every_public_name_is_there(name):
    assert getattr(kg, name) is not None
    assert name in dir(kg)


def test_the_public_names_are_sorted_and_unique():
    assert sorted(set(kg.__all__)) == kg.__all__


def test_another_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = kg.no_such_name


def test_importing_loads_nothing():
    loaded = run(f"import kg, sys; print([m for m in {HEAVY} if m in sys.modules])")
    assert loaded.strip() == "[]"


def test_importing_opens_no_file_for_writing_and_no_socket():
    run(
        "import sys\n"
        "def audit(event, args):\n"
        "    if event.startswith('socket.') or event == 'subprocess.Popen':\n"
        "        raise SystemExit(event)\n"
        "    if event == 'open' and isinstance(args[1], str) and set(args[1]) & set('wax+'):\n"
        "        raise SystemExit(event)\n"
        "sys.dont_write_bytecode = True\n"
        "sys.addaudithook(audit)\n"
        "import kg, kg.pipeline, kg.cli.main\n"
    )


def test_the_command_line_does_not_load_the_language_pipeline_to_start():
    loaded = run(f"import kg.cli.main, sys; print([m for m in {HEAVY[:5]} if m in sys.modules])")
    assert loaded.strip() == "[]"


@pytest.fixture
def built(tmp_path, monkeypatch):
    monkeypatch.setattr("kg.pipeline.building.standard_stages", fakes.stages)
    (tmp_path / "one.txt").write_text("https://a.example/\n2031\nAnn sees Bob.", encoding="utf-8")
    report = kg.build([tmp_path / "one.txt"], tmp_path / "out")
    assert report.statements == 1
    return tmp_path / "out"


def test_an_open_store_gives_rows(built):
    with kg.open_store(built) as store:
        (claim,) = store.view().claims()
    assert isinstance(claim, kg.Claim)
    assert claim.evidence.quote == "Ann sees Bob."


def test_an_open_store_gives_a_graph(built):
    with kg.open_store(str(built / "store.sqlite")) as store:
        graph = store.graph()
    assert sorted(data["name"] for _, data in graph.nodes(data=True)) == ["Ann", "Bob"]
    assert graph.number_of_edges() == 1


def test_no_store_is_an_error_that_says_what_to_do(tmp_path):
    with pytest.raises(StoreError, match="kg build"):
        kg.open_store(tmp_path)


def test_the_stored_view_is_a_view(built):
    with kg.open_store(built) as store:
        view = store.view()
        missing = [
            name for name in vars(kg.View) if not name.startswith("_") and not hasattr(view, name)
        ]
    assert missing == []


def test_python_dash_m_is_the_command():
    done = subprocess.run(
        [sys.executable, "-m", "kg", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("newskg ")
    assert Path(kg.__file__).parent.name == "kg"
