"""Thirty-odd pairs that must never merge and as many that must: the first thing to look at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model import Article, ArticleEntity
from kg.resolve import resolve

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "name_pairs.jsonl")
    .read_text("utf-8")
    .splitlines()
]


def _member(row, article, number, extra):
    of = row.get("of")
    of_id = f"in/{number}-of"
    if of:
        extra.append(
            ArticleEntity(id=of_id, article=article, type="Place", name=of, forms=(of,), mentions=1)
        )
    return ArticleEntity(
        id=f"in/{number}",
        article=article,
        type=row["type"],
        name=row["name"],
        forms=tuple(row.get("forms", [row["name"]])),
        keyword_name=row.get("keyword_name"),
        posts=tuple(row.get("posts", ())),
        gender=row.get("gender"),
        of=of_id if of else None,
        mentions=1,
    )


def _corpus(row):
    entities: list[ArticleEntity] = []
    articles = {}
    for number, side in enumerate(("left", "right")):
        entities.append(_member(row[side], f"article/{side}", number, entities))
        keywords = tuple(row[side].get("keywords", ()))
        articles[f"article/{side}"] = Article(
            id=f"article/{side}", text="", sha256=side, keywords=keywords
        )
    for number, other in enumerate(row["also"], start=2):
        article = f"article/{other.get('article', number)}"
        entities.append(_member(other, article, number, entities))
        articles.setdefault(article, Article(id=article, text="", sha256=article))
    return entities, articles


@pytest.mark.parametrize("row", ROWS, ids=[f"{r['kind']}: {r['why']}" for r in ROWS])
def test_pair(row):
    links = resolve(*_corpus(row)).links
    assert (links["in/0"] == links["in/1"]) == (row["kind"] == "alias")
