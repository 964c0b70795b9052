"""Statements: what merges, what supports, since when, and what contradicts what."""

from __future__ import annotations

import hashlib
import time
from dataclasses import replace

import pytest
from builders import (
    ARTICLE_ONE,
    ARTICLE_TWO,
    CLAIMS,
    ENTITIES,
    FINANCE_MINISTER,
    HELD,
    HOLDS,
    LINDQVIST,
    MAYOR,
    MAYOR_CLAIM,
    NORHAVEN,
    POST_CLAIM,
    RENNER,
    entity,
    make_article,
    make_claim,
    open_relation,
)

from kg.assemble import assemble
from kg.assemble.copies import stories
from kg.assemble.support import BELIEF_MAX, TRUST, noisy_or
from kg.assemble.tenure import tenure
from kg.model import (
    Certainty,
    Literal,
    Polarity,
    PostStatus,
    Predicate,
    Qualifier,
    Source,
    Stance,
)

KNOWN = {e.id: e for e in ENTITIES}
ARTICLES = {a.id: a for a in (ARTICLE_ONE, ARTICLE_TWO)}
MET = open_relation("meet", "met")


def story(seed, length=120):
    words = (hashlib.sha256(f"{seed} {n}".encode()).hexdigest()[:4] for n in range(length))
    return " ".join(words) + " Met."


def told(text, *, publisher="A", number=0, published="2031-06-07", **fields):
    """Return an article and its claim that Lindqvist met Renner, or what ``fields`` make of it."""
    url = f"https://{publisher or 'x'}.example/{number}"
    article = make_article(text, url=url, publisher=publisher, published=published)
    return article, make_claim(article, LINDQVIST, MET, RENNER, "Met.", **fields)


def together(*pairs, known=KNOWN, **options):
    articles = {a.id: a for a, _ in pairs}
    return assemble([c for _, c in pairs], articles, known, **options)


def only(*pairs):
    statements = together(*pairs)
    assert len(statements) == 1
    return statements[0]


def test_the_claims_of_two_articles_make_one_statement():
    pairs = [told(story(1)), told(story(2), publisher="B")]
    stmt = only(*pairs)
    assert stmt.claims == tuple(sorted(c.id for _, c in pairs))
    assert (stmt.articles, stmt.publishers, stmt.independent) == (2, 2, 2)
    assert stmt.subject.start is None


@pytest.mark.parametrize(
    "change",
    [
        {"polarity": Polarity.NEGATIVE},
        {"stance": Stance.HYPOTHETICAL},
        {"object": None},
        {"object": Literal(value="3", datatype="xsd:integer")},
        {"predicate": open_relation("meet with", "met with")},
    ],
)
def test_another_meaning_is_another_statement(change):
    article, claim = told(story(1))
    other = replace(claim, id="claim/other", **change)
    assert len(assemble([claim, other], {article.id: article}, KNOWN)) == 2


def test_wording_qualifiers_and_place_do_not_make_another_statement():
    article, claim = told(story(1))
    other = replace(
        claim,
        id="claim/other",
        predicate=open_relation("meet", "has met"),
        qualifiers=(Qualifier(role="place", name="in Ostby"),),
    )
    assert len(assemble([claim, other], {article.id: article}, KNOWN)) == 1


def test_a_literal_keeps_value_and_datatype_but_no_place():
    literal = Literal(value="3", datatype="xsd:integer", start=4, end=5)
    stmt = only(told(story(1), object=literal))
    assert stmt.object == Literal(value="3", datatype="xsd:integer")


def test_a_post_is_of_what_its_entity_is_of():
    found = assemble([POST_CLAIM, MAYOR_CLAIM], ARTICLES, KNOWN)
    assert {s.of for s in found} == {FINANCE_MINISTER.of, MAYOR.of}
    assert {s.status for s in found} == {PostStatus.CURRENT, PostStatus.FORMER}


def test_a_post_that_is_not_resolved_is_of_what_the_claim_says():
    assert assemble([POST_CLAIM], ARTICLES, {})[0].of == NORHAVEN.id


def test_the_sample_graph_assembles():
    statements = assemble(CLAIMS, ARTICLES, KNOWN)
    assert sorted(c for s in statements for c in s.claims) == sorted(c.id for c in CLAIMS)


# --- support -----------------------------------------------------------------------------------


def test_c4_ten_copies_count_as_one():
    one = told(story(1))
    copies = [told(f"{story(1)} {n}", publisher=f"P{n}", number=n) for n in range(10)]
    stmt = only(one, *copies)
    assert (stmt.articles, stmt.publishers, stmt.independent) == (11, 11, 1)
    assert stmt.belief == only(one).belief


def test_a_copy_cut_to_half_is_a_copy():
    text = story(1, 300)
    cut = f"{' '.join(text.split()[:160])} Met."
    assert only(told(text), told(cut, publisher="B")).independent == 1


def test_a_shared_quotation_is_no_copy():
    quote = " ".join(f"q{n}" for n in range(25))
    pairs = [told(f"{quote} {story(n)}", publisher=p) for n, p in ((1, "A"), (2, "B"))]
    assert only(*pairs).independent == 2


def test_a_wire_story_and_a_story_of_ones_own_are_two():
    wire = [told(f"{story(1)} {p}", publisher=p) for p in ("A", "B")]
    own = told(story(2), publisher="B", number=2)
    assert only(*wire, own).independent == 2


def test_two_stories_of_one_publisher_are_one():
    stmt = only(told(story(1)), told(story(2), number=2))
    assert (stmt.articles, stmt.publishers, stmt.independent) == (2, 1, 1)


def test_unknown_publishers_are_not_shown_to_be_independent():
    pairs = [told(story(n), publisher=None, number=n) for n in range(3)]
    assert only(*pairs).independent == 1


def test_belief_can_be_recomputed_by_hand():
    stmt = only(told(story(1), confidence=0.9), told(story(2), publisher="B", confidence=0.5))
    trust = TRUST[Stance.ASSERTED]
    assert stmt.belief == pytest.approx(1 - (1 - 0.9 * trust) * (1 - 0.5 * trust), abs=1e-4)


def test_belief_falls_with_distance_from_the_event():
    named = (Source(id=RENNER.id, name="R", cue="said"),)
    nobody = (Source(id="in/9", name="an aide", cue="said", anonymous=True),)
    beliefs = [
        only(told(story(1), **fields)).belief
        for fields in (
            {},
            {"certainty": Certainty.PROBABLE},
            {"stance": Stance.REPORTED, "attribution": named},
            {"stance": Stance.REPORTED, "attribution": nobody},
            {"stance": Stance.HYPOTHETICAL},
        )
    ]
    assert beliefs == sorted(beliefs, reverse=True)
    assert len(set(beliefs)) == len(beliefs)


def test_one_persons_word_counts_once_for_belief():
    fields = {
        "stance": Stance.REPORTED,
        "attribution": (Source(id=RENNER.id, name="R", cue="said"),),
    }
    pairs = [told(story(n), publisher=p, **fields) for n, p in ((1, "A"), (2, "B"))]
    assert only(*pairs).belief == only(pairs[0]).belief
    assert only(*pairs).independent == 2


def test_belief_is_never_certain():
    assert noisy_or([0.9] * 50) == BELIEF_MAX
    assert noisy_or([]) == 0.0


def test_stories_of_nothing_and_of_empty_texts():
    assert stories({}) == {}
    assert stories({"a": "", "b": "", "c": "one word", "d": "One word!"}) == {
        "a": "a",
        "b": "b",
        "c": "c",
        "d": "c",
    }


def test_a_story_in_a_thousand_papers_is_found_in_linear_time():
    texts = {f"{n:04}": f"{story(1, 400)} {n}" for n in range(1000)}
    texts |= {f"x{n:04}": story(n + 2, 400) for n in range(1000)}
    started = time.process_time()
    found = stories(texts)
    assert time.process_time() - started < 10
    assert len(set(found.values())) == 1001


# --- time --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "value", "bounds"),
    [
        ("since February 2017", "2017-02", ("2017-02", None)),
        ("since 2010", "2010/2017-06-06", ("2010", None)),
        ("until 2018", "2018", (None, "2018")),
        ("from 2001 to 2009", "2001/2009", ("2001", "2009")),
        ("2001-2009", "2001/2009", ("2001", "2009")),
        ("in 2017", "2017", ("2017", None)),
        ("in recent weeks", "2017-05-09/2017-06-06", (None, None)),
        ("for five years", "P5Y", (None, None)),
        ("at the time", None, (None, None)),
    ],
)
def test_tenure(words, value, bounds):
    when = Qualifier(role="time", name=words, value=value)
    assert tenure([replace(POST_CLAIM, qualifiers=(when,))]) == bounds


def test_publication_is_not_since_and_former_not_until():
    former = replace(POST_CLAIM, status=PostStatus.FORMER, qualifiers=())
    for claim in (replace(POST_CLAIM, qualifiers=()), former):
        stmt = assemble([claim], ARTICLES, KNOWN)[0]
        assert (stmt.since, stmt.until) == (None, None)


def test_a_nomination_begins_no_tenure():
    when = (Qualifier(role="time", name="in 2017", value="2017"),)
    assert tenure([replace(POST_CLAIM, status=PostStatus.NOMINEE, qualifiers=when)]) == (None, None)


def test_the_more_precise_of_two_agreeing_dates():
    claims = [
        replace(
            POST_CLAIM, qualifiers=(Qualifier(role="time", name=f"since {value}", value=value),)
        )
        for value in ("2017", "2017-02-09", "2018")
    ]
    assert tenure(claims) == ("2017-02-09", None)


# --- conflicts ---------------------------------------------------------------------------------


def conflicting(*pairs, **options):
    statements = together(*pairs, **options)
    by_id = {s.id: s for s in statements}
    for stmt in statements:
        assert all(stmt.id in by_id[other].conflicts for other in stmt.conflicts)
    return any(s.conflicts for s in statements)


@pytest.mark.parametrize(
    ("stance", "conflict"), [(Stance.REPORTED, True), (Stance.HYPOTHETICAL, False)]
)
def test_c5_said_and_denied(stance, conflict):
    said = told(story(1))
    denied = told(story(2), publisher="B", polarity=Polarity.NEGATIVE, stance=stance)
    assert conflicting(said, denied) is conflict


def holding(person, post, number, **fields):
    article = make_article(
        story(number),
        url=f"https://{number}.example/",
        publisher="A",
        published=fields.get("published", "2031-06-07"),
    )
    status = fields.get("status", PostStatus.CURRENT)
    label = HELD if status is PostStatus.FORMER else HOLDS
    when = fields.get("when", ())
    claim = make_claim(article, person, label, post, "Met.", status=status, qualifiers=when)
    return article, claim


@pytest.mark.parametrize(
    ("other", "conflict"),
    [
        ({}, True),
        ({"status": PostStatus.ACTING}, True),
        ({"status": PostStatus.FORMER}, False),
        ({"published": "2031-07-01"}, False),
        ({"published": "2031"}, False),
        ({"when": (Qualifier(role="time", name="until 2030", value="2030"),)}, False),
        ({"when": (Qualifier(role="time", name="until 2031", value="2031"),)}, True),
    ],
)
def test_two_holders_of_one_post_in_one_month(other, conflict):
    since = (Qualifier(role="time", name="since May 2031", value="2031-05"),)
    first = holding(LINDQVIST, FINANCE_MINISTER, 1, when=since)
    assert conflicting(first, holding(RENNER, FINANCE_MINISTER, 2, **other)) is conflict


@pytest.mark.parametrize(
    ("quote", "conflict"),
    [
        ("Finance Minister Tobias Renner", False),
        ("Finance Minister Renner", False),
        ("finance minister, Tobias Renner", True),
        ("finance minister is Tobias Renner", True),
    ],
)
def test_a_form_of_address_is_no_rival(quote, conflict):
    first = holding(LINDQVIST, FINANCE_MINISTER, 1)
    assert conflicting(first, titled(quote)) is conflict


def titled(quote):
    """Return an article and its claim that a minister is one, in some words."""
    article, claim = holding(RENNER, FINANCE_MINISTER, 2)
    return article, replace(
        claim,
        object=replace(claim.object, start=100, end=116),
        subject=replace(claim.subject, start=100 + quote.index("Renner"), end=100 + len(quote)),
        evidence=replace(claim.evidence, quote=quote, start=100, end=100 + len(quote)),
    )


@pytest.mark.parametrize(
    ("quote", "since"),
    [("Finance Minister Tobias Renner", None), ("finance minister, Tobias Renner", "2013")],
)
def test_what_a_titled_person_did_when_dates_no_tenure(quote, since):
    article, claim = titled(quote)
    dated = replace(claim, qualifiers=(Qualifier(role="time", name="in 2013", value="2013"),))
    (statement,) = assemble([dated], {article.id: article}, KNOWN)
    assert statement.since == since


@pytest.mark.parametrize(
    "label", ["senator", "vice president", "spokesman", "general", "Lieutenant General", "minister"]
)
def test_posts_that_many_hold_do_not_conflict(label):
    post = entity("Post", label, of=NORHAVEN.id)
    pairs = [holding(LINDQVIST, post, 1), holding(RENNER, post, 2)]
    assert not conflicting(*pairs, known={**KNOWN, post.id: post})


@pytest.mark.parametrize(
    ("values", "functional", "conflict"),
    [
        (("1990-01-01", "1991-01-01"), True, True),
        (("1990", "1990-01-01"), True, False),
        (("1990-01-01", "1991-01-01"), False, False),
    ],
)
def test_two_values_where_there_can_be_one(values, functional, conflict):
    pairs = [
        told(story(n), publisher=v, object=Literal(value=v, datatype="xsd:date"))
        for n, v in enumerate(values)
    ]
    relations = frozenset({"meet"}) if functional else frozenset()
    assert conflicting(*pairs, functional=relations) is conflict


def test_a_typed_relation_is_one_whatever_verb_says_it():
    founded = Predicate(id="kg:founderOf", lemma="found", label="founded")
    founder = Predicate(id="kg:founderOf", lemma="be founder of", label="is the founder of")
    one, first = told(story(1), publisher="A")
    two, second = told(story(2), publisher="B")
    claims = [replace(first, predicate=founded), replace(second, predicate=founder)]
    (stmt,) = assemble(claims, {one.id: one, two.id: two}, KNOWN)
    assert (stmt.articles, stmt.independent) == (2, 2)


def test_a_typed_relation_is_denied_whatever_verb_says_it():
    founded = Predicate(id="kg:founderOf", lemma="found", label="founded")
    founder = Predicate(id="kg:founderOf", lemma="be founder of", label="is not the founder of")
    one, first = told(story(1), publisher="A")
    two, second = told(story(2), publisher="B", polarity=Polarity.NEGATIVE)
    claims = [replace(first, predicate=founded), replace(second, predicate=founder)]
    statements = assemble(claims, {one.id: one, two.id: two}, KNOWN)
    assert [len(stmt.conflicts) for stmt in statements] == [1, 1]


def test_one_publisher_by_name_and_by_host_is_one():
    named, first = told(story(1), publisher="A")
    bare = make_article(story(2), url="https://a.example/2", publisher="a.example")
    claims = [first, make_claim(bare, LINDQVIST, MET, RENNER, "Met.")]
    (stmt,) = assemble(claims, {named.id: named, bare.id: bare}, KNOWN)
    assert (stmt.articles, stmt.publishers, stmt.independent) == (2, 1, 1)
