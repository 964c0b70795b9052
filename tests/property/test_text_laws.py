from contextlib import suppress

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.errors import EncodingError
from kg.text import canonical, decode, furniture, one_line, parse_date, speaker_label

# Words and marks whose combinations decide where paragraphs end.
_PIECES = st.sampled_from(
    [
        "said", "No", "Mr", "U", "S", "A", "I", "J", "The", "But", "Roe", "p.m", "e.g", "2024", "5",
        "1", "%", ".", ".", ".", "!", "?", "…", "...", '"', "“", "”", "'", "’", "(", ")", "[", "]",
        " ", " ", "\n", "\n\n", "@", "://", "www.", "com", "COM", "$", "-", "- ", "_", "\u200d",
        "\u200b", "\u0301", "é", "May 18, 2015", "the", "discussion", "Yahoo", "\u0344", ":", "/",
    ]
)  # fmt: skip
_WOVEN = st.lists(_PIECES, max_size=40).map("".join)
_RUNS = st.lists(
    st.tuples(st.sampled_from('(!"é\u0301\u0344\u200d x.A\n'), st.integers(1, 1200)), max_size=5
).map(lambda runs: "".join(char * count for char, count in runs))


@settings(max_examples=300, deadline=None)
@given(st.text() | _WOVEN | _RUNS)
@example(".No!No")
@example("May 18, 2015May 18, 2015No")
@example("No\u200d\u0301")
def test_canonical_text_is_a_fixed_point(text):
    once = canonical(text)

    assert canonical(once) == once


@settings(max_examples=100, deadline=None)
@given(st.text() | _WOVEN)
def test_canonical_text_has_no_empty_line_and_no_edge_space(text):
    assert all(line and line == line.strip() for line in canonical(text).split("\n")) or not (
        canonical(text)
    )


@settings(max_examples=200, deadline=None)
@given(_WOVEN)
def test_splitting_loses_no_letter(text):
    def letters(string: str) -> str:
        return "".join(filter(str.isalnum, one_line(string)))

    assert letters(canonical(text)) == letters(text)


@settings(max_examples=200, deadline=None)
@given(st.text() | _WOVEN)
def test_furniture_is_ordered_disjoint_and_inside(text):
    text = canonical(text)
    edges = [edge for found in furniture(text) for edge in (found.start, found.end)]

    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


@settings(max_examples=100, deadline=None)
@given(st.text() | _WOVEN)
def test_labels_and_dates_never_raise(text):
    parse_date(text)
    label = speaker_label(text)

    assert label is None or text.startswith(label[0])


@settings(max_examples=200, deadline=None)
@given(st.binary())
def test_t2_decoding_raises_nothing_but_its_own_error(data):
    with suppress(EncodingError):
        assert isinstance(decode(data), str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_is_decoded_exactly(text):
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text
