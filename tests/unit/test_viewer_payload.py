"""What the viewer's page is told: marks where they belong, nothing it should not have."""

from importlib import import_module

import builders as b
import pytest
from made_graphs import made_view, story

from kg.export import ExportOptions
from kg.export.viewer.dates import day_range
from kg.export.viewer.offsets import utf16_offsets
from kg.export.viewer.payload import clean_name, payload
from kg.export.viewer.publishers import publishers_of
from kg.export.viewer.verbs import verb_class
from kg.model import Article, Predicate, Ref, SpeechKind


def slice16(text: str, start: int, end: int) -> str:
    """Cut as JavaScript does."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


@pytest.mark.parametrize("text", ["plain", "😀 a", "a😀b👩‍🚒c", "é́x", ""])
def test_offsets_cut_the_same_piece_in_javascript(text):
    unit = utf16_offsets(text)
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 1):
            assert slice16(text, unit(start), unit(end)) == text[start:end]


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("1970-01-01", (0, 0)),
        ("1970", (0, 364)),
        ("2017-02", (17198, 17225)),
        ("2017-W20", (17301, 17307)),
        ("2017-05-09/2017-06-06", (17295, 17323)),
        ("2017-03-05T10:00:00Z", (17230, 17230)),
        (None, None),
        ("", None),
        ("P3D", None),
        ("2017-13", None),
        ("2017-W99", None),
        ("0000", None),
        ("2017-06/2017-05", None),
        ("2017-05-09/..", None),
        ("２０１７", None),
    ],
)
def test_days_that_a_date_covers(value, days):
    assert day_range(value) == days


def test_quotes_and_marks_are_exact_in_javascript():
    view = story()
    graph, texts = payload(view, ExportOptions())
    for claim, packed in zip(view.claim_rows, graph["claims"], strict=True):
        text = texts[packed["a"]]["t"][0][1]
        assert slice16(text, packed["b"], packed["e"]) == claim.evidence.quote
        marked = [slice16(text, *mark) for mark in packed["m"]]
        assert marked == [claim.subject.name, claim.object.name]


def test_a_reference_inside_a_mention_marks_the_whole_mention():
    view = story()
    claim = view.claim_rows[0]
    last_word = b.replace(claim.subject, start=claim.subject.start + len("Tomás "))
    view = b.replace(view, claim_rows=(b.replace(claim, subject=last_word), *view.claim_rows[1:]))
    graph, texts = payload(view, ExportOptions())
    packed = graph["claims"][0]
    assert slice16(texts[packed["a"]]["t"][0][1], *packed["m"][0]) == "Tomás Ibarra"


def test_first_view_is_of_things_and_entities_come_most_important_first():
    view = made_view(150)
    graph, _ = payload(view, ExportOptions())
    placed = [entity for entity in graph["entities"] if "x" in entity]
    assert len(placed) == 100
    assert not any(entity.get("l") for entity in placed)
    assert graph["entities"][:100] == placed


def test_phrases_that_join_two_shown_things_fill_a_small_view():
    view = story()
    falk, ibarra = (
        next(e for e in view.entity_rows if e.name == n) for n in ("Lena Falk", "Tomás Ibarra")
    )
    claim = next(c for c in view.claim_rows if c.predicate.lemma == "ask for")
    again = b.replace(
        next(s for s in view.statement_rows if s.claims == (claim.id,)),
        id="statement/again",
        subject=Ref(id=ibarra.id, name=ibarra.name, type=ibarra.type),
    )
    graph, _ = payload(
        b.replace(view, statement_rows=(*view.statement_rows, again)), ExportOptions()
    )
    placed = {entity["n"] for entity in graph["entities"] if "x" in entity}
    assert "freedom to do the job" in placed
    assert falk.name in placed
    before, _ = payload(view, ExportOptions())
    assert "freedom to do the job" not in {e["n"] for e in before["entities"] if "x" in e}


def test_without_text_only_evidence_leaves_the_store():
    view = story()
    one = view.claim_rows[1]
    cut = b.replace(view, claim_rows=(one,), statement_rows=())
    _, texts = payload(cut, ExportOptions(text=False))
    parts = [part for text in texts for _, part in text["t"]]
    assert parts == [one.evidence.quote]
    assert all(len(text.get("m", ())) <= 2 for text in texts)


def test_companions_join_who_is_named_beside_the_object():
    view = story()
    graph, _ = payload(view, ExportOptions())
    asked = next(f for f in graph["facts"] if graph["relations"][f.get("r", 0)]["l"] == "ask for")
    (other, role), = asked["q"]  # fmt: skip
    assert (graph["entities"][other]["n"], role) == ("Halden Council", "recipient")


def test_one_relation_keeps_the_wording_of_each_statement():
    view = story()
    holds = next(s for s in view.statement_rows if s.predicate.lemma == "hold")
    held = b.replace(
        holds, id="statement/former", predicate=b.replace(holds.predicate, label="held")
    )
    graph, _ = payload(
        b.replace(view, statement_rows=(*view.statement_rows, held)), ExportOptions()
    )
    worded = {f["id"]: graph["relations"][f.get("r", 0)]["n"] for f in graph["facts"]}
    assert (worded[holds.id], worded[held.id]) == ("holds", "held")


def test_a_view_that_names_strangers_is_packed_all_the_same():
    view = b.replace(story(), entity_rows=(), mention_rows=())
    graph, _ = payload(view, ExportOptions())
    assert {e["n"] for e in graph["entities"]} >= {"Tomás Ibarra", "Norvik Energy"}


def test_an_empty_view_makes_an_empty_graph():
    graph, texts = payload(type(story())(), ExportOptions())
    assert (graph["entities"], graph["facts"], texts) == ([], [], [])


def test_names_lose_what_turns_the_text_around_them():
    assert clean_name("abc\u202edef\u2066") == "abcdef"


def published_by(*papers: tuple[str | None, str | None]) -> list[str | None]:
    articles = [
        Article(id=str(number), text="", sha256="0", url=url, publisher=publisher)
        for number, (url, publisher) in enumerate(papers)
    ]
    return list(publishers_of(articles).values())


def test_a_paper_known_by_its_host_gets_the_name_it_has_elsewhere():
    named = ("https://www.skarne-post.example/1", "Skarne Post")
    by_host = ("https://skarne-post.example/2", "skarne-post.example")
    assert published_by(named, by_host) == ["Skarne Post", "Skarne Post"]
    assert published_by(by_host) == ["skarne-post.example"]
    assert published_by(by_host, named)[0] == "Skarne Post"


def test_two_names_at_one_host_are_not_guessed_between():
    hosts = "https://wire.example/"
    papers = [(hosts, "North Wire"), (hosts, "South Wire"), (hosts, "wire.example")]
    assert published_by(*papers) == ["North Wire", "South Wire", "wire.example"]
    assert published_by((None, "wire.example"), ("http://[", "x"), (None, None)) == [
        "wire.example", "x", None,
    ]  # fmt: skip


def test_a_fact_counts_one_web_site_once():
    view = story()
    first, second = view.article_rows
    host = "https://www.halden-courier.example/"
    articles = (
        b.replace(first, url=host),
        b.replace(second, url=host, publisher="halden-courier.example"),
    )
    graph, _ = payload(b.replace(view, article_rows=articles), ExportOptions())
    accused = next(f for f in graph["facts"] if len(f["c"]) == 2)
    assert (accused["w"], accused["g"]) == (1, 1)
    assert graph["publishers"] == ["The Halden Courier"]


@pytest.mark.parametrize(
    ("id_", "lemma", "expected"),
    [
        ("org:holds", "hold", "posts"),
        ("kgr:hold", "hold", "does"),
        ("kgr:appoint", "appoint", "posts"),
        ("kgr:be_named_as", "be named as", "posts"),
        ("schema:worksFor", "work for", "ties"),
        ("kgr:say", "say", "says"),
        ("kgr:want_to_replace", "want to replace", "wants"),
        ("kgr:suspect", "suspect", "thinks"),
        ("kgr:be_in", "be in", "is"),
        ("kgr:be_treated", "be treated", "does"),
        ("kgr:turn_down", "turn down", "does"),
    ],
)
def test_relations_are_grouped_by_what_they_say(id_, lemma, expected):
    assert verb_class(Predicate(id=id_, lemma=lemma, label=lemma)) == expected


def test_communities_hold_things_that_are_joined_and_come_in_order():
    graph, _ = payload(made_view(150), ExportOptions())
    found = graph["communities"]
    assert found == sorted(found)
    assert all(group == sorted(group) and len(group) > 2 for group in found)
    members = [at for group in found for at in group]
    assert len(members) == len(set(members))
    assert not any(graph["entities"][at].get("l") for at in members)
    # The made articles are about one of ten circles each.
    assert 5 <= len([group for group in found if len(group) > 5]) <= 15


def test_reasons_for_merging_and_verbatim_words_are_told():
    view = story()
    entities = (b.replace(view.entity_rows[0], reasons=("same surname",)), *view.entity_rows[1:])
    spoken = tuple(b.replace(a, kind=SpeechKind.DIRECT) for a in view.attribution_rows)
    changed = b.replace(view, entity_rows=entities, attribution_rows=spoken)
    graph, texts = payload(changed, ExportOptions())
    assert ["same surname"] in [entity.get("w") for entity in graph["entities"]]
    assert all(said[3] for text in texts for said in text.get("q", ()))
    _, indirect = payload(view, ExportOptions())
    assert not any(said[3] for text in indirect for said in text.get("q", ()))


def test_beyond_the_limit_the_least_important_are_left_out_and_counted(monkeypatch):
    view = made_view(60)
    whole, _ = payload(view, ExportOptions())
    monkeypatch.setattr(import_module("kg.export.viewer.payload"), "LIMIT", 40)
    graph, texts = payload(view, ExportOptions())
    assert {e["id"] for e in graph["entities"]} == {e["id"] for e in whole["entities"][:40]}
    assert graph["meta"]["out"] == [
        len(whole["entities"]) - 40, len(whole["facts"]) - len(graph["facts"]),
    ]  # fmt: skip
    assert 0 < len(graph["facts"]) < len(whole["facts"])
    assert {f["s"] for f in graph["facts"]} | {f.get("o", 0) for f in graph["facts"]} <= set(
        range(40)
    )
    assert len(graph["claims"]) == sum(len(f["c"]) for f in graph["facts"])
    assert len(texts) == len(graph["articles"])
    assert "out" not in whole["meta"]
