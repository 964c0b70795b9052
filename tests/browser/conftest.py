"""A Chromium without network for the tests of the viewer; nothing is downloaded for it."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pages import html_of, story_html

from kg.export import ExportOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from kg.view import View

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PROBE = Path(__file__).parents[1] / "viewer_probe.js"
NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        reason = "no Chromium on this machine: apt-get install chromium fonts-dejavu-core"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        yield opened
        opened.close()


class Viewer:
    """One open page, what it asked for and what it complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on(
            "console", lambda line: self.errors.append(line.text) if line.type == "error" else None
        )
        page.on("request", lambda request: self.requests.append(request.url))

    def until(self, expression: str, *, argument: object = None) -> object:
        """Evaluate until true; the page's policy forbids the way playwright waits."""
        limit = time.monotonic() + 5
        while True:
            value = self.page.evaluate(expression, argument)
            if value or time.monotonic() > limit:
                assert value, expression
                return value
            self.page.wait_for_timeout(25)

    def rest(self) -> None:
        """Wait until the picture has come to rest."""
        self.page.wait_for_timeout(60)
        self.until("() => kgview.resting()")

    def go(self, fragment: str) -> None:
        self.page.evaluate("hash => { location.hash = hash; }", fragment)
        self.rest()

    def counts(self) -> dict[str, int]:
        return self.page.evaluate("() => kgview.counts()")

    def title(self) -> str:
        return self.page.locator("#right .title").inner_text()

    def search(self, text: str) -> None:
        self.page.keyboard.press("/")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")
        self.rest()

    def click_entity(self, id_: str) -> None:
        self.page.mouse.click(*self.page.evaluate("id => kgview.entityAt(id)", id_))
        self.rest()


@pytest.fixture
def show(browser: Browser, tmp_path: Path):
    """Return a function that opens the viewer of a view, or a ready page, in a fresh window."""
    contexts = []

    @contextmanager
    def opened(
        view: View | None = None,
        *,
        options: ExportOptions | None = None,
        html: bytes | None = None,
        fragment: str = "",
        **context: object,
    ) -> Iterator[Viewer]:
        if html is None:
            html = html_of(view, options or ExportOptions(title="Oil in Skarne Bay"))
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_bytes(html)
        context.setdefault("viewport", {"width": 1280, "height": 800})
        window = browser.new_context(offline=True, reduced_motion="reduce", **context)
        window.add_init_script(path=PROBE)
        contexts.append(window)
        viewer = Viewer(window.new_page())
        viewer.page.goto(path.as_uri() + fragment)
        try:
            yield viewer
        finally:
            window.close()

    return opened


@pytest.fixture
def story_page(show):
    """The small story, open."""
    with show(html=story_html()) as viewer:
        viewer.until("() => window.kgview !== undefined")
        viewer.rest()
        yield viewer
