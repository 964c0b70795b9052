"""When two claims have the same relation: by its meaning where that is fixed, else by its lemma.

    "founded" and "is the founder of" are both kg:founderOf;  "offer" and "propose" stay two

The id of a typed relation says what it means whatever verb says it. An open relation means its
words, and of those the lemma.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Predicate

_OPEN = "kgr:"


def relation(predicate: Predicate) -> str:
    """Return what two predicates share exactly if they are one relation."""
    return predicate.lemma if predicate.id.startswith(_OPEN) else predicate.id
