"""Every ready-made question, as its plain file, answers the same in two independent engines.

The graph has, for every question, what it must find and what looks like it and must not be found.
"""

import builders as b
import pytest
import rdflib
from builders import LINDQVIST, OSTBY, RENNER, make_claim, open_relation

from kg import ids, ontology
from kg.assemble import assemble
from kg.export import ExportOptions, write_all
from kg.model import Polarity, PostStatus, Qualifier, Source, Stance
from kg.query import Term, fill, question, questions, select
from kg.query.paths import evidence_path

COURIER, GAZETTE = "Norhaven Courier", "Ostby Gazette"
BASE = ids.DEFAULT_BASE

HOLM = b.entity("Person", "Ida Holm", aliases=("Ms. Holm",), articles=2, mentions=2)
DOCKS = b.entity("Organization", "Ostby Docks", articles=2, mentions=2)

FIRST = b.make_article(
    "Renner dismissed Holm on 4 May. Holm may sue Renner. Holm denied that she took the money. "
    "Renner met Lindqvist, two aides said. The ferry sank, two aides said. "
    "A spokesman for Ms. Holm declined to comment. Holm declined the post. "
    "Lindqvist left Ostby without saying why. “I am innocent,” Holm said.",
    url="https://courier.example/1",
    title="Renner dismisses Holm",
    published="2031-05-05",
    publisher=COURIER,
)
SECOND = b.make_article(
    "Renner dismissed Holm. Renner did not meet Lindqvist. The ferry sank. "
    "Renner did not respond to a message. The ferry did not respond to the helm. "
    "Holm works for Ostby Docks.",
    url="https://gazette.example/2",
    title="Holm is out",
    published="2031-06-01",
    publisher=GAZETTE,
)
LATE = b.make_article(
    "Renner dismissed Holm. Renner visited Ostby. Renner, the mayor, succeeded Lindqvist. "
    "Holm may succeed Renner.",
    url="https://gazette.example/3",
    title="A look back",
    published="2033-01-01",
    publisher=GAZETTE,
)

AIDES = b.local("Group", "two aides", FIRST, anonymous=True)
SPOKESMAN = b.local("Person", "spokesman for Ms. Holm", FIRST, anonymous=True)
MONEY = b.local("Phrase", "money", FIRST)
DENIAL = b.local("Phrase", "she took the money", FIRST)
COMMENT = b.local("Event", "comment", FIRST)
JOB = b.local("Phrase", "post", FIRST)
WHY = b.local("Phrase", "why", FIRST)
MESSAGE = b.local("Phrase", "message", SECOND)
HELM = b.local("Phrase", "helm", SECOND)


def by(thing, cue="said", **fields):
    return {
        "stance": Stance.REPORTED,
        "attribution": (Source(id=thing.id, name=thing.name, cue=cue, anonymous=thing.anonymous),),
        **fields,
    }


def said(article, subject, lemma, label, thing, quote, **fields):
    return make_claim(article, subject, open_relation(lemma, label), thing, quote, **fields)


NEGATIVE = {"polarity": Polarity.NEGATIVE}
FOURTH = (Qualifier(role="time", name="on 4 May", value="2031-05-04"),)
CLAIMS = (
    said(FIRST, RENNER, "dismiss", "dismissed", HOLM, "Renner dismissed Holm on 4 May.",
         qualifiers=FOURTH),
    said(SECOND, RENNER, "dismiss", "dismissed", HOLM, "Renner dismissed Holm."),
    said(LATE, RENNER, "dismiss", "dismissed", HOLM, "Renner dismissed Holm."),
    said(FIRST, HOLM, "sue", "may sue", RENNER, "Holm may sue Renner.",
         stance=Stance.HYPOTHETICAL),
    said(FIRST, HOLM, "take", "took", MONEY, "Holm denied that she took the money.",
         **by(HOLM, "denied", **NEGATIVE)),
    said(FIRST, HOLM, "deny", "denied", DENIAL, "Holm denied that she took the money."),
    said(FIRST, RENNER, "meet", "met", LINDQVIST, "Renner met Lindqvist, two aides said.",
         **by(AIDES)),
    said(FIRST, b.FERRY, "sink", "sank", None, "The ferry sank, two aides said.", **by(AIDES)),
    said(FIRST, SPOKESMAN, "decline", "declined", COMMENT,
         "A spokesman for Ms. Holm declined to comment."),
    said(FIRST, HOLM, "decline", "declined", JOB, "Holm declined the post."),
    said(FIRST, LINDQVIST, "say", "saying", WHY, "Lindqvist left Ostby without saying why.",
         **NEGATIVE),
    said(SECOND, RENNER, "meet", "meet", LINDQVIST, "Renner did not meet Lindqvist.", **NEGATIVE),
    said(SECOND, b.FERRY, "sink", "sank", None, "The ferry sank."),
    said(SECOND, RENNER, "respond to", "respond to", MESSAGE,
         "Renner did not respond to a message.", **NEGATIVE),
    said(SECOND, b.FERRY, "respond to", "respond to", HELM,
         "The ferry did not respond to the helm.", **NEGATIVE),
    said(SECOND, HOLM, "work for", "works for", DOCKS, "Holm works for Ostby Docks."),
    said(LATE, RENNER, "visit", "visited", OSTBY, "Renner visited Ostby."),
    said(LATE, RENNER, "succeed", "succeeded", LINDQVIST, "Renner, the mayor, succeeded Lindqvist."),
    make_claim(LATE, RENNER, b.HOLDS, b.MAYOR, "Renner, the mayor", status=PostStatus.CURRENT),
    said(LATE, HOLM, "succeed", "succeed", RENNER, "Holm may succeed Renner.",
         stance=Stance.HYPOTHETICAL),
    b.MAYOR_CLAIM, b.POST_CLAIM,
)  # fmt: skip
ATTRIBUTIONS = (
    b.Attribution(
        article=FIRST.id, kind=b.SpeechKind.DIRECT, source=b.span(FIRST, "Holm said."),
        entity=HOLM.id, cue=b.span(FIRST, "said."), content=(b.span(FIRST, "“I am innocent,”"),),
    ),
    b.Attribution(
        article=FIRST.id, kind=b.SpeechKind.DIRECT, source=b.span(FIRST, "Holm said."),
        entity=HOLM.id, cue=b.span(FIRST, "said."), content=(b.span(FIRST, "innocent"),),
    ),
    b.Attribution(
        article=FIRST.id, kind=b.SpeechKind.INDIRECT, source=b.span(FIRST, "Lindqvist left"),
        entity=LINDQVIST.id, cue=b.span(FIRST, "saying"), content=(b.span(FIRST, "why"),),
    ),
)  # fmt: skip
ENTITIES = (
    LINDQVIST, RENNER, HOLM, DOCKS, OSTBY, b.NORHAVEN, b.FERRY, b.MAYOR, b.FINANCE_MINISTER, AIDES,
    SPOKESMAN, MONEY, DENIAL, COMMENT, JOB, WHY, MESSAGE, HELM,
)  # fmt: skip

# What each question finds in which column, for everybody and for somebody.
ANSWERS = {
    ("contradictions", "what"): [
        "Tobias Renner met Mara Lindqvist",
        "not: Tobias Renner meet Mara Lindqvist",
    ],
    ("declined", "who"): ["spokesman for Ms. Holm", "Tobias Renner"],
    ("denied", "denied"): ["Ida Holm took money"],
    ("met", "what"): [
        "Tobias Renner met Mara Lindqvist",
        "not: Tobias Renner meet Mara Lindqvist",
    ],
    ("new", "what"): [
        "Ida Holm succeed Tobias Renner",
        "Tobias Renner holds mayor",
        "Tobias Renner succeeded Mara Lindqvist",
        "Tobias Renner visited Ostby",
    ],
    ("path", "first"): ["Tobias Renner dismissed Ida Holm"] * 3,
    ("posts", "status"): ["current", "former", "current", "after Mara Lindqvist"],
    ("said", "words"): ["“I am innocent,”"],
    ("tellings", "event"): [
        *["Tobias Renner – dismiss – Ida Holm"] * 2,
        *["Tobias Renner – meet – Mara Lindqvist"] * 2,
        *["ferry – sink"] * 2,
    ],
    ("timeline", "day"): ["2031-05-04"],
    ("unnamed", "what"): ["Tobias Renner met Mara Lindqvist"],
}


def iri(thing):
    return Term(kind="uri", value=BASE + thing.id)


FILLED = {
    "new": {"since": [Term(kind="literal", value="2033")]},
    "path": {"x": [iri(HOLM)], "y": [iri(RENNER)]},
}


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    articles = {a.id: a for a in (FIRST, SECOND, LATE, b.ARTICLE_ONE, b.ARTICLE_TWO)}
    view = b.make_view(
        articles=tuple(articles.values()),
        entities=ENTITIES,
        claims=CLAIMS,
        attributions=ATTRIBUTIONS,
        statements=assemble(CLAIMS, articles, {one.id: one for one in ENTITIES}),
    )
    folder = tmp_path_factory.mktemp("questions")
    write_all(view, folder, ExportOptions(), ["turtle"])
    return folder


@pytest.fixture(scope="module")
def oracle(build):
    return rdflib.Graph().parse(build / "graph.ttl", format="turtle")


def rows_of(result):
    return [tuple(term and term.value for term in row) for row in result.rows]


@pytest.mark.parametrize("asked", questions(), ids=lambda one: one.name)
def test_two_engines_give_the_same_answers(build, oracle, asked):
    query = fill(asked, FILLED.get(asked.name, {}))
    ours = rows_of(select(build, query))
    theirs = [tuple(None if v is None else str(v) for v in row) for row in oracle.query(query)]
    assert sorted(ours, key=repr) == sorted(theirs, key=repr)
    assert ours


@pytest.mark.parametrize("asked", questions(), ids=lambda one: one.name)
def test_a_question_needs_no_prefix_from_outside(oracle, asked):
    """Any SPARQL 1.1 engine takes the file as it is."""
    query = fill(asked, FILLED.get(asked.name, {}))
    used = {name for name in ontology.load().prefixes if f" {name}:" in query.replace("/", " ")}
    assert all(f"PREFIX {name}: <" in query for name in used)


@pytest.mark.parametrize(("name", "column"), ANSWERS)
def test_what_is_asked_is_found_and_nothing_else(build, name, column):
    result = select(build, fill(question(name), FILLED.get(name, {})))
    found = [row[result.variables.index(column)] for row in rows_of(result)]
    if name == "timeline":
        found = found[:1]
    assert sorted(found) == sorted(ANSWERS[name, column])


@pytest.mark.parametrize(
    ("name", "values", "count"),
    [
        ("denied", {"person": RENNER}, 0),
        ("denied", {"about": HOLM}, 1),
        ("met", {"person": LINDQVIST}, 2),
        ("met", {"person": LINDQVIST, "other": HOLM}, 0),
        ("met", {"person": RENNER, "other": LINDQVIST}, 2),
        ("posts", {"person": RENNER}, 2),
        ("posts", {"person": HOLM}, 0),
        ("posts", {"of": OSTBY}, 3),
        ("posts", {"of": b.NORHAVEN}, 1),
        ("said", {"speaker": RENNER}, 0),
        ("said", {"speaker": HOLM}, 1),
        ("timeline", {"about": DOCKS}, 1),
        ("unnamed", {"about": HOLM}, 0),
        ("contradictions", {"about": LINDQVIST}, 2),
        ("contradictions", {"about": HOLM}, 0),
        ("tellings", {"about": HOLM}, 2),
        ("tellings", {"about": LINDQVIST}, 2),
        ("tellings", {"about": DOCKS}, 0),
    ],
)
def test_a_question_can_be_narrowed(build, oracle, name, values, count):
    query = fill(question(name), {key: [iri(thing)] for key, thing in values.items()})
    assert len(select(build, query).rows) == count
    assert len(oracle.query(query)) == count


def test_a_spokesman_speaks_for_whom_he_is_named_after(build):
    names = [Term(kind="literal", value=called) for called in ("Ida Holm", "Ms. Holm")]
    result = select(build, fill(question("declined"), {"name": names}))
    assert [row[0] for row in rows_of(result)] == ["spokesman for Ms. Holm"]


def test_the_dates_of_a_post_are_those_of_the_texts(build):
    result = select(
        build, fill(question("posts"), {"of": [iri(OSTBY)], "person": [iri(LINDQVIST)]})
    )
    (row,) = [dict(zip(result.variables, row, strict=True)) for row in rows_of(result)]
    assert (row["status"], row["since"], row["until"]) == ("former", "2021", "2025-03")
    assert (row["seen_first"], row["articles"]) == ("2031-06", "1")
    assert row["quote"] == "Ms. Lindqvist, a former mayor of Ostby"


def test_what_can_be_asked_about_has_its_names(build):
    found = {(row[0], row[1]) for row in rows_of(select(build, question("names").sparql))}
    assert {("Ms. Holm", "Ida Holm"), (COURIER, COURIER), ("mayor", "mayor")} <= found
    assert not any(called == COMMENT.name for called, _ in found)


def test_the_shortest_path_is_as_long_as_in_sparql(build):
    ends = {"x": [iri(OSTBY)], "y": [iri(HOLM)]}
    steps = [row[0] for row in rows_of(select(build, fill(question("path"), ends)))]
    links = evidence_path(build, *ends["x"], *ends["y"])
    assert steps[0] == "2"
    assert [row[0] for row in rows_of(links)] == [
        "1. Ostby – Tobias Renner",
        "2. Tobias Renner – Ida Holm",
    ]
    assert evidence_path(build, iri(DOCKS), iri(b.FERRY)).rows == ()


MOSS = b.entity("Person", "Oda Moss", articles=1, mentions=1)
DATED = b.make_article(
    "Lindqvist was mayor of Ostby from 2021 to March 2025. Renner, mayor of Ostby since March 2025, sang. "
    "Moss, mayor of Ostby until 2011, wept.",
    url="https://courier.example/9",
    title="Mayors of Ostby",
    published="2031-07-01",
    publisher=COURIER,
)
WHILE = {
    LINDQVIST: (
        "Lindqvist was mayor of Ostby from 2021 to March 2025",
        "from 2021 to March 2025",
        "2021/2025-03",
    ),
    RENNER: ("Renner, mayor of Ostby since March 2025", "since March 2025", "2025-03"),
    MOSS: ("Moss, mayor of Ostby until 2011", "until 2011", "2011"),
}


def mayors(tmp_path, *more):
    """Return who held a post by the dates of texts alone, in both engines."""
    held = [
        make_claim(
            DATED, who, b.HOLDS, b.MAYOR, quote, status=status,
            qualifiers=(Qualifier(role="time", name=words, value=value),),
        )
        for (who, (quote, words, value)), status in zip(
            WHILE.items(), (PostStatus.FORMER, PostStatus.CURRENT, PostStatus.FORMER), strict=True
        )
    ]  # fmt: skip
    claims = (*held, *more)
    known = {one.id: one for one in (*ENTITIES, MOSS)}
    view = b.make_view(
        articles=(DATED,),
        entities=tuple(known.values()),
        claims=claims,
        attributions=(),
        statements=assemble(claims, {DATED.id: DATED}, known),
    )
    write_all(view, tmp_path, ExportOptions(), ["turtle"])
    result = select(tmp_path, question("posts").sparql)
    rows = [dict(zip(result.variables, row, strict=True)) for row in rows_of(result)]
    other = rdflib.Graph().parse(tmp_path / "graph.ttl", format="turtle")
    assert len(other.query(question("posts").sparql)) == len(rows)
    return [
        (row["who"], row["status"], row["quote"])
        for row in rows
        if "fter" in row["status"] or "ore" in row["status"]
    ]


def test_who_came_before_and_after_is_told_from_dates_with_the_evidence_of_both(tmp_path):
    quotes = [WHILE[LINDQVIST][0], WHILE[RENNER][0]]
    assert sorted(mayors(tmp_path)) == [
        *(("Mara Lindqvist", "before Tobias Renner, by dates", quote) for quote in quotes),
        *(("Tobias Renner", "after Mara Lindqvist, by dates", quote) for quote in quotes),
    ]


def test_what_a_text_says_of_it_is_not_derived_again(tmp_path):
    told = said(DATED, RENNER, "succeed", "succeeded", LINDQVIST, "Renner, mayor of Ostby")
    (row,) = mayors(tmp_path, told)
    assert row == ("Tobias Renner", "after Mara Lindqvist", "Renner, mayor of Ostby")
