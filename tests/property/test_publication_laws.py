"""What readers see depends on what is current alone: taken away and added again, it is the same."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import fakes
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.assemble import assemble, relink
from kg.pipeline.building import _Build
from kg.resolve import resolve
from kg.store import Store

STAGES = replace(fakes.stages(), resolve=resolve, relink=relink, assemble=assemble)
LINES = ["Ann sees Bob.", "Bob says Cid.", "Cid sees Ann.", "Dan says Ann.", "Zorba sees Vim."]
ARTICLES = st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=3), max_size=6).map(
    lambda texts: [
        fakes.article("\n".join([*lines, f"Nr{n} sees Bob."]), f"https://{n}.example/")
        for n, lines in enumerate(texts)
    ]
)


def publish(path, articles):
    with Store.open(path, write=True) as store:
        store.add(articles)
        work = _Build(STAGES, store, lambda _: None)
        work.annotate(1)
        work.publish()


def take_away(path, articles):
    """Let a store forget some articles, as if it had never been given them."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for one in articles:
            connection.execute("DELETE FROM version WHERE id = ?", (one.id,))
            connection.execute("DELETE FROM extraction WHERE article = ?", (one.id,))


def seen(path):
    with Store.open(path, write=False) as store, store.view() as view:
        rows = (view.articles, view.entities, view.mentions, view.claims, view.attributions,
                view.statements, view.issues)  # fmt: skip
        places = {e.id: view.articles_naming(e.id) for e in view.entities() if not e.local}
        return [list(each()) for each in rows], places


@settings(max_examples=25, deadline=None, derandomize=True)
@given(ARTICLES, st.data())
def test_taking_articles_away_is_never_having_seen_them_and_adding_again_undoes_it(articles, data):
    gone = [a for a in articles if data.draw(st.booleans())]
    left = [a for a in articles if a not in gone]
    with tempfile.TemporaryDirectory() as folder:
        whole, part, store = (Path(folder) / name for name in ("whole", "part", "store"))
        publish(whole, articles)
        publish(part, left)
        publish(store, articles)
        take_away(store, gone)
        publish(store, [])
        assert seen(store) == seen(part)
        publish(store, gone)
        assert seen(store) == seen(whole)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(ARTICLES, st.data())
def test_every_id_that_was_ever_published_leads_to_its_mentions(articles, data):
    cut = data.draw(st.integers(0, len(articles)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store"
        publish(path, articles[:cut])
        with Store.open(path, write=False) as store, store.view() as view:
            before = [e for e in view.entities() if not e.local]
        publish(path, articles)
        with Store.open(path, write=False) as store, store.view() as view:
            for entity in before:
                now = view.identified(entity.id)
                assert now
                if view.entity(entity.id) is None:
                    assert {m for e in now for m in e.members} >= set(entity.members)
