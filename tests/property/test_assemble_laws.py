"""Laws of *assemble*: order-free, idempotent, deaf to copies, and conflicts are mutual."""

from __future__ import annotations

import hashlib

from builders import (
    ENTITIES,
    FINANCE_MINISTER,
    LINDQVIST,
    MAYOR,
    RENNER,
    make_article,
    make_claim,
    open_relation,
)  # fmt: skip
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.assemble import assemble
from kg.model import Literal, Polarity, PostStatus, Source, Stance

KNOWN = {e.id: e for e in ENTITIES}
NAMED = Source(id=RENNER.id, name="Tobias Renner", cue="said")
NOBODY = Source(id="in/1", name="an aide", cue="said", anonymous=True)


def text_of(number):
    digests = (hashlib.sha256(f"{number} {n}".encode()).hexdigest()[:5] for n in range(60))
    return f"{' '.join(digests)} So."


@st.composite
def article_of(draw, number):
    """Draw an article: one of three stories, by one of three publishers."""
    text = text_of(draw(st.integers(0, 2)))
    publisher = draw(st.sampled_from(["A", "B", "C", None]))
    published = draw(st.sampled_from(["2031-06-01", "2031-06-30", "2031", None]))
    url = f"https://example.org/{number}"
    return make_article(text, url=url, publisher=publisher, published=published)


@st.composite
def claim_of(draw, article, number):
    """Draw a claim of an article: a meeting, an age or a post."""
    fields = {
        "id": f"claim/{number}",
        "polarity": draw(st.sampled_from(Polarity)),
        "stance": draw(st.sampled_from(Stance)),
        "confidence": draw(st.sampled_from([0.0, 0.5, 0.87, 1.0])),
    }
    if fields["stance"] is Stance.REPORTED:
        fields["attribution"] = (draw(st.sampled_from([NAMED, NOBODY])),)
    subject = draw(st.sampled_from([LINDQVIST, RENNER]))
    kind = draw(st.sampled_from(["meet", "be born on", "hold"]))
    object_ = draw(st.sampled_from([RENNER, None]))
    if kind == "be born on":
        object_ = Literal(value=draw(st.sampled_from(["1990", "1990-02", "1991"])))
    if kind == "hold":
        object_ = draw(st.sampled_from([FINANCE_MINISTER, MAYOR]))
        fields["status"] = draw(st.sampled_from(PostStatus))
    return make_claim(article, subject, open_relation(kind, kind), object_, "So.", **fields)


@st.composite
def newsrooms(draw):
    """Draw articles by id and their claims."""
    articles = [draw(article_of(n)) for n in range(draw(st.integers(1, 6)))]
    claims = [
        draw(claim_of(article, f"{n}-{m}"))
        for n, article in enumerate(articles)
        for m in range(draw(st.integers(0, 4)))
    ]
    return claims, {article.id: article for article in articles}


@settings(max_examples=150, deadline=None)
@given(newsrooms(), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(newsroom, chance):
    claims, articles = newsroom
    shuffled = claims + claims
    chance.shuffle(shuffled)
    turned = dict(reversed(articles.items()))
    assert assemble(shuffled, turned, KNOWN) == assemble(claims, articles, KNOWN)


@settings(max_examples=150, deadline=None)
@given(newsrooms())
def test_every_claim_is_in_one_statement_of_its_meaning(newsroom):
    claims, articles = newsroom
    statements = assemble(claims, articles, KNOWN)
    assert sorted(c for s in statements for c in s.claims) == sorted(c.id for c in claims)
    by_id = {c.id: c for c in claims}
    for stmt in statements:
        assert {by_id[c].polarity for c in stmt.claims} == {stmt.polarity}
        assert {by_id[c].subject.id for c in stmt.claims} == {stmt.subject.id}
        assert 1 <= stmt.independent <= stmt.publishers <= stmt.articles <= len(stmt.claims)
        assert 0 <= stmt.belief <= 1


@settings(max_examples=150, deadline=None)
@given(newsrooms())
def test_conflicts_are_mutual(newsroom):
    statements = {s.id: s for s in assemble(*newsroom, KNOWN)}
    for stmt in statements.values():
        assert stmt.id not in stmt.conflicts
        for other in stmt.conflicts:
            assert stmt.id in statements[other].conflicts


@settings(max_examples=100, deadline=None)
@given(claim_of(make_article(text_of(9), url="https://example.org/9"), "9"), st.integers(1, 9))
def test_c4_copies_of_one_story_leave_belief_and_independence(claim, copies):
    printed = [
        make_article(text_of(9), url=f"https://{n}.example/", publisher=f"P{n}")
        for n in range(copies + 1)
    ]
    articles = {a.id: a for a in printed}
    repeated = [claim_at(claim, article, n) for n, article in enumerate(printed)]
    one = assemble(repeated[:1], articles, KNOWN)[0]
    many = assemble(repeated, articles, KNOWN)[0]
    assert (many.belief, many.independent) == (one.belief, one.independent)
    assert many.articles == copies + 1


def claim_at(claim, article, number):
    return type(claim)(
        **{name: getattr(claim, name) for name in claim.__slots__ if name not in {"id", "article"}},
        id=f"claim/copy-{number}",
        article=article.id,
    )


@settings(max_examples=100, deadline=None)
@given(newsrooms())
def test_more_articles_never_lower_belief(newsroom):
    claims, articles = newsroom
    before = {s.id: s.belief for s in assemble(claims[:-1], articles, KNOWN)}
    after = {s.id: s.belief for s in assemble(claims, articles, KNOWN)}
    assert all(after[id_] >= belief for id_, belief in before.items())
