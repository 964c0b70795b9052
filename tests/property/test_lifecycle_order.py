"""Any order and any split of the same versions gives the same view, however often it is built."""

import tempfile
from pathlib import Path

import fakes
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.pipeline.building import _Build
from kg.store import Store

LINES = st.sampled_from(["Ann sees Bob.", "Bob says Cid.", "Cid sees Ann.", "Dan says Ann."])
ARTICLES = st.builds(
    fakes.article,
    text=st.lists(LINES, max_size=3).map("\n".join),
    url=st.sampled_from([None, "https://a.example/1", "https://b.example/1", "https://c.example/"]),
    published=st.sampled_from([None, "2031", "2031-06-06", "2031-06-07"]),
    title=st.sampled_from(["", "One", "Two"]),
)


def build(store, articles):
    """Add articles and publish, as a build does."""
    store.add(articles)
    work = _Build(fakes.stages(), store, lambda _: None)
    work.annotate(1)
    work.publish()


def seen(store):
    with store.view() as view:
        return [
            list(rows())
            for rows in (view.articles, view.entities, view.mentions, view.claims,
                         view.attributions, view.statements, view.issues)
        ]  # fmt: skip


@settings(max_examples=40, deadline=None, derandomize=True)
@given(versions=st.lists(ARTICLES, max_size=7), data=st.data())
def test_any_order_and_any_split_gives_the_same_view(versions, data):
    with tempfile.TemporaryDirectory() as folder:
        with Store.open(Path(folder) / "at-once", write=True) as store:
            build(store, versions)
            expected = seen(store)
        with Store.open(Path(folder) / "in-pieces", write=True) as store:
            waiting = data.draw(st.permutations(versions + versions[:2]))
            while waiting:
                size = data.draw(st.integers(1, len(waiting)))
                build(store, waiting[:size])
                waiting = waiting[size:]
            build(store, [])
            assert seen(store) == expected


@settings(max_examples=25, deadline=None, derandomize=True)
@given(versions=st.lists(ARTICLES, max_size=7))
def test_one_version_of_each_url_and_one_article_of_each_text_counts(versions):
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(Path(folder) / "s", write=True) as store,
    ):
        build(store, versions)
        articles, _, mentions, claims, *_ = seen(store)
    texts = [article.text for article in articles if article.text]
    assert len(set(texts)) == len(texts)
    assert len({article.id for article in articles}) == len(articles)
    newest = {}
    for version in versions:
        key = (version.published or "", version.sha256)
        newest[version.id] = max(newest.get(version.id, ("", "")), key)
    assert all((a.published or "", a.sha256) == newest[a.id] for a in articles)
    # Every quote is from a live article, and exactly there.
    live = {article.id: article for article in articles}
    for claim in claims:
        evidence = claim.evidence
        assert live[claim.article].text[evidence.start : evidence.end] == evidence.quote
    assert all(mention.article in live for mention in mentions)
