"""Measure the viewer in Chromium against its targets, on graphs of 1,000 to 20,000 entities.

    .venv/bin/python benchmarks/viewer.py 1000 5000

Prints one line for each measure: on which graph, what was found, the target, and whether it is met;
fails if one is not. Ready is counted until the first frame with all data read, in seconds on the
clock and in CPU seconds of all processes of the browser; heap after collection; frames a second and
milliseconds of main thread a frame while panning, zooming and hovering; search from a keystroke to
the list. "5,000 shown" draws so many at once, which a reader never does: it shows how drawing
scales. Every page is opened three times and the best of each measure counts (of what must not happen,
the worst), for another program on the machine makes the clock's figures worse, and the CPU's a little.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from made_graphs import made_view

from kg.export import ExportOptions
from kg.export.pyvis_page import write as write_pyvis
from kg.export.viewer import COMPRESSED_ABOVE, page, write
from kg.export.viewer.payload import payload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import CDPSession, Page

    from kg.view import View

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
CHROMIUM = "/usr/bin/chromium"
PROBE = Path(__file__).parents[1] / "tests" / "viewer_probe.js"
SMALL, MIDDLE = 1_000, 5_000
RUNS = 3
# After a move the page paints its picture anew while it rests: that belongs to no move.
REST_MS = 700
TICKS = os.sysconf("SC_CLK_TCK")

FRAMES = """() => {
  window.frames_ = 0;
  const tick = () => { window.frames_ += 1; requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
}"""
OVERLAPS = """() => {
  const boxes = kgview.nameBoxes().map((name) => name.box);
  const cross = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  return boxes.filter((a, i) => boxes.slice(0, i).some((b) => cross(a, b))).length;
}"""
GROUND = """() => {
  const marks = kgview.marks();
  const alone = (x, y) => marks.every((m) => Math.hypot(m.x - x, m.y - y) > m.r + 10);
  const box = document.querySelector('canvas.top').getBoundingClientRect();
  for (let ring = 0; ring < 300; ring += 3) {
    for (let turn = 0; turn < 6.28; turn += 0.3) {
      const [x, y] = [box.width / 2 + ring * Math.cos(turn), box.height / 2 + ring * Math.sin(turn)];
      if (alone(x, y)) return [box.left + x, box.top + y];
    }
  }
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


def sound(found: float, limit: float, *, least: bool = False) -> bool:
    return found >= limit if least else found <= limit


class Sheet:
    """Prints each measure beside its target and remembers what was missed."""

    def __init__(self) -> None:
        self.missed = 0

    def line(
        self, graph: str, what: str, found: float, limit: float, *, least: bool = False
    ) -> None:
        """Print one measure; ``least`` where more is better."""
        good = sound(found, limit, least=least)
        self.missed += not good
        sign = "≥" if least else "≤"
        verdict = "met" if good else "MISSED"
        print(f"{graph:<14} {what:<32} {found:>9.1f}   {sign} {limit:<8g} {verdict}", flush=True)


def built(view: View) -> bytes:
    out = io.BytesIO()
    write(view, out, ExportOptions(title="Made"))
    return out.getvalue()


def measure(sheet: Sheet, count: int) -> None:
    """Measure the page as a build writes it."""
    view = made_view(count)
    graph = f"{count:,} entities"
    start = time.process_time()
    html = built(view)
    if count == SMALL:
        sheet.line(graph, "build, CPU s", time.process_time() - start, 2)
        sheet.line(graph, "builds that differ", float(built(view) != html), 0)
    found = best(html)
    small, large = count <= SMALL, count > MIDDLE
    sheet.line(graph, "requests and console errors", found["noise"], 0)
    sheet.line(graph, "ready, s", found["ready"], 1 if small else 3)
    sheet.line(graph, "ready, CPU s", found["ready CPU"], 1.5 if small else 6)
    sheet.line(graph, "heap, MB", found["heap"], 80 if large else 25)
    sheet.line(graph, "search, ms", found["search"], 50)
    sheet.line(graph, "entities first shown", found["shown"], 100)
    sheet.line(graph, "names that overlap", found["overlaps"], 0)
    frames(sheet, graph, found)


def measure_shown(sheet: Sheet, count: int) -> None:
    """Measure a page that draws everything at once."""
    graph, texts = payload(made_view(count), ExportOptions(), first=count, cap=count)
    html = page.render("Made", graph, texts, compress=count > COMPRESSED_ABOVE).encode()
    frames(sheet, f"{count:,} shown", best(html))


def frames(sheet: Sheet, graph: str, found: dict[str, float]) -> None:
    for move in ("pan", "zoom", "hover"):
        sheet.line(graph, f"{move}, ms of main thread a frame", found[f"{move} ms"], 8)
        sheet.line(graph, f"{move}, frames a second", found[f"{move} fps"], 55, least=True)


def measure_pyvis(sheet: Sheet) -> None:
    out = io.BytesIO()
    write_pyvis(made_view(SMALL), out, ExportOptions(title="Made"))
    with opened(out.getvalue()) as (tab, before, noise):
        tab.wait_for_function("() => window.network?.body?.nodeIndices?.length > 0")
        sheet.line("150, pyvis", "ready, CPU s", tree_cpu_s(os.getpid()) - before, 2)
        sheet.line("150, pyvis", "requests and console errors", float(len(noise)), 0)


@contextmanager
def opened(html: bytes) -> Iterator[tuple[Page, float, list[str]]]:
    """Open a page from disk; also yields the CPU seconds before it, and what it asks for or says."""
    noise: list[str] = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        path = Path(folder) / "graph.html"
        path.write_bytes(html)
        browser = driver.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        window = browser.new_context(
            offline=True, bypass_csp=True, viewport={"width": 1280, "height": 800}
        )
        window.add_init_script(path=PROBE)
        tab = window.new_page()
        tab.on("pageerror", lambda error: noise.append(str(error)))
        tab.on("console", lambda line: noise.append(line.text) if line.type == "error" else None)
        tab.on(
            "request",
            lambda r: None if r.url.startswith(("file:", "blob:")) else noise.append(r.url),
        )
        before = tree_cpu_s(os.getpid())
        tab.goto(path.as_uri())
        yield tab, before, noise
        browser.close()


def best(html: bytes) -> dict[str, float]:
    """Open a page several times; return the best of each measure, the worst of each fault."""
    runs = [in_browser(html) for _ in range(RUNS)]
    most = {"noise", "overlaps", "shown", *(key for key in runs[0] if key.endswith("fps"))}
    return {key: (max if key in most else min)(run[key] for run in runs) for key in runs[0]}


def in_browser(html: bytes) -> dict[str, float]:
    with opened(html) as (tab, before, noise):
        session = tab.context.new_cdp_session(tab)
        session.send("Performance.enable")
        while not tab.evaluate("() => window.kgview !== undefined"):
            tab.wait_for_timeout(20)
        tab.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        found = {
            "ready": tab.evaluate("() => kgview.ready") / 1000,
            "ready CPU": tree_cpu_s(os.getpid()) - before,
            "shown": tab.evaluate("() => kgview.counts().shown"),
            "overlaps": tab.evaluate(OVERLAPS),
        }
        tab.wait_for_timeout(600)  # the page readies its search while nobody waits for it
        session.send("HeapProfiler.collectGarbage")
        found["heap"] = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
        tab.evaluate(FRAMES)
        for name, move in (("pan", pan), ("zoom", zoom), ("hover", hover)):
            found[f"{name} fps"], found[f"{name} ms"] = gesture(tab, session, move)
        found["search"] = max(tab.evaluate(SEARCH))
        found["noise"] = float(len(noise))
    return found


def gesture(page: Page, session: CDPSession, move: Callable[[Page], None]) -> tuple[float, float]:
    def main_thread_s() -> float:
        metrics = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
        return metrics["TaskDuration"]

    page.wait_for_timeout(REST_MS)
    frames, busy, start = page.evaluate("() => frames_"), main_thread_s(), time.monotonic()
    move(page)
    seconds = time.monotonic() - start
    drawn = page.evaluate("() => frames_") - frames
    return drawn / seconds, (main_thread_s() - busy) * 1000 / max(1, drawn)


def pan(page: Page) -> None:
    # From where there is no mark, or that mark would be moved and not the picture.
    x, y = page.evaluate(GROUND)
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(60):
        page.mouse.move(x - 3 * step, y + step)
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
    counts = [int(argument) for argument in sys.argv[1:]] or [SMALL, MIDDLE, 20_000]
    sheet = Sheet()
    code = len(page.script().encode()) + len(page.style().encode())
    code += len(page.json_block(page.strings()).encode())
    sheet.line("any", "own code, KB", code / 1000, 120)
    for count in counts:
        measure(sheet, count)
    if max(counts) >= MIDDLE:
        measure_shown(sheet, MIDDLE)
    measure_pyvis(sheet)
    sys.exit(1 if sheet.missed else 0)


if __name__ == "__main__":
    main()
