"""What a source hands over, and how it becomes an `Article`.

Every format fills a `Record` with the words it found; `admit` cleans them, judges whether they are
an article, and makes the one value that the rest of the house knows. What is unusable in a header
is left out with an issue; what is unusable as an article is refused.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import ArticleRejected, LimitExceeded
from kg.ids import article_id
from kg.model import Article, Issue
from kg.sources.admission import check
from kg.sources.headers import normal_url, split_publisher, url_host
from kg.text import canonical, furniture, one_line, parse_date

if TYPE_CHECKING:
    from kg.limits import Limits

STAGE = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The fields of one article as its source gives them, uncleaned."""

    text: str
    url: str = ""
    title: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""
    publisher: str = ""
    author: str = ""


def admit(record: Record, limits: Limits) -> tuple[Article, tuple[Issue, ...]]:
    """Return the article and what is doubtful about it; raises `ArticleRejected`."""
    text = _body(record.text, limits)
    url = normal_url(record.url, limits)
    whole_title, publisher = one_line(record.title, limits), one_line(record.publisher, limits)
    title, suffix = split_publisher(whole_title[: limits.title_chars], url, publisher)
    published = parse_date(one_line(record.date, limits), limits) or _printed_date(text, limits)
    article = Article(
        id=article_id(url, text),
        text=text,
        sha256="",
        url=url,
        title=title,
        published=published,
        publisher=publisher or suffix or url_host(url),
        author=one_line(record.author, limits) or None,
        keywords=_keywords(record.keywords, limits),
    )
    return _hashed(article), tuple(_doubts(record, article, len(whole_title), limits))


def _body(raw: str, limits: Limits) -> str:
    text = canonical(raw, limits, lone_block=True)
    if len(text) > limits.text_chars:
        raise LimitExceeded(
            f"the text has {len(text):,} characters, more than {limits.text_chars:,}; split it"
        )
    check(text, limits)
    return text


def _printed_date(text: str, limits: Limits) -> str | None:
    """Return the date that a line of its own gives at the top of the text."""
    lines = (text[f.start : f.end] for f in furniture(text[:2_000]) if f.kind == "date")
    return next((date for line in lines if (date := parse_date(line, limits))), None)


def _keywords(raw: tuple[str, ...], limits: Limits) -> tuple[str, ...]:
    """Clean keywords, keeping the two spaces that mark a person (``Surname  Given``)."""
    cleaned = (
        "  ".join(one_line(part, limits) for part in word.strip().split("  ") if part.strip())
        for word in raw
    )
    kept = (word for word in cleaned if word and len(word) <= limits.keyword_chars)
    return tuple(dict.fromkeys(kept))[: limits.keywords]


def _hashed(article: Article) -> Article:
    fields = ("url", "title", "published", "publisher", "author", "keywords", "text")
    values = {name: getattr(article, name) for name in fields}
    line = json.dumps(list(values.values()), ensure_ascii=False, separators=(",", ":"))
    return Article(id=article.id, sha256=hashlib.sha256(line.encode()).hexdigest(), **values)


def _doubts(record: Record, article: Article, title_chars: int, limits: Limits) -> list[Issue]:
    def doubt(code: str, message: str) -> Issue:
        return Issue(article=article.id, stage=STAGE, code=code, message=message)

    found = []
    shown = one_line(record.date[:100])
    if shown and parse_date(shown, limits) is None:
        found.append(
            doubt(
                "date", f"the date {shown!r} is no date that can be read; write it like 2017-06-06"
            )
        )
    if article.published is None:
        found.append(
            doubt(
                "no-date",
                "no publication date, so that words like 'on Tuesday' cannot be placed in time",
            )
        )
    if record.url.strip() and article.url is None:
        found.append(doubt("url", "the URL is not an http or https address and is left out"))
    if title_chars > limits.title_chars:
        found.append(doubt("title", f"the title was cut to {limits.title_chars:,} characters"))
    return found


def rejection(name: str, error: ArticleRejected) -> Issue:
    """Return the issue for an article that was refused, named as its reader knows it."""
    return Issue(
        article=one_line(name)[:200] or "unnamed", stage=STAGE, code=error.code, message=str(error)
    )
