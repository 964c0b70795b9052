"""Who held a post just before whom: by what a text says, or by dates that meet."""

from __future__ import annotations

import io

import pytest
from builders import HOLDS, NORHAVEN, entity, make_article, make_claim, make_view, open_relation

from kg.assemble import assemble
from kg.export import ExportOptions
from kg.export.turtle import EXPORTER
from kg.model import Polarity, PostStatus, Qualifier, Stance

ODO, IDA, UNA = (entity("Person", name) for name in ("Odo Brandt", "Ida Lund", "Una Voss"))
MAYOR = entity("Post", "mayor", of=NORHAVEN.id)
SENATOR = entity("Post", "senator", of=NORHAVEN.id)
ARTICLE = make_article("So.", url="https://example.org/1")
KNOWN = {e.id: e for e in (ODO, IDA, UNA, MAYOR, SENATOR, NORHAVEN)}


def held(person, words="", value=None, post=MAYOR, **fields):
    when = (Qualifier(role="time", name=words, value=value),) if words else ()
    made = {
        "status": PostStatus.CURRENT,
        "qualifiers": when,
        "id": f"{person.id} {words} {post.id}",
    }
    return make_claim(ARTICLE, person, HOLDS, post, "So.", **(made | fields))


def followed(first, second, lemma="succeed", **fields):
    return make_claim(ARTICLE, first, open_relation(lemma, lemma), second, "So.", **fields)


def near(*claims, known=KNOWN):
    """Return the predecessors and successors of each person, by name."""
    names = {id_: e.name for id_, e in KNOWN.items()}
    return {
        stmt.subject.name: (
            [names[id_] for id_ in stmt.predecessors], [names[id_] for id_ in stmt.successors],
        )
        for stmt in assemble(claims, {ARTICLE.id: ARTICLE}, known)
        if stmt.status
    }  # fmt: skip


@pytest.mark.parametrize("lemma", ["succeed", "replace"])
def test_a_text_says_who_followed_whom_in_the_post_that_both_had(lemma):
    former = held(ODO, status=PostStatus.FORMER)
    assert near(held(IDA), former, followed(IDA, ODO, lemma)) == {
        "Ida Lund": (["Odo Brandt"], []),
        "Odo Brandt": ([], ["Ida Lund"]),
    }


@pytest.mark.parametrize(
    ("label", "follows"),
    [
        ("special envoy", True),
        ("general", False),
        ("lieutenant general", False),
        ("senator", False),
    ],
)
def test_nobody_follows_anybody_in_a_rank_or_as_one_of_many(label, follows):
    post = entity("Post", label)
    pair = held(IDA, post=post), held(ODO, post=post, status=PostStatus.FORMER)
    found = near(*pair, followed(IDA, ODO), known={**KNOWN, post.id: post})
    assert (found["Ida Lund"] == (["Odo Brandt"], [])) is follows


@pytest.mark.parametrize(
    "claim",
    [
        followed(IDA, ODO, polarity=Polarity.NEGATIVE),
        followed(IDA, ODO, stance=Stance.HYPOTHETICAL),
        followed(IDA, UNA),
        followed(IDA, ODO, "want to replace"),
    ],
)
def test_but_not_where_it_is_denied_wished_or_of_another(claim):
    assert set(map(str, near(held(IDA), held(ODO), claim).values())) == {"([], [])"}


def test_two_posts_that_both_had_tell_nothing():
    both = [held(person, post=post) for person in (IDA, ODO) for post in (MAYOR, SENATOR)]
    assert set(map(str, near(*both, followed(IDA, ODO)).values())) == {"([], [])"}


def test_a_text_against_the_dates_tells_nothing():
    first, second = held(IDA, "until 2001", "2001"), held(ODO, "since 2009", "2009")
    assert near(first, second, followed(IDA, ODO))["Ida Lund"] == ([], [])


@pytest.mark.parametrize(
    ("until", "since", "meet"),
    [
        ("2009", "2009", True),
        ("2009-05", "2009", True),
        ("2009", "2009-05-06", True),
        ("2009", "2010", False),
        ("2009-05", "2009-06", False),
        ("2009", "2008", False),
    ],
)
def test_dates_that_meet_tell_who_followed_whom(until, since, meet):
    found = near(held(ODO, f"until {until}", until), held(IDA, f"since {since}", since))
    assert found["Ida Lund"] == (["Odo Brandt"] if meet else [], [])
    assert found["Odo Brandt"] == ([], ["Ida Lund"] if meet else [])


def test_of_two_who_fit_nobody_is_chosen():
    ends = [held(person, "until 2009", "2009") for person in (ODO, UNA)]
    assert near(*ends, held(IDA, "since 2009", "2009"))["Ida Lund"] == ([], [])


def test_of_posts_that_many_hold_dates_tell_nothing():
    ends = held(ODO, "until 2009", "2009", SENATOR)
    assert near(ends, held(IDA, "since 2009", "2009", SENATOR))["Ida Lund"] == ([], [])


def test_a_chain_has_one_before_and_one_after():
    chain = (
        held(ODO, "until 2001", "2001"),
        held(IDA, "from 2001 to 2009", "2001/2009"),
        held(UNA, "since 2009", "2009"),
    )
    assert near(*chain)["Ida Lund"] == (["Odo Brandt"], ["Una Voss"])
    assert near(*reversed(chain)) == near(*chain)


def test_the_graph_says_so_too():
    claims = (held(IDA), held(ODO, status=PostStatus.FORMER), followed(IDA, ODO))
    statements = assemble(claims, {ARTICLE.id: ARTICLE}, KNOWN)
    view = make_view(
        articles=(ARTICLE,), entities=tuple(KNOWN.values()), claims=claims, statements=statements
    )
    out = io.BytesIO()
    EXPORTER.write(view, out, ExportOptions())
    assert f"kg:predecessor {ODO.id.replace('/', ':')}" in out.getvalue().decode()
