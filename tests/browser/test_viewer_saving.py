"""What is shown can be taken away: as a picture, a drawing, tables and Turtle."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from made_graphs import hostile, made_view, story

from kg.export import ExportOptions
from kg.export.turtle import write as write_turtle
from kg.model import Polarity

pytestmark = pytest.mark.browser

STORY = story()
SVG = "{http://www.w3.org/2000/svg}"


def save(viewer, kind: str) -> bytes:
    viewer.page.get_by_role("button", name="Save").click()
    with viewer.page.expect_download() as download:
        viewer.page.get_by_role("menuitem", name=kind).click()
    return download.value.path().read_bytes()


def triples(turtle: bytes) -> set[tuple[str, str, str]]:
    return {
        (str(q.subject), str(q.predicate), str(q.object))
        for q in ox.parse(turtle, format=ox.RdfFormat.TURTLE)
    }


def whole_graph(view, **options: object) -> set[tuple[str, str, str]]:
    out = io.BytesIO()
    write_turtle(view, out, ExportOptions(**options))
    return triples(out.getvalue())


def test_csv_holds_the_quotes_of_what_is_shown(story_page):
    rows = list(csv.DictReader(io.StringIO(save(story_page, "CSV").decode("utf-8-sig"))))
    assert {row["quote"] for row in rows} == {c.evidence.quote for c in STORY.claim_rows}
    assert {row["stance"] for row in rows} == {"asserted", "reported", "hypothetical"}


def test_json_holds_one_record_for_each_piece_of_evidence(story_page):
    assert len(json.loads(save(story_page, "JSON"))) == len(STORY.claim_rows)


def test_every_triple_saved_stands_in_the_graph_of_the_build(show):
    view = made_view(40)
    with show(view, fragment="#v=table&w=1") as viewer:
        viewer.until("() => window.kgview !== undefined")
        saved = triples(save(viewer, "Turtle"))
    assert saved - whole_graph(view) == set()
    claims = {t for t in saved if t[1].endswith("#quote>")}
    assert len(claims) == len(view.claim_rows)


def test_turtle_holds_what_passes_the_filters_alone(story_page):
    story_page.page.get_by_role("button", name="only negative").click()
    saved = triples(save(story_page, "Turtle"))
    stated = {t[2] for t in saved if t[1].endswith("#polarity>")}
    assert stated == {"<https://newskg.example/ontology#Negative>"}
    negative = [c for c in STORY.claim_rows if c.polarity is Polarity.NEGATIVE]
    assert len([t for t in saved if t[1].endswith("#quote>")]) == len(negative)
    # Of what is said not to be so no plain triple may be left.
    assert not [t for t in saved if "/ontology/rel/" in t[1]]


def test_picture_is_a_png_on_white_with_legend_and_source_line(story_page):
    picture = save(story_page, "PNG")
    assert picture.startswith(b"\x89PNG")
    width = int.from_bytes(picture[16:20])
    height = int.from_bytes(picture[20:24])
    stage = story_page.page.locator(".stage .top").bounding_box()
    assert (width, height) == (2 * stage["width"], 2 * (stage["height"] + 84))


def test_drawing_has_every_name_legend_and_source_line(story_page):
    drawing = ET.fromstring(save(story_page, "SVG"))  # noqa: S314  # our own
    words = [text.text for text in drawing.iter(f"{SVG}text")]
    for name in ("Tomás Ibarra", "Norvik Energy", "Person", "asserted", "negative"):
        assert name in words
    assert "Oil in Skarne Bay · showing 7 of 9 entities" in words
    source_line = list(drawing.iter(f"{SVG}text"))[-1]
    assert source_line.get("font-size") == "12"
    assert drawing.find(f"{SVG}path").get("fill") == "#ffffff"
    colours = {path.get("fill") for path in drawing.iter(f"{SVG}path")}
    assert {"#0072B2", "#c65400"} <= colours


@pytest.mark.parametrize("dark", [False, True])
def test_drawing_is_for_paper_in_the_dark_too(show, dark):
    with show(STORY, color_scheme="dark" if dark else "light") as viewer:
        viewer.until("() => window.kgview !== undefined")
        drawing = ET.fromstring(save(viewer, "SVG"))  # noqa: S314  # our own
        ground = drawing.find(f"{SVG}path")
        assert ground.get("fill") == "#ffffff"
        theme = viewer.page.evaluate("() => document.documentElement.dataset.theme")
        assert theme == ("dark" if dark else "light")


def test_hostile_strings_are_saved_as_strings(show):
    bad = '</svg><script>1</script>\u0000\ud83d "\\\n^^<x> =1+1'
    view = hostile(STORY, bad)
    with show(view, options=ExportOptions(title=bad), fragment="#v=table&w=1") as viewer:
        viewer.until("() => window.kgview !== undefined")
        saved = triples(save(viewer, "Turtle"))
        labels = [t[2] for t in saved if t[1].endswith("#label>")]
        assert labels
        assert all("script" in label for label in labels)
        viewer.go("v=graph")
        drawing = ET.fromstring(save(viewer, "SVG"))  # noqa: S314  # our own
        assert {element.tag for element in drawing.iter()} == {
            f"{SVG}svg", f"{SVG}path", f"{SVG}text",
        }  # fmt: skip
        rows = csv.reader(io.StringIO(save(viewer, "CSV").decode("utf-8-sig")))
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


def test_menu_is_worked_by_keys(story_page):
    page = story_page.page
    opener = page.get_by_role("button", name="Save")
    opener.focus()
    page.keyboard.press("Enter")
    assert opener.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert "SVG" in page.evaluate("() => document.activeElement.textContent")
    page.keyboard.press("Escape")
    assert opener.get_attribute("aria-expanded") == "false"
    assert page.evaluate("() => document.activeElement.textContent").startswith("Save")
