"""Everybody can use the viewer: by keyboard, by screen reader, in poor light, in any script."""

from __future__ import annotations

import pytest
from made_graphs import Maker, story
from pages import made_html, story_html

from kg.model import Stance

pytestmark = pytest.mark.browser

STORY = story()
IDS = {entity.name: entity.id for entity in STORY.entity_rows}
STATES = {
    "overview": "",
    "groups": "h=1",
    "entity": f"e={IDS['Tomás Ibarra']}",
    "fact": f"f={STORY.statement_rows[0].id}",
    "pair": f"l={IDS['Lena Falk']}~{IDS['Tomás Ibarra']}",
    "path": f"p={IDS['Lena Falk']}~{IDS['Tomás Ibarra']}~{IDS['Norvik Energy']}",
    "reader": f"a={STORY.article_rows[0].id}&c=0",
    "table": "v=table&w=1",
}

# What axe-core would complain of: names, contrast, ids, order of headings, positive tab indexes.
FAULTS = """() => {
  const faults = [];
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.unseen');
  const named = (e) => (e.getAttribute('aria-label') || e.textContent.trim() || e.title ||
    [...(e.labels || [])].map((l) => l.textContent.trim()).join(''));
  const tell = (what, e) => faults.push(`${what}: ${e.outerHTML.slice(0, 120)}`);
  const controls = 'button, a, input, select, summary, [role=link], [role=application], ' +
    'aside, section, dialog';
  for (const e of document.querySelectorAll(controls)) if (shown(e) && !named(e)) tell('no name', e);
  for (const e of document.querySelectorAll('canvas'))
    if (!named(e) && e.getAttribute('aria-hidden') !== 'true') tell('canvas', e);
  for (const e of document.querySelectorAll('[tabindex]')) if (e.tabIndex > 0) tell('tabindex', e);
  const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
  if (new Set(ids).size !== ids.length) faults.push('two elements of one id');
  for (const e of document.querySelectorAll('[aria-controls], [aria-activedescendant], [aria-describedby]'))
    for (const key of ['aria-controls', 'aria-activedescendant', 'aria-describedby'])
      if (e.getAttribute(key) && !document.getElementById(e.getAttribute(key))) tell(key, e);
  const levels = [...document.querySelectorAll('h1, h2, h3, h4')].filter(shown).map((e) => +e.tagName[1]);
  if (levels.filter((l) => l === 1).length !== 1) faults.push('not one h1');
  if (!document.documentElement.lang || !document.title) faults.push('no language or title');
  const numbers = (c) => c.match(/[\\d.]+/g).map(Number);
  const light = (c) => numbers(c).slice(0, 3).map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (e) => {
    for (let at = e; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if ((numbers(colour)[3] ?? 1) > 0.99) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !shown(e) || e.closest('option')) continue;
    if (getComputedStyle(e).opacity === '0') continue;
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
    seen += 1;
    if ((a + 0.05) / (b + 0.05) < 4.5) tell(`contrast ${((a + 0.05) / (b + 0.05)).toFixed(2)}`, e);
  }
  if (seen < 20) faults.push('hardly any text was seen');
  return faults;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_contrast_and_structure_in_every_view(show, scheme):
    with show(html=story_html(), color_scheme=scheme) as viewer:
        viewer.until("() => window.kgview !== undefined")
        found = {}
        for name, fragment in STATES.items():
            viewer.go(fragment)
            if faults := viewer.page.evaluate(FAULTS):
                found[name] = faults
        assert found == {}


REACHABLE = """() => [...document.querySelectorAll(
  'button, a[href], input, select, summary, [tabindex="0"]')].filter((e) =>
    e.checkVisibility({ visibilityProperty: true }) && e.tabIndex >= 0 && !e.disabled).length"""
FOCUSED = """() => {
  const e = document.activeElement;
  if (e === document.body) return null;
  e.seen ||= ++window.focusSeen_;
  const style = getComputedStyle(e);
  return [e.seen, style.outlineStyle !== 'none' || style.boxShadow !== 'none', e.outerHTML.slice(0, 90)];
}"""


@pytest.mark.parametrize("name", ["overview", "entity", "reader", "table"])
def test_the_tab_key_reaches_everything_and_shows_where_it_is(show, name):
    with show(html=story_html(), fragment=f"#{STATES[name]}") as viewer:
        viewer.until("() => window.kgview !== undefined")
        page = viewer.page
        page.evaluate("() => { window.focusSeen_ = 0; document.body.focus(); }")
        wanted = page.evaluate(REACHABLE)
        assert wanted > 15
        reached, unmarked = set(), []
        for _ in range(3 * wanted):
            page.keyboard.press("Tab")
            focused = page.evaluate(FOCUSED)
            if focused is None:
                break
            reached.add(focused[0])
            if not focused[1]:
                unmarked.append(focused[2])
        assert len(reached) >= wanted
        assert unmarked == []


def test_keys_move_a_mark_pan_and_group(story_page):
    page = story_page.page
    page.locator(".top").focus()
    before = page.evaluate("() => kgview.camera()")
    page.keyboard.press("Shift+ArrowRight")
    story_page.rest()
    assert page.evaluate("() => kgview.camera().x") < before["x"]
    page.keyboard.press("ArrowRight")
    name = page.locator("#live").inner_text().split(",")[0]
    spot = page.evaluate("id => kgview.spot(id)", IDS[name])
    page.keyboard.press("Shift+ArrowDown")
    assert page.evaluate("id => kgview.spot(id)", IDS[name])["y"] > spot["y"]
    page.keyboard.press("g")
    assert "h=1" in page.url


def test_a_line_can_be_opened_by_keys(story_page):
    """Every line of the picture is a fact of a card, with a button that opens it."""
    page = story_page.page
    story_page.search("falk")
    opener = page.locator("#right [data-fact] .go").first
    opener.focus()
    page.keyboard.press("Enter")
    assert "f=" in page.url
    assert page.evaluate("() => document.activeElement.className") == "title"


def test_names_from_right_to_left_stay_whole(show):
    make = Maker(seed=5)
    make.begin("لقاء في الميناء", "صحيفة المرفأ", "2026-04-01")
    layla, dan = make.entity("Person", "ليلى منصور"), make.entity("Person", "דן לוי")
    make.say(layla, "met", "meet", dan, stance=Stance.ASSERTED, opening="")
    make.end()
    with show(make.view(), fragment=f"#e={layla.id}") as viewer:
        viewer.until("() => window.kgview !== undefined")
        page = viewer.page
        assert viewer.title() == "ليلى منصور"
        names = page.locator("#right .words bdi")
        assert set(names.all_inner_texts()) == {"ليلى منصور", "דן לוי"}
        order = page.evaluate(
            "() => [...document.querySelectorAll('#right .words bdi')].slice(0, 2)"
            ".map((e) => e.getBoundingClientRect().left)"
        )
        # Subject, relation, object run from left to right whatever the names.
        assert order == sorted(order)
        boxes = page.evaluate("() => kgview.nameBoxes()")
        assert {box["name"] for box in boxes} == {"ليلى منصور", "דן לוי"}


def test_every_picture_of_a_made_graph_names_without_overlap(show):
    """0 overlapping names: in the first view, in groups, in focus and on a phone."""
    with show(html=made_html(180)) as viewer:
        viewer.until("() => window.kgview !== undefined")
        page = viewer.page
        first = page.evaluate("() => kgview.shown()")[0]
        for fragment in ("", "h=1", f"e={first}", "k=200", "k=25", f"e={first}&n=2"):
            for size in ((1280, 800), (390, 844), (1920, 1080)):
                page.set_viewport_size({"width": size[0], "height": size[1]})
                viewer.go(fragment)
                page.wait_for_timeout(30)
                crossing = page.evaluate(
                    """() => {
                      const boxes = [...kgview.nameBoxes(), ...kgview.groupBoxes()].map((b) => b.box);
                      const cross = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
                      const crossed = (a, i) => boxes.slice(0, i).some((b) => cross(a, b));
                      return [boxes.length, boxes.filter(crossed).length];
                    }"""
                )
                assert crossing[0] > 3, (fragment, size)
                assert crossing[1] == 0, (fragment, size)
