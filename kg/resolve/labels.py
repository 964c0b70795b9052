"""What posts are called: one label for spellings of one, and labels that many bodies have."""

from __future__ import annotations

import re

from kg.names import name_key
from kg.resolve.comparing import COMMON_POSTS

_QUALIFIED = re.compile(r"(?:former|acting|interim|then|incoming|outgoing|current|late|ex) ")
_SAME_LABEL = {
    "ceo": "chief executive", "chief executive officer": "chief executive",
    "cfo": "chief financial officer", "coo": "chief operating officer",
    "vp": "vice president", "congressman": "representative", "congresswoman": "representative",
    "ag": "attorney general", "pm": "prime minister",
}  # fmt: skip
_SPELT = {"advisor": "adviser", "defence": "defense"}
# Nouns of posts that many countries, states or bodies have, so that holders of several such
# posts are named together: two presidents, two senators, two chief executives.
_OF_MANY = COMMON_POSTS | frozenset(
    {
        "admiral", "ambassador", "archbishop", "bishop", "boss", "captain", "chair", "chairperson",
        "chancellor", "chief", "colonel", "commander", "commissioner", "congressman",
        "congresswoman", "consul", "councilman", "councilwoman", "deputy", "emir", "envoy",
        "governor", "justice", "king", "lieutenant", "major", "mayor", "minister", "premier",
        "president", "prince", "princess", "prosecutor", "queen", "secretary", "senator",
        "sergeant", "sheriff", "sultan", "superintendent", "treasurer",
    }
)  # fmt: skip
# … but these are spoken of one government at a time.
_OF_ONE = re.compile(r"(?:.+ )?(?:security adviser|press secretary|secretary of .+)")
_RANK = re.compile(r"(?:(?:brigadier|lieutenant|major|rear|vice) )?(?:general|admiral)")


def label_key(label: str) -> str:
    """Return the normalised label of a post.

    >>> label_key("former Chief Executive Officer")
    'chief executive'
    """
    key = name_key(label)
    while _QUALIFIED.match(key):
        key = _QUALIFIED.sub("", key, count=1)
    key = " ".join(_SPELT.get(word, word) for word in key.split())
    return _SAME_LABEL.get(key, key)


def is_of_many(label: str) -> bool:
    """Tell whether holders of two posts of a label are often named together.

    >>> is_of_many("prime minister"), is_of_many("attorney general")
    (True, False)
    """
    if _OF_ONE.fullmatch(label):
        return False
    head = label.partition(" of ")[0].rpartition(" ")[2]
    return head in _OF_MANY or _RANK.fullmatch(label) is not None
