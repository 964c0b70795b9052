"""Group relations by what kind of thing they say, so that a reader finds hundreds of them by class.

    >>> verb_class(Predicate(id="kgr:turn_down", lemma="turn down", label="turned down"))
    'does'
    >>> verb_class(Predicate(id="kgr:be_fired", lemma="be fired", label="were fired"))
    'posts'

The classes are those that the lexicon already knows: posts and who comes into or out of them,
ties with a fixed meaning, words uttered, thoughts, wishes, what something is, and deeds. A verb of
several classes is of the first one; verbs under it ("want to replace") do not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.embedding import BELIEF, DENIAL, DESIRE, FACTIVE
from kg.lexicon.speech import SPEECH_VERBS
from kg.lexicon.titles import APPOINTING, LEAVING, REMOVING

if TYPE_CHECKING:
    from kg.model import Predicate

CLASSES = ("posts", "ties", "says", "thinks", "wants", "is", "does")

_UTTERED = frozenset(
    verb for verb, kind in SPEECH_VERBS.items() if kind in ("say", "tell", "ask", "deny")
)
_MEMBERS = (
    ("posts", APPOINTING | LEAVING | REMOVING),
    ("says", _UTTERED | DENIAL),
    ("wants", DESIRE),
    ("thinks", BELIEF | FACTIVE),
    ("is", frozenset({"be", "have", "become", "remain"})),
)
# Endings of a participle, longest first: "appointed", "named".
_PARTICIPLE = ("ed", "d")


def verb_class(predicate: Predicate) -> str:
    """Return the class of a relation, one of `CLASSES`."""
    if predicate.lemma == "hold" and not predicate.id.startswith("kgr:"):
        return "posts"
    if not predicate.id.startswith("kgr:"):
        return "ties"
    verb, _, rest = predicate.lemma.partition(" ")
    participle = rest.partition(" ")[0] if verb == "be" else ""
    if participle.endswith(_PARTICIPLE):
        return _listed(_stems(participle)) or "does"
    return _listed({verb}) or "does"


def _listed(verbs: set[str]) -> str | None:
    return next((name for name, members in _MEMBERS if not members.isdisjoint(verbs)), None)


def _stems(participle: str) -> set[str]:
    return {participle.removesuffix(ending) for ending in _PARTICIPLE}
