"""What the store keeps of what comes in, and which version of an article counts."""

import itertools

import fakes
import pytest

from kg.errors import StoreError
from kg.model import Issue
from kg.store import Result, Store

STAGE = fakes.STAGE
FIRST = fakes.article("Ann sees Bob.", "https://a.example/1", published="2031-06-06", title="First")
CORRECTED = fakes.article("Ann sees Cid.", "https://a.example/1", published="2031-06-07")
COPY = fakes.article("Ann sees Bob.", "https://b.example/1", published="2031-06-06")
NO_URL = fakes.article("Ann sees Bob.")
OTHER = fakes.article("Dan says Eve.\nAnn sees Bob.", "https://c.example/1", keywords=("x", "y"))


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "store.sqlite", write=True) as store:
        yield store


def publish(store):
    """Do what the pipeline does, with the toy stages."""
    articles = store.articles()
    waiting = [articles[i] for i in store.pending(STAGE)]
    store.save(STAGE, [Result(article=a, extraction=fakes.extraction_of(a)) for a in waiting])
    resolution = fakes.resolve(store.article_entities(), articles)
    entities = {entity.id: entity for entity in resolution.entities}
    with store.publishing() as publication:
        publication.resolution(resolution)
        claims = []
        for extraction in store.extractions():
            linked = fakes.relink(extraction, resolution)
            publication.extraction(linked)
            claims.extend(linked.claims)
        publication.statements(fakes.assemble(claims, articles, entities))


def seen(store):
    with store.view() as view:
        return {
            "articles": list(view.articles()),
            "entities": list(view.entities()),
            "mentions": list(view.mentions()),
            "claims": list(view.claims()),
            "attributions": list(view.attributions()),
            "statements": list(view.statements()),
            "issues": [i for i in view.issues() if i.stage != "extract"],
        }


def test_an_article_comes_back_as_it_went_in(store):
    store.add([OTHER])
    publish(store)
    assert seen(store)["articles"] == [OTHER]


def test_the_same_version_twice_is_one(store):
    assert store.add([FIRST, FIRST]) == 1
    assert store.add([FIRST]) == 0


def test_the_later_version_counts_and_the_earlier_is_told(store):
    store.add([CORRECTED, FIRST])
    publish(store)
    found = seen(store)
    assert found["articles"] == [CORRECTED]
    assert [(i.article, i.code) for i in found["issues"]] == [(FIRST.id, "superseded")]


def test_one_text_under_two_urls_is_one_article(store):
    store.add([COPY, FIRST, NO_URL])
    publish(store)
    found = seen(store)
    assert found["articles"] == [FIRST]
    assert {i.code for i in found["issues"]} == {"duplicate"}
    assert sorted(i.article for i in found["issues"]) == sorted([COPY.id, NO_URL.id])
    assert all("https://a.example/1" in i.message for i in found["issues"])


def test_a_copy_counts_again_once_the_other_is_corrected(store):
    store.add([COPY, FIRST])
    publish(store)
    store.add([CORRECTED])
    publish(store)
    assert seen(store)["articles"] == sorted([COPY, CORRECTED], key=lambda a: a.id)


def test_articles_without_text_are_no_copies_of_one_another(store):
    empty = [fakes.article("", f"https://{n}.example/") for n in "ab"]
    store.add(empty)
    assert len(store.pending(STAGE)) == 2


@pytest.mark.parametrize("order", list(itertools.permutations([FIRST, CORRECTED, COPY, NO_URL])))
def test_the_order_of_arrival_does_not_matter(tmp_path, order):
    views = []
    for name, articles in (("sorted", [FIRST, CORRECTED, COPY, NO_URL]), ("given", order)):
        with Store.open(tmp_path / name, write=True) as store:
            for article in articles:
                store.add([article])
            publish(store)
            views.append(seen(store))
    assert views[0] == views[1]


def test_only_what_the_stage_has_not_seen_is_pending(store):
    store.add([FIRST, OTHER])
    result = Result(article=FIRST, extraction=fakes.extraction_of(FIRST))
    store.save(STAGE, [result])
    assert store.pending(STAGE) == (OTHER.id,)
    assert set(store.pending("another stage")) == {FIRST.id, OTHER.id}


def test_a_new_version_is_pending(store):
    store.add([FIRST])
    store.save(STAGE, [Result(article=FIRST, extraction=fakes.extraction_of(FIRST))])
    store.add([CORRECTED])
    assert store.pending(STAGE) == (CORRECTED.id,)


def test_what_was_cut_short_is_tried_again(store):
    store.add([FIRST])
    cut = Result(article=FIRST, extraction=fakes.extraction_of(FIRST), complete=False)
    store.save(STAGE, [cut])
    assert store.pending(STAGE) == (FIRST.id,)


def test_rows_come_in_the_order_of_the_contract(store):
    store.add([OTHER, FIRST])
    publish(store)
    found = seen(store)
    claims = [(c.article, c.evidence.start, c.id) for c in found["claims"]]
    assert len(claims) == 3
    assert claims == sorted(claims)
    for kind in ("articles", "entities", "statements"):
        ids = [row.id for row in found[kind]]
        assert ids == sorted(ids)
    cues = [(a.article, a.cue.start) for a in found["attributions"]]
    assert cues == sorted(cues)


def test_readers_see_nothing_of_a_build_that_failed(store):
    store.add([FIRST])
    publish(store)
    before = seen(store)
    store.add([OTHER])
    with pytest.raises(ZeroDivisionError), store.publishing() as publication:
        publication.statements(1 / 0 for _ in "x")
    assert seen(store) == before


def test_an_open_view_is_unmoved_by_a_new_build(store):
    store.add([FIRST])
    publish(store)
    with store.view() as view:
        store.add([OTHER])
        publish(store)
        assert list(view.articles()) == [FIRST]


def test_publishing_the_same_again_changes_no_byte(store):
    store.add([FIRST, COPY, OTHER])
    publish(store)
    store._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = store.path.read_bytes()
    publish(store)
    store._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert store.path.read_bytes() == before


def test_what_a_build_no_longer_has_is_gone(store):
    store.add([OTHER, FIRST])
    publish(store)
    store.add([fakes.article("Zoe sees Yan.", OTHER.url, published="2032")])
    publish(store)
    assert [e.name for e in seen(store)["entities"]] == ["Ann", "Bob", "Yan", "Zoe"]
    with store.view() as view:
        assert view.entities_named("Dan") == ()


def test_refusals_are_kept_by_origin_until_it_is_read_again(store):
    issues = [Issue(article=n, stage="sources", code="empty", message="no text") for n in "ba"]
    store.reject("folder", issues)
    store.reject("other folder", issues[:1])
    publish(store)
    assert seen(store)["issues"] == issues[::-1]
    store.reject("folder", [])
    publish(store)
    assert seen(store)["issues"] == issues[:1]


def test_entities_are_found_blind_to_case_accents_and_first_words(store):
    store.add([fakes.article("Zoë sees Élysée.", "https://a.example/z")])
    publish(store)
    with store.view() as view:
        assert [e.name for e in view.entities_named("ZOE")] == ["Zoë"]
        assert [e.name for e in view.entities_named("ely")] == ["Élysée"]
        assert {e.name for e in view.entities_named("toyl")} == {"Zoë", "Élysée"}
        assert view.entities_named("oe") == ()


def test_claims_about_an_entity_are_those_it_takes_part_in(store):
    store.add([OTHER])
    publish(store)
    with store.view() as view:
        (eve,) = view.entities_named("eve")
        assert [c.predicate.lemma for c in view.claims_about(eve.id)] == ["says"]


def test_a_store_opened_for_reading_refuses_to_write(store):
    with Store.open(store.path, write=False) as reader, pytest.raises(StoreError, match="reading"):
        reader.add([FIRST])
