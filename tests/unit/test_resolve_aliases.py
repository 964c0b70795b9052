"""Names that differ and are one over articles: spellings, kinds of body, what articles say of both."""

import pytest

from kg.lexicon.spellings import folded, spelt, transliterated
from kg.model import Article, ArticleEntity
from kg.resolve import resolve
from kg.resolve.organization_names import of_a_nation

FERRY = "{} opened a ferry line with solar panels in Orla harbour."
SAME_FERRY = "A ferry line with solar panels is run by {} from Orla harbor."
OTHER = "{} sells lamps."


def resolved(*told, texts=(FERRY, SAME_FERRY)):
    """Resolve one member an article, given as name and type, and what its article says of it."""
    articles, members = {}, []
    for n, ((name, type_, fields), text) in enumerate(zip(told, texts, strict=True)):
        id_ = f"article/{n}"
        articles[id_] = Article(
            id=id_, text=text.format(name), sha256=str(n), published="2031-06-06"
        )
        members.append(
            ArticleEntity(id=f"in/{n}", article=id_, type=type_, name=name, mentions=1, **fields)
        )
    return resolve(members, articles).entities


def one(left, right, type_="Organization", texts=(OTHER, OTHER)):
    return len(resolved((left, type_, {}), (right, type_, {}), texts=texts)) == 1


@pytest.mark.parametrize(
    ("left", "right", "type_"),
    [
        ("Orla Centre for Labour Law", "Orla Center for Labor Law", "Organization"),
        ("Orla Rovers Football Club", "Orla Rovers FC", "Organization"),
        ("Ministry of Defence of Norway", "Norwegian Defense Ministry", "Organization"),
        ("Parliament of Kenya", "Kenyan Parliament", "Organization"),
        ("Ministry of Foreign Affairs of Latvia", "Latvian Foreign Ministry", "Organization"),
        ("Mt. Orla", "Mount Orla", "Place"),
        ("St. Orla", "Saint Orla", "Place"),
        ("Jürgen Schröd", "Juergen Schroed", "Person"),
        ('Odo "Buddy" Brandt', "Buddy Brandt", "Person"),
        ("Hurricane Orla", "Orla", "Event"),
    ],
)
def test_spellings_of_one_name_are_one(left, right, type_):
    assert one(left, right, type_)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Parliament of Kenya", "Ugandan Parliament"),
        ("Foreign Ministry of Latvia", "Latvian Defense Ministry"),
        ("Orla Rovers FC", "Orla Rovers Cricket Club"),
    ],
)
def test_what_differs_by_more_is_two(left, right):
    assert not one(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("University of Orla", "Orla University"), ("Zorbex Logistics", "Zorbex")],
)
def test_what_may_be_two_is_one_where_the_articles_say_the_same(left, right):
    assert one(left, right, texts=(FERRY, SAME_FERRY))
    assert not one(left, right, texts=(FERRY, OTHER))


def test_a_spelling_of_a_foreign_name_is_one_where_the_articles_say_the_same():
    names = ("Aleksandr Voroz", "Alexander Voroz")
    assert one(*names, "Person", texts=(FERRY, SAME_FERRY))
    assert not one(*names, "Person", texts=(FERRY, OTHER))


def test_two_tags_of_one_name_are_one_where_the_articles_say_the_same():
    tagged = ("Zorbex Creamery Ltd", "Organization", {}), ("Zorbex Creamery", "Person", {})
    (entity,) = resolved(*tagged)
    assert entity.type == "Organization"
    assert len(resolved(*tagged, texts=(FERRY, OTHER))) == 2


def test_who_is_treated_as_a_person_is_one():
    tagged = ("Buddy Brandt", "Facility", {}), ("Buddy Brandt", "Person", {"gender": "m"})
    (entity,) = resolved(*tagged)
    assert entity.type == "Person"


def test_a_country_may_stand_before_its_ministry_in_the_text():
    texts = ("Latvia's {} said so in Minsk, Belarus.", OTHER)
    told = (
        ("Foreign Ministry", "Organization", {}),
        ("Foreign Ministry of Latvia", "Organization", {}),
    )
    assert len(resolved(*told, texts=texts)) == 1


def test_keys_of_spellings():
    assert spelt("saint pauls centre") == "st pauls center"
    assert folded("bauer") == "bauer"
    assert transliterated("oleksandr") == transliterated("alexander")
    assert of_a_nation("house of representatives") == ("house of representatives", None)
    assert of_a_nation("british labor party") == ("labor party", "GB")
