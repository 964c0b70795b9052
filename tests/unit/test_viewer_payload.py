"""What the viewer's page is told: marks where they belong, nothing it should not have."""

import builders as b
import pytest
from made_graphs import made_view, story

from kg.export import ExportOptions
from kg.export.viewer.dates import day_range
from kg.export.viewer.offsets import utf16_offsets
from kg.export.viewer.payload import clean_name, payload
from kg.model import Ref


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
