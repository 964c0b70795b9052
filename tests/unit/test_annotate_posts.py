"""Posts: one case for each construction that gives somebody one."""

import pytest

pytestmark = pytest.mark.model


def holdings(document):
    return {
        (
            document.chains[h.person].name,
            h.label,
            None if h.of is None else document.chains[h.of].name,
            str(h.status),
        )
        for h in document.holdings
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # titles
        ("Attorney General Jeff Sessions left.",
         ("Jeff Sessions", "attorney general", None, "current")),
        ("Gov. Chris Christie of New Jersey left.",
         ("Chris Christie", "governor", "New Jersey", "current")),
        ("On Monday President Trump left.", ("Trump", "president", None, "current")),
        ("Major general Fuad Basya left.", ("Fuad Basya", "major general", None, "current")),
        ("French President Emmanuel Macron left.",
         ("Emmanuel Macron", "president", "France", "current")),
        ("Apple CEO Tim Cook left.", ("Tim Cook", "chief executive", "Apple", "current")),
        ("Former President Barack Obama left.", ("Barack Obama", "president", None, "former")),
        ("President-elect Joe Biden left.", ("Joe Biden", "president", None, "designate")),
        ("Acting Attorney General Sally Yates left.",
         ("Sally Yates", "attorney general", None, "acting")),
        ("Senator Olivia Brandt, Democrat of Ohio, left.",
         ("Olivia Brandt", "senator", "Ohio", "current")),
        ("Representative Adam Marsh, Republican from Texas, left.",
         ("Adam Marsh", "representative", "Texas", "current")),
        ("She met Olivia Brandt, a former senator from Ohio.",
         ("Olivia Brandt", "senator", "Ohio", "former")),
        ("She met Olivia Brandt, a Democratic senator.",
         ("Olivia Brandt", "senator", None, "current")),
        ("She met Adam Marsh, the attorney general of Washington state.",
         ("Adam Marsh", "attorney general", "Washington state", "current")),
        # appositions
        ("Sean Spicer, the White House press secretary, left.",
         ("Sean Spicer", "press secretary", "White House", "current")),
        ("Rod J. Rosenstein, the deputy attorney general since April, left.",
         ("Rod J. Rosenstein", "deputy attorney general", None, "current")),
        ("John Kerry, the Secretary of State, left.",
         ("John Kerry", "secretary of state", None, "current")),
        ("Malaysia's Prime Minister, Najib Razak, said so.",
         ("Najib Razak", "prime minister", "Malaysia", "current")),
        ("Mr. Sessions’s former spokesman, Stephen Miller, left.",
         ("Stephen Miller", "spokesman", "Sessions", "former")),
        ("Jane Doe, chief executive of Acme Corp., left.",
         ("Jane Doe", "chief executive", "Acme Corp.", "current")),
        ("Fuad Basya, spokesman for the Indonesian military, left.",
         ("Fuad Basya", "spokesman", "Indonesian military", "current")),
        ("Lisa White, an economist at Goldman Sachs, left.",
         ("Lisa White", "economist", "Goldman Sachs", "current")),
        ("Elaine Chao, the nominee for transportation secretary, left.",
         ("Elaine Chao", "transportation secretary", None, "nominee")),
        ("Robert Green, the former chairman and chief executive of Acme Corp., died.",
         ("Robert Green", "chief executive", "Acme Corp.", "former")),
        ("Kofi Annan, the former secretary-general of the United Nations, left.",
         ("Kofi Annan", "secretary general", "United Nations", "former")),
        ("Olivia Brandt, the first sitting president to visit, left.",
         ("Olivia Brandt", "president", None, "current")),
        ("Olivia Brandt, the first prime minister of Norhaven, left.",
         ("Olivia Brandt", "prime minister", "Norhaven", "current")),
        ("Olivia Brandt, the first deputy prime minister, left.",
         ("Olivia Brandt", "first deputy prime minister", None, "current")),
        # clauses
        ("Stephen Miller is now Mr. Trump’s chief writer and a policy adviser.",
         ("Stephen Miller", "policy adviser", None, "current")),
        ("John Smith was the finance minister from 2010 to 2014.",
         ("John Smith", "finance minister", None, "former")),
        ("Liz Truss has been foreign secretary since 2021.",
         ("Liz Truss", "foreign secretary", None, "current")),
        ("Mary Jones became chairwoman of Acme Corp. in 2009.",
         ("Mary Jones", "chairwoman", "Acme Corp.", "current")),
        ("Peter Brown will become chief executive of Acme Corp. in May.",
         ("Peter Brown", "chief executive", "Acme Corp.", "designate")),
        ("Anna Lee was named as chief financial officer of Acme Corp. on Monday.",
         ("Anna Lee", "chief financial officer", "Acme Corp.", "current")),
        ("The board appointed Peter Brown chief executive of Acme Corp.",
         ("Peter Brown", "chief executive", "Acme Corp.", "current")),
        ("The president nominated Neil Gorsuch as an associate justice of the Supreme Court.",
         ("Neil Gorsuch", "associate justice", "Supreme Court", "nominee")),
        ("Tom Baker resigned as mayor of London in March.",
         ("Tom Baker", "mayor", "London", "former")),
        ("Susan Clark took over as director of the Louvre.",
         ("Susan Clark", "director", "Louvre", "current")),
        ("Gordon Brown, who served as chancellor of the Exchequer, left.",
         ("Gordon Brown", "chancellor", "Exchequer", "former")),
        ("The company's chief executive is Satya Nadella.",
         ("Satya Nadella", "chief executive", "company", "current")),
    ],
)  # fmt: skip
def test_construction_gives_the_post(annotate, text, expected):
    assert expected in holdings(annotate(text))


@pytest.mark.parametrize(
    "text",
    [
        "The president left.",
        "The video shows actor Tom Cruise.",
        "Two ministers, John Smith said, left.",
    ],
)
def test_no_post_is_given(annotate, text):
    assert holdings(annotate(text)) == set()


def test_denied_post_is_negated(annotate):
    (holding,) = annotate("Robert Green is not the chairman of Acme Corp.").holdings
    assert holding.negated


@pytest.mark.parametrize(
    "text",
    [
        "If Robert Green becomes chairman of Acme Corp., he will quit.",
        "Robert Green wants to become president of France.",
    ],
)
def test_wished_or_supposed_post_is_hypothetical(annotate, text):
    (holding,) = annotate(text).holdings
    assert holding.hypothetical


def test_plural_of_press_is_no_president(annotate):
    document = annotate("President Trump left. The press waited.")
    assert {document.doc[m.start : m.end].text for m in document.mentions} == {"Trump"}
