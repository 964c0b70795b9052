"""Nothing that an article says is ever run, in the viewer or in the pyvis page (X1 to X3)."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from made_graphs import hostile, made_view, story

from kg.export import ExportOptions
from kg.export.pyvis_page import write as write_pyvis

pytestmark = pytest.mark.browser

BAD = (
    "</script><script>window.ran=3</script><!--<img src=x onerror=window.ran=4>"
    "<svg onload=window.ran=5>\u2028\u2029]]>{{ran}}\u202egnp.<a href=javascript:window.ran=6>=cmd|"
)


def test_hostile_strings_everywhere_run_nothing(show):
    view = hostile(story(), BAD)
    reasoned = tuple(replace(e, reasons=(BAD,)) for e in view.entity_rows)
    view = replace(view, entity_rows=reasoned)
    with show(view, options=ExportOptions(title=BAD)) as viewer:
        viewer.until("() => window.kgview !== undefined")
        page = viewer.page
        scripts = page.evaluate(
            "() => document.querySelectorAll('script, img, svg, iframe').length"
        )
        for entity in view.entity_rows:
            viewer.go(f"e={entity.id}&h=1")
            page.locator("#right summary").click()
        for fold in page.get_by_role("button", name="Relations of the class").all():
            fold.click()
        for statement in view.statement_rows:
            viewer.go(f"f={statement.id}")
        viewer.go(f"a={view.article_rows[0].id}&v=table")
        page.locator("#right .mention").first.hover()
        page.locator("header input").fill("script")
        page.wait_for_timeout(50)
        assert page.evaluate("() => window.ran") is None
        assert page.locator("a[href^='javascript']").count() == 0
        assert scripts == 4  # ours: strings, graph, texts, program
        assert (
            page.evaluate("() => document.querySelectorAll('script, img, svg, iframe').length") == 4
        )
        assert viewer.errors == []


def test_hostile_address_runs_nothing(show):
    with show(story(), fragment=f"#e={BAD}&ty={BAD}&x={BAD}&v={BAD}") as viewer:
        viewer.until("() => window.kgview !== undefined")
        assert viewer.page.evaluate("() => window.ran") is None
        assert viewer.errors == []


def test_the_policy_disarms_markup_that_got_in(show):
    with show(story()) as viewer:
        viewer.until("() => window.kgview !== undefined")
        viewer.page.evaluate(
            "() => { const d = document.createElement('div');"
            "d['inner' + 'HTML'] = '<img src=x onerror=\"window.ran=1\">';"
            "document.body.append(d); }"
        )
        viewer.page.wait_for_timeout(150)
        assert viewer.page.evaluate("() => window.ran") is None


def pyvis(view, title: str = "Oil") -> bytes:
    out = io.BytesIO()
    write_pyvis(view, out, ExportOptions(title=title))
    return out.getvalue()


def test_pyvis_page_opens_offline(show):
    with show(html=pyvis(made_view(220))) as viewer:
        viewer.page.wait_for_timeout(400)
        assert viewer.errors == []
        assert len(viewer.requests) == 1
        assert "showing 150 of" in viewer.page.locator("body > p").inner_text()
        assert viewer.page.evaluate("() => network.body.nodeIndices.length") == 150


def test_pyvis_page_runs_no_hostile_string(show):
    with show(html=pyvis(hostile(story(), BAD), BAD)) as viewer:
        page = viewer.page
        page.wait_for_timeout(300)
        for x in range(200, 1100, 60):
            page.mouse.move(x, 400)
        page.wait_for_timeout(400)
        assert page.evaluate("() => window.ran") is None
        assert page.locator("img").count() == 0
        assert page.evaluate("() => network.body.nodeIndices.length") > 0
        assert viewer.errors == []
