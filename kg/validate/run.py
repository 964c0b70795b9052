"""How a graph is checked: read once by Oxigraph, then by the shapes and by the assertions.

    >>> validate(Path("outputs/graph.ttl")).findings     # doctest: +SKIP
    ()

Oxigraph reads the file because it fetches nothing (rdflib follows the contexts of JSON-LD). The
shapes need the graph in rdflib, which takes about a second for every 10,000 triples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

from kg import ids, ontology
from kg.errors import InputError, OntologyError
from kg.validate.report import Finding, Report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_GRAPH = "graph.ttl"
_VOCABULARY = ox.NamedNode(ids.ONTOLOGY + "vocabulary")


def validate(path: Path) -> Report:
    """Check a build's folder or an RDF file; raises `InputError` for what cannot be read."""
    store = _load(path / _GRAPH if path.is_dir() else path)
    found = {*_by_shapes(store), *_by_assertions(store)}
    return Report(findings=tuple(sorted(found)))


def _load(path: Path) -> ox.Store:
    format_ = ox.RdfFormat.from_extension(path.suffix.lstrip(".").lower())
    if format_ is None:
        raise InputError(f"{path} is no RDF file; give a build's folder or a .ttl file")
    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=format_)
    except (OSError, SyntaxError) as error:
        raise InputError(f"cannot read {path}: {error}; build it again with kg build") from error
    return store


def _by_shapes(store: ox.Store) -> Iterator[Finding]:
    data = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    graph = rdflib.Graph().parse(data=data, format="nt")
    shapes = rdflib.Graph().parse(ontology.folder() / "shapes.ttl", format="turtle")
    _, results, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none")
    if not isinstance(results, rdflib.Graph):
        raise OntologyError(f"the shapes cannot be used: {results}; restore ontology/shapes.ttl")
    for result in results.subjects(RDF.type, SH.ValidationResult):
        yield _finding(results, result)


def _finding(results: rdflib.Graph, result: rdflib.term.Node) -> Finding:
    def value(predicate: rdflib.URIRef) -> str:
        found = results.value(result, predicate)
        # Blank nodes (shapes in brackets, property paths) have another name on each run.
        return "" if found is None or isinstance(found, rdflib.BNode) else str(found)

    messages = sorted(str(message) for message in results.objects(result, SH.resultMessage))
    shape = value(SH.sourceShape) or value(SH.resultPath) or value(SH.sourceConstraintComponent)
    return Finding(
        check=_short(shape),
        node=value(SH.focusNode) or "a blank node",
        message=" ".join(messages),
        value=value(SH.value),
    )


def _short(iri: str) -> str:
    known = sorted(ontology.load().prefixes.items(), key=lambda pair: -len(pair[1]))
    for prefix, start in known:
        if iri.startswith(start):
            return f"{prefix}:{iri[len(start) :]}"
    return iri.rpartition("/")[2]


def _by_assertions(store: ox.Store) -> Iterator[Finding]:
    store.bulk_load(
        path=str(ontology.folder() / "newskg.ttl"),
        format=ox.RdfFormat.TURTLE,
        to_graph=_VOCABULARY,
    )
    for file in sorted((ontology.folder() / "assertions").glob("*.rq")):
        yield from _offenders(store, file)


def _offenders(store: ox.Store, file: Path) -> Iterator[Finding]:
    """Yield what an assertion's query finds; the comment at its head is the message."""
    query = file.read_text(encoding="utf-8")
    message = " ".join(line.lstrip("# ") for line in query.splitlines() if line.startswith("#"))
    answer = store.query(query, prefixes=ontology.load().prefixes)
    if not isinstance(answer, ox.QuerySolutions):
        raise OntologyError(f"{file} must be a SELECT; it is not")
    others = [variable.value for variable in answer.variables if variable.value != "node"]
    for solution in answer:
        details = [str(solution[name]) for name in others if solution[name] is not None]
        yield Finding(
            check=file.stem,
            node=_name(solution["node"]),
            message=message,
            value=" ".join(details),
        )


def _name(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else "a blank node"
