"""Progress is for people who watch, and for nobody else."""

import io

from rich.console import Console

from kg.cli import terminal
from kg.pipeline import Progress


def shown(monkeypatch, **settings):
    screen = io.StringIO()
    monkeypatch.setattr(terminal, "console", lambda: Console(file=screen, width=120, **settings))
    with terminal.progress_bar() as report:
        report(Progress(stage="reading", done=64))
        for done in range(41):
            report(Progress(stage="annotating", done=done, total=40))
        report(Progress(stage="resolving"))
    return screen.getvalue()


def test_a_terminal_shows_stage_and_count(monkeypatch):
    text = shown(monkeypatch, force_terminal=True)
    assert "annotating" in text
    assert "40/40" in text
    assert "articles/s" in text


def test_elsewhere_nothing_is_shown(monkeypatch):
    assert shown(monkeypatch, force_terminal=False) == ""


def test_talk_is_one_line_on_standard_error(capsys):
    terminal.say("two\nlines \x1b[31mred")
    assert capsys.readouterr() == ("", "two\\nlines \\x1b[31mred\n")
