r"""What the text of an article is, and which stretches of it are not its story.

    >>> canonical("He left.The  rest stayed.")
    'He left.\nThe rest stayed.'

Pure functions over strings: nothing here knows about articles, files or spaCy.
"""

from __future__ import annotations

from kg.text.characters import clean, one_line
from kg.text.dates import parse_date
from kg.text.decode import decode
from kg.text.furniture import Furniture, furniture
from kg.text.paragraphs import canonical
from kg.text.speakers import speaker_label

__all__ = [
    "Furniture",
    "canonical",
    "clean",
    "decode",
    "furniture",
    "one_line",
    "parse_date",
    "speaker_label",
]
