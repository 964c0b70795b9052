"""The judgement log: a text file of the user's that says who is who, one line a judgement.

    same "Sergey Kislyak @ https://a.example/1" "Sergei I. Kislyak @ https://b.example/7"

*lines* reads and writes a line, *log* the file. What a judgement does is the question of
`kg.resolve`; nothing here knows an entity.
"""

from kg.judgements.lines import parse_reference, same_words, written, written_reference
from kg.judgements.log import append, length, read_log, take_back

__all__ = [
    "append",
    "length",
    "parse_reference",
    "read_log",
    "same_words",
    "take_back",
    "written",
    "written_reference",
]
