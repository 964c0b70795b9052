"""Typed relations: what the text says in words of a fixed meaning.

    "Anna Berger was born in Dayton." → Anna Berger – was born in – Dayton
    "Eva Brandt founded Blue Labs." → Eva Brandt – founded – Blue Labs
    "Tom Brandt, the son of Olof Brandt, left." → Tom Brandt – is son of – Olof Brandt
    "Peter Holm (1901–1977) was a painter." → Peter Holm – died on – 1977

Verbs, describing nouns, and what stands beside a name each have a file; the words are data in
`kg.lexicon.typed_relations`. Both ends are known things or dates. Anything doubtful stays an open
relation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.bench import Extractor
from kg.extract.typed.beside import beside_claims
from kg.extract.typed.making import NAME
from kg.extract.typed.nouns import noun_claims
from kg.extract.typed.verbs import verb_claims
from kg.model import Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.bench import Bench
    from kg.model import Claim

_SYMMETRIC = frozenset({"kg:spouse"})


def typed_claims(bench: Bench) -> Iterator[Claim]:
    """Yield the typed claims of an article, each relation of two things once a sentence."""
    seen: set[tuple[object, ...]] = set()
    for claim in (*verb_claims(bench), *noun_claims(bench), *beside_claims(bench)):
        key = _meaning(claim)
        if key not in seen:
            seen.add(key)
            yield claim


def _meaning(claim: Claim) -> tuple[object, ...]:
    obj = claim.object
    ends = [claim.subject.id, obj.id if isinstance(obj, Ref) else obj.value if obj else ""]
    if claim.predicate.id in _SYMMETRIC:
        ends.sort()
    return (claim.evidence.start, claim.predicate.id, *ends, claim.polarity, claim.stance)


EXTRACTOR = Extractor(name=NAME, claims=typed_claims)
