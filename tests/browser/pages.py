"""Pages that several tests look at, each written once."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

from made_graphs import made_view, story

from kg.export import ExportOptions
from kg.export.viewer import write

if TYPE_CHECKING:
    from kg.view import View


def html_of(view: View, options: ExportOptions) -> bytes:
    """Return the page of a view."""
    out = io.BytesIO()
    write(view, out, options)
    return out.getvalue()


@cache
def story_html() -> bytes:
    """Return the page of the small story; most tests look at it and none changes it."""
    return html_of(story(), ExportOptions(title="Oil in Skarne Bay"))


@cache
def made_html(entities: int) -> bytes:
    """Return the page of a made graph, written once for all tests that look at it."""
    return html_of(made_view(entities), ExportOptions())
