"""Each construction that the extractors promise, on a sentence of its own."""

import pytest

from kg.extract import extract
from kg.model import Article, Ref

pytestmark = pytest.mark.model

# sentence → (subject, lemma, object, polarity, stance) that must be among its claims
FOUND = [
    ("Maria Keller turned down the offer.", ("Maria Keller", "turn down", "offer", "positive", "asserted")),
    ("Tom Brandt has blamed Maria Keller for the delay.", ("Tom Brandt", "blame", "Maria Keller", "positive", "asserted")),
    ("The contract was signed by Maria Keller.", ("Maria Keller", "sign", "contract", "positive", "asserted")),
    ("Three officers were killed on Monday.", ("Three officers", "be killed", None, "positive", "asserted")),
    ("Maria Keller offered to resign.", ("Maria Keller", "offer", "resignation", "positive", "asserted")),
    ("Maria Keller wants to replace Tom Brandt.", ("Maria Keller", "want to replace", "Tom Brandt", "positive", "asserted")),
    ("Maria Keller does not want to replace Tom Brandt.", ("Maria Keller", "want to replace", "Tom Brandt", "negative", "asserted")),
    ("Tom Brandt asked Maria Keller to drop the case.", ("Maria Keller", "drop", "case", "positive", "hypothetical")),
    ("Tom Brandt asked Maria Keller to drop the case.", ("Tom Brandt", "ask", "Maria Keller", "positive", "asserted")),
    ("Maria Keller recused herself from the inquiry.", ("Maria Keller", "recuse from", "inquiry", "positive", "asserted")),
    ("The club announced a concert to be held in May.", ("concert", "be held", None, "positive", "hypothetical")),
    ("Maria Keller was the first pilot to fly the plane.", ("Maria Keller", "be", "first pilot to fly the plane", "positive", "asserted")),
    ("Tom Brandt thanked those who helped the victims.", ("Tom Brandt", "thank", "those who helped the victims", "positive", "asserted")),
    ("The update enables users to edit photos.", ("users", "edit", "photos", "positive", "hypothetical")),
    ("The deal enabled Tom Brandt to buy the yard.", ("Tom Brandt", "buy", "yard", "positive", "asserted")),
    ("Maria Keller left without telling Tom Brandt.", ("Maria Keller", "tell", "Tom Brandt", "negative", "asserted")),
    ("The police searched the ship and seized two tons of cocaine.", ("police", "seize", "two tons of cocaine", "positive", "asserted")),
    ("The firm hired Ida Holm, Tom Brandt, and Kim Lee.", ("firm", "hire", "Tom Brandt", "positive", "asserted")),
    ("The firm fired managers and clerks.", ("firm", "fire", "clerks", "positive", "asserted")),
    ("The firm sued Johnson & Johnson and Pfizer.", ("firm", "sue", "Johnson & Johnson", "positive", "asserted")),
    ("The firm sued Johnson & Johnson and Pfizer.", ("firm", "sue", "Pfizer", "positive", "asserted")),
    ("Tom Brandt praised the inquiry conducted by the ministry.", ("ministry", "conduct", "inquiry", "positive", "asserted")),
    ("Tom Brandt praised the doctor who treated the patients.", ("doctor", "treat", "patients", "positive", "asserted")),
    ("Courts have blocked the order that Maria Keller signed.", ("Maria Keller", "sign", "order", "positive", "asserted")),
    ("Tom Brandt said Maria Keller had met the ambassador.", ("Maria Keller", "meet", "ambassador", "positive", "reported")),
    ("Maria Keller has met the ambassador, according to two officials.", ("Maria Keller", "meet", "ambassador", "positive", "reported")),
    ("Tom Brandt denied that Maria Keller had met the ambassador.", ("Maria Keller", "meet", "ambassador", "negative", "reported")),
    ("Maria Keller will visit the harbor.", ("Maria Keller", "visit", "harbor", "positive", "hypothetical")),
    ("Maria Keller may visit the harbor.", ("Maria Keller", "visit", "harbor", "positive", "hypothetical")),
    ("If Maria Keller visits the harbor, the strike will end.", ("Maria Keller", "visit", "harbor", "positive", "hypothetical")),
    ("Reporters asked whether Maria Keller had visited the harbor.", ("Maria Keller", "visit", "harbor", "positive", "hypothetical")),
    ("Maria Keller reportedly visited the harbor.", ("Maria Keller", "visit", "harbor", "positive", "reported")),
    ("Maria Keller is said to have visited the harbor.", ("Maria Keller", "visit", "harbor", "positive", "reported")),
    ("Tom Brandt knew that Maria Keller had visited the harbor.", ("Maria Keller", "visit", "harbor", "positive", "asserted")),
    ("No talks were held on Monday.", ("talks", "be held", None, "negative", "asserted")),
    ("Maria Keller never visited the harbor.", ("Maria Keller", "visit", "harbor", "negative", "asserted")),
    ("Nobody visited the harbor.", ("anyone", "visit", "harbor", "negative", "asserted")),
    ("Tom Brandt accused Maria Keller of hiding the report.", ("Maria Keller", "hide", "report", "positive", "reported")),
    ("The guards prevented Maria Keller from leaving the building.", ("Maria Keller", "leave", "building", "negative", "asserted")),
    ("Maria Keller, a former judge, is a lawyer who defends refugees.", ("Maria Keller", "defend", "refugees", "positive", "asserted")),
    ("Maria Keller declined to comment.", ("Maria Keller", "decline", "comment", "positive", "asserted")),
    ("The summit took place in Geneva.", ("summit", "take place in", "Geneva", "positive", "asserted")),
    ("It should be noted that the firm doubled its sales.", ("firm", "double", "sales", "positive", "asserted")),
    ("Maria Keller went on to praise the troops.", ("Maria Keller", "praise", "troops", "positive", "asserted")),
    ("The firm sold two Boeings to the ministry.", ("firm", "sell", "two Boeings", "positive", "asserted")),
    ("The portal excluded non-members.", ("portal", "exclude", "non-members", "positive", "asserted")),
    ("Tom Brandt told clients to hold the phone without covering the lens.", ("clients", "cover", "lens", "negative", "hypothetical")),
    ("The support rate is already above 95%.", ("support rate", "be above", "95%", "positive", "asserted")),
    ("Tom Brandt was told to stop and leave the building.", ("Tom Brandt", "leave", "building", "positive", "hypothetical")),
    ("Parliament passed a bill to ban the sale.", ("bill", "ban", "sale", "positive", "hypothetical")),
    ("Tom Brandt was arrested on suspicion of robbing Maria Keller.", ("Tom Brandt", "rob", "Maria Keller", "positive", "reported")),
    ("Maria Keller closed the port in a bid to deter smugglers.", ("Maria Keller", "deter", "smugglers", "positive", "hypothetical")),
    ("They praised the speech of their mayor, Maria Keller.", ("Maria Keller", "hold", "mayor", "positive", "asserted")),
    ("They mourned their child, Ida Holm.", ("Ida Holm", "be", "child", "positive", "asserted")),
    ("The army fired not shells but rockets.", ("army", "fire", "shells", "negative", "asserted")),
    ("The army fired not shells but rockets.", ("army", "fire", "rockets", "positive", "asserted")),
    ("The army did not fire shells but rockets.", ("army", "fire", "rockets", "positive", "asserted")),
    ("The army fired shells, but not rockets.", ("army", "fire", "rockets", "negative", "asserted")),
    ("Not Maria Keller but Tom Brandt resigned.", ("Tom Brandt", "resign", None, "positive", "asserted")),
    ("The deal was welcome but not a surprise.", ("deal", "be", "surprise", "negative", "asserted")),
    ("Tom Brandt is not a lawyer but a judge.", ("Tom Brandt", "hold", "judge", "positive", "asserted")),
    ("The radio stops when drivers take a call and offers help.", ("radio", "offer", "help", "positive", "asserted")),
    ("Maria Keller pressed for them to stop and praised the vote.", ("Maria Keller", "praise", "vote", "positive", "asserted")),
    ("The navy has flown many missions, conducted ten raids and left.", ("navy", "conduct", "ten raids", "positive", "asserted")),
    ("Last year's summit was a success.", ("Last year's summit", "be", "success", "positive", "asserted")),
    ("Tom Brandt bought a ship called Petrel.", ("ship", "be called", "Petrel", "positive", "asserted")),
    ("The store passes U.S. electronics retailer Best Shop in sales.", ("store", "pass", "Best Shop", "positive", "asserted")),
    ("The paper quotes Maria Keller as saying the bill ignores the facts.", ("bill", "ignore", "facts", "positive", "reported")),
    ('Tom Brandt said the firm has "ups and downs" due to its debts.', ("firm", "have", "ups and downs", "positive", "reported")),
    ("The company, the homepage of which displays a photograph, closed.", ("homepage of company", "display", "photograph", "positive", "asserted")),
    ("On the big player, 150 hours can be stored.", ("150 hours", "be stored", None, "positive", "hypothetical")),
    ("Voters chose between the old flag and the new flag.", ("Voters", "choose between", "old flag and the new flag", "positive", "asserted")),
    ("It is crucial that children have enough iodine.", ("children", "have", "enough iodine", "positive", "hypothetical")),
    ("The flag is based on an old one; the new one would be unique.", ("flag", "be based", None, "positive", "asserted")),
    ("The hall had large areas set up for guests to try the games.", ("guests", "try", "games", "positive", "hypothetical")),
]  # fmt: skip


def claims(annotator, sentence):
    article = Article(id="article/x", text=sentence, sha256="0" * 64, published="2017-06-06")
    return extract(annotator.annotate(article)).claims


def row(claim):
    thing = claim.object
    name = thing.name if isinstance(thing, Ref) else thing and thing.value
    return (claim.subject.name, claim.predicate.lemma, name, str(claim.polarity), str(claim.stance))


@pytest.mark.parametrize(("sentence", "expected"), FOUND)
def test_a_construction_gives_its_claim(annotator, sentence, expected):
    assert expected in [row(c) for c in claims(annotator, sentence)]


NEVER_BARE = [
    ("Maria Keller refused to sign the contract.", "sign"),
    ("Tom Brandt asked Maria Keller to sign the contract.", "sign"),
    ("Maria Keller pretended to sign the contract.", "sign"),
    ("Maria Keller may sign the contract.", "sign"),
    ("Maria Keller did not sign the contract.", "sign"),
    ("Did Maria Keller sign the contract?", "sign"),
    ("Tom Brandt hopes that Maria Keller signs the contract.", "sign"),
    ("Had Maria Keller signed the contract, the strike would have ended.", "sign"),
    ("Maria Keller left instead of signing the contract.", "sign"),
    ("Maria Keller came to sign the contract.", "sign"),
]


@pytest.mark.parametrize(("sentence", "lemma"), NEVER_BARE)
def test_what_is_not_stated_is_never_a_bare_claim(annotator, sentence, lemma):
    bare = [
        c
        for c in claims(annotator, sentence)
        if c.predicate.lemma == lemma and c.polarity == "positive" and c.stance != "hypothetical"
    ]
    assert bare == []


def test_the_quote_is_the_text_at_its_offsets(annotator):
    text = "Maria Keller met Tom Brandt.\nShe thanked him, and he left the harbor."
    for claim in claims(annotator, text):
        assert claim.evidence.quote == text[claim.evidence.start : claim.evidence.end]


def test_an_unresolved_pronoun_makes_no_claim(annotator):
    assert [row(c)[0] for c in claims(annotator, "They bought the harbor.")] == []


def test_sources_run_from_the_innermost_outwards(annotator):
    sentence = "Tom Brandt told Maria Keller he needed time, according to two officials."
    found = claims(annotator, sentence)
    need = [c for c in found if c.predicate.lemma == "need"]
    assert [s.name for c in need for s in c.attribution] == ["Tom Brandt", "two officials"]
    assert [s.anonymous for c in need for s in c.attribution] == [False, True]


def test_a_time_in_front_holds_of_coordinate_clauses(annotator):
    found = claims(annotator, "On Friday, police searched the ship, and the navy seized the cargo.")
    times = {c.predicate.lemma: [q.value for q in c.qualifiers if q.role == "time"] for c in found}
    assert times == {"search": ["2017-06-02"], "seize": ["2017-06-02"]}


@pytest.mark.parametrize(
    ("sentence", "role", "value"),
    [
        ("Maria Keller ruled the city for 22 years.", "for", "P22Y"),
        ("Maria Keller waited two hours.", "amount", "PT2H"),
    ],
)
def test_how_long_it_lasted_is_kept(annotator, sentence, role, value):
    (found,) = claims(annotator, sentence)
    assert (role, value) in [(q.role, q.value) for q in found.qualifiers]


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("The army fired shells, but not rockets.", "rockets"),
        ("Not Maria Keller but Tom Brandt praised the army.", "Maria Keller"),
        ("Tom Brandt is a lawyer, not a judge.", "judge"),
    ],
)
def test_what_is_contrasted_is_never_a_bare_fact(annotator, sentence, denied):
    bare = [row(c) for c in claims(annotator, sentence) if str(c.polarity) == "positive"]
    assert [r for r in bare if denied in (r[0], r[2])] == []


def test_a_sentence_before_a_colon_is_not_what_the_next_is_about(annotator):
    found = claims(annotator, "Laws have been ignored, homes have been raided and clerks arrested.")
    assert ("homes", "be raided", None) in [row(c)[:3] for c in found]


def test_a_first_name_that_is_also_a_post_is_a_first_name(annotator):
    found = claims(annotator, "Dean Holm founded the contest.")
    assert [row(c)[:3] for c in found] == [("Dean Holm", "found", "contest")]


def test_what_stands_in_front_holds_of_both_verbs(annotator):
    found = claims(annotator, "After the attack, police came and disarmed Tom Brandt.")
    assert {c.predicate.lemma for c in found if ("after", "attack") in names(c)} == {
        "come",
        "disarm",
    }


def test_a_place_within_a_place_is_named(annotator):
    (found,) = claims(annotator, "Maria Keller met Tom Brandt at a hotel in Geneva.")
    assert ("place", "Geneva") in names(found)


def test_each_quotation_speaks_for_itself(annotator):
    found = claims(annotator, 'Maria Keller said the plan "must be dropped": "The cuts are cruel."')
    assert [str(c.stance) for c in found if c.predicate.lemma == "be"] == ["reported"]


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Many buyers reported problems opening the page.", "open"),
        ("France will lose 4,300 jobs, followed by Germany.", "follow"),
        ("The delay was due to what the makers call interference.", "call"),
        ("The price fell in all cases examined.", "be examined"),
        ("Tom Brandt asked what the flag should mean on the page.", "mean on"),
        ("The law was sound. The government was forty percent.", "be forty"),
    ],
)
def test_what_is_not_said_is_not_claimed(annotator, sentence, verb):
    assert verb not in {c.predicate.lemma for c in claims(annotator, sentence)}


def test_a_pronoun_holds_no_post_that_somebody_else_is_titled_with(annotator):
    text = (
        "President Ida Holm met President Tom Brandt. He became the first president to visit Bonn."
    )
    posts = [c for c in claims(annotator, text) if c.predicate.id == "org:holds"]
    assert {c.evidence.quote for c in posts} == {"President Ida Holm met President Tom Brandt."}


def test_a_place_belongs_to_the_person_met_there(annotator):
    found = claims(annotator, "Ida Berg met Ann Holm in Oslo and Tom Berg in Lima.")
    assert {(c.object.name, dict(names(c))["place"]) for c in found} == {
        ("Ann Holm", "Oslo"),
        ("Tom Berg", "Lima"),
    }


def test_a_distance_in_time_is_no_amount(annotator):
    (found,) = claims(annotator, "Two days after the debate, Maria Keller left the party.")
    assert "amount" not in dict(names(found))


def names(claim):
    return [(q.role, q.name) for q in claim.qualifiers]


def test_a_post_is_claimed_once_with_what_it_is_of(annotator):
    named = "Sean Porter, the White House spokesman"
    found = claims(annotator, f"{named}, left. {named}, returned.")
    posts = [c for c in found if c.predicate.id == "org:holds"]
    assert [(row(c)[:3], [q.name for q in c.qualifiers], str(c.status)) for c in posts] == [
        (("Sean Porter", "hold", "spokesman"), ["White House"], "current")
    ]


def test_what_somebody_is_called_in_quotation_marks_stays_with_the_calling(annotator):
    found = claims(
        annotator, "Tom Brandt called the decision ‘an unprecedented judicial retreat’ at a rally."
    )
    assert [
        (
            row(c)[:3],
            ("as", "unprecedented judicial retreat") in [(q.role, q.name) for q in c.qualifiers],
        )
        for c in found
    ] == [(("Tom Brandt", "call", "decision"), True)]


def test_a_cause_in_front_of_a_deed_is_not_its_content(annotator):
    found = claims(
        annotator, "The court refused to restore it, so Maria Keller signed a narrower order."
    )
    (signed,) = [c for c in found if c.predicate.lemma == "sign"]
    assert [q.role for q in signed.qualifiers] == []


def test_going_on_says_nothing_but_what_came_next(annotator):
    found = claims(annotator, "Maria Keller went on to accuse Tom Brandt.")
    assert [row(c)[:3] for c in found] == [("Maria Keller", "accuse", "Tom Brandt")]


def test_as_well_is_no_manner(annotator):
    (made,) = claims(annotator, "Tom Brandt fired the clerks as well.")
    assert names(made) == []


def test_a_feeling_that_something_is_so_is_on_the_word_of_who_has_it(annotator):
    found = claims(annotator, "Maria Keller is worried that the plant was sold.")
    (sold,) = [c for c in found if c.predicate.lemma == "be sold"]
    assert (str(sold.stance), [s.name for s in sold.attribution]) == (
        "hypothetical",
        ["Maria Keller"],
    )


def test_the_same_document_gives_the_same_extraction(annotator):
    text = "Maria Keller, the mayor of Bonn, told reporters that she would not resign."
    assert claims(annotator, text) == claims(annotator, text)
