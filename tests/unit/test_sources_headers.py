import pytest

from kg.sources.headers import normal_url, split_publisher, url_host


@pytest.mark.parametrize(
    ("raw", "url"),
    [
        ("https://Example.COM/A?b=1&c=2", "https://example.com/A?b=1&c=2"),
        ("HTTP://example.com", "http://example.com/"),
        ("https://example.com:443/a", "https://example.com/a"),
        ("http://example.com:8080/a", "http://example.com:8080/a"),
        ("https://user:secret@example.com/a", "https://example.com/a"),
        ("https://example.com/a#part", "https://example.com/a"),
        ("https://example.com/a?utm_source=x&fbclid=y&gclid=z", "https://example.com/a"),
        (
            "https://example.com/a?id=7&utm_campaign=x&q=%C3%A9",
            "https://example.com/a?id=7&q=%C3%A9",
        ),
        ("https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
        ("  https://example.com/a\n", "https://example.com/a"),
    ],
)
def test_a_url_is_normalised(raw, url):
    assert normal_url(raw) == url
    assert normal_url(url) == url


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "example.com/a",
        "ftp://example.com/a",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://",
        "https:///a",
        "https://example.com/a b",
        "https://example.com/<script>",
        'https://example.com/"x',
        "https://example.com:99999/",
        "https://[::1/",
        "https://exa$mple.com/",
        "https://example.com/" + "a" * 2000,
    ],
)
def test_what_is_no_web_address_is_left_out(raw):
    assert normal_url(raw) is None


def test_the_host_is_shown_without_www():
    assert url_host("https://www.example.com:8080/a") == "example.com"


@pytest.mark.parametrize(
    ("title", "url", "cut", "publisher"),
    [
        ("Boat Sinks - The Example Times", None, "Boat Sinks", "The Example Times"),
        ("Boat Sinks | Reuters", None, "Boat Sinks", "Reuters"),
        ("Boat Sinks – BBC News", None, "Boat Sinks", "BBC News"),
        ("Boat Sinks | Harbour Life", None, "Boat Sinks", "Harbour Life"),
        ("Boat Sinks - Vox", "https://www.vox.com/a", "Boat Sinks", "Vox"),
        ("Boat Sinks - The Verge", "https://www.theverge.com/a", "Boat Sinks", "The Verge"),
        ("Boat Sinks - Al Jazeera", "https://www.aljazeera.com/a", "Boat Sinks", "Al Jazeera"),
        ("Boat Sinks - example.com", None, "Boat Sinks", "example.com"),
        ("War - And Peace - The Example Post", None, "War - And Peace", "The Example Post"),
        ("Boat Sinks - live updates", None, "Boat Sinks - live updates", None),
        ("Boat Sinks - Report", None, "Boat Sinks - Report", None),
        ("We Will Win - Roe", "https://example.com/a", "We Will Win - Roe", None),
        ("We Will Win - Jane Roe", "https://example.com/a", "We Will Win - Jane Roe", None),
        ("Anti-War March", None, "Anti-War March", None),
        ("Boat Sinks - What Now?", None, "Boat Sinks - What Now?", None),
        ("", None, "", None),
    ],
)
def test_a_publisher_is_cut_from_the_title_only_when_plausible(title, url, cut, publisher):
    assert split_publisher(title, url) == (cut, publisher)


def test_a_publisher_known_otherwise_is_cut_whatever_it_looks_like():
    assert split_publisher("Boat Sinks - harbour life", None, "harbour life") == (
        "Boat Sinks",
        "harbour life",
    )
