"""Hostile and broken articles: rows T1 to T14 of the threat table."""

import io
import json
import os
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.limits import Limits
from kg.model import Article, Issue
from kg.sources import read
from kg.text import canonical, furniture

BODY = "The ferry sank on Friday, and the owner said that nobody was hurt."
HEADER = "https://example.com/a\nFerry\nOslo\nJune 6, 2017\n1\n"
SMALL = Limits(article_bytes=200, text_chars=150, json_line_bytes=300, json_depth=5)


def results(data, name="a.txt", *, folder, limits=None):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read([path], limits=limits or Limits()))


def from_lines(*lines, limits=None):
    data = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(read(["-"], stdin=io.BytesIO(data), limits=limits or Limits()))


def kinds(found):
    return [f.code if isinstance(f, Issue) else "article" for f in found]


# --- T1, T2: what is no text ----------------------------------------------------------------


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
@pytest.mark.parametrize("prefix", [b"", HEADER.encode()])
def test_t1_no_file_raises(tmp_path, prefix, data):
    assert all(isinstance(f, Article | Issue) for f in results(prefix + data, folder=tmp_path))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400) | st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(
        st.sampled_from(["text", "url", "title", "date", "keywords", "x"]), inner
    ),
    max_leaves=8,
).map(lambda value: json.dumps(value).encode()))  # fmt: skip
def test_t1_no_line_raises(data):
    assert all(isinstance(f, Article | Issue) for f in from_lines(data))


def test_t1_one_huge_word_is_no_article(tmp_path):
    assert kinds(results("x" * 300_000, folder=tmp_path)) == ["not-prose"]


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n\x00\x01\x02\x03", b"PK\x03\x04\x00\x00", b"\x7fELF\x00\x00\x00", bytes(9)]
)
def test_t2_binary_files_are_refused_whatever_their_name(tmp_path, data):
    assert kinds(results(data, folder=tmp_path)) == ["encoding"]


# --- T6, T7, T8, T12: size and time ---------------------------------------------------------


@pytest.mark.parametrize(("extra", "kind"), [(-1, "article"), (0, "article"), (1, "too-large")])
def test_t6_a_file_at_its_cap(tmp_path, extra, kind):
    data = HEADER + BODY
    data += " " * (SMALL.article_bytes + extra - len(data))

    assert kinds(results(data, folder=tmp_path, limits=SMALL)) == [kind]


@pytest.mark.parametrize(("extra", "kind"), [(-1, "article"), (0, "article"), (1, "too-large")])
def test_t6_a_text_at_its_cap(extra, kind):
    text = BODY + " " + "x" * (SMALL.text_chars + extra - len(BODY) - 1)

    assert kinds(from_lines(json.dumps({"text": text, "date": "2017"}), limits=SMALL)) == [kind]


def test_t6_an_overlong_line_is_refused_and_the_next_is_read():
    good = json.dumps({"text": BODY, "date": "2017"})
    found = from_lines("x" * 5000, good, "y" * 301, good, limits=SMALL)

    assert kinds(found) == ["too-large", "article", "too-large", "article"]
    assert [f.article for f in found if isinstance(f, Issue)] == ["stdin:1", "stdin:3"]


@pytest.mark.parametrize(
    "unit",
    [
        "(", '(!"$)', "x", "x" * 999 + " ", "x\u0301\u0344", "é\u200d", "a.", "aa.The", 'x."A',
        "the end.The x", "a b\n", "a b c\n\n", "1.", "By Jane Doe, ", "(Photo by ", "“”)",
        "👩\u200d🚀", "Jane Doe and John Roe " * 25 + "\n", "Reporting by Jane Doe, " * 25 + "\n",
        "[", '\\"',
        "word word word word word\n" * 3 + "\n", "ABC DEF-GHI " * 40 + "\n", "June 6, 2017\n",
    ],
)  # fmt: skip
def test_t7_t8_time_grows_with_length(unit):
    def seconds(length):
        text = (unit * (length // len(unit) + 1))[:length]
        begin = time.process_time()
        furniture(canonical(text))
        from_lines(json.dumps({"text": text}))
        return time.process_time() - begin

    seconds(1_000)
    short = min(seconds(15_000) for _ in range(2))

    assert min(seconds(60_000) for _ in range(2)) < 4 * 2.5 * short + 0.05


def test_t8_an_unclosed_string_of_quotes_takes_no_time():
    begin = time.process_time()

    assert kinds(from_lines('"' + '\\"' * 500_000)) == ["json"]
    assert time.process_time() - begin < 2


# --- T10: JSON Lines ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"text": "cut o', "json"),
        ('{"text": "a", "text": "b"}', "json"),
        ('{"x": {"a": 1, "a": 2}}', "json"),
        ('{"text": NaN}', "json"),
        ('{"x": -Infinity}', "json"),
        ('{"text": 5}', "json"),
        ('{"text": ["a"]}', "json"),
        ('{"text": true}', "json"),
        ('{"keywords": [1]}', "json"),
        ('{"keywords": {"a": 1}}', "json"),
        ('{"date": 2017}', "json"),
        ("[]", "json"),
        ('"text"', "json"),
        ("null", "json"),
        ("{} {}", "json"),
        ("{}", "empty"),
        ('{"text": null}', "empty"),
        ('{"x": ' + "1" * 5_000 + "}", "json"),
        ("[" * 100_000, "json"),
        ("[" * 51 + "]" * 51, "json"),
        ('{"a":' * 60 + "1" + "}" * 60, "json"),
        ('{"text": "\\ud800 is half a pair"}', "encoding"),
        ('{"title": "\\udc00"}', "encoding"),
        (b'{"text": "caf\xe9"}', "encoding"),
        (b"\xff\xfe{\x00}\x00", "encoding"),
    ],
)
def test_t10_a_bad_line_is_refused_by_number_and_the_rest_is_kept(line, code):
    good = json.dumps({"text": BODY, "date": "2017-06-06"})

    found = from_lines(good, line, good)

    assert kinds(found) == ["article", code, "article"]
    assert found[1].article == "stdin:2"


def test_t10_marks_line_ends_and_blank_lines_are_no_matter():
    good = json.dumps({"text": BODY, "date": "2017-06-06"})

    assert kinds(from_lines(b"\xef\xbb\xbf" + good.encode() + b"\r\n\r\n" + good.encode())) == [
        "article",
        "article",
    ]


def test_t10_brackets_inside_strings_are_no_nesting():
    line = json.dumps({"text": BODY + ' ["{[' * 3 + '"\\\\"' * 3, "date": "2017"})

    assert kinds(from_lines(line)) == ["article"]


# --- T12, T13: paths and files --------------------------------------------------------------


def test_t12_a_strange_file_name_is_shown_on_one_line(tmp_path):
    name = "a\n\x1b[31mb.txt"
    (tmp_path / name).write_bytes(b"")

    (issue,) = read([tmp_path])

    assert issue.article == "a [31mb.txt"


def test_t12_a_name_that_is_no_unicode_is_shown(tmp_path):
    (tmp_path / os.fsdecode(b"a\xff.txt")).write_bytes(b"")

    (issue,) = read([tmp_path])

    assert issue.article.encode() == b"a.txt"


@pytest.mark.timeout(10)
def test_t13_a_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "b.jsonl")

    assert kinds(read([tmp_path])) == ["not-a-file", "not-a-file"]


@pytest.mark.timeout(10)
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_t13_a_device_is_refused(device):
    assert kinds(read([device])) == ["not-a-file"]


def test_t13_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "secret.txt").write_text(HEADER + BODY)
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)

    assert kinds(read([folder])) == ["link", "link"]


def test_t13_a_link_within_the_folder_is_passed_over(tmp_path):
    (tmp_path / "a.txt").write_text(HEADER + BODY)
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)

    assert kinds(read([tmp_path])) == ["article"]


def test_t13_a_link_that_leads_nowhere_is_refused(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "absent")
    (tmp_path / "b.txt").symlink_to(tmp_path / "b.txt")

    assert all(isinstance(found, Issue) for found in read([tmp_path / "a.txt"]))
    assert all(isinstance(found, Issue) for found in read([tmp_path / "b.txt"]))


def test_t13_a_link_that_is_named_is_followed(tmp_path):
    (tmp_path / "a.txt").write_text(HEADER + BODY)
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")

    assert kinds(read([tmp_path / "b.txt"])) == ["article"]


# --- T14: wrong header fields ---------------------------------------------------------------


@pytest.mark.parametrize(
    "date", ["0000-01-01", "9999-12-31", "2024-02-30", "yesterday", "02/03/2017", "x" * 500]
)
def test_t14_an_impossible_date_is_unknown_and_said(date):
    article, *doubts = from_lines(json.dumps({"text": BODY, "date": date}))

    assert article.published is None
    assert kinds(doubts) == ["date", "no-date"]
    assert {doubt.article for doubt in doubts} == {article.id}


@pytest.mark.parametrize("zone", ["", "Z", "+14:00", "-12:00"])
def test_t14_the_day_is_the_one_printed_whatever_the_zone(zone):
    (article,) = from_lines(json.dumps({"text": BODY, "date": f"2038-01-19T23:59:59{zone}"}))

    assert article.published == "2038-01-19"


def test_t14_a_url_that_is_no_web_address_is_left_out_and_said():
    line = json.dumps({"text": BODY, "date": "2017", "url": "javascript:alert(1)"})
    article, doubt = from_lines(line)

    assert (article.url, article.publisher, doubt.code) == (None, None, "url")


@pytest.mark.parametrize(("extra", "codes"), [(-1, []), (0, []), (1, ["title"])])
def test_t14_a_title_at_its_cap(extra, codes):
    cap = Limits().title_chars
    title = ("boat " * cap)[: cap + extra - 1] + "s"
    article, *doubts = from_lines(json.dumps({"text": BODY, "date": "2017", "title": title}))

    assert article.title == title[:cap]
    assert kinds(doubts) == codes
