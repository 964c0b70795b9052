"""Put styles, data and script into one file that works from disk, safely, with no network.

The first thing in the head is a content security policy that allows the hash of our one script and
our one style sheet and nothing else. Data lies in blocks that no browser runs, with every character
escaped that could end one. The script is the modules of ``page/`` in the order of `MODULES`,
inside one function: no build step, and what is reviewed is what runs, less comments and indents.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from functools import cache
from importlib.resources import files

# In order of need: a module may use only those before it, except inside functions called later.
MODULES = (
    "dom.js", "data.js", "search.js", "state.js", "filter.js", "paths.js", "marks.js", "place.js",
    "camera.js", "lines.js", "labels.js", "scene.js", "focus.js", "stage.js", "evidence.js",
    "cards.js", "reader.js", "legend.js", "timeline.js", "table.js", "saving.js", "app.js",
)  # fmt: skip
STYLES = ("theme.css", "frame.css", "parts.css")

_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}
_UNSAFE = re.compile("[<>&\u2028\u2029]")
_COMMENT = re.compile(r"//|/\*.*\*/$|/\*\*$|\* |\*/$")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def json_block(value: object) -> str:
    """Return ``value`` as JSON that cannot end a script element and is valid UTF-8."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    text = _UNSAFE.sub(lambda match: _ESCAPES[match[0]], text)
    return _LONE_SURROGATE.sub("\ufffd", text)


def csp_hash(source: str) -> str:
    """Return the expression that allows one inline script or style sheet."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


@cache
def script() -> str:
    """Return the whole script of the page."""
    body = "\n".join(_dense(_source(name)) for name in MODULES)
    return f"(() => {{\n'use strict';\n{body}\n}})();\n"


@cache
def style() -> str:
    """Return the whole style sheet of the page."""
    return "\n".join(_dense(_source(name)) for name in STYLES)


def strings(language: str = "en") -> dict[str, str]:
    """Return every word that the page itself says."""
    loaded: dict[str, str] = json.loads(_source(f"strings.{language}.json"))
    return loaded


def render(title: str, graph: object, texts: object) -> str:
    """Return the page: ``graph`` is read at once, ``texts`` when a text is first shown."""
    policy = (
        f"default-src 'none'; script-src {csp_hash(script())}; style-src {csp_hash(style())}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'; connect-src 'none'"
    )
    shown_title = html.escape(_LONE_SURROGATE.sub("\ufffd", title))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{shown_title}</title>\n<style>{style()}</style></head>\n"
        f'<body><div id="app"></div><noscript>{strings()["needScript"]}</noscript>\n'
        f"{_block('kg-strings', strings())}{_block('kg-graph', graph)}{_block('kg-texts', texts)}"
        f"<script>{script()}</script></body></html>\n"
    )


def _block(name: str, value: object) -> str:
    return f'<script type="application/json" id="{name}">{json_block(value)}</script>\n'


def _source(name: str) -> str:
    return (files(__package__) / "page" / name).read_text(encoding="utf-8")


def _dense(source: str) -> str:
    """Drop whole-line comments and indentation; the modules hold no string of several lines."""
    return "\n".join(
        line for raw in source.splitlines() if (line := raw.strip()) and not _COMMENT.match(line)
    )
