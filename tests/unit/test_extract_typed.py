"""The relations with a fixed meaning: each construction on a sentence of its own, and its near misses."""

import pytest

from kg.extract import extract
from kg.lexicon.typed_relations import ENDS, NOUNS, PASSIVES, VERBS
from kg.model import Article, Ref
from kg.ontology import check_predicate

pytestmark = pytest.mark.model

FOUND = [
    ("Anna Berger was born in Dayton, Ohio, in 1961.", ("Anna Berger", "schema:birthPlace", "Dayton")),
    ("Anna Berger was born in Dayton, Ohio, in 1961.", ("Anna Berger", "schema:birthPlace", "Ohio")),
    ("Anna Berger was born in Dayton in 1961.", ("Anna Berger", "schema:birthDate", "1961")),
    ("Anna Berger was born on March 3, 1961 in Dayton.", ("Anna Berger", "schema:birthPlace", "Dayton")),
    ("Peter Holm (born 3 March 1961) is a painter.", ("Peter Holm", "schema:birthDate", "1961-03-03")),
    ("Peter Holm (1901–1977) was a painter.", ("Peter Holm", "schema:birthDate", "1901")),
    ("Peter Holm (1901–1977) was a painter.", ("Peter Holm", "schema:deathDate", "1977")),
    ("Tom Brandt died in Paris in March 2004.", ("Tom Brandt", "schema:deathPlace", "Paris")),
    ("Tom Brandt died in Paris in March 2004.", ("Tom Brandt", "schema:deathDate", "2004-03")),
    ("Tom Brandt ran the bank until his death in 2004.", ("Tom Brandt", "schema:deathDate", "2004")),
    ("Anna Berger graduated from Ostby University in 1999.", ("Anna Berger", "schema:alumniOf", "Ostby University")),
    ("Anna Berger earned a degree from Ostby University.", ("Anna Berger", "schema:alumniOf", "Ostby University")),
    ("Anna Berger, a graduate of Ostby University, left.", ("Anna Berger", "schema:alumniOf", "Ostby University")),
    ("Anna Berger married Tom Brandt in 2001.", ("Anna Berger", "kg:spouse", "Tom Brandt")),
    ("Anna Berger is married to Tom Brandt.", ("Anna Berger", "kg:spouse", "Tom Brandt")),
    ("Anna Berger left with her husband, Tom Brandt.", ("Tom Brandt", "kg:spouse", "Anna Berger")),
    ("Tom Brandt, the son of Olof Brandt, left.", ("Tom Brandt", "schema:parent", "Olof Brandt")),
    ("Jeff Bezos founded Amazon Inc. in 1994.", ("Jeff Bezos", "kg:founderOf", "Amazon Inc.")),
    ("Amazon Inc. was founded by Jeff Bezos in 1994.", ("Jeff Bezos", "kg:founderOf", "Amazon Inc.")),
    ("Amazon Inc. was founded by Jeff Bezos in 1994.", ("Amazon Inc.", "schema:foundingDate", "1994")),
    ("Anna Berger works for Siemens Corp. in Munich.", ("Anna Berger", "schema:worksFor", "Siemens Corp.")),
    ("Anna Berger joined the Labour Party.", ("Anna Berger", "kg:party", "Labour Party")),
    ("Anna Berger, a member of the Labour Party, resigned.", ("Anna Berger", "kg:party", "Labour Party")),
    ("Ron Wyden, a Democrat from Oregon, resigned.", ("Ron Wyden", "kg:party", "Democrat")),
    ("Republican Senator Mark Dole resigned.", ("Mark Dole", "kg:party", "Republican")),
    ("Anna Berger is a German physicist.", ("Anna Berger", "schema:nationality", "Germany")),
    ("French defender Paul Pogba was booked.", ("Paul Pogba", "schema:nationality", "France")),
    ("Anna Berger lives in Seattle.", ("Anna Berger", "schema:homeLocation", "Seattle")),
    ("Seattle-based Amazon Inc. grew.", ("Amazon Inc.", "schema:location", "Seattle")),
    ("Siemens Corp. is headquartered in Munich.", ("Siemens Corp.", "schema:location", "Munich")),
    ("Based in Seattle, Amazon Inc. has offices in Boston.", ("Amazon Inc.", "schema:location", "Seattle")),
    ("Siemens Corp. is a German maker of trains, headquartered in Munich.", ("Siemens Corp.", "schema:location", "Munich")),
    ("Louis Holm and his wife, Doris Holm, left.", ("Doris Holm", "kg:spouse", "Louis Holm")),
    ("Anna Berger holds a degree in law from Ostby University.", ("Anna Berger", "schema:alumniOf", "Ostby University")),
    ("Anna Berger was born and raised in Dayton.", ("Anna Berger", "schema:birthPlace", "Dayton")),
    ("Jane Doe, a spokeswoman for Boeing Co., declined to comment.", ("Jane Doe", "schema:worksFor", "Boeing Co.")),
    ("Chris Coons (D-Del.) left. Democrats were angry.", ("Chris Coons", "kg:party", "Democrats")),
    ("Thomas Sam, 42, of Seattle, was arrested.", ("Thomas Sam", "schema:homeLocation", "Seattle")),
    ("Waymo LLC is a subsidiary of Google Inc.", ("Waymo LLC", "org:subOrganizationOf", "Google Inc.")),
]  # fmt: skip

# What looks like a typed relation and is none: predicates that no claim of the sentence may have.
ABSENT = [
    ("Anna Berger attended a rally in Munich.", "schema:alumniOf"),
    ("Anna Berger received a letter from Ostby University.", "schema:alumniOf"),
    ("Anna Berger moved the office to Munich.", "schema:homeLocation"),
    ("The Syrian envoy Staffan de Mistura left.", "schema:nationality"),
    ("Anna Berger, a critic at heart of Siemens Corp., left.", "schema:worksFor"),
    ("Tom Brandt, the former husband of Anna Berger, left.", "kg:spouse"),
    ("Jane Doe, a former spokeswoman for Boeing Co., left.", "schema:worksFor"),
    ("Anna Berger, a professor of Slavic Studies, left.", "schema:worksFor"),
    ("Tom Brandt died a year later.", "schema:deathDate"),
    ("Jared Holm, the son-in-law of Olof Brandt, left.", "schema:parent"),
    ("Mr. Brandt met Jared Holm, the president's son-in-law.", "schema:parent"),
    ("Anna Berger is the ex-wife of Tom Brandt.", "kg:spouse"),
    ("Joe Manchin of West Virginia voted against it.", "schema:homeLocation"),
    ("German-born Anna Berger won.", "schema:nationality"),
    ("Anna Berger was born in a taxi.", "schema:birthPlace"),
    ("The treaty was born in Paris.", "schema:birthPlace"),
]

# The relation is said, but not as a fact: polarity and stance of the typed claim.
TAKEN_BACK = [
    ("Anna Berger was not born in Dayton.", "schema:birthPlace", ("negative", "asserted")),
    ("Anna Berger is not a member of the Labour Party.", "kg:party", ("negative", "asserted")),
    ("Anna Berger may join the Labour Party.", "kg:party", ("positive", "hypothetical")),
    ("Tom Brandt said Anna Berger lives in Seattle.", "schema:homeLocation", ("positive", "reported")),
    ("If Anna Berger marries Tom Brandt, he will leave.", "kg:spouse", ("positive", "hypothetical")),
]  # fmt: skip


def claims(annotator, sentence):
    article = Article(id="article/x", text=sentence, sha256="0" * 64, published="2017-06-06")
    return extract(annotator.annotate(article)).claims


def name(thing):
    return thing.name if isinstance(thing, Ref) else thing and thing.value


@pytest.mark.parametrize(("sentence", "expected"), FOUND)
def test_a_typed_relation_is_found(annotator, sentence, expected):
    found = claims(annotator, sentence)
    assert expected in [(c.subject.name, c.predicate.id, name(c.object)) for c in found]


@pytest.mark.parametrize(("sentence", "predicate"), ABSENT)
def test_what_only_looks_like_it_is_not(annotator, sentence, predicate):
    assert predicate not in [c.predicate.id for c in claims(annotator, sentence)]


@pytest.mark.parametrize(("sentence", "predicate", "expected"), TAKEN_BACK)
def test_what_is_denied_supposed_or_reported_is_no_bare_fact(
    annotator, sentence, predicate, expected
):
    found = [c for c in claims(annotator, sentence) if c.predicate.id == predicate]
    assert {(str(c.polarity), str(c.stance)) for c in found} == {expected}


def test_the_typed_claim_takes_the_place_of_the_open_one_with_its_qualifiers(annotator):
    found = claims(annotator, "Jeff Bezos founded Amazon Inc. in 1994.")
    (founding,) = [c for c in found if c.predicate.lemma == "found"]
    assert founding.predicate.id == "kg:founderOf"
    assert [(q.role, q.value) for q in founding.qualifiers] == [("time", "1994")]


def test_a_parenthesis_is_about_the_name_before_it(annotator):
    found = claims(annotator, "Thomas Gill married Mary Clifton (died 1706) in London.")
    deaths = [c for c in found if c.predicate.id == "schema:deathDate"]
    assert [(c.subject.name, c.object.value) for c in deaths] == [("Mary Clifton", "1706")]


def test_a_described_person_is_quoted_by_name(annotator):
    sentence = "Tom Brandt left with his wife, Doris Holm."
    (marriage,) = [c for c in claims(annotator, sentence) if c.predicate.id == "kg:spouse"]
    assert sentence[marriage.subject.start : marriage.subject.end] == "Doris Holm"


def test_a_date_tells_its_precision_and_where_it_stands(annotator):
    sentence = "Peter Holm (born 3 March 1961) is a painter."
    (birth,) = [c for c in claims(annotator, sentence) if c.predicate.id == "schema:birthDate"]
    assert birth.object.datatype == "xsd:date"
    assert sentence[birth.object.start : birth.object.end] == "3 March 1961"


def test_every_relation_of_a_frame_has_ends_and_is_in_the_ontology():
    frames = (*VERBS.values(), *PASSIVES.values(), *NOUNS.values())
    for predicate in (p for frame in frames for p in frame.predicates):
        assert predicate in ENDS
        assert check_predicate(predicate)
