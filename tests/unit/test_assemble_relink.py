"""Ids of the article become ids of the world; the words of the article stay."""

from __future__ import annotations

from dataclasses import replace

from kg.assemble import relink
from kg.model import (
    ArticleEntity,
    Attribution,
    Certainty,
    Claim,
    Entity,
    Evidence,
    Extraction,
    Literal,
    Mention,
    MentionKind,
    Polarity,
    Predicate,
    Qualifier,
    Ref,
    Resolution,
    Source,
    Span,
    SpeechKind,
    Stance,
)

SESSIONS = Entity(id="person/s", name="Jeff Sessions", type="Person", members=("in/1",))
TRUMP = Entity(id="person/t", name="Donald J. Trump", type="Person", members=("in/2",))
OFFER = Entity(id="phrase/o", name="offer", type="Phrase", local=True, members=("in/3",))
RESOLUTION = Resolution(
    entities=(SESSIONS, TRUMP, OFFER),
    links={"in/1": "person/s", "in/2": "person/t", "in/3": "phrase/o"},
)
CLAIM = Claim(
    id="claim/1",
    article="article/1",
    subject=Ref(id="in/1", name="he", type="Organization", start=0, end=2),
    predicate=Predicate(id="kgr:make", lemma="make", label="made"),
    object=Ref(id="in/3", name="an offer", type="Phrase"),
    polarity=Polarity.POSITIVE,
    stance=Stance.REPORTED,
    certainty=Certainty.CERTAIN,
    evidence=Evidence(quote="he made an offer", start=0, end=16, extractor="clause@1"),
    confidence=0.9,
    qualifiers=(
        Qualifier(role="recipient", name="the president", id="in/2"),
        Qualifier(role="time", name="in May", value="2017-05"),
    ),
    attribution=(
        Source(id="in/2", name="the president", cue="said"),
        Source(id="in/2", name="an aide", cue="told", anonymous=True),
    ),
)
EXTRACTION = Extraction(
    article="article/1",
    entities=(ArticleEntity(id="in/1", article="article/1", type="Person", name="Sessions"),),
    mentions=(
        Mention(
            article="article/1",
            start=0,
            end=2,
            text="he",
            kind=MentionKind.PRONOUN,
            type="Organization",
            entity="in/1",
        ),
    ),
    claims=(CLAIM,),
    attributions=(
        Attribution(
            article="article/1",
            kind=SpeechKind.INDIRECT,
            cue=Span(start=0, end=1, text="h"),
            content=(),
            entity="in/2",
        ),
    ),
)


def test_references_get_ids_names_and_types_of_entities():
    claim = relink(EXTRACTION, RESOLUTION).claims[0]
    assert claim.subject == Ref(id="person/s", name="Jeff Sessions", type="Person", start=0, end=2)
    assert claim.qualifiers[0] == Qualifier(role="recipient", name="Donald J. Trump", id="person/t")
    assert claim.qualifiers[1] == CLAIM.qualifiers[1]
    assert [(s.id, s.name) for s in claim.attribution] == [
        ("person/t", "Donald J. Trump"),
        ("person/t", "an aide"),
    ]


def test_local_things_keep_their_words():
    claim = relink(EXTRACTION, RESOLUTION).claims[0]
    assert claim.object == Ref(id="phrase/o", name="an offer", type="Phrase")


def test_mentions_and_attributions_follow():
    linked = relink(EXTRACTION, RESOLUTION)
    assert (linked.mentions[0].entity, linked.mentions[0].type) == ("person/s", "Person")
    assert linked.attributions[0].entity == "person/t"


def test_claim_ids_evidence_and_members_stay():
    linked = relink(EXTRACTION, RESOLUTION)
    assert linked.claims[0].id == "claim/1"
    assert linked.claims[0].evidence == CLAIM.evidence
    assert linked.entities == EXTRACTION.entities


def test_unknown_ids_and_absent_ones_stay():
    literal = Literal(value="412", datatype="xsd:integer")
    claim = replace(
        CLAIM, subject=Ref(id="in/9", name="X", type="Person"), object=literal, attribution=()
    )
    nobody = replace(EXTRACTION.attributions[0], entity=None)
    linked = relink(
        Extraction(article="article/1", claims=(claim,), attributions=(nobody,)), RESOLUTION
    )
    assert linked.claims[0].subject == claim.subject
    assert linked.claims[0].object == literal
    assert linked.attributions == (nobody,)


def test_relinking_twice_changes_nothing_more():
    once = relink(EXTRACTION, RESOLUTION)
    assert relink(once, RESOLUTION) == once


def test_each_resolution_is_followed_in_turn():
    other = Resolution(entities=(replace(SESSIONS, id="person/x"),), links={"in/1": "person/x"})
    for resolution, id_ in (
        (RESOLUTION, "person/s"),
        (other, "person/x"),
        (RESOLUTION, "person/s"),
    ):
        assert relink(EXTRACTION, resolution).claims[0].subject.id == id_
