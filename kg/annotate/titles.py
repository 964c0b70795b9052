"""The title before a name: ``White House press secretary`` before ``Sean Spicer``.

    title_before(doc, 5) == (2, 5)        # Attorney General | Jeff Sessions

A title ends in a post or an honorific right before the name and reaches left over everything that
modifies it, up to a determiner, a possessive or another part of the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.given_names import gender_of_given
from kg.lexicon.titles import OCCUPATIONS, STATUS_AFTER, singular_post
from kg.names import ABBREVIATED_TITLES, HONORIFICS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Forms of address that are no posts; `kg.names` counts abbreviated posts among its honorifics.
_ADDRESSES = HONORIFICS - ABBREVIATED_TITLES - {"president", "senator", "governor"}
_MODIFYING_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "AFX", "VBN", "RB", "FW"})


def is_honorific(token: Token) -> bool:
    """Tell whether a token is a form of address: ``Mr.``, ``Dr``."""
    return token.lower_.rstrip(".") in _ADDRESSES and (token.is_title or token.is_upper)


def is_post(token: Token) -> bool:
    """Tell whether a token can head a post: ``minister``, ``Gov.``."""
    return singular_post(token.text) is not None


def is_occupation(token: Token) -> bool:
    """Tell whether a token is what people do for a living."""
    return token.lower_ in OCCUPATIONS or token.lemma_.lower() in OCCUPATIONS


def title_before(doc: Doc, start: int) -> tuple[int, int] | None:
    """Return the tokens of the title that ends right before ``start``, honorific aside, or None."""
    end = start
    while end > 0 and is_honorific(doc[end - 1]) and not is_post(doc[end - 1]):
        end -= 1
    if end == 0 or (end < len(doc) and doc[end].is_sent_start) or not _ends_title(doc, end):
        return None
    first = end - 1
    while first > 0 and not doc[first].is_sent_start and _modifies(doc, first - 1, end):
        first -= 1
    while first < end - 1 and doc[first].tag_ in ("RB", "HYPH"):
        first += 1
    return first, end


def _ends_title(doc: Doc, end: int) -> bool:
    last = doc[end - 1]
    if last.lower_ in STATUS_AFTER and end > 1:
        # ``President-elect``, ``minister designate``
        before = doc[max(0, end - 3) : end - 1]
        return is_post(before[-1]) or (before[-1].tag_ == "HYPH" and is_post(before[0]))
    if last.is_title and gender_of_given(last.text) and not _followed_by_two(doc, end):
        return False  # "Dean Kamen" has a first name, "Dean Laura Kamen" a post
    return is_post(last) or (is_occupation(last) and last.dep_ in ("compound", "nmod"))


def _followed_by_two(doc: Doc, end: int) -> bool:
    return end + 1 < len(doc) and doc[end].tag_ == doc[end + 1].tag_ == "NNP"


def _modifies(doc: Doc, i: int, end: int) -> bool:
    """Tell whether token ``i`` belongs to the noun phrase that the title is in."""
    token = doc[i]
    if token.tag_ not in _MODIFYING_TAGS or token.is_space:
        return False
    if token.tag_ == "RB":
        return token.lower_ == "then"
    if token.head.i <= i or token.dep_ in (
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "attr",
        "npadvmod",
    ):
        # a modifier of what follows; hyphens hang on either side
        return token.tag_ == "HYPH" or (token.head.i > i and token.head.i >= end)
    return True
