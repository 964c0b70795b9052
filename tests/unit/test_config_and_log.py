"""Settings are strict, and strangers' text is shown, never obeyed."""

import pytest

from kg.config import Config, load
from kg.errors import ConfigError
from kg.log import visible


@pytest.fixture
def settings(tmp_path):
    def write(text):
        path = tmp_path / "newskg.toml"
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        return path

    return write


def test_a_file_sets_what_it_names_and_nothing_else(settings):
    config = load(settings('title = "Élysée"\nstrict = true\nworkers = 2\n'))
    assert config == Config(title="Élysée", strict=True, workers=2)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("stirct = true", "'stirct', which does not exist; did you mean 'strict'"),
        ('strict = "yes"', "strict to a str; it should be a bool"),
        ("workers = true", "workers to a bool; it should be a int"),
        ("base = 3", "base to a int"),
        ("strict", "is not TOML"),
        (b'title = "\xff"', "is not TOML"),
    ],
)
def test_what_cannot_be_is_refused(settings, text, complaint):
    with pytest.raises(ConfigError, match=complaint):
        load(settings(text))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"nowhere\.toml"):
        load(tmp_path / "nowhere.toml")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("Élysée “quoted” 東京", "Élysée “quoted” 東京"),
        ("a\x1b[2Jb", "a\\x1b[2Jb"),
        ("two\nlines\r\tand a tab", "two\\nlines\\r\\tand a tab"),
        ("\u202eevil\u2066", "\\u202eevil\\u2066"),
        ("zero\u200bwidth\u2028line\x85", "zero\\u200bwidth\\u2028line\\x85"),
        ("\udc80", "\\udc80"),
    ],
)
def test_what_cannot_be_seen_is_shown(text, shown):
    assert visible(text) == shown
