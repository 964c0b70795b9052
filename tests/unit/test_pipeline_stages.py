"""The key of what was annotated: it follows everything that can change it, and needs no import."""

import subprocess
import sys

import pytest

from kg.pipeline import stages


@pytest.fixture
def key(tmp_path, monkeypatch):
    """Return the key of a package in which one file says something."""

    def key_of(name, content):
        path = tmp_path / "kg" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        monkeypatch.setattr(stages, "__file__", str(tmp_path / "kg" / "pipeline" / "stages.py"))
        stages.analysis_key.cache_clear()
        return stages.analysis_key()

    yield key_of
    stages.analysis_key.cache_clear()


@pytest.mark.parametrize(
    "name",
    ["annotate/names.py", "extract/posts.py", "lexicon/titles.py", "names.py", "new/room.py"],
)
def test_a_change_of_what_annotates_changes_the_key(key, name):
    assert key(name, "a = 1") != key(name, "a = 2")


@pytest.mark.parametrize(
    "name", ["cli/build.py", "resolve/people.py", "export/turtle.py", "view.py"]
)
def test_a_change_of_what_comes_after_does_not(key, name):
    assert key(name, "a = 1") == key(name, "a = 2")


def test_another_version_of_the_language_library_changes_the_key(key, monkeypatch):
    before = key("names.py", "")
    monkeypatch.setattr(stages.metadata, "version", lambda _: "99")
    assert key("names.py", "") != before


def test_the_key_is_read_without_loading_the_language_pipeline():
    code = (
        "import sys\nfrom kg.pipeline.stages import standard_stages\nstandard_stages().key\n"
        "assert not {'spacy', 'thinc', 'kg.annotate', 'kg.extract'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
