import pytest

from kg.text import furniture

WHOLE = [
    ("byline", "By JANE DOE and JOHN ROE"),
    ("byline", "By Jane Doe, Staff Writer"),
    ("byline", "By Jane Doe and John Roe | The Example Times"),
    ("byline", "By JANE DOE JUNE 6, 2017"),
    ("byline", "By Ana de la Cruz in Lima"),
    ("byline", "Jane Doe, Associated Press"),
    ("wire", "Reporting by Jane Doe; editing by John Roe"),
    ("wire", "(Reporting by Jane Doe in London; Editing by John Roe)"),
    ("wire", "Additional reporting by Jane Doe"),
    ("wire", "With files from Jane Doe"),
    ("date", "Monday, May 18, 2015"),
    ("date", "Published: June 6, 2017 10:45 a.m. ET"),
    ("link", "Read more: Ten boats that sank"),
    ("link", "Related: What we know about the boats"),
    ("link", "Related articles"),
    ("link", "RELATED STORIES"),
    ("link", "Follow Jane Doe on Twitter: @janedoe"),
    ("link", "Follow us on Facebook and Twitter."),
    ("link", "Click here for more boats"),
    ("advertisement", "Advertisement"),
    ("advertisement", "Story continues below advertisement"),
    ("share", "Share this"),
    ("share", "Share this article on Facebook"),
    ("newsletter", "Sign up for the Morning Boats newsletter"),
    ("newsletter", "Get our daily briefing in your inbox every morning."),
    ("copyright", "© 2017 The Example Times. All rights reserved."),
    ("copyright", "Copyright 2017 Example Press"),
    ("credit", "Photo: Jane Doe/Example Press"),
    ("credit", "(Photo by Jane Doe)"),
    ("credit", "Jane Doe/Getty Images"),
    ("credit", "Image: J. Doe."),
    ("correction", "Correction: June 7, 2017 An earlier version of this article misnamed a boat."),
    ("correction", "Editor’s note: This story was shortened."),
    ("correction", "An earlier version of this article gave the wrong age for Ms. Doe."),
    ("correction", "This article has been updated with a new death toll."),
    ("correction", "This is a breaking news story. Check back for updates."),
    ("contributor", "Jane Doe contributed reporting."),
    ("contributor", "Jane Doe and John Roe contributed reporting from Oslo."),
    ("contributor", "The Associated Press contributed to this report."),
    ("contributor", "Jane Doe reported from Oslo, and John Roe from Bergen."),
    ("time", "10:45 a.m. ET"),
    ("time", "14:05 GMT"),
    ("time", "3 hours ago"),
]
PREFIXES = [
    "WASHINGTON — ",
    "LONDON, March 3 (Reuters) - ",
    "SAN FRANCISCO (AP) — ",
    "ST. LOUIS, Missouri (AP) – ",
    "PARIS, Texas, March 3 (Example News) -- ",
    "BRUSSELS/BERLIN (Reuters) - ",
    "UNITED NATIONS — ",
    "March 3 (Reuters) - ",
    "(Reuters) - ",
    "(AP) — ",
    "(CNN)",
    "Paris (AFP) - ",
    "Washington (CNN) — ",
    "Oslo — ",
]
STORY = [
    "By Monday the boats had sunk.",
    "By most accounts the boats sank.",
    "Copyright law has changed since then.",
    "Corrections officers said the prison was full.",
    "Follow-up talks on Twitter were planned.",
    "Like many users on Facebook, she was worried.",
    "Reporting by The Example Times has shown that boats sink.",
    "Images by satellite showed the fires.",
    "Photographs by Human Rights Watch show that the town burned.",
    "Share prices fell on Monday.",
    "Related parties owned the boats.",
    "This report was published on Monday by the ministry.",
    "NASA — the space agency — said so.",
    "The British Broadcasting Corporation (BBC) Director General said so.",
    "The Associated Press (AP) reported the story.",
    "Jane Doe reported from the front for years. She wrote three books.",
    "Jane Doe contributed to the campaign.",
    "Print journalism is in trouble.",
    "Watching the boats sink, she wept.",
    "In 2015 the boats sank.",
    "The clock said 10:45 a.m. ET when it rang.",
]


@pytest.mark.parametrize(("kind", "paragraph"), WHOLE)
def test_a_notice_is_furniture(kind, paragraph):
    text = f"{paragraph}\nThe boats sank."

    assert [(f.kind, f.start, f.end) for f in furniture(text)] == [(kind, 0, len(paragraph))]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_dateline_is_furniture_up_to_the_sentence(prefix):
    found = furniture(f"{prefix}Boats sank on Friday.")

    assert [(f.kind, f.start, f.end) for f in found] == [("dateline", 0, len(prefix))]


@pytest.mark.parametrize("paragraph", STORY)
def test_a_story_is_no_furniture(paragraph):
    assert furniture(paragraph) == ()


def test_offsets_count_code_points_of_the_whole_text():
    text = "🚢 sank.\nOSLO — It was late.\nRead more: Boats"

    assert [text[f.start : f.end] for f in furniture(text)] == ["OSLO — ", "Read more: Boats"]


def test_a_credit_in_brackets_is_furniture_within_its_paragraph():
    text = "The boats sank. (Reporting by Jane Doe; Editing by John Roe)"

    assert [text[f.start : f.end] for f in furniture(text)] == [
        " (Reporting by Jane Doe; Editing by John Roe)"
    ]


def test_a_date_line_is_furniture_only_at_the_top():
    text = "The boats sank.\n" * 10 + "May 18, 2015"

    assert furniture(text) == ()


def test_an_ordinary_city_is_a_dateline_only_where_the_story_begins():
    text = "Oslo — The boats sank.\nOslo — The city was quiet."

    assert [f.start for f in furniture(text)] == [0]
