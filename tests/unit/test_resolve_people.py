"""People: chains that must not form, evidence that decides, and the names they end up with."""

from __future__ import annotations

import time

import pytest

from kg.model import Article, ArticleEntity
from kg.names import split
from kg.resolve import resolve
from kg.resolve.comparing import Doubt, relation


def person(number, name, *, article=None, **fields):
    article = article or f"article/{number}"
    fields.setdefault("forms", (name,))
    return ArticleEntity(
        id=f"in/{number}", article=article, type="Person", name=name, mentions=1, **fields
    )


def resolved(*members, keywords=None):
    articles = {
        m.article: Article(
            id=m.article, text="", sha256="", keywords=(keywords or {}).get(m.article, ())
        )
        for m in members
    }
    resolution = resolve(members, articles)
    return resolution, {e.id: e for e in resolution.entities}


def names_of(*members, keywords=None):
    return sorted(e.name for e in resolved(*members, keywords=keywords)[0].entities)


@pytest.mark.parametrize(
    ("left", "right", "doubts"),
    [
        ("Angela Merkel", "Angela Merkel", set()),
        ("Donald Trump", "Donald J. Trump", {Doubt.MIDDLE}),
        ("Bill Clinton", "William J. Clinton", {Doubt.NICKNAME, Doubt.MIDDLE}),
        ("J. Smith", "John Smith", {Doubt.INITIAL}),
        ("Donald Trump", "Donald Trump Jr.", {Doubt.SUFFIX}),
        ("Mitt Romney", "Willard Mitt Romney", {Doubt.SECOND}),
        ("Bashar al-Assad", "Bashar Assad", set()),
        ("HR McMaster", "H. R. McMaster", set()),
        ("Sergei Kislyak", "Sergey I. Kislyak", {Doubt.SPELLING, Doubt.MIDDLE}),
        ("Mohammed bin Salman", "Mohammad bin Salman", {Doubt.SPELLING}),
        ("Yusuf Karsh", "Yousuf Karsh", {Doubt.SPELLING}),
        ("Jenny Lind", "Jerry Lind", None),
        ("Carlo Conti", "Carla Conti", None),
        ("Michael Stone", "Michaela Stone", None),
        ("Omar Sharif", "Amar Sharif", None),
        ("Bashir Said", "Nashir Said", None),
        ("Salman Rashid", "Sulman Rashed", None),
        ("George W. Bush", "George H. W. Bush", None),
        ("Ken Griffey Jr.", "Ken Griffey Sr.", None),
        ("John Andrew Smith", "John Adam Smith", None),
        ("James Comey", "James Clapper", None),
    ],
)
def test_relation(left, right, doubts):
    assert relation(split(left), split(right)) == (None if doubts is None else frozenset(doubts))
    assert relation(split(right), split(left)) == (None if doubts is None else frozenset(doubts))


def test_a_chain_does_not_join_two_bushes():
    members = (
        person(1, "George W. Bush"),
        person(2, "George Bush"),
        person(3, "George H. W. Bush"),
        person(4, "Bush"),
    )
    assert len(set(resolved(*members)[0].links.values())) == 4


def test_an_undecided_name_stays_in_its_article():
    members = (
        person(1, "George W. Bush"),
        person(2, "George H. W. Bush"),
        person(3, "George Bush"),
        person(4, "George Bush"),
    )
    links = resolved(*members)[0].links
    assert links["in/3"] != links["in/4"]


def test_keywords_of_the_article_decide():
    members = (
        person(1, "George W. Bush"),
        person(2, "George H. W. Bush"),
        person(3, "George Bush"),
    )
    links = resolved(*members, keywords={"article/3": ("Bush  George W",)})[0].links
    assert links["in/3"] == links["in/1"]


def test_a_further_bearer_makes_a_surname_ambiguous():
    alone = resolved(person(1, "Charles Koch"), person(2, "Koch"))[0].links
    assert alone["in/1"] == alone["in/2"]
    two = resolved(person(1, "Charles Koch"), person(2, "Koch"), person(3, "David Koch"))[0].links
    assert len(set(two.values())) == 3


def test_a_company_of_that_name_makes_a_surname_ambiguous():
    company = ArticleEntity(id="in/9", article="article/9", type="Organization", name="Ford")
    links = resolved(person(1, "Gerald Ford"), person(2, "Ford"), company)[0].links
    assert links["in/1"] != links["in/2"]


def test_one_article_that_keeps_two_names_apart_is_heard():
    posts = ("senator",)
    apart = resolved(
        person(1, "Jim Smith", article="article/1", posts=posts),
        person(2, "James Smith", article="article/1", posts=posts),
    )[0].links
    assert apart["in/1"] != apart["in/2"]
    together = resolved(person(1, "Jim Smith", posts=posts), person(2, "James Smith", posts=posts))[
        0
    ].links
    assert together["in/1"] == together["in/2"]


@pytest.mark.parametrize(
    ("suffix", "posts", "same"),
    [("Jr.", ("vice president",), True), ("Jr.", (), False), ("Sr.", ("senator",), False)],
)
def test_father_and_son_share_their_companions(suffix, posts, same):
    members = []
    for number, name in enumerate((f"Abel Gorman {suffix}", "Abel Gorman")):
        members.append(person(number, name, posts=posts))
        members += [
            person(f"{number}-{companion}", companion, article=f"article/{number}")
            for companion in ("Ada Quist", "Bea Quist")
        ]
    links = resolved(*members)[0].links
    assert (links["in/0"] == links["in/1"]) is same


@pytest.mark.parametrize(
    ("posts", "same"), [(("ambassador",), True), (("spokesman",), False), ((), False)]
)
def test_a_spelling_needs_a_telling_post(posts, same):
    entities = resolved(
        person(1, "Sergei Kislyak", posts=posts), person(2, "Sergey I. Kislyak", posts=posts)
    )[0].entities
    assert (len(entities) == 1) is same
    if same:
        assert entities[0].name == "Sergey I. Kislyak"
        why = "same surname, given names spelt alike; both ambassador"
        assert entities[0].reasons == (f"Sergei Kislyak and Sergey I. Kislyak: {why}",)


@pytest.mark.parametrize(
    ("companions", "same"), [(("Ada Quist", "Bea Quist"), True), (("Ada Quist",), False)]
)
def test_a_spelling_needs_two_companions(companions, same):
    members = [person(1, "Mohammed Dahlan"), person(2, "Mohammad Dahlan")]
    members += [
        person(f"{n}-{name}", name, article=f"article/{n}") for n in (1, 2) for name in companions
    ]
    links = resolved(*members)[0].links
    assert (links["in/1"] == links["in/2"]) is same


def test_one_article_with_both_spellings_names_two_people():
    links = resolved(
        person(1, "Mohammed Dahlan", article="article/1", posts=("ambassador",)),
        person(2, "Mohammad Dahlan", article="article/1", posts=("ambassador",)),
    )[0].links
    assert links["in/1"] != links["in/2"]


def test_a_common_post_is_no_evidence():
    links = resolved(
        person(1, "Jim Smith", posts=("spokesman",)), person(2, "James Smith", posts=("spokesman",))
    )[0].links
    assert links["in/1"] != links["in/2"]


def test_a_keyword_does_not_join_what_text_tells_apart():
    members = (
        person(1, "John Adam Smith"),
        person(2, "John Andrew Smith", keyword_name="John A. Smith"),
    )
    links = resolved(*members)[0].links
    assert links["in/1"] != links["in/2"]


def test_one_slip_of_gender_does_not_split_a_person():
    members = [person(n, "Angela Merkel", gender="f") for n in range(8)]
    members.append(person(9, "Angela Merkel", gender="m"))
    assert len(set(resolved(*members)[0].links.values())) == 1


def test_an_article_that_knows_both_walks_joins_them():
    actor = person(1, "Ronald Reagan", posts=("actor",))
    president = person(2, "Ronald Reagan", posts=("president",))
    both = person(3, "Ronald Reagan", posts=("actor", "president"))
    assert len(set(resolved(actor, president)[0].links.values())) == 2
    assert len(set(resolved(actor, president, both)[0].links.values())) == 1


def test_first_names_alone_are_not_merged():
    assert len(set(resolved(person(1, "Emma"), person(2, "Emma"))[0].links.values())) == 2


def test_surnames_after_a_form_of_address_alone_are_not_merged():
    links = resolved(person(1, "Mr. Kowalczyk"), person(2, "Mr. Kowalczyk"))[0].links
    assert len(set(links.values())) == 2


@pytest.mark.parametrize(
    ("text", "keyword", "name"),
    [
        ("Jeff Sessions", "Jefferson B. Sessions III", "Jeff Sessions"),
        ("Donald Trump", "Donald J. Trump", "Donald J. Trump"),
        ("Mr. Trump", "Donald J. Trump", "Donald J. Trump"),
        ("Joseph Biden", "Joseph R. Biden Jr.", "Joseph R. Biden"),
        ("Hillary Clinton", "Hillary Rodham Clinton", "Hillary Clinton"),
        ("Donald J. Trump", "Donald K. Trump", "Donald J. Trump"),
    ],
)
def test_canonical_name(text, keyword, name):
    entity = resolved(person(1, text, keyword_name=keyword))[0].entities[0]
    assert entity.name == name
    assert set(entity.aliases) == {text, keyword} - {name}


def test_the_fullest_form_of_any_article_is_canonical():
    short, full = person(1, "Donald Trump"), person(2, "Donald J. Trump")
    assert names_of(short, full, person(3, "Trump")) == ["Donald J. Trump"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        (("HR McMaster", "HR McMaster", "H.R. McMaster"), "H.R. McMaster"),
        (("H. R. McMaster", "H.R. McMaster", "H.R. McMaster"), "H.R. McMaster"),
        (("JD Vance", "JD Vance"), "JD Vance"),
    ],
)
def test_initials_with_stops_are_canonical(printed, name):
    assert names_of(*(person(n, form) for n, form in enumerate(printed))) == [name]


def test_a_stray_form_is_not_canonical():
    member = person(1, "Rod Rosenstein", forms=("Rod Rosenstein", "Rosenstein Rod Deputy Attorney"))
    assert names_of(member, person(2, "Rod Rosenstein")) == ["Rod Rosenstein"]


@pytest.mark.parametrize(
    ("forms", "keyword", "name"),
    [
        (("Francis", "Pope Francis"), None, "Pope Francis"),
        (("Queen Elizabeth II",), None, "Queen Elizabeth II"),
        (("Scientologist Tom Cruise", "Tom Cruise"), "Tom Cruise", "Tom Cruise"),
        (("QB Cam Newton", "Cam Newton"), None, "Cam Newton"),
        (("JD Vance", "Vance"), None, "JD Vance"),
        (("Willard Mitt Romney", "Mitt Romney"), None, "Willard Mitt Romney"),
        (("Ms. Kowalczyk",), None, "Kowalczyk"),
    ],
)
def test_titles_and_descriptions_in_names(forms, keyword, name):
    assert names_of(person(1, forms[0], forms=forms, keyword_name=keyword)) == [name]


def test_a_keyword_that_the_text_contradicts_is_not_believed():
    members = (
        person(1, "George W. Bush", keyword_name="George W. Bush"),
        person(2, "George H. W. Bush", keyword_name="George W. Bush"),
    )
    assert names_of(*members) == ["George H. W. Bush", "George W. Bush"]


def test_namesakes_have_ids_of_their_own_whatever_the_order():
    members = [
        person(1, "Michael Jordan", posts=("basketball player",)),
        person(2, "Michael Jordan", posts=("professor",)),
    ]
    forwards, backwards = resolved(*members)[0], resolved(*reversed(members))[0]
    assert len({e.id for e in forwards.entities}) == 2
    assert forwards == backwards


def test_reasons_say_why():
    trump = [person(n, "Donald J. Trump", keyword_name="Donald J. Trump") for n in range(3)]
    bare = person(4, "Trump")
    entity = resolved(*trump, bare)[0].entities[0]
    assert entity.reasons == (
        "same full name in 3 articles",
        "keyword Donald J. Trump",
        "only bearer of the surname in 1 article",
    )


def test_counts():
    entity = resolved(person(1, "Angela Merkel"), person(2, "Merkel"))[0].entities[0]
    assert (entity.articles, entity.mentions, entity.members) == (2, 2, ("in/1", "in/2"))


@pytest.mark.parametrize("shape", ["one name", "bare and two bearers", "all given names differ"])
def test_m4_ten_thousand_articles_of_one_surname(shape):
    given = ["Ada", "Bea", "Cleo", "Dora", "Edda", "Fay", "Gala", "Hana", "Ines", "Judy"]
    members = []
    for n in range(10_000):
        name = {
            "one name": "Ada Smith" if n % 2 else "Smith",
            "bare and two bearers": ["Ada Smith", "Bea Smith", "Smith", "Ms. Smith"][n % 4],
            "all given names differ": f"{given[n % 10]}{given[n // 10 % 10].lower()}x{n} Smith",
        }[shape]
        members.append(person(n, name))
    started = time.process_time()
    resolved(*members)
    assert time.process_time() - started < 5


def test_one_article_that_takes_a_word_for_a_name_does_not_scatter_a_person():
    # "Striker" and "RW" stand before the name in two articles, and were taken for parts of it.
    plain = [person(n, "Reggie Lund", forms=("Lund",)) for n in range(1, 6)]
    odd = [
        person(6, "Striker Reggie Lund", forms=("Reggie Lund", "Lund")),
        person(7, "RW Reggie Lund", forms=("Reggie Lund",)),
        person(8, "RW Lund", forms=("Reggie Lund", "Lund")),
    ]
    assert names_of(*plain, *odd) == ["Reggie Lund"]


def test_people_who_claim_one_name_by_evidence_leave_it_whole():
    # Both Thomases are named with those whom Tom is named with, but they are two.
    names = ["Thomas A. Lund", "Thomas B. Lund", "Tom Lund", "Tom Lund"]
    lunds = [person(n, name) for n, name in enumerate(names)]
    company = [
        person(f"{n}-{k}", name, article=f"article/{n}")
        for n in range(4)
        for k, name in enumerate(("Bo Ek", "Ola By"))
    ]
    found = [name for name in names_of(*lunds, *company) if "Lund" in name]
    assert found == ["Thomas A. Lund", "Thomas B. Lund", "Tom Lund"]


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        (["Actress Mia Lund", "Mia Lund", "Mia Lund"], "Mia Lund"),
        (["Mia Lund", "Mary Mia Lund", "Mia Lund"], "Mary Mia Lund"),
        (["J. Lund", "Jane Lund", "Jane Lund"], "Jane Lund"),
        (["Mia - Lund", "Mia Lund"], "Mia Lund"),
    ],
)
def test_a_canonical_name_has_no_word_that_is_none_of_it(forms, name):
    one = person(1, forms[0], forms=tuple(forms))
    more = [person(n, form, forms=tuple(forms)) for n, form in enumerate(forms[1:], start=2)]
    assert names_of(one, *more) == [name]
