"""The viewer's file: the same bytes every time, nothing that ends a script, small."""

import base64
import gzip
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import builders as b
import pytest
from made_graphs import hostile, made_view, story

from kg.export import ExportOptions, viewer
from kg.export.viewer import page, write
from kg.export.viewer.verbs import CLASSES

BAD = "</script><!--<script>\u2028\u2029&amp;]]>'\""
PAGE = Path(page.__file__).parent / "page"


def html(view, **options: object) -> str:
    out = io.BytesIO()
    write(view, out, ExportOptions(**options))
    return out.getvalue().decode("utf-8")


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags(text: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(text)
    return parser.found


@pytest.mark.parametrize("view", [b.sample_view(), story(), made_view(130)])
def test_same_view_same_bytes(view):
    assert html(view) == html(view)


def test_no_string_of_the_graph_reaches_the_markup():
    plain, attacked = tags(html(story())), tags(html(hostile(story(), BAD), title=BAD))
    assert [tag for tag, _ in attacked] == [tag for tag, _ in plain]


def test_data_survive_escaping():
    text = html(hostile(story(), BAD))
    block = re.search(r'id="kg-graph">(.*?)</script>', text, re.DOTALL)[1]
    assert not re.search("[<>&\u2028\u2029]", block)
    assert json.loads(block)["entities"][0]["n"] == BAD


def test_lone_surrogates_do_not_stop_the_page():
    assert "\ufffd" in html(story(), title="half \ud83d of an emoji")


def test_policy_comes_first_and_allows_exactly_our_script_and_style():
    text = html(story())
    metas = [attributes for tag, attributes in tags(text) if tag == "meta"]
    policy = metas[1]["content"]
    assert metas[0] == {"charset": "utf-8"}
    assert text.index(policy) < text.index("<script") < text.index("</body>")
    script = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    style = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert len(script) == len(style) == 1
    assert f"script-src {page.csp_hash(script[0])};" in policy
    assert f"style-src {page.csp_hash(style[0])};" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_nothing_is_loaded_from_anywhere():
    for _, attributes in tags(html(story())):
        assert not {"src", "href", "style", "onclick", "onload"} & set(attributes)


FORBIDDEN = (
    r"\binnerHTML\b", r"\bouterHTML\b", r"\binsertAdjacentHTML\b", r"\bdocument\.write",
    r"\beval\(", r"\bnew Function\b", r"\bsetTimeout\(\s*['\"`]", r"\bfetch\(",
    r"\bXMLHttpRequest\b",
    r"\bimport\(", r"\blocalStorage\b", r"\bMath\.random\b", r"\bcreateContextualFragment\b",
)  # fmt: skip


@pytest.mark.parametrize("name", page.MODULES)
def test_modules_never_make_markup_of_strings_nor_call_out(name):
    source = (PAGE / name).read_text(encoding="utf-8")
    assert [bad for bad in FORBIDDEN if re.search(bad, source)] == []


def test_every_module_and_style_is_used():
    assert {path.name for path in PAGE.glob("*.js")} == set(page.MODULES)
    assert {path.name for path in PAGE.glob("*.css")} == set(page.STYLES)


def test_modules_begin_by_saying_what_they_answer():
    for name in page.MODULES:
        assert (PAGE / name).read_text(encoding="utf-8").startswith("// "), name


def test_dropping_comments_drops_no_code():
    """No template literal of several lines, where a line might look like a comment."""
    for name in page.MODULES:
        for line in (PAGE / name).read_text(encoding="utf-8").splitlines():
            assert line.count("`") % 2 == 0, (name, line)


def test_dropping_comments_drops_no_rule():
    sources = [(PAGE / name).read_text(encoding="utf-8") for name in page.STYLES]
    assert page.style().count("{") == sum(source.count("{") for source in sources)


def test_own_code_is_small():
    size = len(page.script().encode()) + len(page.style().encode())
    assert size + len(page.json_block(page.strings()).encode()) <= 120_000


def test_every_word_on_the_page_is_in_the_strings_file_and_used():
    script = page.script()
    known = set(page.strings()) - {"needScript"}
    asked = set(re.findall(r"\bsay\('(\w+)'", script))
    assert asked <= known
    quoted = set(re.findall(r"'(\w+)'", script)) | {f"class_{name}" for name in CLASSES}
    assert known - quoted == set()


def test_stances_and_polarities_are_the_contracts_words():
    words = page.strings()
    for word in ("asserted", "reported", "hypothetical", "positive", "negative"):
        assert words[word] == word
    assert not re.search(r"\b(alleged|denied|planned)\b", json.dumps(words) + page.script())


def luminance(colour: str) -> float:
    full = colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
    parts = [int(full[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1])
def test_colours_can_be_told_from_their_ground(theme):
    block = (PAGE / "theme.css").read_text(encoding="utf-8").split("}")[theme]
    colours = dict(re.findall(r"--([\w]+): (#[0-9a-f]{3,6});", block))
    for words in ("text", "muted", "accent", "asserted", "reported", "hypothetical", "negative"):
        for ground in ("ground", "panel"):
            assert contrast(colours[words], colours[ground]) >= 4.5, (words, ground)
    assert contrast(colours["text"], colours["lit"]) >= 4.5
    marks = re.findall(r"colour: \['(#\w+)', '(#\w+)'\]", (PAGE / "marks.js").read_text("utf-8"))
    assert len(marks) == 11
    for pair in marks:
        assert contrast(pair[theme], colours["ground"]) >= 3, pair


def test_a_large_graph_is_compressed_and_stays_the_same(monkeypatch):
    plain = html(story())
    monkeypatch.setattr(viewer, "COMPRESSED_ABOVE", 5)
    packed = html(story())
    assert packed == html(story())
    for name in ("kg-graph", "kg-texts"):
        (data,) = re.findall(rf'<script type="application/gzip" id="{name}">(.*?)<', packed)
        (same,) = re.findall(rf'id="{name}">(.*?)</script>', plain, re.DOTALL)
        assert gzip.decompress(base64.b64decode(data)).decode() == same


def test_squeezing_leaves_strings_patterns_and_signs_alone():
    kept = "say('a = b', `c = ${d}`, \"e + f\")"
    assert page._squeezed(kept) == "say('a = b',`c = ${d}`,\"e + f\")"
    assert page._squeezed("a + +b - -c ? .5 : d") == "a+ +b- -c ? .5:d"
    assert page._squeezed("x ?? 1 !== y / 2") == "x ?? 1!==y / 2"
    pattern = "text.replace(/ = /g, ' ')"
    assert page._squeezed(pattern) == pattern
