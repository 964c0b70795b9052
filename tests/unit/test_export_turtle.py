"""What the graph says in Turtle."""

from io import BytesIO

import builders as b
import pyoxigraph as ox
import pytest

from kg import ontology
from kg.export import ExportOptions
from kg.export.turtle import write
from kg.model import Certainty, Literal, PostStatus, Qualifier, Stance

BASE = "https://newskg.example/id/"


class Graph:
    """A parsed export, asked with compact IRIs."""

    def __init__(self, view, **options):
        out = BytesIO()
        write(view, out, ExportOptions(**options))
        self.text = out.getvalue().decode()
        self.store = ox.Store()
        self.store.load(out.getvalue(), format=ox.RdfFormat.TURTLE)

    def ask(self, pattern):
        prefixes = ontology.load().prefixes
        return bool(self.store.query(f"BASE <{BASE}> ASK {{ {pattern} }}", prefixes=prefixes))


@pytest.fixture(scope="module")
def graph():
    return Graph(b.sample_view())


@pytest.fixture(scope="module")
def strict():
    return Graph(b.sample_view(), strict=True)


def fact(claim):
    predicate = f"<{ontology.expand(claim.predicate.id)}>"
    value = claim.object
    shown = f'"{value.value}"^^{value.datatype}' if isinstance(value, Literal) else f"<{value.id}>"
    return f"<{claim.subject.id}> {predicate} {shown}"


@pytest.mark.parametrize("claim", b.CLAIMS, ids=lambda claim: claim.predicate.lemma)
def test_every_claim_is_a_node(graph, claim):
    said = f"kg:{claim.polarity.capitalize()} ; kg:stance kg:{claim.stance.capitalize()}"
    assert graph.ask(
        f"<{claim.id}> a kg:Claim, rdf:Statement ; rdf:subject <{claim.subject.id}> ; "
        f"rdf:predicate <{ontology.expand(claim.predicate.id)}> ; kg:polarity {said} ; "
        f"prov:wasQuotedFrom <{claim.article}> ; kg:quote ?quote ; "
        f"kg:start {claim.evidence.start} ; kg:end {claim.evidence.end}"
    )


@pytest.mark.parametrize("claim", [b.POST_CLAIM, b.OFFER_CLAIM, b.STAFF_CLAIM, b.MEETING_CLAIM])
def test_positive_claims_are_facts(graph, claim):
    assert graph.ask(fact(claim))


@pytest.mark.parametrize("claim", [b.REFUSAL_CLAIM, b.MAYOR_CLAIM], ids=["negative", "former"])
def test_negative_claims_and_former_posts_are_no_facts(graph, claim):
    assert not graph.ask(fact(claim))


def test_hypothetical_claims_are_no_facts():
    wish = b.replace(b.MEETING_CLAIM, stance=Stance.HYPOTHETICAL)
    assert not Graph(b.make_view(claims=(wish,))).ask(fact(wish))


def test_a_claim_without_object_has_no_direct_triple(graph):
    assert not graph.ask(f"<{b.SINKING_CLAIM.id}> rdf:object ?o")
    assert not graph.ask(f"<{b.FERRY.id}> kgr:sink ?o")


def test_strict_keeps_asserted_facts_only(strict):
    assert strict.ask(fact(b.POST_CLAIM))
    assert not strict.ask(fact(b.OFFER_CLAIM))
    assert strict.ask(f"<{b.OFFER_CLAIM.id}> a kg:Claim")


@pytest.mark.parametrize("status", PostStatus)
def test_every_status_is_a_membership_and_two_of_them_hold(status):
    claim = b.replace(b.POST_CLAIM, status=status)
    graph = Graph(b.make_view(articles=(b.ARTICLE_ONE,), entities=b.ENTITIES, claims=(claim,)))
    assert graph.ask(
        f"?m a org:Membership ; org:member <{b.LINDQVIST.id}> ; "
        f"kg:post <{b.FINANCE_MINISTER.id}> ; org:organization <{b.NORHAVEN.id}> ; "
        f"kg:status kg:{status.capitalize()} ; kg:supportedBy <{claim.id}>"
    )
    held = status in (PostStatus.CURRENT, PostStatus.ACTING)
    assert graph.ask(fact(claim)) is held


def test_a_post_that_is_only_wanted_is_no_membership():
    wish = b.replace(b.POST_CLAIM, stance=Stance.HYPOTHETICAL)
    assert not Graph(b.make_view(claims=(wish,))).ask("?m a org:Membership")


def test_a_post_says_what_it_is_of(graph):
    assert graph.ask(
        f'<{b.MAYOR.id}> a org:Post ; rdfs:label "mayor" ; org:postIn <{b.OSTBY.id}> ; '
        'org:role [ a org:Role ; skos:prefLabel "mayor" ]'
    )


def test_a_tenure_has_its_dates(graph):
    assert graph.ask(
        f"?m org:member <{b.LINDQVIST.id}> ; kg:status kg:Former ; org:memberDuring ?t . "
        '?t a time:ProperInterval ; time:hasBeginning [ time:inXSDgYear "2021"^^xsd:gYear ] ; '
        'time:hasEnd [ time:inXSDgYearMonth "2025-03"^^xsd:gYearMonth ]'
    )


def test_the_chain_of_sources_is_in_order(graph):
    assert graph.ask(
        f"<{b.KEEP_CLAIM.id}> kg:attributionStep ?inner ; "
        f"prov:wasAttributedTo <{b.RENNER.id}>, <{b.AIDE.id}> . "
        f'?inner kg:position 1 ; kg:source <{b.RENNER.id}> ; kg:cue "told" . '
        "?inner kg:reportedVia ?outer . "
        f'?outer kg:position 2 ; kg:source <{b.AIDE.id}> ; kg:cue "according to"'
    )


def test_unnamed_sources_are_marked(graph):
    assert graph.ask(f"<{b.OFFICIALS.id}> a kg:AnonymousSource, prov:Agent ; kg:local true")
    assert not graph.ask(f"<{b.RENNER.id}> a kg:AnonymousSource")


def test_qualifiers_are_nodes(graph):
    assert graph.ask(
        f'<{b.OFFER_CLAIM.id}> kg:qualifier [ a kg:Qualifier ; kg:role "time" ; '
        'rdfs:label "on 6 June 2031" ; kg:value "2031-06-06"^^xsd:date ; '
        'sem:hasTimeStamp "2031-06-06"^^xsd:date ]'
    )
    assert graph.ask(
        f'<{b.KEEP_CLAIM.id}> kg:qualifier [ kg:role "recipient" ; kg:refersTo <{b.COURIER.id}> ]'
    )


def test_only_a_time_has_a_time_stamp():
    amount = Qualifier(role="amount", name="2031 euros", value="2031")
    claim = b.replace(b.STAFF_CLAIM, qualifiers=(amount,))
    graph = Graph(b.make_view(claims=(claim,)))
    assert graph.ask('?q kg:value "2031"')
    assert not graph.ask("?q sem:hasTimeStamp ?t")


def test_names_and_links(graph):
    assert graph.ask(
        f'<{b.LINDQVIST.id}> a schema:Person, foaf:Person ; rdfs:label "Mara Lindqvist" ; '
        'skos:prefLabel "Mara Lindqvist" ; skos:altLabel "Ms. Lindqvist" ; '
        "owl:sameAs <https://authority.example/people/lindqvist>"
    )
    assert graph.ask(f"<{b.NORHAVEN.id}> skos:closeMatch <https://authority.example/places/7>")


def test_open_relations_are_declared(graph):
    assert graph.ask('kgr:want_to_keep a kg:OpenRelation ; rdfs:label "want to keep"')


def test_articles_keep_the_precision_of_their_date(graph):
    assert graph.ask(
        f"<{b.ARTICLE_ONE.id}> a schema:NewsArticle ; "
        'schema:datePublished "2031-06-07"^^xsd:date ; '
        'schema:url <https://courier.example/2031/06/lindqvist-offer> ; schema:author "Ida Holm" ; '
        'schema:keywords "Norhaven" ; schema:publisher [ rdfs:label "Norhaven Courier" ] ; '
        f"schema:mentions <{b.RENNER.id}>"
    )
    assert graph.ask(f'<{b.ARTICLE_TWO.id}> schema:datePublished "2031-06"^^xsd:gYearMonth')


def test_statements_name_their_claims(graph):
    assert graph.ask(
        f"?s a kg:Statement ; kg:supportedBy <{b.OFFER_CLAIM.id}>, <{b.SECOND_OFFER_CLAIM.id}> ; "
        "kg:belief 0.83 ; kg:publishers 2"
    )


def test_only_verbatim_words_are_quotations(graph):
    assert graph.ask(
        '?q a schema:Quotation ; kg:quote "I want to keep her" ; '
        f"schema:spokenByCharacter <{b.RENNER.id}> ; prov:wasQuotedFrom <{b.ARTICLE_ONE.id}>"
    )
    assert not graph.ask(f"?q a schema:Quotation ; prov:wasQuotedFrom <{b.ARTICLE_TWO.id}>")


def test_probable_claims_say_so():
    claim = b.replace(b.STAFF_CLAIM, certainty=Certainty.PROBABLE)
    assert Graph(b.make_view(claims=(claim,))).ask("?c kg:certainty kg:Probable")


def test_mentions_are_written_only_when_asked(graph):
    assert not graph.ask("?a a oa:Annotation")
    view = b.make_view(mentions=b.MENTIONS)
    assert Graph(view, annotations=True).ask(
        f"?a oa:hasBody <{b.RENNER.id}> ; oa:hasTarget [ oa:hasSource <{b.ARTICLE_ONE.id}> ; "
        'oa:hasSelector [ oa:exact "Tobias Renner" ], [ oa:start ?start ; oa:end ?end ] ]'
    )


def test_the_base_is_in_front_of_every_id():
    graph = Graph(b.sample_view(), base="urn:x:")
    assert "newskg.example/id" not in graph.text
    assert graph.ask(f"<urn:x:{b.OFFER_CLAIM.id}> a kg:Claim")
