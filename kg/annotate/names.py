"""Which spans are names, and of what type: the statistical tagger's answer, repaired.

    'Gov. Chris Christie of New Jersey'  →  Chris Christie (Person), New Jersey (Place)

Titles are cut off, possessives dropped, initials and suffixes joined; one name has one type all
over the article, by vote, where titles (Gov. X is a person) and head words (X Department is an
organisation) outvote the tagger; a name found once is found everywhere. Lower-case names are
ignored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.namecut import TYPES, repaired
from kg.annotate.namegrow import joined
from kg.annotate.namesearch import initials, known_elsewhere, labels, untagged
from kg.annotate.namespan import Name, covered, text_key, without_overlaps
from kg.annotate.namevote import vote
from kg.annotate.titles import is_honorific

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_names(doc: Doc, keywords: tuple[str, ...], skip: frozenset[int]) -> list[Name]:
    """Return the names of a document, without overlaps, in order."""
    spans = [part for ent in doc.ents if ent.label_ in TYPES for part in repaired(doc, ent)]
    spans = without_overlaps(name for name in spans if name.start not in skip)
    spans += labels(doc, covered(spans))
    spans += untagged(doc, covered(spans) | skip)
    spans = joined(doc, sorted(spans, key=lambda n: n.start))
    spans += initials(doc, spans, covered(spans) | skip)
    types = vote(doc, spans, keywords)
    spans += known_elsewhere(doc, types, covered(spans) | skip)
    return [_finished(doc, n, types) for n in without_overlaps(spans) if text_key(doc, n) in types]


def _finished(doc: Doc, name: Name, types: dict[str, str]) -> Name:
    """Return a name with its final type, its honorific and its head."""
    name.type = types[text_key(doc, name)]
    if name.type == "Person":
        while (
            name.start > 0
            and not doc[name.start].is_sent_start
            and is_honorific(doc[name.start - 1])
        ):
            name.start -= 1
    name.head = doc[name.start : name.end].root.i
    return name
