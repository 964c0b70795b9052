"""Which things are spoken of again: chains of noun phrases that name nobody."""

import pytest

pytestmark = pytest.mark.model


def chains(document):
    """Return the words of each chain that has two mentions or more."""
    found = {}
    for mention in document.mentions:
        words = document.doc[mention.start : mention.end].text
        found.setdefault(mention.chain, []).append(words)
    return [words for words in found.values() if len(words) > 1]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The council signed a secret treaty. The treaty ends in May.",
         ["a secret treaty", "The treaty"]),
        ("They built a bridge of steel. This steel bridge fell.",
         ["a bridge", "This steel bridge"]),
        ("A ban on plastic bags came in. It rained. The same ban failed before.",
         ["A ban", "The same ban"]),
        ("The Winter Jazz Festival opened in Norhaven. The festival ends on Sunday.",
         ["Winter Jazz Festival", "The festival"]),
        ("Two reports came out. These reports were long.", ["Two reports", "These reports"]),
    ],
)  # fmt: skip
def test_a_definite_noun_takes_up_the_same_noun(annotate, text, chain):
    assert chain in chains(annotate(text))


@pytest.mark.parametrize(
    "text",
    [
        "The council signed a treaty. A treaty ends in May.",  # another one
        "The council signed a treaty. The secret treaty ends in May.",  # says more
        "The council signed a treaty. The treaty with Norland ends in May.",
        "The council signed a treaty. The treaties end in May.",  # several
        "No treaty was signed. The treaty ends in May.",
        "It rained last year. The year was wet.",  # a time
        "The firm sold 22 aircraft. The aircraft was white.",  # one of them
    ],
)
def test_what_may_be_another_thing_is_left_alone(annotate, text):
    assert chains(annotate(text)) == []


def test_a_thing_that_is_not_spoken_of_again_has_no_chain(annotate):
    document = annotate("The council signed a treaty in the old hall.")
    assert all("treaty" not in chain.name for chain in document.chains)


def test_the_latest_of_several_things_is_taken_up(annotate):
    text = "A red car crashed. A blue car crashed. The car burned."
    assert chains(annotate(text)) == [["A blue car", "The car"]]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Norway closed its ports. The country has forty of them.", "Norway"),
        ("The fire reached Oslo in June. The city was emptied.", "Oslo"),
    ],
)
def test_the_only_name_just_before_can_be_called_by_its_kind(annotate, text, chain):
    document = annotate(text)
    named = [m for m in document.mentions if m.reason.startswith("the only one just before")]
    assert [document.chains[m.chain].name for m in named] == [chain]


@pytest.mark.parametrize(
    "text",
    [
        "Norway called Sweden. The country has forty ports.",
        "The fire reached Oslo in June. The country was warned.",
        "Norway closed its ports. The neighbouring country has forty of them.",
    ],
)
def test_a_kind_that_fits_two_names_or_none_is_left_alone(annotate, text):
    assert not any(m.reason.startswith("the only one") for m in annotate(text).mentions)
