"""Which record of a list a thing gets, as certain or not, and which it does not."""

from __future__ import annotations

import pytest

from kg.judgements.lines import parse
from kg.model import Article, ArticleEntity, AuthorityRecord, Guidance
from kg.resolve import resolve

Q = "http://www.wikidata.org/entity/Q"


def member(article, name, type_="Person", number=0, **fields):
    fields.setdefault("mentions", 1)
    return ArticleEntity(
        id=f"in/{article}-{number}", article=f"article/{article}", type=type_, name=name, **fields
    )


def record(number, name, *aliases, type_="Person", source="people.csv", **fields):
    return AuthorityRecord(
        id=f"{Q}{number}", name=name, type=type_, source=source, aliases=aliases, **fields
    )


def resolved(members, *records, lines=()):
    articles = {m.article: Article(id=m.article, text="", sha256=m.article) for m in members}
    judgements = tuple(parse(line, n).judgement for n, line in enumerate(lines, 1))
    return resolve(members, articles, Guidance(judgements=judgements, records=records))


def only(members, *records, lines=()):
    (entity,) = resolved(members, *records, lines=lines).entities
    return entity


def ids(members, *records, lines=()):
    """Return for each entity what it surely and what it perhaps is, by number."""
    return sorted(
        ([iri.removeprefix(Q) for iri in e.same_as], [iri.removeprefix(Q) for iri in e.close_match])
        for e in resolved(members, *records, lines=lines).entities
    )


@pytest.mark.parametrize(
    ("thing", "known"),
    [
        (
            member(1, "Ann Lee", posts=("mayor",)),
            record(1, "Ann Lee", posts=("mayor of norhaven",)),
        ),
        (member(1, "Ann Lee", forms=("Annie Lee",)), record(1, "Ann Lee", "Annie Lee")),
        (member(1, "Ann Lee", keyword_name="Ann B. Lee"), record(1, "Ann B. Lee")),
        (member(1, "Ann B. Lee"), record(1, "Ann B. Lee")),
        (member(1, "Tarn Energy", "Organization"), record(1, "Tarn Energy", type_="Organization")),
        (member(1, "Tarn Energy Inc.", "Organization"), record(1, "Tarn Energy", type_=None)),
        (
            member(1, "ZFU", "Organization", forms=("Zeta Food Union",)),
            record(1, "Zeta Food Union", "ZFU", type_="Organization"),
        ),
        (
            member(1, "FBI", "Organization"),
            record(1, "Federal Bureau of Investigation", "FBI", type_="Organization"),
        ),
        (
            member(1, "ZOFU", "Organization"),
            record(1, "Zeta Organic Food Union", "ZOFU", type_="Organization"),
        ),
        (
            member(1, "Germany", "Place"),
            record(1, "Land", type_="Place", identifiers=("https://sws.geonames.org/2921044/",)),
        ),
    ],
)
def test_more_than_a_name_is_certain(thing, known):
    entity = only([thing], known)
    assert f"{Q}1" in entity.same_as
    assert entity.close_match == ()
    assert entity.name == known.name
    assert any("surely" in reason and "people.csv" in reason for reason in entity.reasons)


@pytest.mark.parametrize(
    ("thing", "known"),
    [
        (member(1, "Ann Lee"), record(1, "Ann Lee")),
        (member(1, "Ann Lee", posts=("director",)), record(1, "Ann Lee", posts=("director",))),
        (member(1, "Ann Lee"), record(1, "Ann B. Lee")),
        (member(1, "Beyoncé"), record(1, "Beyonce")),
        (member(1, "Tarn", "Organization"), record(1, "Tarn", type_="Organization")),
        (
            member(1, "FBI", "Organization"),
            record(1, "Farm Bureau of Idaho", "FBI", type_="Organization"),
        ),
        (
            member(1, "Supreme Court", "Organization"),
            record(1, "Supreme Court", type_="Organization"),
        ),
        (member(1, "New Norhaven", "Place"), record(1, "New Norhaven", type_="Place")),
    ],
)
def test_a_name_alone_is_close(thing, known):
    entity = only([thing], known)
    assert (entity.same_as, entity.close_match) == ((), (f"{Q}1",))
    assert entity.name == known.name
    assert any("perhaps, by the name alone" in reason for reason in entity.reasons)


@pytest.mark.parametrize(
    ("thing", "known"),
    [
        (member(1, "Ann Lee"), record(1, "Bo Lee")),
        (member(1, "Lee"), record(1, "Ann Lee")),
        (member(1, "Ann Lee"), record(1, "Lee")),
        (member(1, "Ann Lee"), record(1, "Ann Lee", type_="Place")),
        (member(1, "George H. W. Bush"), record(1, "George W. Bush")),
        (member(1, "George Bush", forms=("George H. W. Bush",)), record(1, "George W. Bush")),
        (member(1, "ann lee", "Work", local=True), record(1, "ann lee", type_=None)),
    ],
)
def test_what_is_somebody_else_gets_nothing(thing, known):
    assert only([thing], known) == only([thing])


def test_two_namesakes_get_nothing_until_one_has_more_or_somebody_says():
    lees = [member(1, "Ann Lee", gender="f"), member(2, "Ann Lee", gender="m")]
    known = record(1, "Ann Lee", posts=("mayor",))
    told = resolved(lees, known)
    assert [e.same_as + e.close_match for e in told.entities] == [(), ()]
    (issue,) = told.issues
    assert (issue.stage, issue.code) == ("resolve", "authority")
    assert "fits 2 things called Ann Lee" in issue.message
    mayor = [lees[0], member(2, "Ann Lee", gender="m", posts=("mayor",))]
    assert ids(mayor, known) == [([], []), (["1"], [])]
    line = f'same "Ann Lee @ article/1" "<{Q}1>"'
    assert ids(lees, known, lines=[line]) == [([], []), (["1"], [])]


def test_a_judgement_decides_between_things_and_records_that_fit_equally():
    mayors = [member(n, "Ann Lee", gender=g, posts=("mayor",)) for n, g in ((1, "f"), (2, "m"))]
    known = [record(n, "Ann B. Lee", "Ann Lee", posts=("mayor",)) for n in (1, 2)]
    told = resolved(mayors, *known[:1])
    assert [len(e.same_as) for e in told.entities] == [0, 0]
    line = f'same "Ann Lee @ article/1" "<{Q}1>"'
    told = resolved(mayors, *known[:1], lines=[line])
    assert told.issues == ()
    assert sorted((e.name, e.same_as) for e in told.entities) == [
        ("Ann B. Lee", (f"{Q}1",)),
        ("Ann Lee", ()),
    ]
    told = resolved(mayors[:1], *known, lines=[line])
    assert (told.issues, told.entities[0].same_as) == ((), (f"{Q}1",))


def test_two_records_of_one_list_are_given_to_nobody_unless_one_has_more():
    ann = member(1, "Ann Lee", posts=("mayor",))
    told = resolved([ann], record(1, "Ann Lee"), record(2, "Ann Lee"))
    assert told.entities[0].close_match == ()
    assert f"{Q}1 and {Q}2 fit one thing" in told.issues[0].message
    assert ids([ann], record(1, "Ann Lee"), record(2, "Ann Lee", posts=("mayor",))) == [(["2"], [])]


def test_two_lists_both_give_their_ids_and_the_surer_its_name():
    ann = member(1, "Ann Lee", posts=("mayor",))
    sure = record(2, "Ann B. Lee", "Ann Lee", posts=("mayor",), source="z.csv")
    entity = only([ann], record(1, "Ann Lee", source="a.csv"), sure)
    assert (entity.same_as, entity.close_match) == ((f"{Q}2",), (f"{Q}1",))
    assert entity.name == "Ann B. Lee"
    assert "Ann Lee" in entity.aliases


def test_things_that_surely_are_one_record_by_two_names_are_one():
    members = [
        member(1, "Tarn Energy", "Organization"),
        member(2, "Haldor Works", "Organization"),
    ]
    known = record(1, "Haldor Works", "Tarn Energy", type_="Organization")
    entity = only(members, known)
    assert (entity.name, entity.aliases) == ("Haldor Works", ("Tarn Energy",))
    apart = resolved(members, known, lines=['different "Tarn Energy" "Haldor Works"']).entities
    assert len(apart) == 2


def test_things_that_perhaps_are_one_record_stay_two_and_keep_their_names():
    members = [member(1, "Ann Lee"), member(2, "Bo Ek")]
    entities = resolved(members, record(1, "Ann Lee", "Bo Ek")).entities
    assert sorted(e.name for e in entities) == ["Ann Lee", "Bo Ek"]
    assert all(e.close_match == (f"{Q}1",) for e in entities)


def test_a_judgement_gives_an_id_that_no_list_has_and_takes_one_away():
    ann, country = member(1, "Ann Lee"), member(1, "Germany", "Place", 1)
    assert ids([ann], lines=[f'same "Ann Lee" "<{Q}9>"']) == [(["9"], [])]
    assert ids([ann], record(1, "Ann Lee"), lines=[f'different "Ann Lee" "<{Q}1>"']) == [([], [])]
    (place,) = resolved([country]).entities
    line = f'different "Germany" "<{place.same_as[0]}>"'
    assert only([country], lines=[line]).same_as == ()


def test_a_judged_record_gives_its_name_whatever_the_names_and_types():
    known = record(1, "The Tarn", type_="Organization")
    entity = only([member(1, "Ann Lee")], known, lines=[f'same "Ann Lee" "<{Q}1>"'])
    assert (entity.name, entity.same_as) == ("The Tarn", (f"{Q}1",))


def test_who_is_judged_to_be_one_record_is_one():
    lines = [f'same "Ann Lee" "<{Q}1>"', f'same "Bo Ek" "<{Q}1>"']
    assert only([member(1, "Ann Lee"), member(2, "Bo Ek")], lines=lines).same_as == (f"{Q}1",)


def test_the_order_of_records_does_not_matter():
    members = [
        member(1, "Ann Lee", posts=("mayor",)),
        member(2, "Bo Ek"),
        member(3, "Bo Ek", gender="m"),
    ]
    records = [
        record(1, "Ann Lee", posts=("mayor",)),
        record(2, "Ann Lee", source="b.csv"),
        record(3, "Bo Ek"),
        record(4, "Bo Ek"),
    ]
    assert resolved(members, *records).entities == resolved(members, *reversed(records)).entities
