# ruff: noqa: INP001 - a script, in no package
"""Take the picture of the viewer that README.md shows.

    python docs/picture.py outputs/graph.html docs/viewer.png

Opens the page in a headless Chromium without network, in light colours at 1280 by 800, looks up one
name and saves what is then on the screen. Needs the development environment (``make check`` makes
it) and a Chromium: ``apt-get install chromium fonts-dejavu-core fonts-liberation``.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
# The picture comes to rest by itself; with reduced motion at once, but drawing takes a moment.
_REST_MS = 1_500


def main() -> None:
    """Read the command line and take the picture."""
    parser = argparse.ArgumentParser(description="Take the picture of the viewer for README.md.")
    parser.add_argument("page", type=Path, help="graph.html of a build")
    parser.add_argument("picture", type=Path, help="the PNG file to write")
    parser.add_argument("--name", default="Jeff Sessions", help="whose card to open")
    given = parser.parse_args()
    chromium = next((found for name in _CHROMIUMS if (found := shutil.which(name))), None)
    if chromium is None:
        parser.error("there is no Chromium; install it: apt-get install chromium fonts-dejavu-core")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=list(_FLAGS))
        take(browser, given.page, given.picture, given.name)
        browser.close()


def take(browser: Browser, page: Path, picture: Path, name: str) -> None:
    """Save the screen after ``name`` was searched for and found."""
    window = browser.new_context(
        offline=True,
        reduced_motion="reduce",
        color_scheme="light",
        viewport={"width": 1280, "height": 800},
    )
    tab = window.new_page()
    tab.goto(page.resolve().as_uri())
    tab.wait_for_timeout(_REST_MS)
    tab.keyboard.press("/")
    tab.keyboard.type(name)
    tab.keyboard.press("Enter")
    tab.wait_for_timeout(_REST_MS)
    tab.screenshot(path=picture)
    window.close()


if __name__ == "__main__":
    main()
