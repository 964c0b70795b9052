"""Namesakes over articles: what an article tells around a name keeps two of that name apart."""

import pytest

from kg.lexicon.common_words import content_words
from kg.model import Article, ArticleEntity
from kg.resolve import resolve
from kg.resolve.lives import contradict, life_of, marked, season_of


def article(number, text, published="2031-06-06"):
    return Article(id=f"article/{number}", text=text, sha256=str(number), published=published)


def member(number, name, type_="Person", **fields):
    id_ = f"in/{number}-{name}"
    one = f"article/{number}"
    return ArticleEntity(id=id_, article=one, type=type_, name=name, mentions=1, **fields)


def entities(name, *told, type_="Person", others=()):
    """Return in how many entities a name is that articles of some texts and days use."""
    articles = [article(n, text, day) for n, (text, day) in enumerate(told)]
    members = [member(n, name, type_) for n, _ in enumerate(told)]
    links = resolve([*members, *others], {a.id: a for a in articles}).links
    return len({links[m.id] for m in members})


def place(number, name):
    return member(number, name, "Place")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Odo Brandt, 19, was fined.", "Odo Brandt, 71, left the bench."),
        ("A 15-year-old won. Odo Brandt of Ulm played.", "Odo Brandt, 40, sang."),
        ("The painter Odo Brandt, who died in 1934, is shown.", "Odo Brandt said he would run."),
        ("Odo Brandt charted the coast in the 1790s.", "Odo Brandt said the port was full."),
        ("Odo Brandt wrote it.", "Odo Brandt, a baker, is no relation to the novelist."),
        ("Odo Brandt wrote it.", "Odo Brandt shares only a name with the novelist."),
        ("Odo Brandt sang in Ulm. He bowed.", "The rock band Odo Brandt tours."),
    ],
)
def test_people_of_one_name_are_two_where_the_articles_say_so(first, second):
    assert entities("Odo Brandt", (first, "2031-06-06"), (second, "2031-06-06")) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Odo Brandt, 58, was fined.", ("Odo Brandt, 60, was freed.", "2033-01-01")),
        ("Odo Brandt was fined.", ("Odo Brandt said it was late.", "2033-01-01")),
        ("Odo Brandt said he was well.", ("Odo Brandt, who died in 2032, sang.", "2033-01-01")),
        ("Odo Brandt, 58, was fined.", ("A 9-year-old met Odo Brandt. Ida Lund did too.", "2031")),
    ],
)
def test_and_are_one_where_nothing_speaks_against_it(first, second):
    assert entities("Odo Brandt", (first, "2031-06-06"), second) == 1


def test_two_countries_and_nothing_in_common_are_two_people_or_banks():
    told = (
        ("He spoke in Ohio. {} fined deputies.", "2031"),
        ("{} of Leeds bought mosaics.", "2031"),
    )
    where = (place(0, "Ohio"), place(1, "Leeds"))
    for name, type_, expected in (
        ("Odo Brandt", "Person", 2), ("Union Bank", "Organization", 2), ("Zorblax", "Organization", 1),
    ):  # fmt: skip
        texts = [(text.format(name), day) for text, day in told]
        assert entities(name, *texts, type_=type_, others=where) == expected


def test_what_two_articles_have_in_common_outweighs_where_they_are():
    told = (
        ("Odo Brandt showed mosaics, tapestries and coins in Ohio.", "2031"),
        ("The coins, mosaics and tapestries of Odo Brandt came to Leeds.", "2031"),
    )
    assert entities("Odo Brandt", *told, others=(place(0, "Ohio"), place(1, "Leeds"))) == 1


def test_a_third_article_that_has_much_in_common_with_both_shows_that_two_are_one():
    told = (
        ("Odo Brandt showed coins, stamps, maps and harps in Ohio.", "2031"),
        ("Odo Brandt spoke in Leeds of ferries, canals, locks and weirs.", "2031"),
        (
            "Odo Brandt wrote of coins, stamps, maps, harps, ferries, canals, locks and weirs.",
            "2031",
        ),
    )
    where = (place(0, "Ohio"), place(1, "Leeds"))
    assert entities("Odo Brandt", *told[:2], others=where) == 2
    assert entities("Odo Brandt", *told, others=where) == 1


def test_of_two_of_a_surname_in_one_article_neither_is_a_namesake_of_a_third():
    told = ("Odo Brandt met Ida Brandt, who is no relation to him.", "2031")
    known = member(0, "Ida Brandt")
    assert entities("Odo Brandt", told, ("Odo Brandt slept.", "2031"), others=(known,)) == 1


def test_a_storm_is_of_its_year():
    past = ("The storm of 1998 is remembered. Cyclone Orla took the roofs.", "2018-03-02")
    now = ("Cyclone Orla turned away.", "2022-02-11")
    assert entities("Cyclone Orla", past, now, type_="Event") == 2
    assert entities("Cyclone Orla", now, ("Cyclone Orla ended.", "2022-02-12"), type_="Event") == 1
    assert season_of("Orla Lund", "The storm of 1998", 2018) is None


def test_a_surname_alone_is_not_the_brothers():
    told = (
        article(0, "The minister, Odo Brandt, ordered a review."),
        article(1, "Captain Brandt, whose brother is the minister, sailed."),
    )
    links = resolve(
        [member(0, "Odo Brandt"), member(1, "Brandt")], {one.id: one for one in told}
    ).links
    assert len(set(links.values())) == 2


def test_a_town_of_the_name_of_a_capital_is_found_by_its_state():
    first = article(0, "The last bus left Paris, the French capital.")
    second = article(1, "A storm took the roof off in Paris, a city of 25,000 in northeast Texas.")
    known = {first.id: first, second.id: second}
    found = resolve([place(0, "Paris"), place(1, "Paris")], known).entities
    assert sorted(e.same_as != () for e in found) == [False, True]
    assert len(found) == 2


def test_a_state_is_not_the_city_of_its_name():
    told = (("Growers in Washington say so. The state may pay.", "2031"),
            ("Lines in Washington will close. The mayor said so.", "2031"))  # fmt: skip
    assert entities("Washington", *told, type_="Place") == 2


def test_a_city_is_not_its_team():
    told = (("Trams rolled through Orla Bay again.", "2031"),
            ("Orla Bay beat Lund 2-1, as the coach had said. The league is close.", "2031"))  # fmt: skip
    assert entities("Orla Bay", *told, type_="Place") == 2


def test_an_age_beside_a_name_tells_when_somebody_was_born():
    told = [marked("Brandt, 58, was fined.", ["Odo Brandt", "Brandt"])]
    life = life_of(told, year=2031, alone=False)
    assert life.born == (1972, 1973)
    other = [marked("Brandt, 58, was fined.", ["Lund", "Bran"])]
    assert life_of(other, year=2031, alone=False).born is None
    undated = life_of(told, year=None, alone=True)
    assert contradict(life, undated) is None


def test_content_words_are_those_that_tell_what_a_text_is_about():
    assert content_words("Two buses ran, police said on Monday.") == {"bus", "ran", "police"}


def meant(text, *full):
    """Return whom an article of some people means by their surname alone."""
    people = [member(0, name) for name in full]
    surname = full[0].split()[-1]
    bare = member(0, surname)
    links = resolve([*people, bare], {"article/0": article(0, text)}).links
    return [m.name for m in people if links[m.id] == links[bare.id]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ida Lund spoke. A memo to Lund was lost. Odo Lund, no kin of hers, sang.", ["Ida Lund"]),
        ("Odo Lund left. It was late. Lund bowed. Then Ida Lund came.", ["Odo Lund"]),
        ("Ida Lund spoke. Odo Lund sang. Then Lund left.", []),
        ("Lund left. Ida Lund spoke. Odo Lund sang.", []),
        ("Ida Lund spoke. A memo to Lund was lost. Odo Lund sang. Then Lund left.", []),
    ],
)
def test_a_surname_is_of_whom_the_article_had_named_alone(text, who):
    assert meant(text, "Ida Lund", "Odo Lund") == who
