"""The pyvis page: nothing from the network, nothing left behind, capped and said so."""

import io
import re

from made_graphs import hostile, made_view, story

from kg.export import ExportOptions
from kg.export.pyvis_page import write
from kg.export.viewer.page import csp_hash

BAD = "</script><script>window.ran=1</script><a href='javascript:1'>"


def html(view, title: str = "Oil") -> str:
    out = io.BytesIO()
    write(view, out, ExportOptions(title=title))
    return out.getvalue().decode("utf-8")


def test_same_view_same_bytes():
    assert html(story()) == html(story())


def test_loads_nothing_and_writes_no_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = html(story())
    assert not re.search(r"<(script|link|img|iframe)\b[^>]*\b(src|href)\s*=", page)
    assert list(tmp_path.iterdir()) == []


def test_policy_allows_exactly_the_scripts_that_are_there():
    page = html(story())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    scripts = re.findall(r"<script\b[^>]*>(.*?)</script>", page, re.DOTALL)
    assert re.search(r"script-src ([^;]*);", policy)[1].split() == [csp_hash(s) for s in scripts]
    assert page.index("Content-Security-Policy") < page.index("<script")


def test_hostile_names_add_no_script():
    count = html(story()).count("<script")
    assert html(hostile(story(), BAD), BAD).count("<script") == count


def test_shows_at_most_150_and_says_so():
    page = html(made_view(220), "Norvik & sons")
    assert re.search(r"<p [^>]*>Norvik &amp; sons: showing 150 of \d+ entities</p>", page)
    assert page.count('"shape": "dot"') == 150


def test_the_most_important_names_are_the_largest():
    sizes = [int(size) for size in re.findall(r'"font": \{"size": (\d+)\}', html(made_view(220)))]
    assert len(sizes) == 150
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 2 * sizes[-1]
