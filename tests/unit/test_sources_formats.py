import io
import json

import pytest

from kg.errors import InputError
from kg.ids import article_id
from kg.model import Article, Issue
from kg.sources import read

BODY = "The ferry sank on Friday.The owner said that nobody was hurt."
TEXT = "The ferry sank on Friday.\nThe owner said that nobody was hurt."
SEED = f"""\
https://www.example.com/2017/06/06/ferry.html?utm_source=mail#top
Ferry Sinks - The Example Times
Roe  Jane B III,Ferries,Oslo
June 6, 2017
313
{BODY}
"""


def one(path, **options):
    found = list(read([path], **options))
    assert len(found) == 1, found
    return found[0]


def file_of(tmp_path, content, name="a.txt"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_the_seed_layout(tmp_path):
    article = one(file_of(tmp_path, SEED))

    assert article == Article(
        id=article_id("https://www.example.com/2017/06/06/ferry.html", TEXT),
        text=TEXT,
        sha256=article.sha256,
        url="https://www.example.com/2017/06/06/ferry.html",
        title="Ferry Sinks",
        published="2017-06-06",
        publisher="The Example Times",
        keywords=("Roe  Jane B III", "Ferries", "Oslo"),
    )


@pytest.mark.parametrize(
    "empty", [(0,), (1,), (2,), (3,), (4,), (0, 1, 2, 3), (0, 1, 2, 4), (1, 2, 3, 4)]
)
def test_any_header_line_may_be_empty(tmp_path, empty):
    lines = SEED.split("\n")
    for number in empty:
        lines[number] = ""

    articles = [a for a in read([file_of(tmp_path, "\n".join(lines))]) if isinstance(a, Article)]

    assert [a.text for a in articles] == [TEXT]


@pytest.mark.parametrize("count", [4, 5])
def test_a_file_that_ends_in_its_header_is_empty(tmp_path, count):
    issue = one(file_of(tmp_path, "\n".join(SEED.split("\n")[:count])))

    assert (issue.code, issue.article) == ("empty", "a.txt")
    assert "ends after its header" in issue.message


def test_a_body_of_many_lines_has_a_paragraph_on_each(tmp_path):
    article = one(file_of(tmp_path, SEED.replace(".The owner", ".\r\nThe owner")))

    assert article.text == TEXT


def test_without_a_header_it_is_plain_text_with_a_headline(tmp_path):
    path = file_of(tmp_path, f"Ferry sinks off Oslo\n\nJune 6, 2017\n\n{BODY}\n")

    article = one(path)

    assert (article.title, article.url, article.publisher) == ("Ferry sinks off Oslo", None, None)
    assert article.published == "2017-06-06"
    assert article.text == f"June 6, 2017\n{TEXT}"


def test_a_first_paragraph_that_is_a_sentence_is_no_headline(tmp_path):
    article, doubt = read([file_of(tmp_path, f"It sank at night.\n\n{BODY}\n")])

    assert (article.title, article.text) == ("", f"It sank at night.\n{TEXT}")
    assert (doubt.article, doubt.code) == (article.id, "no-date")


def test_a_wrapped_plain_text_is_unwrapped(tmp_path):
    text = (
        "The ferry went down in a storm on Friday with more than\n"
        "two hundred people on board, the harbour master said to\n"
        "reporters, and most of them were saved.\n"
    )

    article, _ = read([file_of(tmp_path, text)])

    assert article.text == text.replace("\n", " ").strip()


def test_json_lines(tmp_path):
    line = {
        "url": "https://example.com/a", "title": "Ferry Sinks | Example", "date": "2017-06-06",
        "keywords": ["Roe  Jane", "Oslo, Norway"], "text": BODY, "author": "Jane Roe", "extra": 1,
    }  # fmt: skip
    article = one(file_of(tmp_path, json.dumps(line), "a.jsonl"))

    assert (article.title, article.publisher, article.author) == (
        "Ferry Sinks",
        "Example",
        "Jane Roe",
    )
    assert (article.keywords, article.published) == (("Roe  Jane", "Oslo, Norway"), "2017-06-06")


def test_json_lines_on_standard_input_are_named_by_line():
    data = json.dumps({"text": BODY, "date": "2017"}) + "\n\nno json\n"

    article, issue = read(["-"], stdin=io.BytesIO(data.encode()))

    assert article.text == TEXT
    assert (issue.article, issue.stage, issue.code) == ("stdin:3", "read", "json")


def test_what_was_written_as_articles_can_be_read_again():
    line = {"id": "x", "published": "2017-06", "publisher": "Example", "text": BODY, "url": None}

    (article,) = read(["-"], stdin=io.BytesIO(json.dumps(line).encode()))

    assert (article.published, article.publisher) == ("2017-06", "Example")


def test_a_folder_is_read_in_the_order_of_names_and_into_its_folders(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/z.txt", "a.txt", ".hidden.txt", "README.md"):
        file_of(tmp_path, SEED.replace("ferry.html", name.replace("/", "-")), name)

    urls = [article.url.rsplit("/", 1)[1] for article in read([tmp_path])]

    assert urls == ["a.txt", "b-z.txt", "c.txt"]


def test_the_order_of_paths_does_not_matter(tmp_path):
    paths = [file_of(tmp_path, SEED.replace("ferry", name), f"{name}.txt") for name in "ba"]

    assert list(read(paths)) == list(read(paths[::-1]))


def test_a_path_that_does_not_exist_is_said_at_once(tmp_path):
    with pytest.raises(InputError, match="there is no file"):
        read([tmp_path / "absent"])


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("a.pdf", "plain text"),
        ("a.docx", "plain text"),
        ("a.html", "not read yet"),
        ("a.csv", "not read yet"),
        ("a.xml", "not read yet"),
        ("a.json", ".jsonl"),
        ("a.zip", "unpack"),
        ("a.gz", "unpack"),
        ("a.xyz", "plain text"),
    ],
)
def test_other_formats_are_refused_with_advice(tmp_path, name, advice):
    file_of(tmp_path, SEED, name)

    issue = one(tmp_path)

    assert (issue.article, issue.code) == (name, "format")
    assert advice in issue.message


def test_one_bad_file_does_not_stop_the_rest(tmp_path):
    file_of(tmp_path, SEED, "a.txt")
    file_of(tmp_path, b"\x89PNG\x00\x00\x00\x00", "b.txt")
    file_of(tmp_path, SEED, "c.txt")

    assert [type(found) for found in read([tmp_path])] == [Article, Issue, Article]


def test_an_issue_never_shows_where_the_file_lies(tmp_path):
    issue = one(file_of(tmp_path, b"\x00" * 50))

    assert issue.article == "a.txt"
    assert str(tmp_path) not in issue.message


def test_the_hash_changes_with_every_field_and_with_nothing_else(tmp_path):
    def sha(seed):
        return next(a for a in read([file_of(tmp_path, seed)]) if isinstance(a, Article)).sha256

    changed = {
        sha(SEED.replace(old, new))
        for old, new in [
            ("ferry.html", "boat.html"),
            ("Sinks", "Sank"),
            ("2017\n", "2018\n"),
            ("Times", "Post"),
            ("Oslo", "Rome"),
            ("hurt", "lost"),
        ]
    }

    assert len(changed | {sha(SEED)}) == 7
    assert sha(SEED) == sha(SEED.replace("\n313\n", "\n314\n").replace("utm_source", "utm_medium"))
