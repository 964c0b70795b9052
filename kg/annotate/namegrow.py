"""Names grown over what belongs to them: initials, given names, suffixes, hyphenated halves.

'Rod J.' + 'Rosenstein'  →  Rod J. Rosenstein
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.namespan import capital
from kg.annotate.titles import is_honorific, is_post
from kg.lexicon.demonyms import place_of
from kg.lexicon.organizations import type_of_head
from kg.lexicon.titles import ABBREVIATIONS
from kg.names import SUFFIXES

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.annotate.namespan import Name

# States whose name alone is that of a city, so that the word belongs to the name.
_NAMED_AS_CITIES = frozenset({"washington", "new york"})


def joined(doc: Doc, names: list[Name]) -> list[Name]:
    """Return names grown over their initials, particles, hyphenated parts and suffixes."""
    grown: list[Name] = []
    for name in names:
        previous = grown[-1] if grown else None
        if previous is not None and name.start < previous.end:
            continue
        limit = previous.end if previous else 0
        if name.type == "Person":
            _grow(doc, name, limit)
        elif _is_state(doc, name):
            name.end += 1
        if previous is not None and _one_person(doc, previous, name):
            previous.end = name.end
            continue
        grown.append(name)
    return grown


def _grow(doc: Doc, name: Name, limit: int) -> None:
    while name.start > limit and _part_of_name(doc, name.start - 1, name):
        name.start -= 1
    while name.end < len(doc) and _continues(doc, name):
        name.end += 1


def _is_state(doc: Doc, name: Name) -> bool:
    """``Washington state``: neither the capital nor the city."""
    told = name.end < len(doc) and doc[name.end].lower_ == "state" and name.type == "Place"
    return told and doc[name.start : name.end].text.lower() in _NAMED_AS_CITIES


def _part_of_name(doc: Doc, i: int, name: Name) -> bool:
    """Tell whether the token before a person's name is an unrecognised given name."""
    token = doc[i]
    if doc[i + 1].is_sent_start or token.ent_type_ not in ("", "PERSON") or not capital(token):
        return False
    if is_honorific(token) or is_post(token) or place_of(token.text) or type_of_head(token.text):
        return False
    in_name = name.start <= token.head.i < name.end
    return (
        token.tag_ == "NNP"
        and token.dep_ == "compound"
        and in_name
        and token.lower_ not in ABBREVIATIONS
    )


def _continues(doc: Doc, name: Name) -> bool:
    """Tell whether the token after a person's name belongs to it: a suffix, a surname."""
    token = doc[name.end]
    # ``Theresa May`` is tagged a name and a month
    if token.is_sent_start or token.ent_type_ not in ("", "PERSON", "DATE"):
        return False
    if token.lower_.rstrip(".") in SUFFIXES and token.text[0].isupper():
        return True
    last = doc[name.end - 1]
    return (
        token.tag_ == "NNP"
        and last.dep_ == "compound"
        and last.head.i == token.i
        and token.is_title
        and not is_post(token)
        and type_of_head(token.text) is None
    )


def _one_person(doc: Doc, left: Name, right: Name) -> bool:
    if left.type != "Person" or right.type != "Person" or doc[right.start].is_sent_start:
        return False
    between = doc[left.end : right.start]
    if len(between) == 0:
        return doc[left.end - 1].head.i in range(right.start, right.end)
    return len(between) == 1 and between[0].text == "-" and not doc[left.end - 1].whitespace_
