"""Measure the viewer in Chromium against its targets, on graphs of 1,000 to 20,000 entities.

    .venv/bin/python benchmarks/viewer.py 1000 5000

Prints one line for each graph: CPU seconds to build the file, its size, time until it is ready
(wall, and CPU seconds of all browser processes), heap after collection, frames a second and
milliseconds of main thread a frame while panning, zooming and hovering, and the time from a
keystroke to the list of suggestions. A last line draws 5,000 entities at once, which a reader never
does: it shows how the drawing scales.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from made_graphs import made_view

from kg.export import ExportOptions
from kg.export.viewer.page import render
from kg.export.viewer.payload import CAP, FIRST, payload

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import CDPSession, Page

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
CHROMIUM = "/usr/bin/chromium"
TICKS = os.sysconf("SC_CLK_TCK")

FRAMES = """() => {
  window.frames_ = 0;
  const tick = () => { window.frames_ += 1; requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
}"""
SEARCH = """() => {
  const input = document.querySelector('header input');
  const times = ['a', 'ad', 'ada', 'n', 'no', 'nor', 'x1', '19', ''].map((text) => {
    input.value = text;
    const start = performance.now();
    input.dispatchEvent(new Event('input'));
    return performance.now() - start;
  });
  return [times[0], Math.max(...times.slice(1))];
}"""


def tree_cpu_s(pid: int) -> float:
    """Return user and system time of a process and everything below it."""
    stat = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            stat[int(entry.name)] = (int(fields[1]), int(fields[11]) + int(fields[12]))
    wanted, total = [pid], 0
    while wanted:
        one = wanted.pop()
        total += stat.get(one, (0, 0))[1]
        wanted += [child for child, (parent, _) in stat.items() if parent == one]
    return total / TICKS


def measure(count: int, first: int, cap: int) -> dict[str, object]:
    view = made_view(count)
    start = time.process_time()
    graph, texts = payload(view, ExportOptions(title=f"Made {count}"), first=first, cap=cap)
    html = render(f"Made {count}", graph, texts).encode()
    built = time.process_time() - start
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.html"
        path.write_bytes(html)
        row = in_browser(path)
    return {
        "entities": len(graph["entities"]), "facts": len(graph["facts"]), "shown": first,
        "build CPU s": round(built, 2), "HTML KB": len(html) // 1024, **row,
    }  # fmt: skip


def in_browser(path: Path) -> dict[str, object]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        page = browser.new_context(offline=True, viewport={"width": 1280, "height": 800}).new_page()
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        before = tree_cpu_s(os.getpid())
        page.goto(path.as_uri())
        while not page.evaluate("() => window.kgview !== undefined"):
            page.wait_for_timeout(20)
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        row = {
            "ready s": round(page.evaluate("() => kgview.ready") / 1000, 2),
            "ready CPU s": round(tree_cpu_s(os.getpid()) - before, 2),
        }
        session.send("HeapProfiler.collectGarbage")
        heap = session.send("Runtime.getHeapUsage")["usedSize"]
        row["heap MB"] = round(heap / 1e6, 1)
        page.evaluate(FRAMES)
        row["pan"] = gesture(page, session, pan)
        row["zoom"] = gesture(page, session, zoom)
        row["hover"] = gesture(page, session, hover)
        first, worst = page.evaluate(SEARCH)
        row["search ms (first, worst later)"] = (round(first, 1), round(worst, 1))
        browser.close()
    return row


def gesture(page: Page, session: CDPSession, move: Callable[[Page], None]) -> str:
    def main_thread_s() -> float:
        metrics = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
        return metrics["TaskDuration"]

    frames, busy, start = page.evaluate("() => frames_"), main_thread_s(), time.monotonic()
    move(page)
    seconds = time.monotonic() - start
    drawn = page.evaluate("() => frames_") - frames
    return f"{drawn / seconds:.0f} fps, {(main_thread_s() - busy) * 1000 / max(1, drawn):.1f} ms"


def pan(page: Page) -> None:
    page.mouse.move(600, 300)
    page.mouse.down()
    for step in range(60):
        page.mouse.move(600 - 3 * step, 300 + step)
        page.wait_for_timeout(12)
    page.mouse.up()


def zoom(page: Page) -> None:
    for step in range(40):
        page.mouse.wheel(0, -40 if step % 20 < 10 else 40)
        page.wait_for_timeout(12)


def hover(page: Page) -> None:
    for step in range(60):
        page.mouse.move(350 + 8 * step, 200 + 5 * (step % 40))
        page.wait_for_timeout(12)


def main() -> None:
    counts = [int(argument) for argument in sys.argv[1:]] or [1000, 5000, 20000]
    for count in counts:
        print(measure(count, FIRST, CAP), flush=True)
    if max(counts) >= 5000:
        print(measure(5000, 5000, 5000), flush=True)


if __name__ == "__main__":
    main()
