"""What a reader can do with the viewer, in a real browser with no network."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

import pytest
from made_graphs import Maker, made_view, story
from pages import made_html

from kg.export import ExportOptions
from kg.model import Polarity, PostStatus, Stance

pytestmark = pytest.mark.browser

STORY = story()
IDS = {entity.name: entity.id for entity in STORY.entity_rows}


def statement(subject: str, lemma: str, polarity: Polarity = Polarity.POSITIVE) -> str:
    return next(
        s.id
        for s in STORY.statement_rows
        if s.subject.name == subject and s.predicate.lemma == lemma and s.polarity is polarity
    )


def overlaps(boxes: list[dict]) -> list[tuple[str, str]]:
    return [
        (a["name"], b["name"])
        for i, a in enumerate(boxes)
        for b in boxes[:i]
        if a["box"][0] < b["box"][2]
        and b["box"][0] < a["box"][2]
        and a["box"][1] < b["box"][3]
        and b["box"][1] < a["box"][3]
    ]


def test_opens_from_disk_with_no_request_and_no_error(story_page):
    page = story_page.page
    story_page.search("falk")
    page.get_by_text("read in context").first.click()
    assert story_page.errors == []
    assert [url for url in story_page.requests if not url.startswith("file:")] == []
    assert len(story_page.requests) == 1


def test_says_how_many_of_how_many_are_shown(story_page):
    # Six things with facts; a phrase and an unnamed source are in the graph but not in the picture.
    assert story_page.page.locator(".showing").inner_text().startswith("showing 7 of 9")


def test_search_is_blind_to_accents_and_opens_the_card(story_page):
    story_page.search("tomas")
    assert story_page.title() == "Tomás Ibarra"
    assert "e=person" in story_page.page.url


def test_search_finds_aliases(story_page):
    story_page.search("haddad")
    assert story_page.title() == "Omar Haddad"


def test_click_on_a_mark_opens_its_card(story_page):
    story_page.click_entity(IDS["Norvik Energy"])
    assert story_page.title() == "Norvik Energy"


def test_card_lists_posts_as_a_career(story_page):
    story_page.go(f"e={IDS['Tomás Ibarra']}")
    career = story_page.page.locator("#right .career").first.inner_text()
    assert "mayor of Halden Council" in career
    assert "current" in career
    assert "since 2026-03" in career


def test_card_shows_the_quote_with_both_mentions_marked_and_who_says_so(story_page):
    story_page.go(f"e={IDS['Lena Falk']}")
    fact = story_page.page.locator(f'#right [data-fact="{statement("Lena Falk", "meet")}"]')
    assert fact.locator("mark").all_inner_texts() == ["Lena Falk", "Tomás Ibarra"]
    assert "two people briefed on the matter" in fact.inner_text()
    assert fact.locator(".badge.reported").count() == 1
    assert fact.locator(".badge.unnamed").count() == 1


def test_click_on_a_line_opens_the_fact_with_all_its_evidence(story_page):
    wanted = statement("Tomás Ibarra", "accuse")
    edge = next(e for e in story_page.page.evaluate("() => kgview.edges()") if wanted in e["facts"])
    story_page.page.mouse.click(*edge["at"])
    story_page.rest()
    assert story_page.title() == "Tomás Ibarra accused Norvik Energy"
    assert story_page.page.locator("#right .evidence").count() == 2
    assert "2 publishers" in story_page.page.locator("#right .note").first.inner_text()


def test_a_month_is_never_shown_as_days(story_page):
    story_page.go(f"f={statement('Lena Falk', 'ask for')}")
    note = story_page.page.locator("#right .note").first.inner_text()
    assert note.startswith("2026-01 · ")


def test_nothing_selected_shows_contradictions_and_unnamed_sources(story_page):
    panel = story_page.page.locator("#right").inner_text()
    for heading in (
        "Most connected",
        "Contradictions",
        "Rests only on unnamed sources",
        "Articles",
    ):
        assert heading in panel
    assert story_page.page.locator("#right .dispute").count() == 1


def test_filters_are_the_legend(story_page):
    page = story_page.page
    before = story_page.counts()["facts"]
    page.get_by_role("checkbox", name="negative").uncheck()
    assert story_page.counts()["facts"] == before - 1
    page.get_by_role("checkbox", name="Organization").uncheck()
    assert IDS["Norvik Energy"] not in page.evaluate("() => kgview.shown()")
    page.get_by_role("button", name="Clear filters").click()
    assert story_page.counts()["facts"] == before


def test_only_keeps_one_kind(story_page):
    story_page.page.get_by_role("button", name="only hypothetical").click()
    wanted = sum(s.stance is Stance.HYPOTHETICAL for s in STORY.statement_rows)
    assert story_page.counts()["facts"] == wanted


def test_time_filter_says_and_uses_the_chosen_date(story_page):
    page = story_page.page
    page.locator("#time input[type=date]").first.fill("2026-03-01")
    page.keyboard.press("Enter")
    assert story_page.counts()["facts"] == 4  # one of them stands in the earlier article too
    page.locator("#time select").select_option("event")
    assert story_page.counts()["facts"] == story_page.counts()["allFacts"]
    assert "facts without this date" in page.locator("#time").inner_text()


def test_reader_marks_mentions_and_lights_the_sentence_with_emoji_before_it(story_page):
    page = story_page.page
    story_page.go(f"f={statement('Norvik Energy', 'pollute')}")
    page.get_by_role("button", name="read in context").first.click()
    lit = "".join(page.locator("#right .text .lit").all_inner_texts())
    assert lit == "👩‍🚒 Naïve or not, Norvik Energy polluted Skarne Bay."
    names = {entity.name for entity in STORY.entity_rows}
    shown = page.locator("#right .text .mention").all_inner_texts()
    assert len(shown) == 12
    assert set(shown) <= names
    assert page.locator("#right .text").inner_text() == STORY.article_rows[0].text
    page.locator("#right .text .mention", has_text="Skarne Bay").click()
    story_page.rest()
    assert story_page.title() == "Skarne Bay"


def test_reader_sets_off_reported_words(story_page):
    story_page.go(f"a={STORY.article_rows[1].id}")
    said = story_page.page.locator("#right .text .said")
    assert "".join(said.all_inner_texts()) == "Omar Haddad hired Lena Falk"
    assert said.first.get_attribute("title") == "Said by Tomás Ibarra"


def test_back_and_forward_undo_and_redo(story_page):
    page = story_page.page
    story_page.search("ibarra")
    story_page.search("haddad")
    page.go_back()
    story_page.until("() => document.querySelector('.title').textContent === 'Tomás Ibarra'")
    page.go_forward()
    story_page.until("() => document.querySelector('.title').textContent === 'Omar Haddad'")


def test_a_link_opens_the_same_view(show):
    fragment = f"#e={IDS['Lena Falk']}&po=negative&v=table"
    with show(STORY, fragment=fragment) as viewer:
        viewer.until("() => window.kgview !== undefined")
        assert viewer.title() == "Lena Falk"
        assert viewer.page.locator(".table table").is_visible()
        assert not viewer.page.get_by_role("checkbox", name="negative").is_checked()


def test_a_link_with_nonsense_opens_the_first_view(show):
    with show(STORY, fragment="#e=nobody&f=%3Cimg%3E&p=a~b&n=9&cf=x&d0=never&c=77") as viewer:
        viewer.until("() => window.kgview !== undefined")
        assert viewer.title() == "Oil in Skarne Bay"
        assert viewer.errors == []


def test_keyboard_alone_reaches_everything(story_page):
    page = story_page.page
    page.locator("canvas.top").focus()
    page.keyboard.press("ArrowRight")
    spoken = []
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
        spoken.append(page.locator("#live").inner_text().split(",")[0])
    assert len(set(spoken)) > 1
    page.keyboard.press("Enter")
    assert story_page.title() == spoken[-1]
    page.keyboard.press("t")
    assert page.locator(".table table").is_visible()
    page.get_by_role("button", name="Subject").press("Enter")
    first_column = page.locator("tbody td:first-child").all_inner_texts()
    assert first_column == sorted(first_column, key=str.lower)
    page.keyboard.press("Escape")
    assert story_page.title() == "Oil in Skarne Bay"


def test_focus_moves_to_the_new_card(story_page):
    page = story_page.page
    page.get_by_role("button", name="Omar Haddad").first.press("Enter")
    assert page.evaluate("() => document.activeElement.textContent") == "Omar Haddad"


def test_table_has_every_visible_fact(story_page):
    story_page.page.get_by_role("button", name="Table", exact=True).click()
    assert story_page.page.locator("tbody tr").count() == story_page.counts()["facts"]


def test_path_between_two(story_page):
    page = story_page.page
    story_page.go(f"e={IDS['Omar Haddad']}")
    page.get_by_role("combobox", name="Path to").fill("skarne")
    page.keyboard.press("Enter")
    story_page.rest()
    assert story_page.title() == "From Omar Haddad to Skarne Bay"
    assert "4 steps" in page.locator("#right").inner_text()


def test_expanding_adds_phrases_and_moves_nothing(story_page):
    page = story_page.page
    story_page.go(f"e={IDS['Lena Falk']}")
    before = page.evaluate("() => kgview.shown()")
    spots = page.evaluate("() => kgview.shown().map(kgview.spot)")
    page.get_by_role("button", name="Add neighbours").click()
    story_page.rest()
    after = page.evaluate("() => kgview.shown()")
    assert len(after) == len(before) + 1
    assert page.evaluate("ids => ids.map(kgview.spot)", before) == spots


def test_only_neighbours_hides_the_rest(story_page):
    story_page.go(f"e={IDS['Omar Haddad']}")
    story_page.page.get_by_role("button", name="Only neighbours").click()
    assert set(story_page.page.evaluate("() => kgview.shown()")) == {
        IDS["Omar Haddad"],
        IDS["Lena Falk"],
    }


def test_no_drawn_names_overlap_at_any_zoom(show):
    with show(html=made_html(250)) as viewer:
        viewer.until("() => window.kgview !== undefined")
        assert viewer.counts()["shown"] == 100
        first = viewer.page.evaluate("() => kgview.shown()")[0]
        drawn = []
        for act in ("rest", "in", "in", "select", "out"):
            if act == "select":
                viewer.go(f"e={first}")
            elif act != "rest":
                viewer.page.get_by_role("button", name=f"Zoom {act}").click()
            viewer.page.wait_for_timeout(160)
            viewer.rest()
            boxes = viewer.page.evaluate("() => kgview.nameBoxes()")
            drawn.append(len(boxes))
            assert overlaps(boxes) == []
        assert drawn[0] >= 30


def test_phone_has_everything_in_its_width(show):
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    with show(STORY, **phone) as viewer:
        viewer.until("() => window.kgview !== undefined")
        page = viewer.page
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
        page.locator("header input").tap()
        page.keyboard.type("falk")
        page.keyboard.press("Enter")
        assert viewer.title() == "Lena Falk"
        # From deep in a card a tap leads to the top of the next one, and into the middle of a text.
        page.locator("#right .fact .link", has_text="Tomás Ibarra").last.tap()
        viewer.rest()
        assert viewer.title() == "Tomás Ibarra"
        top = "() => document.querySelector('#right .title').getBoundingClientRect().top"
        assert 0 <= page.evaluate(top) < 700
        page.get_by_role("button", name="read in context").last.tap()
        viewer.rest()
        lit = "() => document.querySelector('#right .lit').getBoundingClientRect().top"
        assert 0 <= page.evaluate(lit) < 800
        page.locator("#left summary").tap()
        assert page.get_by_role("checkbox", name="reported").is_visible()


def test_dark_follows_the_system_and_the_switch(show):
    with show(STORY, color_scheme="dark") as viewer:
        viewer.until("() => window.kgview !== undefined")
        theme = "() => document.documentElement.dataset.theme"
        assert viewer.page.evaluate(theme) == "dark"
        viewer.page.get_by_role("button", name="Light or dark").click()
        assert viewer.page.evaluate(theme) == "light"


def test_without_text_only_evidence_is_shown(show):
    view = made_view(6)
    article = view.article_rows[0]
    kept = (
        tuple(c for c in view.claim_rows if c.article != article.id)
        + tuple(c for c in view.claim_rows if c.article == article.id)[:2]
    )
    ids = {c.id for c in kept}
    rows = tuple(s for s in view.statement_rows if set(s.claims) <= ids)
    cut = type(view)(
        article_rows=view.article_rows, entity_rows=view.entity_rows,
        mention_rows=view.mention_rows, claim_rows=kept, statement_rows=rows,
    )  # fmt: skip
    with show(cut, options=ExportOptions(text=False), fragment=f"#a={article.id}") as viewer:
        viewer.until("() => window.kgview !== undefined")
        shown = viewer.page.locator("#right .text").inner_text()
        assert kept[-1].evidence.quote in shown
        assert len(shown) < len(article.text) / 2
        assert "only the sentences used as evidence" in viewer.page.locator("#right").inner_text()


def test_a_compressed_page_is_the_same_page(show, monkeypatch):
    monkeypatch.setattr("kg.export.viewer.COMPRESSED_ABOVE", 5)
    with show(STORY, fragment=f"#e={IDS['Lena Falk']}") as viewer:
        viewer.until("() => window.kgview !== undefined")
        assert viewer.title() == "Lena Falk"
        assert viewer.page.locator("#right mark").count() > 0
        assert viewer.errors == []
        assert len(viewer.requests) == 1


def test_a_page_that_leaves_out_entities_says_so_and_how_to_narrow(show, monkeypatch):
    monkeypatch.setattr(import_module("kg.export.viewer.payload"), "LIMIT", 6)
    with show(STORY) as viewer:
        viewer.until("() => window.kgview !== undefined")
        panel = viewer.page.locator("#right").inner_text()
        assert "leaves out 3 entities" in panel
        assert "build from fewer articles" in panel


def test_how_many_are_shown_first_can_be_chosen(show):
    with show(html=made_html(250)) as viewer:
        viewer.until("() => window.kgview !== undefined")
        viewer.page.get_by_role("combobox", name="How many").select_option("25")
        viewer.rest()
        assert viewer.page.evaluate("() => kgview.shown().length") == 25
        assert "k=25" in viewer.page.url
        viewer.page.get_by_role("combobox", name="How many").select_option("200")
        viewer.rest()
        assert viewer.counts()["shown"] == 200
        viewer.page.go_back()
        viewer.until("() => kgview.counts().shown === 25")


def test_groups_are_drawn_named_and_can_be_opened(show):
    with show(html=made_html(150)) as viewer:
        viewer.until("() => window.kgview !== undefined")
        page = viewer.page
        page.get_by_role("button", name="Groups").click()
        viewer.rest()
        groups = page.evaluate("() => kgview.groupBoxes()")
        assert len(groups) >= 5
        # The names of groups and of entities keep clear of one another.
        assert overlaps([*groups, *page.evaluate("() => kgview.nameBoxes()")]) == []
        row = page.locator("#right .row:has(.dot)").first
        name = row.get_by_role("button").inner_text()
        row.get_by_role("button").click()
        viewer.rest()
        assert viewer.title() == name
        leaders = name.split(", ")
        assert page.locator("#right .row .link").first.inner_text() == leaders[0]
        assert "g=" in page.url


def test_relations_are_grouped_and_a_group_can_be_switched_off(story_page):
    page = story_page.page
    before = story_page.counts()["facts"]
    page.get_by_role("checkbox", name="posts, in and out").uncheck()
    assert story_page.counts()["facts"] == before - 1 - 1  # holds, hired
    page.get_by_role("checkbox", name="posts, in and out").check()
    page.get_by_role("button", name="Relations of the class posts").click()
    page.get_by_role("checkbox", name="hire").uncheck()
    assert story_page.counts()["facts"] == before - 1


def test_facts_can_be_filtered_by_whose_word_they_are(story_page):
    page = story_page.page
    page.get_by_role("button", name="only unnamed sources").click()
    assert story_page.counts()["facts"] == 1
    page.get_by_role("button", name="all unnamed sources").click()
    page.get_by_role("button", name="only Tomás Ibarra").click()
    page.get_by_role("button", name="Table", exact=True).click()
    row = page.locator("tbody tr")
    assert row.count() == 1
    assert row.inner_text().split("\t")[:3] == ["Omar Haddad", "hired", "Lena Falk"]


def test_one_piece_of_evidence_must_pass_all_that_is_asked_of_evidence(story_page):
    """Printed by one paper in February and by the other in March is not printed by one in March."""
    page = story_page.page
    fragment = "d0=2026-03-01&pu=Radio+Lisvik&v=table&w=1"
    story_page.go(fragment)
    shown = page.locator("tbody tr").all_inner_texts()
    assert shown == []
    story_page.go("d0=2026-03-01&v=table&w=1")
    assert any("accused" in row for row in page.locator("tbody tr").all_inner_texts())


def test_a_denied_fact_never_reads_like_a_plain_one(story_page):
    story_page.go(f"f={statement('Lena Falk', 'meet', Polarity.NEGATIVE)}")
    assert story_page.title() == "Lena Falk not met Tomás Ibarra"


def test_card_has_the_words_of_a_person_and_the_way_to_them(story_page):
    page = story_page.page
    story_page.go(f"e={IDS['Tomás Ibarra']}")
    words = page.locator("#right .evidence", has_text="Omar Haddad hired Lena Falk").last
    assert "Words of Tomás Ibarra" in page.locator("#right").inner_text()
    words.get_by_role("button", name="read in context").click()
    assert "Omar Haddad hired" in "".join(page.locator("#right .lit").all_inner_texts())


def test_card_tells_why_names_are_one_and_the_identifier(show):
    view = story()
    reasons = ("Ibarra: surname of Tomás Ibarra",)
    rows = tuple(
        replace(e, reasons=reasons) if e.name == "Tomás Ibarra" else e for e in view.entity_rows
    )
    with show(replace(view, entity_rows=rows), fragment=f"#e={IDS['Tomás Ibarra']}") as viewer:
        viewer.until("() => window.kgview !== undefined")
        viewer.page.locator("#right summary").click()
        identity = viewer.page.locator("#right details").inner_text()
        assert reasons[0] in identity
        assert f"https://newskg.example/id/{IDS['Tomás Ibarra']}" in identity


def test_reader_pales_what_gave_nothing_and_hover_shows_the_entity(show):
    view = story()
    first = view.article_rows[0]
    text = f"{first.text} Nothing came of it."
    rows = (replace(first, text=text), *view.article_rows[1:])
    with show(replace(view, article_rows=rows), fragment=f"#a={first.id}") as viewer:
        viewer.until("() => window.kgview !== undefined")
        page = viewer.page
        silent = "".join(page.locator("#right .text .silent").all_inner_texts())
        assert silent.strip() == "Nothing came of it."
        mention = page.locator("#right .mention", has_text="Tomás Ibarra").first
        mention.hover()
        assert "mayor of Halden Council" in page.locator(".peek").inner_text()
        page.mouse.move(5, 5)
        assert not page.locator(".peek").is_visible()
        mention.focus()
        assert page.locator(".peek").is_visible()


def test_path_goes_round_denied_facts_and_hubs(show):
    make = Maker(seed=2)
    ends = [make.entity("Person", name) for name in ("Ada Lind", "Bram Krol")]
    hub, quiet = make.entity("Person", "Hana Holm"), make.entity("Person", "Ivo Novak")
    make.begin("Who met whom", "Skarne Post", "2026-05-01")
    make.say(ends[0], "met", "meet", ends[1], polarity=Polarity.NEGATIVE)
    for between in (hub, quiet):
        for end in ends:
            make.say(end, "met", "meet", between)
    for number in range(12):
        make.say(hub, "praised", "praise", make.entity("Person", f"Guest {number}"))
    make.end()
    with show(make.view(), fragment=f"#e={ends[0].id}") as viewer:
        viewer.until("() => window.kgview !== undefined")
        viewer.page.get_by_role("combobox", name="Path to").fill("Bram")
        viewer.page.keyboard.press("Enter")
        viewer.rest()
        card = viewer.page.locator("#right").inner_text()
        assert "2 steps" in card
        assert "Ivo Novak" in card
        assert "Hana Holm" not in card


def test_posts_of_one_name_are_told_apart_in_the_search(show):
    make = Maker(seed=2)
    towns = [make.entity("Place", name) for name in ("Lisvik", "Baltra")]
    make.begin("Two mayors", "Skarne Post", "2026-05-01")
    for name, town in zip(("Ada Lind", "Bram Krol"), towns, strict=True):
        mayor = make.entity("Post", "mayor", of=town.id)
        make.say(make.entity("Person", name), "holds", "hold", mayor, status=PostStatus.CURRENT)
    make.end()
    with show(make.view()) as viewer:
        viewer.until("() => window.kgview !== undefined")
        viewer.page.locator("header input").fill("mayor")
        options = viewer.page.get_by_role("option").all_inner_texts()
        assert {"Lisvik", "Baltra"} <= {word for option in options for word in option.split()}
