"""Who is meant: roles, descriptions and pronouns, linked or left alone."""

import pytest

pytestmark = pytest.mark.model


def links(document, word):
    """Return the chain names of the mentions that consist of ``word``, in order."""
    return [
        document.chains[m.chain].name
        for m in document.mentions
        if document.doc[m.start : m.end].text == word
    ]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        # posts
        ("Attorney General Jeff Sessions left. The attorney general was angry.",
         "The attorney general", "Jeff Sessions"),
        ("President Trump met Attorney General Jeff Sessions. He praised his attorney general.",
         "his attorney general", "Jeff Sessions"),
        ("Barack Obama met former President George W. Bush. The former president spoke.",
         "The former president", "George W. Bush"),
        # descriptions
        ("Acme Corp. closed. The company has debts.", "The company", "Acme Corp."),
        ("The Supreme Court ruled. The court was clear.", "The court", "Supreme Court"),
        ("The Justice Department sued Google. The department won.",
         "The department", "Justice Department"),
        ("It fell on Jamarat Bridge. The bridge broke.", "The bridge", "Jamarat Bridge"),
        ("Rod Rosenstein, the deputy attorney general who wrote it, left.",
         "the deputy attorney general", "Rod Rosenstein"),
        # pronouns
        ("Jeff Sessions offered to resign as he told President Trump no.", "he", "Jeff Sessions"),
        ("Mr. Sessions offered to leave his job before Mr. Trump’s trip.", "his", "Sessions"),
        ("Mr. Sessions spoke. Mr. Trump did not pick him up at home.", "him", "Sessions"),
        ("Mr. Trump blamed Mr. Sessions. He also blamed the courts.", "He", "Trump"),
        ("After he resigned, Mr. Smith left London.", "he", "Smith"),
        ("Angela Merkel met Vladimir Putin. She left early.", "She", "Angela Merkel"),
        ("Peter Brown shot himself.", "himself", "Peter Brown"),
        ("Acme Corp. said it would close its plant.", "it", "Acme Corp."),
        ("Acme Corp. said it would close its plant.", "its", "Acme Corp."),
        ("“I love it,” Tim Cook said.", "I", "Tim Cook"),
        ("The team from Oslo arrived late. They had lost the keys.", "They", "team from Oslo"),
        ("Three miners escaped, the mayor said, because they had masks.", "they", "Three miners"),
        ("The navy sent its oldest ship to the island.", "its", "navy"),
        ("“I met Peter Brown,” John Smith said. “He was tired.”", "He", "Peter Brown"),
    ],
)  # fmt: skip
def test_mention_is_linked(annotate, text, word, name):
    assert links(annotate(text), word) == [name]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Mr. Trump did not pick him up at home.", "him"),
        ("It is clear that Acme Corp. will close.", "It"),
        ("Acme Corp. closed. It was raining.", "It"),
        ("John Smith asked Peter Brown whether he could help.", "he"),
        ("“I have met him,” Sean Spicer said.", "him"),
        ("Acme Corp. showed a phone of glass. It weighs a pound.", "Acme"),
        ("Acme Corp. bought a car. It is a convertible.", "Acme"),
        ("Miners and farmers met sailors. A storm drowned them.", "them"),
        ("Acme Corp. closed. They were sad.", "They"),
        ("The council took an order. “It was late,” one said.", "It"),
        ("Acme Corp. sued Google Inc. in March. The company won.", "Acme"),
    ],
)
def test_doubtful_mention_is_left_alone(annotate, text, word):
    assert links(annotate(text), word) == []


def test_company_of_two_stays_a_thing_of_its_own(annotate):
    document = annotate("Toyota Motor Corp. sued Honda Motor Co. on Monday. The company won.")
    assert links(document, "The company") == ["company"]


def test_indefinite_post_is_somebody_else(annotate):
    document = annotate("Attorney General Jeff Sessions left. They want another attorney general.")
    assert links(document, "another attorney general") == ["attorney general"]


def test_two_presidents_leave_the_president_open(annotate):
    document = annotate("President Trump met President Macron. The president was late.")
    assert links(document, "The president") == ["president"]


def test_every_link_has_a_reason(annotate):
    document = annotate("Jeff Sessions said he would stay. Mr. Sessions left.")
    assert all(m.reason for m in document.mentions)


def test_a_chain_is_not_named_by_its_pronouns(annotate):
    document = annotate("“I saw nothing,” the fisherman told reporters.")
    assert links(document, "I") == ["fisherman"]


def test_one_speakers_we_is_one_group(annotate):
    document = annotate("“We built our school,” Tim Cook said. “We are proud,” Ann Lee said.")
    assert links(document, "We") + links(document, "our") == ["we (Tim Cook)", "we (Tim Cook)"]


def test_a_single_we_and_that_of_the_article_are_left_alone(annotate):
    assert links(annotate("“We are proud,” Ann Lee said. We left our bags."), "We") == []
