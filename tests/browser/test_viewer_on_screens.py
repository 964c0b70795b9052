"""The viewer fits its window: nothing covers the picture, and nothing in it stays unnamed or stale."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
from made_graphs import story
from pages import made_html, story_html

pytestmark = pytest.mark.browser

IDS = {entity.name: entity.id for entity in story().entity_rows}
SCREENS = {
    "laptop": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "small phone": {
        "viewport": {"width": 360, "height": 640},
        "has_touch": True,
        "is_mobile": True,
    },
    "phone on its side": {
        "viewport": {"width": 844, "height": 390},
        "has_touch": True,
        "is_mobile": True,
    },
}

# What lies over the window of the picture, and which drawn names run out of it.
COVERED = """() => {
  const box = document.querySelector('canvas.top').getBoundingClientRect();
  const over = [...document.querySelectorAll('button, select, .foot, .shown, .tools')].filter((e) => {
    const one = e.getBoundingClientRect();
    return one.width && e.checkVisibility({ visibilityProperty: true }) &&
      one.left < box.right - 1 && one.right > box.left + 1 &&
      one.top < box.bottom - 1 && one.bottom > box.top + 1;
  });
  const cut = kgview.nameBoxes().filter(({ box: [left, top, right, bottom] }) =>
    left < -3 || top < -3 || right > box.width + 3 || bottom > box.height + 3);
  return [...over.map((e) => e.outerHTML.slice(0, 80)), ...cut.map(({ name }) => name)];
}"""
BOX = """selector => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom];
}"""


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_covers_the_picture_and_every_name_is_in_its_window(show, screen):
    with show(html=made_html(150), **SCREENS[screen]) as viewer:
        viewer.until("() => window.kgview !== undefined")
        viewer.rest()
        assert len(viewer.page.evaluate("() => kgview.nameBoxes()")) >= 5
        assert viewer.page.evaluate(COVERED) == []
        width = SCREENS[screen]["viewport"]["width"]
        assert viewer.page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_a_phone_on_its_side_shows_picture_and_card_beside_each_other(show):
    with show(
        html=story_html(), fragment=f"#e={IDS['Lena Falk']}", **SCREENS["phone on its side"]
    ) as viewer:
        viewer.until("() => window.kgview !== undefined")
        picture = viewer.page.evaluate(BOX, "canvas.top")
        title = viewer.page.evaluate(BOX, "#right .title")
        assert picture[2] <= title[0]
        assert picture[3] - picture[1] > 230
        assert title[3] < 390


def test_filters_of_a_phone_unfold_above_the_card_with_the_dates(show):
    with show(html=story_html(), **SCREENS["phone"]) as viewer:
        viewer.until("() => window.kgview !== undefined")
        page = viewer.page
        assert not page.locator("#time").is_visible()
        page.locator("#left summary").tap()
        assert page.locator("#time .bars").is_visible()
        assert page.evaluate(BOX, "#time")[3] <= page.evaluate(BOX, "#right")[1] + 1


def test_every_group_in_the_picture_is_named(show):
    with show(html=made_html(150), fragment="#h=1") as viewer:
        viewer.until("() => window.kgview !== undefined")
        viewer.rest()
        drawn = [count for count in viewer.page.evaluate("() => kgview.groups()") if count >= 3]
        assert len(drawn) >= 5
        assert len(viewer.page.evaluate("() => kgview.groupBoxes()")) == len(drawn)


def test_what_nothing_is_said_of_leaves_the_picture_which_says_why(story_page):
    page = story_page.page
    head = page.evaluate(BOX, "#left .row")
    story_page.go("d0=2031-01-01")
    assert story_page.counts()["shown"] == 0
    assert page.evaluate(BOX, "#left .row") == head  # the legend does not jump
    page.locator(".empty").get_by_role("button", name="Clear filters").click()
    assert story_page.counts()["shown"] > 0
    assert not page.locator(".empty").is_visible()


def test_an_end_of_the_time_brush_can_be_moved(show):
    with show(html=made_html(150)) as viewer:
        viewer.until("() => window.kgview !== undefined")
        page = viewer.page
        bars = page.locator("#time .bars").bounding_box()
        x, y, width = bars["x"], bars["y"] + 20, bars["width"]

        def drag(start: float, end: float) -> dict[str, str]:
            page.mouse.move(x + start * width, y)
            page.mouse.down()
            page.mouse.move(x + (start + end) / 2 * width, y)
            page.mouse.move(x + end * width, y)
            page.mouse.up()
            return dict(re.findall(r"(d[01])=([\d-]+)", page.url))

        first = drag(0.3, 0.6)
        moved = drag(0.6, 0.8)
        assert moved["d0"] == first["d0"]
        assert moved["d1"] > first["d1"]


def test_two_fingers_zoom_and_move_the_picture(show):
    with show(html=story_html(), **SCREENS["phone"]) as viewer:
        viewer.until("() => window.kgview !== undefined")
        page = viewer.page
        left, top, right, bottom = page.evaluate(BOX, "canvas.top")
        x, y = (left + right) / 2, (top + bottom) / 2
        touch = page.context.new_cdp_session(page)

        def put(kind: str, *spots: tuple[float, float]) -> None:
            points = [{"x": at, "y": down, "id": i} for i, (at, down) in enumerate(spots)]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
            page.wait_for_timeout(60)  # moves are told once a frame

        before = page.evaluate("() => kgview.camera()")
        put("touchStart", (x - 40, y), (x + 40, y))
        put("touchMove", (x - 40, y + 60), (x + 40, y + 60))
        moved = page.evaluate("() => kgview.camera()")
        assert moved["k"] == pytest.approx(before["k"])
        assert moved["y"] == pytest.approx(before["y"] + 60)
        put("touchMove", (x - 80, y + 60), (x + 80, y + 60))
        assert page.evaluate("() => kgview.camera().k") == pytest.approx(2 * before["k"])
        # The finger that stays goes on from where it is: nothing jumps.
        put("touchMove", (x - 80, y + 60))
        rested = page.evaluate("() => kgview.camera()")
        put("touchMove", (x - 70, y + 60))
        after = page.evaluate("() => kgview.camera()")
        assert 0 < after["x"] - rested["x"] < 11
        assert after["y"] == pytest.approx(rested["y"], abs=8)
        put("touchEnd")


def test_paper_gets_the_card_and_nothing_of_the_buttons(show):
    with show(html=story_html(), fragment=f"#e={IDS['Lena Falk']}") as viewer:
        viewer.until("() => window.kgview !== undefined")
        viewer.page.emulate_media(media="print")
        assert viewer.page.locator("#right .title").is_visible()
        for gone in ("header", "#left", "#time", ".tools"):
            assert not viewer.page.locator(gone).is_visible()


def test_the_axis_of_time_is_labelled_evenly(show):
    """Written with a stand-in for the canvas: the months along the axis are equally far apart."""
    with show(html=made_html(150)) as viewer:
        viewer.until("() => window.kgview !== undefined")
        labels = json.loads(
            viewer.page.evaluate(
                """() => {
          const written = [];
          const real = CanvasRenderingContext2D.prototype.fillText;
          CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
            if (this.canvas.className === 'bars') written.push([text, x]);
            return real.call(this, text, x, y);
          };
          location.hash = 'cf=0.05';
          return new Promise((done) => setTimeout(() => done(JSON.stringify(written)), 200));
        }"""
            )
        )
        assert len(labels) >= 3
        assert re.search(r"\d{4}", labels[0][0])
        gaps = [b[1] - a[1] for a, b in pairwise(labels[1:])]
        assert max(gaps) < 1.25 * min(gaps)
