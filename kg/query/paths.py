"""How two things are linked: the shortest chain of sentences from one to the other.

    Jeff Sessions —[told]→ Ron Wyden —[be member of]→ Democrats

A step leads from one thing to another that the same claim names, as subject, object or detail. A
step is what is said to be so: no denials, wishes or possibilities; and to have had the same post is
no link. Of chains of equal length the one wins that goes through things of which less is said: a
link through a village says more than one through the United States. SPARQL can tell whether there
is a path, not which is the shortest, so the search is ours.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query.results import Result, Term
from kg.query.run import Limits, select

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_LIMITS = Limits(timeout_s=60, rows=2_000_000, memory_bytes=4 << 30)

_LINKS = """
PREFIX kg: <https://newskg.example/ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT DISTINCT ?claim ?thing {
  ?claim a kg:Claim ; kg:polarity kg:Positive ; kg:stance ?stance .
  FILTER(?stance != kg:Hypothetical)
  ?claim rdf:subject|rdf:object|kg:qualifier/kg:refersTo ?thing .
  ?thing kg:mentions ?mentions .
  FILTER NOT EXISTS { ?thing a org:Post }
}
"""
_EVIDENCE = """
PREFIX kg: <https://newskg.example/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
SELECT ?link ?what ?how ?quote ?publisher ?published ?article ?url {
  VALUES (?step ?claim ?here ?there) { %s }
  ?claim rdfs:label ?what ; kg:stance ?stance ; kg:quote ?quote ; prov:wasQuotedFrom ?source .
  ?source schema:headline ?article .
  ?here rdfs:label ?from_name .
  ?there rdfs:label ?to_name .
  OPTIONAL { ?source schema:publisher/rdfs:label ?publisher }
  OPTIONAL { ?source schema:datePublished ?published }
  OPTIONAL { ?source schema:url ?url }
  BIND(LCASE(STRAFTER(STR(?stance), "#")) AS ?how)
  BIND(CONCAT(STR(?step), ". ", ?from_name, " – ", ?to_name) AS ?link)
} ORDER BY ?step
"""

Chain = tuple[tuple[str, str], ...]


def evidence_path(path: Path, start: Term, end: Term) -> Result:
    """Return the steps of the shortest chain, each with its evidence; none where there is none."""
    chain = shortest(_links(path), start.value, end.value)
    if not chain:
        return Result(form="select", variables=("link", "what"))
    # The claims and things are IRIs that the engine gave: nothing typed is among them.
    steps = enumerate(zip((start.value, *(there for _, there in chain)), chain, strict=False), 1)
    rows = " ".join(f"({n} <{claim}> <{here}> <{there}>)" for n, (here, (claim, there)) in steps)
    return select(path, _EVIDENCE % rows, limits=_LIMITS)


def _links(path: Path) -> dict[str, tuple[str, ...]]:
    result = select(path, _LINKS, limits=_LIMITS)
    if result.truncated:
        raise QueryError(
            "the graph is too large for this search; kg/query/questions/path.rq is not"
        )
    found: dict[str, list[str]] = {}
    for claim, thing in result.rows:
        if claim and thing:
            found.setdefault(claim.value, []).append(thing.value)
    return {claim: tuple(sorted(things)) for claim, things in sorted(found.items())}


def shortest(links: Mapping[str, Sequence[str]], start: str, end: str) -> Chain:
    """Return the claims that lead from one thing to another, each with the thing it leads to.

    ``links`` has the things that each claim names.
    """
    claims_of: dict[str, list[str]] = {}
    for claim in sorted(links):
        for thing in links[claim]:
            claims_of.setdefault(thing, []).append(claim)
    queue: list[tuple[int, int, Chain, str]] = [(0, 0, (), start)]
    seen: set[str] = set()
    while queue:
        steps, fame, chain, here = heapq.heappop(queue)
        if here == end:
            return chain
        if here in seen:
            continue
        seen.add(here)
        for claim in claims_of.get(here, ()):
            for there in links[claim]:
                if there not in seen:
                    more = 0 if there == end else len(claims_of[there])
                    heapq.heappush(queue, (steps + 1, fame + more, (*chain, (claim, there)), there))
    return ()
