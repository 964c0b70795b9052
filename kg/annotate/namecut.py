"""Which part of what the tagger marked is the name.

    'Justice Secretary Ken Clarke’s'  →  Ken Clarke
    'State Department Spokesperson'   →  State Department

Titles, determiners, possessives, stray marks and posts are cut off; what is only a post is dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.namespan import Name, capital
from kg.annotate.titles import is_honorific, is_post, title_before
from kg.lexicon.demonyms import GROUPS, place_of
from kg.lexicon.given_names import gender_of_given
from kg.lexicon.titles import BRANCHES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

TYPES = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "NORP": "Group",
    "FAC": "Facility", "EVENT": "Event", "WORK_OF_ART": "Work", "PRODUCT": "Product", "LAW": "Law",
}  # fmt: skip
# Words that are a post or a demonym and, at the front of a name, more often a given name.
_GIVEN_POSTS = frozenset({"dean", "rector", "major", "prince", "king", "judge", "marshal"})
_GIVEN_DEMONYMS = frozenset({"christian", "roma", "dane", "german", "french", "pole", "israel"})
_SHORTEST = 2  # tokens left when a nationality before a name is cut off
_NEVER_NAMES = frozenset({"VB", "RB", "IN", "UH", "PR", "CC", "WD", "WP", "WR", "MD"})
_LONGEST = 4  # tokens of a person's name with an ``of`` in it; more is a title run into a name


def repaired(doc: Doc, ent: Span) -> Iterator[Name]:
    """Yield the names in one entity of the tagger, trimmed; a line break splits it."""
    start = ent.start
    for i in range(ent.start, ent.end + 1):
        if i == ent.end or doc[i].is_space or (doc[i].is_sent_start and i > ent.start):
            name = _trimmed(doc, start, i, TYPES[ent.label_])
            if name is not None:
                yield name
            start = i + 1 if i < ent.end and doc[i].is_space else i


def _trimmed(doc: Doc, start: int, end: int, type_: str) -> Name | None:
    """Return the name in a span without what does not belong to it, or None if nothing is left."""
    if type_ == "Person":
        end = next((i for i in range(start, end) if doc[i].tag_ == "POS"), end)
        if end - start > _LONGEST and any(t.lower_ == "of" for t in doc[start:end]):
            return None
    while start < end and _droppable_first(doc, start, type_):
        start += 1
    while start < end and _droppable_last(doc, start, end - 1, type_):
        end -= 1
    if end - start == 1 and doc[start].tag_[:2] in _NEVER_NAMES:
        return None
    if _only_part_of_post(doc, start, end):
        return None
    if type_ == "Person" or title_before(doc, end):
        start = after_title(doc, start, end)
    if (
        start >= end
        or not any(capital(t) for t in doc[start:end])
        or doc[start].lower_[:4] == "anti"
    ):
        return None
    return Name(start, end, type_)


def _droppable_first(doc: Doc, i: int, type_: str) -> bool:
    token = doc[i]
    if token.lower_ == "the":
        # ``The New York Times`` in mid-sentence is how the paper calls itself
        mid_sentence = token.is_title and i > 0 and not token.is_sent_start
        return not (mid_sentence and type_ in ("Organization", "Work") and doc[i - 1].is_alpha)
    if token.lower_ in ("a", "an", "this", "that", "its", "his", "her", "their"):
        return True
    return token.is_space or (token.is_punct and token.text not in "([") or token.tag_ == "POS"


def _droppable_last(doc: Doc, start: int, i: int, type_: str) -> bool:
    token = doc[i]
    if token.tag_ in ("POS", "IN", "DT") or _stray_mark(doc, start, i):
        return True
    if i > start and token.tag_ == "CD" and type_ in ("Place", "Person", "Group"):
        return True
    # ``State Department Spokesperson``: the post is no part of the organisation's name
    of = any(t.lower_ == "of" for t in doc[start:i])
    return i > start and type_ != "Person" and is_post(token) and not of


def _only_part_of_post(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a span is a post or its field: ``Attorney General``, ``Home`` (Secretary)."""
    words = doc[start:end]
    if start >= end:
        return True
    if all(
        is_post(t) or t.lower_ in BRANCHES or t.lower_ in ("of", "the", "deputy", "vice")
        for t in words
    ):
        after = end < len(doc) and is_post(doc[end])
        before = start > 1 and doc[start - 1].lower_ == "of" and is_post(doc[start - 2])
        return after or before or any(is_post(t) for t in words)
    return False


def _stray_mark(doc: Doc, start: int, i: int) -> bool:
    token = doc[i]
    if token.text == ")":
        return "(" not in {t.text for t in doc[start:i]}
    return token.text != "!" and not any(c.isalnum() for c in token.text)


def after_title(doc: Doc, start: int, end: int) -> int:
    """Return where a name starts after what describes its bearer.

    ``Justice Secretary Ken Clarke``, ``Scientologist Tom Cruise``; but Dean is a given name too.
    """
    posts = [i for i in range(start, end - 1) if is_post(doc[i]) and not is_honorific(doc[i])]
    posts = [i for i in posts if i > start or doc[i].lower_ not in _GIVEN_POSTS]
    first = max(posts) + 1 if posts else start
    while end - first > _SHORTEST and _describes(doc[first]):
        first += 1
    return first


def _describes(token: Token) -> bool:
    """Tell whether a token says of which nation or faith somebody is, and is no given name."""
    known = token.lower_ in GROUPS or place_of(token.text) is not None
    return known and gender_of_given(token.text) is None and token.lower_ not in _GIVEN_DEMONYMS
