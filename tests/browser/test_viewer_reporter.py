"""Ten questions of a reporter, each answered on the graph of the seeds in at most five actions.

An action is one click, one choice or one text typed with the key that ends it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pages import html_of
from seed_graph import OUTPUTS, seed_view

from kg.export import ExportOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Viewer
    from playwright.sync_api import Locator

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (OUTPUTS / "statements.jsonl").is_file(), reason="no build of the seeds in outputs/"
    ),
]

ACTIONS_MAX = 5


class Reporter:
    """Does with the page what a person can do, and counts it."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self.page = viewer.page
        self.card = viewer.page.locator("#right")
        self.actions = 0

    def _act(self) -> None:
        self.actions += 1
        self.viewer.rest()

    def click(self, what: Locator) -> None:
        what.click()
        self._act()

    def press(self, name: str) -> None:
        """Click the button of that name."""
        self.click(self.page.get_by_role("button", name=name, exact=True).first)

    def type(self, where: Locator, text: str) -> None:
        where.fill(text)
        where.press("Enter")
        self._act()

    def search(self, name: str) -> None:
        self.type(self.page.locator("header input"), name)

    def rows(self) -> list[list[str]]:
        lines = self.page.locator("tbody tr").all_inner_texts()
        return [[cell.strip() for cell in line.split("\t")] for line in lines]


@pytest.fixture(scope="module")
def seed_page() -> bytes:
    return html_of(seed_view(), ExportOptions())


@pytest.fixture
def reporter(show, seed_page) -> Iterator[Reporter]:
    with show(html=seed_page) as viewer:
        viewer.until("() => window.kgview !== undefined")
        viewer.rest()
        someone = Reporter(viewer)
        yield someone
        assert 0 < someone.actions <= ACTIONS_MAX
        assert viewer.errors == []


def test_who_offered_what_and_on_whose_word(reporter):
    reporter.type(reporter.page.get_by_role("searchbox", name="Find a relation"), "offer")
    reporter.press("only offer")
    reporter.press("Table")
    offered = [row for row in reporter.rows() if row[1] == "offered"]
    assert ["Jeff Sessions", "offered", "resignation"] in [row[:3] for row in offered]
    reporter.click(
        reporter.page.locator("tbody tr", has_text="Jeff Sessions").locator(".link").nth(1)
    )
    evidence = reporter.card.locator(".evidence")
    assert "offered to resign" in evidence.first.inner_text()
    assert "Lakeshore Wire" in evidence.first.inner_text()


def test_what_rests_on_unnamed_sources(reporter):
    reporter.press("only unnamed sources")
    reporter.press("Table")
    rows = reporter.rows()
    assert len(rows) > 5
    reporter.click(reporter.page.locator("tbody .link").nth(1))
    assert reporter.card.locator(".badge.unnamed").count() > 0


def test_what_changed_in_june(reporter):
    first, last = reporter.page.locator("#time input").all()
    reporter.type(first, "2017-06-01")
    reporter.type(last, "2017-06-30")
    reporter.press("Table")
    printed = {row[5] for row in reporter.rows()}
    assert printed
    days = {a.published for a in seed_view().article_rows if (a.published or "")[:7] == "2017-06"}
    # A fact that other articles print too shows its last day.
    assert days <= printed


def test_how_are_two_people_connected(reporter):
    reporter.search("Anthony Scaramucci")
    reporter.type(reporter.page.get_by_role("combobox", name="Path to"), "Jeff Sessions")
    assert reporter.viewer.title() == "From Anthony Scaramucci to Jeff Sessions"
    assert reporter.card.locator("blockquote").count() >= 2


def test_who_held_this_post_before(reporter):
    reporter.search("attorney general")
    assert "United States" in reporter.card.locator(".kind").inner_text()
    holders = reporter.card.locator(".career").all_inner_texts()
    former = [holder for holder in holders if "former" in holder]
    assert any("Jeff Sessions" in holder for holder in holders)
    assert any("Sally Q. Yates" in holder for holder in former)
    # Who holds it stands above who held it.
    assert "former" in holders[-1]
    assert "former" not in holders[0]


def test_what_is_denied(reporter):
    reporter.press("only negative")
    reporter.press("Table")
    rows = reporter.rows()
    assert len(rows) > 10
    assert all("negative" in row[3] for row in rows)
    # Nobody can take one of them for a plain fact.
    assert all("not" in row[1].split() for row in rows)


def test_what_does_somebody_say_in_their_own_words(reporter):
    reporter.search("Sean Spicer")
    words = reporter.card.get_by_text("Words of Sean M. Spicer").locator("xpath=following::div[1]")
    assert words.locator("blockquote").count() > 0
    reporter.click(words.get_by_role("button", name="read in context").first)
    assert "Spicer" in reporter.viewer.title()


def test_is_this_sentence_really_in_the_article(reporter):
    reporter.search("Robert Mueller")
    said = reporter.card.locator("blockquote").first.inner_text()
    reporter.click(reporter.card.get_by_role("button", name="read in context").first)
    lit = "".join(reporter.card.locator(".text .lit").all_inner_texts())
    assert lit == said
    assert reporter.card.get_by_role("link", name="original").count() == 1


def test_what_do_several_papers_say(reporter):
    reporter.press("Table")
    column = reporter.page.get_by_role("button", name="Papers")
    reporter.click(column)
    reporter.click(column)
    papers = [int(row[6]) for row in reporter.rows()]
    assert papers == sorted(papers, reverse=True)
    assert papers[0] >= 2
    reporter.click(reporter.page.locator("tbody .link").nth(1))
    assert "independent of one another" in reporter.card.locator(".note").first.inner_text()


def test_what_was_taken_from_this_article_and_who_is_in_it(reporter):
    article = next(a for a in seed_view().article_rows if "Comey" in a.title)
    reporter.click(reporter.card.get_by_role("button", name=article.title))
    claims = [c for c in seed_view().claim_rows if c.article == article.id]
    statements = [s for s in seed_view().statement_rows if {c.id for c in claims} & set(s.claims)]
    heading = reporter.card.get_by_text("Facts taken from this article")
    assert str(len(statements)) in heading.inner_text()
    reporter.click(reporter.card.locator(".mention", has_text="James Comey").first)
    assert reporter.viewer.title() == "James B. Comey"


def test_who_is_around_somebody(reporter):
    reporter.search("White House")
    reporter.press("Only neighbours")
    shown = reporter.page.evaluate("() => kgview.counts().shown")
    reporter.press("Widen")
    assert 2 < shown < reporter.page.evaluate("() => kgview.counts().shown")
