r"""Which characters the bytes of a file mean.

    >>> decode("\ufeffcafé".encode())
    'café'
    >>> decode(b"It\x92s late.")
    'It’s late.'

A byte-order mark decides, then strict UTF-8, then Windows-1252, the old newsroom encoding, where
the bytes are plausible in it. Other encodings are taken only when declared. Nothing is replaced by
a guess: bytes that are no text are refused.
"""

from __future__ import annotations

import codecs
import re

from kg.errors import EncodingError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_UTF8_SEQUENCE = re.compile(
    rb"[\xc0-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf7][\x80-\xbf]{3}"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MOST_HIGH = 0.2  # of the bytes: French has 0.05, Cyrillic and Japanese over 0.5
_MOST_LOST = 0.01  # of the characters: replacement or control characters


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Return the text of ``data``; ``declared`` is a charset that its sender names.

    Raises `EncodingError` for binary data, damaged UTF-8 and encodings nobody declared.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _checked(_strict(data[len(bom) :], encoding))
    if declared is not None:
        return _checked(_strict(data, _text_encoding(declared)))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _checked(_windows(data, error))
    return _checked(text)


def _text_encoding(name: str) -> str:
    try:
        info = codecs.lookup(name)
        "a".encode(info.name)  # codecs such as hex or zlib turn no text into bytes
    except (LookupError, ValueError, UnicodeError) as error:
        raise EncodingError(
            f"the declared encoding is unknown: {name[:40]!r}; save it as UTF-8"
        ) from error
    return info.name


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        raise EncodingError(f"the text is not valid {encoding}; save it as UTF-8") from error


def _windows(data: bytes, cause: UnicodeDecodeError) -> str:
    high = len(_HIGH.findall(data))
    in_sequences = sum(map(len, _UTF8_SEQUENCE.findall(data)))  # many: this is damaged UTF-8
    if in_sequences < high / 2 and high <= _MOST_HIGH * len(data):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    raise EncodingError(
        f"the bytes are no UTF-8 text (first wrong byte at {cause.start}); save it as UTF-8"
    ) from cause


def _checked(text: str) -> str:
    lost = text.count("\ufffd") + len(_CONTROL.findall(text))
    if lost > max(1, _MOST_LOST * len(text)):
        raise EncodingError(
            "the file is binary or damaged, not text; save the article as plain text"
        )
    return text
