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


def named(*told):
    """Resolve what articles name, each given as a text and the names of its people or bodies."""
    articles, members = {}, []
    for n, (text, type_, names) in enumerate(told):
        id_ = f"article/{n}"
        articles[id_] = Article(id=id_, text=text, sha256=str(n))
        members += [
            ArticleEntity(id=f"in/{n}-{m}", article=id_, type=type_, name=name, forms=(name,))
            for m, name in enumerate(names)
        ]
    return resolve(members, articles).entities


@pytest.mark.parametrize(
    ("text", "type_", "names"),
    [
        ("Zirbo, the company formerly known as Zorb, grows.", "Organization", ("Zirbo", "Zorb")),
        ("Zirbo, which changed its name to Zorb, grows.", "Organization", ("Zirbo", "Zorb")),
        (
            "Ida Lund, who won under her maiden name, Ida Voss, ran.",
            "Person",
            ("Ida Lund", "Ida Voss"),
        ),
        ("Ida Lund, née Voss, ran.", "Person", ("Ida Lund", "Voss")),
        ("The singer Ida Lund, known as Zaza, ran.", "Person", ("Ida Lund", "Zaza")),
    ],
)
def test_an_article_may_give_one_thing_two_names(text, type_, names):
    (entity,) = named((text, type_, names))
    assert any(reason.startswith("an article calls it both") for reason in entity.reasons)
    assert len(named((text, type_, names), (f"{names[1]} grew.", type_, names[1:]))) in {1, 2}


@pytest.mark.parametrize(
    ("text", "type_", "names"),
    [
        ("Zirbo met Zorb. Formerly known as cheap, it grows.", "Organization", ("Zirbo", "Zorb")),
        ("Ida Lund ran. Known as a town, Zaza slept.", "Person", ("Ida Lund", "Zaza")),
        ("Orla in Lund, formerly known as Voss, grows.", "Place", ("Orla", "Lund", "Voss")),
    ],
)
def test_but_not_by_any_words_before_a_name(text, type_, names):
    assert len(named((text, type_, names))) == len(names)


def test_a_second_surname_may_be_left_out_where_the_post_or_the_words_tell():
    for longer in ("Ida Voss-Lund", "Ida Voss Lund"):
        assert one(longer, "Ida Voss", "Person", texts=(FERRY, SAME_FERRY))
        assert not one(longer, "Ida Voss", "Person", texts=(FERRY, OTHER))
        assert not one(longer, "Ida Brandt", "Person", texts=(FERRY, SAME_FERRY))
    held = {"posts": ("energy secretary",)}
    told = ("Ida Voss Lund", "Person", held), ("Ida Voss", "Person", held)
    (entity,) = resolved(*told, texts=(OTHER, OTHER))
    assert entity.reasons == (
        "one has a surname more; both energy secretary: Ida Voss and Ida Voss Lund",
    )
