"""Does the KnowledgeNet scorer count facts and claims as by hand?"""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import knowledgenet
from builders import ARTICLE_ONE, make_article
from knowledgenet import Fact, Passage

from kg import ontology
from kg.model import (
    Article,
    Certainty,
    Claim,
    Evidence,
    Extraction,
    Mention,
    MentionKind,
    Polarity,
    Predicate,
    Qualifier,
    Ref,
    Stance,
)

BORN = Fact("PLACE_OF_BIRTH", (0, 11), (24, 29), ("holm", "ostby"))


def passage(*facts, properties=("PLACE_OF_BIRTH", "SPOUSE")):
    return Passage("Mr. A. Holm was born in Ostby.", properties, facts)


def figures(*pairs):
    return knowledgenet.score(pairs).figures(knowledgenet.WAYS)


def test_any_overlap_at_both_ends_is_enough():
    found = Fact("PLACE_OF_BIRTH", (7, 20), (28, 30))
    assert figures((passage(BORN), [found]))["F1"] == 1.0
    assert figures((passage(BORN), [found._replace(object=(29, 30))]))["F1"] == 0.0


def test_a_fact_of_another_property_is_wrong():
    assert figures((passage(BORN), [BORN._replace(property="SPOUSE")]))["P"] == 0.0


def test_ways_to_name_the_same_ends_are_one_fact():
    again = BORN._replace(subject=(40, 42))
    other = Fact("PLACE_OF_BIRTH", (50, 52), (24, 29), ("renner", "ostby"))
    result = figures((passage(BORN, again, other), [again]))
    assert (result["facts"], result["R"], result["P"]) == (2, 1 / 2, 1.0)


def test_properties_that_were_not_annotated_do_not_count():
    found = Fact("CEO", (0, 3), (4, 6))
    assert figures((passage(BORN), [found, BORN]))["claims"] == 1


def test_totals_add_up_over_passages_and_properties():
    wedding = Fact("SPOUSE", (0, 3), (4, 6), ("holm", "renner"))
    wrong = Fact("SPOUSE", (70, 73), (74, 76))
    result = figures((passage(BORN), [BORN, wrong]), (passage(wedding), []), (passage(), [wrong]))
    assert (result["P"], result["R"]) == (pytest.approx(1 / 3), pytest.approx(1 / 2))


def test_offsets_are_counted_from_the_start_of_the_passage(tmp_path):
    fact = {"propertyName": "CEO", "subjectStart": 103, "subjectEnd": 107, "subjectText": "Acme"}
    fact |= {"subjectUri": None, "objectStart": 110, "objectEnd": 112, "objectText": "He"}
    row = {"passageStart": 100, "passageText": "…", "annotatedProperties": ["CEO"]}
    row["facts"] = [fact | {"objectUri": "w/Q1"}]
    (tmp_path / "folds.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (read,) = knowledgenet.read(tmp_path / "folds.jsonl")
    assert read.facts == (Fact("CEO", (3, 7), (10, 12), ("acme", "w/Q1")),)


def test_every_predicate_of_the_table_is_in_the_ontology():
    for ways in knowledgenet.WAYS.values():
        for way in ways:
            assert ontology.check_predicate(way.predicate)


TEXT = "Acme grew. Mara Holm, chief executive of Acme, left."
ARTICLE = make_article(TEXT)
ACME = Mention(
    article=ARTICLE.id,
    start=41,
    end=45,
    text="Acme",
    kind=MentionKind.NAME,
    type="Organization",
    entity="e2",
)
HOLDS = Claim(
    id="c",
    article=ARTICLE.id,
    subject=Ref(id="e1", name="Mara Holm", type="Person", start=16, end=20),
    predicate=Predicate(id="org:holds", lemma="hold", label="holds"),
    object=Ref(id="e3", name="chief executive", type="Post", start=22, end=37),
    polarity=Polarity.POSITIVE,
    stance=Stance.ASSERTED,
    certainty=Certainty.CERTAIN,
    evidence=Evidence(quote=TEXT[11:], start=11, end=len(TEXT), extractor="x"),
    confidence=0.9,
    qualifiers=(Qualifier(role="of", name="Acme", id="e2"),),
)


def extraction(claim):
    first = replace(ACME, start=0, end=4)
    return Extraction(article=ARTICLE_ONE.id, mentions=(first, ACME), claims=(claim,))


def test_a_chief_executive_leads_and_works_for_what_the_sentence_names():
    assert list(knowledgenet.facts_of(extraction(HOLDS))) == [
        Fact("CEO", (41, 45), (16, 20)),
        Fact("EMPLOYEE_OR_MEMBER_OF", (16, 20), (41, 45)),
    ]


def test_what_is_denied_or_only_thought_of_is_no_fact():
    for change in ({"polarity": Polarity.NEGATIVE}, {"stance": Stance.HYPOTHETICAL}):
        assert list(knowledgenet.facts_of(extraction(replace(HOLDS, **change)))) == []


@pytest.mark.model
def test_an_unexplained_pronoun_stands_for_somebody_on_demand(annotator):
    text = "She was born in Dayton and married Tom Brandt."
    passage = annotator.annotate(Article(id="article/x", text=text, sha256="0" * 64))
    assert knowledgenet.ours(passage) == []
    assert {f.property for f in knowledgenet.ours(knowledgenet.with_pronouns(passage))} >= {
        "PLACE_OF_BIRTH",
        "SPOUSE",
    }
