import pytest

from kg.text import canonical

SPLIT = [
    ("They ended the discussion.The mayor left.", "discussion.|The"),
    ("the treasurer general.“I have not read it", "general.|“I"),
    ("“We never met,” he said.”“We did.", "said.”|“We"),
    ("Profits fell by 3.5%.Shares sank.", "3.5%.|Shares"),
    ("It closed in 2024.The owners moved.", "2024.|The"),
    ("She died of COVID-19.The clinic shut.", "COVID-19.|The"),
    ('It is over, she said."We lost.', 'said.|"We'),
    ('"It is over." he said."We lost."', 'said.|"We'),
    ('She said: "It is over."The crowd left.', 'over."|The'),
    ('He said: "No."“Never,” she said.', 'No."|“Never'),
    ('"We left.""You did not."', 'left."|"You'),
    ("‘It is over.’The crowd left.", "over.’|The"),
    ("Is it over?The crowd stayed.", "over?|The"),
    ("It is over!The crowd left.", "over!|The"),
    ("“Is it over?”The crowd stayed.", "over?”|The"),
    ("(It was over.)The crowd left.", "over.)|The"),
    ("It was over (for now).The crowd left.", "now).|The"),
    ("He works for Acme Inc.The firm is small.", "Inc.|The"),
    ("He works for Acme Inc.Shares fell.", "Inc.|Shares"),
    ("She lives in the U.S.The visa expired.", "U.S.|The"),
    ("She moved to Washington, D.C.But he stayed.", "D.C.|But"),
    ("He has a Ph.D.She has none.", "Ph.D.|She"),
    ("It began at 9 p.m.Police came late.", "p.m.|Police"),
    ("He met Ann Lee Jr.The two talked.", "Jr.|The"),
    ("the plan failed.A second one worked.", "failed.|A"),
    ("the plan failed.I saw it.", "failed.|I"),
    ("the plan failed.I’ve seen it.", "failed.|I’ve"),
    ("the plan failed.U.S. officials shrugged.", "failed.|U.S."),
    ("the plan failed.J. Edgar Roe shrugged.", "failed.|J."),
    ("the plan failed.NATO shrugged.", "failed.|NATO"),
    ("the plan failed.Mr. Roe shrugged.", "failed.|Mr."),
    ("the plan failed.Émile Roe shrugged.", "failed.|Émile"),
    ("joined NATO.The vote was close.", "NATO.|The"),
    ("the plan failed.300 people came.", "failed.|300"),
    ("the plan failed.$5 million is gone.", "failed.|$5"),
    ("It was 30 °.The night was cold.", "°.|The"),
    ("it worked at Yahoo!.Rick saw it.", "Yahoo!.|Rick"),
    ("“I do not know …”The room laughed.", "…”|The"),
    ("He called it “over”.The room laughed.", "over”.|The"),
    ("The boats at nightThe mayor closed the port.", "night|The"),
    ("He wrote “Farewell to Boats”The mayor wept.", "Boats”|The"),
    ("Monday, May 18, 2015On Friday, boats sank.", "2015|On"),
    ("By JANE ROEJUNE 6, 2017OSLO — It sank.", "2017|OSLO"),
    ("(photograph by a reader)The mayor wept.", "reader)|The"),
    ("It was 5 M.The crowd left.", "M.|The"),
    ("So they left.[The editors]", "left.|[The"),
    ("in the year’s end.She left", "end.|She"),
    ("Really?!The crowd left.", "?!|The"),
    ("the plan failed.Q: Why did it?", "failed.|Q:"),
    ("one et al.“No”", "al.|“No”"),
]
WHOLE = [
    "the U.S.A. and the U.K. agree",
    "see example.com for more",
    "see Example.com and gov.uk",
    "he met Mr.Smith and Dr.Roe",
    "a deal of 3.5bn dollars",
    "other sites such as Gawker.com have it",
    "the group alt.religion.scientology is old",
    "the group Alt.Religion.Scientology is old",
    "a book by J.K.Rowling",
    "a book by J. K. Rowling",
    "she has a Ph.D. in law",
    "she has a Ph.D.",
    "he lives in St.Louis near Ft.Worth",
    "Lt.Gen. Roe met Gov.Roe",
    "see No.10 and Fig.3",
    "the Amazon.Com offer of ASP.NET",
    "the file README.TXT and Report.PDF",
    "write to Jane.Doe@example.com today",
    "https://example.com/A.Very/Long.Path?Q=The.End",
    "www.Example.com.The site",
    "a path such as C:\\Files\\Old.Name here",
    "the iPhone and YouTube and LinkedIn and PlayStation",
    "the module My_File.Name is gone",
    "I think...The idea was good",
    "I think…The idea was good",
    "1.The first point of the list",
    "it rose 1.5 percent to 2.25",
    "Yahoo!Japan and the others",
    "e.g.The one and i.e.That one",
    "at 9 a.m. on Monday",
    "he said.so we left",
    "Sgt.Roe v.Wade vs.Doe",
    "the Smith (R.I.) bill",
    "Vitamin.D pills",
    "the U.S.Army and U.S.Steel",
    "OverThe-top service",
    "it ended in 2015on paper",
    "“un”american activities",
    "see twitter.com/The.Mayor today",
    "A.I. is here",
    "System.Text.Json is a name",
]


@pytest.mark.parametrize(("glued", "cut"), SPLIT)
def test_t5_glued_paragraphs_are_split(glued, cut):
    left, right = cut.split("|")
    at = glued.index(left + right) + len(left)

    assert canonical(glued).split("\n") == [glued[:at].rstrip(), glued[at:]]


@pytest.mark.parametrize("text", WHOLE)
def test_t5_names_numbers_and_addresses_stay_whole(text):
    assert canonical(text) == text


def test_t5_an_address_is_never_cut_even_before_a_sentence():
    assert "\n" not in canonical("sold on www.example.com.The price fell.")


def test_several_glued_paragraphs_are_split_in_one_pass():
    text = canonical("One sank.Two were saved.“Thank you,” one said.Nobody was hurt.")

    assert text.split("\n") == [
        "One sank.",
        "Two were saved.",
        "“Thank you,” one said.",
        "Nobody was hurt.",
    ]


def test_quotation_marks_are_counted_anew_in_each_paragraph():
    text = canonical('He said "no" twice.He left."We stayed," she said.')

    assert text.split("\n") == ['He said "no" twice.', "He left.", '"We stayed," she said.']
