"""Names: what is cut, joined, typed and found again."""

import pytest

pytestmark = pytest.mark.model


def names(document):
    return {
        (document.doc[m.start : m.end].text, m.type) for m in document.mentions if m.kind == "name"
    }


def chain(document, name):
    return next(c for c in document.chains if c.name == name)


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Gov. Chris Christie of New Jersey spoke.", "Chris Christie", "Person"),
        ("Attorney General Jeff Sessions spoke.", "Jeff Sessions", "Person"),
        ("Mr. Trump’s lawyer spoke on Monday.", "Mr. Trump", "Person"),
        (
            "The State Department Spokesperson, Jeff Rathke, spoke.",
            "State Department",
            "Organization",
        ),
        ("The White House declined to comment.", "White House", "Organization"),
        ("The stampede happened at Jamarat Bridge near Mecca.", "Jamarat Bridge", "Facility"),
        ("It happened during the Hajj last year.", "Hajj", "Event"),
        ("Two Frenchmen and three Muslims were arrested.", "Muslims", "Group"),
        ("The Indonesian navy sank a boat.", "Indonesian", "Place"),
        ("Mr. Smith said The New York Times reported it.", "The New York Times", "Organization"),
        ("Prime Minister Theresa May resigned.", "Theresa May", "Person"),
        ("It shows Scientologist Tom Cruise in a video.", "Tom Cruise", "Person"),
    ],
)
def test_name_has_its_span_and_type(annotate, text, name, type_):
    assert (name, type_) in names(annotate(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Home Secretary left the room.",
        "The Secretary of State left the room.",
        "The Attorney General left the room.",
    ],
)
def test_post_is_no_name(annotate, text):
    assert names(annotate(text)) == set()


def test_known_name_is_found_at_the_head_of_a_sentence(annotate):
    document = annotate("Colette Heald led the study. It was long. Heald noted a trend.")
    assert chain(document, "Colette Heald").forms == ("Heald",)


def test_keyword_gives_the_fuller_name(annotate):
    document = annotate("Jeff Sessions spoke. Mr. Sessions left.", "Sessions  Jefferson B III")
    assert chain(document, "Jeff Sessions").keyword_name == "Jefferson B. Sessions III"


def test_keyword_of_another_person_is_not_taken(annotate):
    document = annotate("Pete Sessions spoke in Dallas.", "Sessions  Jefferson B III")
    assert chain(document, "Pete Sessions").keyword_name is None


@pytest.mark.parametrize(
    ("text", "name", "forms"),
    [
        ("The Federal Bureau of Investigation (FBI) said so. The F.B.I. left.",
         "Federal Bureau of Investigation", ("FBI", "F.B.I.")),
        ("The Department of Justice sued. The Justice Department won.",
         "Department of Justice", ("Justice Department",)),
        ("Toyota Motor Corp. recalled cars. Toyota apologized.", "Toyota Motor Corp.", ("Toyota",)),
        ("The Washington Post reported it. The Post declined to comment.",
         "Washington Post", ("Post",)),
        ("The United States agreed. The U.S. left.", "United States", ("U.S.",)),
    ],
)  # fmt: skip
def test_forms_of_one_name_are_one_chain(annotate, text, name, forms):
    assert set(forms) <= set(chain(annotate(text), name).forms)


def test_surname_of_two_people_stays_alone(annotate):
    document = annotate("George W. Bush and Jeb Bush spoke. Bush was angry.")
    assert [c.name for c in document.chains] == ["George W. Bush", "Jeb Bush", "Bush"]


def test_honorific_tells_a_couple_apart(annotate):
    document = annotate("Hillary Clinton met Bill Clinton. Mrs. Clinton spoke.")
    assert chain(document, "Hillary Clinton").forms == ("Mrs. Clinton",)


def test_described_person_is_local_and_anonymous(annotate):
    document = annotate("A spokesman for Mr. Sessions declined to comment.")
    spokesman = chain(document, "spokesman for Mr. Sessions")
    assert (spokesman.local, spokesman.anonymous, spokesman.type) == (True, True, "Person")


def test_a_name_inside_a_longer_one_joins_its_own_chain(annotate):
    document = annotate("Norhaven voted on Sunday. The Norhaven Police Department stood by.")
    inside = [m for m in document.mentions if m.reason.startswith("named inside")]
    assert [document.doc[m.start : m.end].text for m in inside] == ["Norhaven"]
    assert document.chains[inside[0].chain].name == "Norhaven"


@pytest.mark.parametrize(
    "text",
    [
        "The Norhaven Police Department stood by.",  # not named by itself
        "Berlin slept. Irving Berlin wrote songs.",  # a person's name is one name
        "The Foundation of Mexico City met in Mexico City.",  # nor is a place's taken apart
        "French voters met. The French Red Cross was there.",  # an adjective
    ],
)
def test_names_are_not_taken_apart(annotate, text):
    document = annotate(text)
    inside = [m for m in document.mentions if m.reason.startswith("named inside")]
    assert [document.doc[m.start : m.end].text for m in inside if m.end - m.start == 1] == []


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Sweden beat Norway on Sunday. Sweden had more of the ball.", "Sweden", "Organization"),
        ("Sweden beat Norway on Sunday. Norway had more of the ball.", "Norway", "Organization"),
        ("Sweden 2 – 1 Norway", "Norway", "Organization"),
        ("Sweden sent doctors to Norway.", "Sweden", "Place"),
        ("The lake lies in Norway. Sweden voted 52 – 48 to join.", "Sweden", "Place"),
        ("The Alder Ridge School District closed.", "Alder Ridge School District", "Organization"),
        ("The Harbour Convention Centre closed.", "Harbour Convention Centre", "Facility"),
    ],
)
def test_a_name_has_the_type_that_its_words_and_verbs_give_it(annotate, text, name, type_):
    found = {chain.name: chain.type for chain in annotate(text).chains}
    assert found[name] == type_


def test_initials_in_brackets_are_a_name_of_the_same_body(annotate):
    document = annotate("The Global Water Fund (GWF) met in Oslo. GWF has twelve members.")
    names = [document.doc[m.start : m.end].text for m in document.mentions if m.chain == 0]
    assert names == ["Global Water Fund", "GWF", "GWF"]


def test_other_words_in_brackets_are_no_initials(annotate):
    document = annotate("The Global Water Fund (OK) met in Oslo.")
    assert "OK" not in [document.doc[m.start : m.end].text for m in document.mentions]
