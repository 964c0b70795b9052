"""Put styles, data and script into one file that works from disk, safely, with no network.

The first thing in the head is a content security policy that allows the hash of our one script and
our one style sheet and nothing else. Data lies in blocks that no browser runs, with every character
escaped that could end one. The script is the modules of ``page/`` in the order of `MODULES`,
inside one function: no build step, and what is reviewed is what runs, less comments and blanks.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import re
from functools import cache
from importlib.resources import files

# In order of need: a module may use only those before it, except inside functions called later.
MODULES = (
    "dom.js", "menu.js", "data.js", "search.js", "state.js", "filter.js", "paths.js", "marks.js",
    "place.js", "camera.js", "lines.js", "labels.js", "communities.js", "scene.js", "focus.js",
    "stage.js", "evidence.js", "cards.js", "reader.js", "legend.js", "timeline.js", "table.js",
    "svg.js", "turtle.js", "saving.js", "app.js",
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
_STRING = re.compile(r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`)""")
# Division is written with blanks around it; any other slash may begin a pattern or a comment.
_PATTERN = re.compile(r"/(?! )|(?<! )/")
_ONE_TEMPLATE = 2
# Two plus or minus signs that touch are another sign, and so is a question mark before a point.
_AROUND = re.compile(
    r" ?([=,;{}()\[\]:&|<>*]) ?| (!)(?==)| (\?\??) (?![.\d])|(?<![+-]) ?([+-]) ?(?![+-])"
)
_AROUND_STYLE = re.compile(r"([:;,]) | ?([{}]) ?")
# After these a line needs no end; after a brace it may.
_GOES_ON = ("{", ";", ",", "(", "[", "=", ">", "&", "|")
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
    lines = [_squeezed(line) for name in MODULES for line in _dense(_source(name))]
    body = "".join(line if line.endswith(_GOES_ON) else f"{line}\n" for line in lines)
    return f"(async () => {{\n'use strict';\n{body}}})();\n"


@cache
def style() -> str:
    """Return the whole style sheet of the page."""
    lines = (line for name in STYLES for line in _dense(_source(name)))
    return "".join(_AROUND_STYLE.sub(r"\1\2", line) for line in lines)


def strings(language: str = "en") -> dict[str, str]:
    """Return every word that the page itself says."""
    loaded: dict[str, str] = json.loads(_source(f"strings.{language}.json"))
    return loaded


def render(title: str, graph: object, texts: object, *, compress: bool = False) -> str:
    """Return the page: ``graph`` is read at once, ``texts`` when a text is first shown.

    With ``compress`` both are gzipped, for graphs that would make a file of many megabytes.
    """
    block = _packed if compress else _block
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
        f"{_block('kg-strings', strings())}{block('kg-graph', graph)}{block('kg-texts', texts)}"
        f"<script>{script()}</script></body></html>\n"
    )


def _block(name: str, value: object) -> str:
    return f'<script type="application/json" id="{name}">{json_block(value)}</script>\n'


def _packed(name: str, value: object) -> str:
    """Return a block that the page unpacks; gzip without a time, so that same data, same bytes."""
    data = base64.b64encode(gzip.compress(json_block(value).encode(), mtime=0)).decode()
    return f'<script type="application/gzip" id="{name}">{data}</script>\n'


def _source(name: str) -> str:
    return (files(__package__) / "page" / name).read_text(encoding="utf-8")


def _dense(source: str) -> list[str]:
    """Drop whole-line comments and indentation; the modules hold no string of several lines."""
    lines = (raw.strip() for raw in source.splitlines())
    return [line for line in lines if line and not _COMMENT.match(line)]


def _squeezed(line: str) -> str:
    """Drop the blanks around signs, but none inside strings and none where a pattern may stand."""
    parts = _STRING.split(line)
    if line.count("`") > _ONE_TEMPLATE or any(_PATTERN.search(code) for code in parts[::2]):
        return line
    parts[::2] = [_AROUND.sub(r"\1\2\3\4", code) for code in parts[::2]]
    return "".join(parts)
