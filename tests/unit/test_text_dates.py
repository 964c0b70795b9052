import pytest

from kg.text import parse_date

DAYS = [
    "June 6, 2017",
    "Jun. 6, 2017",
    "JUNE 6, 2017",
    "June 6th, 2017",
    "Tuesday, June 6, 2017",
    "6 June 2017",
    "6th of June 2017",
    "06-Jun-2017",
    "2017-06-06",
    "2017/06/06",
    "20170606",
    "2017-06-06T23:30:00-04:00",
    "2017-06-06 23:30:00",
    "2017-06-06T23:30:00.123Z",
    "Tue, 06 Jun 2017 10:00:00 GMT",
    "June 6, 2017, 10:45 a.m. ET",
    "June 6, 2017 at 10:45 PM EDT",
    "Published: June 6, 2017",
    "6/6/2017",
    "  June   6,  2017 ",
]


@pytest.mark.parametrize("text", DAYS)
def test_a_day_in_the_usual_forms(text):
    assert parse_date(text) == "2017-06-06"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("June 2017", "2017-06"),
        ("2017-06", "2017-06"),
        ("2017", "2017"),
        ("31/12/2017", "2017-12-31"),
        ("12/31/2017", "2017-12-31"),
        ("Sept. 11, 2001", "2001-09-11"),
        ("February 29, 2024", "2024-02-29"),
    ],
)
def test_precision_is_kept_and_order_is_taken_only_when_plain(text, value):
    assert parse_date(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "on Tuesday",
        "02/03/2017",
        "2024-02-30",
        "February 29, 2023",
        "0000-01-01",
        "9999-12-31",
        "June 32, 2017",
        "13/13/2017",
        "June 6, 2017 was a day",
        "2017-06-06 and more",
        "1" * 500,
    ],
)
def test_t14_no_date_is_guessed(text):
    assert parse_date(text) is None
