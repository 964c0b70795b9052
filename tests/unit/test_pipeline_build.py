"""A build with toy stages: what is done, what is not done again, what is told."""

import io
import json
import shutil
from dataclasses import replace

import fakes
import pytest

from kg.errors import ExportError, StoreLocked
from kg.model import Issue
from kg.pipeline import Progress, build
from kg.pipeline.building import _worker_count
from kg.store import Store, WriterLock
from kg.view import View

ONE = "https://a.example/1\n2031-06-06\nAnn sees Bob.\nBob says Cid."
TWO = "https://b.example/2\n2031-06-07\nCid sees Bob."
KINDS = tuple(name for name in vars(View) if not name.startswith("_"))
EMPTY = "https://c.example/3\n2031-06-08\n"


def write_all(view, out_dir, options):
    """Write two files that show everything."""
    rows = [repr(row) for kind in KINDS for row in getattr(view, kind)()]
    (out_dir / "all.txt").write_text("\n".join(rows), encoding="utf-8")
    (out_dir / "options.json").write_text(json.dumps([options.base, options.strict]))
    return [out_dir / "all.txt", out_dir / "options.json"]


STAGES = replace(fakes.stages(), write_all=write_all)
UNLOADABLE = replace(STAGES, load_analyst=fakes.refuse_to_load)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("one", ONE), ("two", TWO)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def content(out):
    return (out / "all.txt").read_bytes()


def issues(out):
    with Store.open(out / "store.sqlite", write=False) as store, store.view() as view:
        return [issue for issue in view.issues() if issue.stage != "extract"]


def test_the_report_counts_what_there_is(folder, out):
    report = build([folder], out, stages=STAGES)
    assert (report.articles, report.skipped, report.rejected) == (2, 0, 0)
    assert (report.people, report.organisations, report.places) == (3, 0, 0)
    assert report.claims == {"asserted": 2, "reported": 1}
    assert report.statements == 3
    assert report.files == (out / "all.txt", out / "options.json")


def test_a_second_build_loads_no_model_and_changes_no_byte(folder, out):
    build([folder], out, stages=STAGES)
    before = {p.name: p.read_bytes() for p in out.iterdir() if p.suffix != ".lock"}
    report = build([folder], out, stages=UNLOADABLE)
    assert (report.articles, report.skipped) == (2, 2)
    assert {p.name: p.read_bytes() for p in out.iterdir() if p.suffix != ".lock"} == before


def test_only_what_is_new_is_annotated(folder, out):
    build([folder / "one.txt"], out, stages=STAGES)
    report = build([folder], out, stages=STAGES)
    assert (report.articles, report.skipped) == (2, 1)


def test_another_version_of_the_stages_annotates_again(folder, out):
    build([folder], out, stages=STAGES)
    assert build([folder], out, stages=replace(STAGES, key="toy-2")).skipped == 0


def test_any_split_and_order_gives_the_same(folder, out, tmp_path):
    build([folder], out, stages=STAGES)
    other = tmp_path / "other"
    build([folder / "two.txt"], other, stages=STAGES)
    build([folder / "one.txt", folder / "two.txt"], other, stages=STAGES)
    assert content(other) == content(out)


def test_a_refused_article_is_counted_and_listed_and_forgotten_when_mended(folder, out):
    (folder / "three.txt").write_text(EMPTY, encoding="utf-8")
    report = build([folder], out, stages=STAGES)
    assert (report.articles, report.rejected) == (2, 1)
    assert [(i.article, i.code) for i in issues(out)] == [("three.txt", "empty")]
    (folder / "three.txt").write_text(EMPTY + "Dan sees Eve.", encoding="utf-8")
    assert build([folder], out, stages=STAGES).rejected == 0
    assert issues(out) == []


def test_a_doubt_about_an_accepted_article_is_no_refusal(folder, out):
    def read(paths, *, stdin=None):
        for article in fakes.read(paths):
            yield article
            yield Issue(article=article.id, stage="sources", code="date", message="no such day")

    report = build([folder], out, stages=replace(STAGES, read=read))
    assert report.rejected == 0
    assert [issue.code for issue in issues(out)] == ["date", "date"]


def test_refusals_of_two_streams_are_both_kept(out):
    def read(paths, *, stdin=None):
        name = stdin.read().decode()
        yield Issue(article=name, stage="sources", code="json", message="no JSON")

    stages = replace(STAGES, read=read)
    for name in (b"a", b"b", b"a"):
        assert build(["-"], out, stdin=io.BytesIO(name), stages=stages).rejected == 1
    assert [issue.article for issue in issues(out)] == ["a", "b"]


def test_an_article_that_raises_harms_no_other(folder, out):
    (folder / "bad.txt").write_text("https://d.example/\n\n!raise", encoding="utf-8")
    report = build([folder], out, stages=STAGES)
    assert (report.articles, report.rejected, report.statements) == (3, 1, 3)
    (issue,) = issues(out)
    assert issue.code == "failed"
    assert "ValueError" in issue.message
    assert "words of the article" not in issue.message
    # The same code would fail the same way: it is not tried again, and still told.
    assert build([folder], out, stages=UNLOADABLE).rejected == 1


def test_an_article_that_hangs_is_stopped_and_tried_again(folder, out, monkeypatch):
    monkeypatch.setattr("kg.pipeline.building.LIMITS", replace_limits(0.3))
    (folder / "bad.txt").write_text("https://d.example/\n\n!hang", encoding="utf-8")
    report = build([folder], out, stages=STAGES, workers=1)
    assert (report.articles, report.rejected, report.statements) == (3, 1, 3)
    assert [issue.code for issue in issues(out)] == ["too-slow"]
    with pytest.raises(AssertionError, match="model was loaded"):
        build([folder], out, stages=UNLOADABLE)


def replace_limits(seconds):
    from kg.limits import DEFAULT  # noqa: PLC0415 - the test's own

    return replace(DEFAULT, article_seconds=seconds)


def test_what_was_annotated_before_a_stop_is_kept(folder, out):
    seen = []

    def stop(progress):
        seen.append(progress)
        if progress.stage == "annotating" and progress.done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([folder], out, stages=STAGES, progress=stop)
    assert not (out / "all.txt").exists()
    assert build([folder], out, stages=STAGES).skipped == 1
    assert seen[-1] == Progress(stage="annotating", done=1, total=2)


def test_progress_goes_through_the_stages(folder, out):
    seen = []
    build([folder], out, stages=STAGES, progress=seen.append)
    assert list(dict.fromkeys(p.stage for p in seen)) == [
        "reading", "annotating", "resolving", "writing"
    ]  # fmt: skip


def test_two_builds_of_one_store_are_refused(folder, out):
    out.mkdir()
    with WriterLock(out / "store.sqlite"), pytest.raises(StoreLocked):
        build([folder], out, stages=STAGES)


def test_the_store_may_be_elsewhere(folder, out, tmp_path):
    build([folder], out, store=tmp_path / "deep" / "kept.sqlite", stages=STAGES)
    assert not (out / "store.sqlite").exists()
    shutil.rmtree(out)
    assert build([], out, store=tmp_path / "deep" / "kept.sqlite", stages=UNLOADABLE).articles == 2


def test_options_reach_the_files(folder, out):
    build([folder], out, strict=True, base="https://x.example/", stages=STAGES)
    assert json.loads((out / "options.json").read_text()) == ["https://x.example/", True]


def test_a_folder_that_cannot_be_made_is_named(folder, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="file"):
        build([folder], tmp_path / "file" / "out", stages=STAGES)


def test_nothing_at_all_gives_an_empty_graph(out):
    report = build([], out, stages=UNLOADABLE)
    assert (report.articles, report.statements) == (0, 0)


@pytest.mark.parametrize(
    ("wanted", "pending", "count"),
    [(None, 1, 1), (None, 31, 1), (4, 2, 2), (1, 999, 1), (3, 99, 3)],
)
def test_few_articles_do_not_pay_for_processes(wanted, pending, count):
    assert _worker_count(wanted, pending) == count
