"""What every exporter keeps, whichever it is."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import builders as b
import pyoxigraph as ox
import pytest

import kg.export
from kg.errors import ExportError
from kg.export import Exporter, ExportOptions, exporters, write_all

NAMES = sorted(exporters())
RDF = [
    name for name in NAMES if ox.RdfFormat.from_extension(exporters()[name].filename.split(".")[-1])
]
OPTIONS = ExportOptions()


def written(name, view=None, options=OPTIONS):
    out = BytesIO()
    exporters()[name].write(view or b.sample_view(), out, options)
    return out.getvalue()


def test_the_promised_files_are_written_by_default():
    promised = {
        "articles.jsonl", "mentions.jsonl", "entities.jsonl", "claims.jsonl", "attributions.jsonl",
        "statements.jsonl", "issues.jsonl", "graph.ttl",
    }  # fmt: skip
    assert promised <= {one.filename for one in exporters().values() if one.default}


def test_no_two_exporters_share_a_file():
    files = [one.filename for one in exporters().values()]
    assert len(files) == len(set(files))


@pytest.mark.parametrize("name", NAMES)
def test_the_same_view_gives_the_same_bytes(name):
    assert written(name) == written(name)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_written_to_an_empty_view_but_valid_bytes(name):
    written(name, b.make_view()).decode("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_text_ends_its_lines_with_a_line_feed_alone(name):
    assert b"\r" not in written(name)


def test_the_hash_seed_does_not_matter():
    code = (
        "import sys, hashlib, io; sys.path.insert(0, 'tests')\n"
        "from builders import sample_view\n"
        "from kg.export import ExportOptions, exporters\n"
        "for name, one in exporters().items():\n"
        "    out = io.BytesIO(); one.write(sample_view(), out, ExportOptions())\n"
        "    print(name, hashlib.sha256(out.getvalue()).hexdigest())\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"))
    }
    assert len(outputs) == 1


@pytest.mark.parametrize("name", RDF)
def test_there_are_no_blank_nodes(name):
    suffix = exporters()[name].filename.split(".")[-1]
    options = ExportOptions(annotations=True)
    quads = list(
        ox.parse(written(name, options=options), format=ox.RdfFormat.from_extension(suffix))
    )
    assert quads
    assert not [q for q in quads if ox.BlankNode in {type(q.subject), type(q.object)}]


def test_writing_again_touches_nothing(tmp_path):
    paths = write_all(b.sample_view(), tmp_path, OPTIONS, ["claims", "turtle"])
    before = [(path.stat().st_mtime_ns, path.stat().st_ino) for path in paths]
    write_all(b.sample_view(), tmp_path, OPTIONS, ["claims", "turtle"])
    assert [(path.stat().st_mtime_ns, path.stat().st_ino) for path in paths] == before


def test_changed_content_of_the_same_size_is_written(tmp_path):
    one, two = (b.make_view(issues=(b.replace(b.ISSUES[0], code=code),)) for code in ("aa", "bb"))
    (path,) = write_all(one, tmp_path, OPTIONS, ["issues"])
    write_all(two, tmp_path, OPTIONS, ["issues"])
    assert '"bb"' in path.read_text()


@pytest.fixture
def failing(monkeypatch):
    """An exporter that fails half-way, by the name ``failing``."""

    def fail(error):
        def write(view, out, options):
            out.write(b"half")
            raise error

        known = dict(exporters())
        known["failing"] = Exporter("failing", "claims.jsonl", write)
        monkeypatch.setattr(kg.export, "exporters", lambda: known)

    return fail


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), ValueError("bug")])
def test_a_failed_export_leaves_the_old_file_and_nothing_else(tmp_path, failing, error):
    (path,) = write_all(b.sample_view(), tmp_path, OPTIONS, ["claims"])
    before = path.read_bytes()
    failing(error)
    with pytest.raises(
        ExportError if isinstance(error, OSError) else ValueError, match=r"No space|bug"
    ):
        write_all(b.sample_view(), tmp_path, OPTIONS, ["failing"])
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["claims.jsonl"]


def test_a_full_disk_leaves_no_file():
    with pytest.raises(ExportError, match="/dev/null/out"):
        write_all(b.sample_view(), Path("/dev/null/out"), OPTIONS, ["claims"])


def test_a_killed_export_leaves_no_half_file(tmp_path):
    code = (
        "import os, sys; sys.path.insert(0, 'tests')\n"
        "from pathlib import Path\n"
        "import kg.export\n"
        "from kg.export import Exporter, ExportOptions, write_all\n"
        "def write(view, out, options):\n"
        "    out.write(b'half'); out.flush(); os.kill(os.getpid(), 9)\n"
        "kg.export.exporters = lambda: {'x': Exporter('x', 'x.txt', write)}\n"
        "write_all(None, Path(sys.argv[1]), ExportOptions())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=Path(__file__).parents[2], check=False
    )
    assert done.returncode == -9
    assert not (tmp_path / "x.txt").exists()
    assert len(list(tmp_path.iterdir())) == 1


def test_the_next_export_clears_what_a_killed_one_left(tmp_path):
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (tmp_path / f".claims.jsonl.{dead.pid}.partial").write_text("half")
    living = tmp_path / f".claims.jsonl.{os.getppid()}.partial"
    living.write_text("being written")
    write_all(b.sample_view(), tmp_path, OPTIONS, ["claims"])
    assert sorted(file.name for file in tmp_path.iterdir()) == [living.name, "claims.jsonl"]


def test_an_unknown_format_is_named_with_the_known_ones(tmp_path):
    with pytest.raises(ExportError, match=r"no such format: pdf; choose among .*turtle"):
        write_all(b.sample_view(), tmp_path, OPTIONS, ["pdf"])


def test_the_umask_decides_who_may_read(tmp_path):
    (path,) = write_all(b.sample_view(), tmp_path, OPTIONS, ["issues"])
    plain = tmp_path / "plain"
    plain.touch()
    assert path.stat().st_mode == plain.stat().st_mode
