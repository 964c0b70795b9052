"""Ten thousand articles of one surname: the work grows with the names, not with their pairs."""

import time

import pytest

from kg.model import Article, ArticleEntity
from kg.resolve import clustering, resolve

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

MOST_PAIRS = 50  # comparisons a name
GIVEN = "Ada Bo Cyr Dag Eli Fae Gus Hal Ida Jon Kai Lia Max Ned Ola Per Ray Sam Tom Una".split()
TEXT = "{0} of Orla said so in Ohio. Brandt, {1}, spoke of ferries, canals and weirs."


def corpus(count):
    """Return so many articles about people called Brandt, every third by the surname alone."""
    members, articles = [], {}
    for n in range(count):
        given = f"{GIVEN[n % 20]}{chr(97 + n // 20 % 26)}"
        name = "Brandt" if n % 3 == 0 else f"{given} {chr(65 + n % 7)}. Brandt"
        id_ = f"article/{n:05}"
        text = TEXT.format(name, 30 + n % 40)
        articles[id_] = Article(id=id_, text=text, sha256=id_, published="2031-06-06")
        post = ("mayor", "sheriff", "actor")[n % 3]
        members.append(
            ArticleEntity(
                id=f"in/{n:05}", article=id_, type="Person", name=name, forms=(name,),
                posts=(post,), mentions=1,
            )
        )  # fmt: skip
    return members, articles


def seconds(count):
    members, articles = corpus(count)
    start = time.process_time()
    resolve(members, articles)
    return time.process_time() - start


def test_m4_ten_thousand_articles_of_one_surname_do_not_blow_up(monkeypatch):
    made = []
    compare = clustering.compare
    monkeypatch.setattr(clustering, "compare", lambda *a: (made.append(1), compare(*a))[1])
    members, articles = corpus(10_000)
    resolution = resolve(members, articles)
    assert set(resolution.links) == {m.id for m in members}
    assert 0 < len(made) <= MOST_PAIRS * len(members)


def test_m4_one_name_in_ten_thousand_articles_is_one_name(monkeypatch):
    made = []
    compare = clustering.compare
    monkeypatch.setattr(clustering, "compare", lambda *a: (made.append(1), compare(*a))[1])
    members, articles = corpus(10_000)
    same = [
        ArticleEntity(id=m.id, article=m.article, type="Person", name="Ida Brandt", mentions=1)
        for m in members
    ]
    assert len(resolve(same, articles).entities) == 1
    assert len(made) == 0


def test_m4_twice_the_articles_take_little_more_than_twice_the_time():
    seconds(500)  # tables are read on first use
    small, large = seconds(5_000), seconds(10_000)
    assert large < 3 * small + 1
