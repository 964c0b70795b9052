"""Which articles count as one publisher's."""

import pytest
from builders import make_article

from kg.text.publishers import publishers


def printed(*pairs):
    articles = [
        make_article(f"text {n}", url=url, publisher=name) for n, (url, name) in enumerate(pairs)
    ]
    found = publishers(articles)
    assert publishers(reversed(articles)) == found
    return [found.get(article.id) for article in articles]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (
            [("https://www.courier.example/1", "The Courier"),
             ("https://courier.example/2", "courier.example")],
            ["The Courier", "The Courier"],
        ),
        (
            [("https://courier.example/1", "The Courier"),
             ("https://gazette.example/2", "gazette.example")],
            ["The Courier", "gazette.example"],
        ),
        (
            [("https://host.example/1", "Blue"), ("https://host.example/2", "Blue"),
             ("https://host.example/3", "Amber"), ("https://host.example/4", "host.example")],
            ["Blue", "Blue", "Amber", "Blue"],
        ),
        (
            [("https://a.example/1", "Wire"), ("https://b.example/2", "the Wire"),
             ("https://b.example/3", "WIRE"), ("https://b.example/4", "b.example"),
             ("https://b.example/5", "Wire")],
            ["Wire"] * 5,
        ),
        ([(None, "The Courier"), (None, None), ("https://[broken", "x")],
         ["The Courier", None, "x"]),
        ([("https://a.example/1", "b.example"), ("https://b.example/2", "b.example")],
         ["b.example", "b.example"]),
    ],
)  # fmt: skip
def test_one_publisher_by_name_or_address(pairs, expected):
    assert printed(*pairs) == expected
