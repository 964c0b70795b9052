"""Does a run write its table between the marks and nothing else, and stop without data?"""

import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import run as bench
from measures import NoDataError, Row, figure, need, share

BENCHMARKS = Path(bench.__file__).parent
SCRIPTS = ("carb", "facts", "knowledgenet", "qasrl", "run", "sample")


def test_only_what_stands_between_the_marks_changes():
    readme = f"# Title\n{bench.BEGIN}old\n{bench.END}tail\n"
    assert bench.between_marks(readme, "new\n") == f"# Title\n{bench.BEGIN}new\n{bench.END}tail\n"


@pytest.mark.parametrize("readme", ["", f"{bench.BEGIN}old\n", f"old\n{bench.END}"])
def test_a_readme_without_marks_is_left_alone(readme):
    with pytest.raises(SystemExit, match="lacks the line"):
        bench.between_marks(readme, "new\n")


def test_the_table_names_day_machine_and_figures():
    rows = [Row("CaRB", {"F1": 0.4581, "tuples": 1579}), Row("facts", {"right": "3/5"})]
    assert bench.table(rows, "2031-06-07", "2 cores").split("\n") == [
        "2031-06-07, 2 cores.",
        "",
        "| measure | result |",
        "|---|---|",
        "| CaRB | F1 .458, tuples 1579 |",
        "| facts | right 3/5 |",
        "",
    ]


def test_numbers_of_one_thing_are_one_row(tmp_path):
    numbers = {"names precision": 0.5, "names recall": 0.25, "ECB+ own, B³ F1": 0.125, "all": 1.0}
    rows = bench.each(lambda _: numbers)(tmp_path)
    assert [(row.name, row.text()) for row in rows] == [
        ("names", "precision .500, recall .250"),
        ("ECB+ own", "B³ F1 .125"),
        ("all", "1.000"),
    ]


def test_shares_have_three_digits_and_of_nothing_there_is_none():
    assert [figure(v) for v in (0.0454, 1.0, 7, "3/5")] == [".045", "1.000", "7", "3/5"]
    assert share(3, 0) == 0.0


def test_a_measure_without_data_is_named_and_left_out(tmp_path, monkeypatch, capsys):
    def nothing(folder):
        raise NoDataError(f"there is no {folder}")

    monkeypatch.setattr(
        bench, "MEASURES", ((nothing, ""), (lambda _: [Row("x", {"n": 1})], ""), (nothing, "bench"))
    )
    assert list(bench.results(tmp_path)) == [Row("x", {"n": 1})]
    assert capsys.readouterr().err.count("left out: there is no") == 2


def test_what_is_needed_is_named():
    with pytest.raises(NoDataError, match="no nowhere"):
        need(Path("nowhere"))


@pytest.mark.parametrize("script", SCRIPTS)
def test_without_its_data_a_script_says_so_and_exits_with_2(script, tmp_path):
    command = [sys.executable, str(BENCHMARKS / f"{script}.py"), str(tmp_path / "nowhere")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert result.stderr.startswith("there is no ")
    assert "Traceback" not in result.stderr


def test_the_readme_of_the_benchmarks_has_its_marks():
    readme = (BENCHMARKS / "README.md").read_text(encoding="utf-8")
    assert bench.between_marks(readme, "") != readme
