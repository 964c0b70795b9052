import pytest

from kg.errors import EncodingError
from kg.text import decode

TEXT = "The café’s owner said “no” on Friday."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_t2_text_is_decoded_by_mark_utf_8_or_windows(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_t2_a_declared_encoding_is_used():
    assert decode("Привет, мир".encode("koi8-r"), declared="KOI8-R") == "Привет, мир"


@pytest.mark.parametrize("declared", ["no-such-code", "hex", "zlib", "rot13", "x" * 200, "a\x00b"])
def test_t2_an_unknown_declared_encoding_is_refused(declared):
    with pytest.raises(EncodingError):
        decode(b"text", declared=declared)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
        b"\x7fELF\x02\x01\x01" + bytes(40),
        bytes(range(256)) * 4,
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-32-be"),
        "日本の船が沈んだ。".encode("shift-jis"),
        "Корабль затонул в пятницу".encode("cp1251"),
        TEXT.encode()[:-1] + b"\xe2\x80",
        b"An overlong slash: \xc0\xaf.",
        TEXT.encode() + b"\xff",
        "\ufffd\ufffd\ufffd text".encode(),
        b"\xff\xfea",
    ],
)
def test_t2_what_is_no_text_is_refused(data):
    with pytest.raises(EncodingError):
        decode(data)


def test_t2_bytes_that_a_declared_encoding_lacks_are_refused():
    with pytest.raises(EncodingError):
        decode(b"\xff\xfe\xfd", declared="utf-8")
