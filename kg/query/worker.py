"""The process that runs one query: loads the file, gives up its rights, answers, and ends.

It reads a request as JSON on standard input and writes an answer as JSON on standard output. Before
the query runs it sets its own limits, which the system enforces even inside the engine: a wall
clock (SIGALRM ends the process), processor time, memory, and no file descriptor beyond the ones it
has, so that it can open neither a file nor a connection.

    python -P -m kg.query.worker < request.json
"""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Iterable

Json = dict[str, Any]

TRIPLE = ["subject", "predicate", "object"]
OUT_OF_MEMORY = 3
_MAX_ANSWER_CHARS = 64_000_000


def main() -> int:
    """Answer the request on standard input."""
    request: Json = json.load(sys.stdin)
    try:
        answer = _answer(request)
    except MemoryError:
        return OUT_OF_MEMORY
    except (OSError, SyntaxError, ValueError, RuntimeError) as error:
        answer = {"error": str(error).strip() or type(error).__name__}
    json.dump(answer, sys.stdout)
    sys.stdout.flush()
    return 0


def _answer(request: Json) -> Json:
    store, found = _load(Path(request["path"]))
    prefixes = request["prefixes"] | found
    _confine(request)
    answer = store.query(request["query"], prefixes=prefixes, use_default_graph_as_union=True)
    return _read(answer, request["rows"]) | {"prefixes": prefixes}


def _load(path: Path) -> tuple[ox.Store, dict[str, str]]:
    """Return a store in memory with the file's triples, and the file's prefixes."""
    format_ = ox.RdfFormat.from_extension(path.suffix.lstrip(".").lower())
    if format_ is None:
        raise ValueError(f"{path.name} is no RDF file (.ttl, .nt, .nq, .trig, .jsonld, .rdf)")
    parser = ox.parse(path=str(path), format=format_)
    with contextlib.suppress(StopIteration):
        next(parser)
    prefixes = dict(getattr(parser, "prefixes", {}))
    store = ox.Store()
    store.bulk_load(path=str(path), format=format_)
    return store, prefixes


def _confine(request: Json) -> None:
    """Set the limits under which the query runs; where the system has none, the parent's hold."""
    try:
        import resource  # noqa: PLC0415  # not on every system
        import signal  # noqa: PLC0415
    except ImportError:
        return
    seconds = request["timeout_s"]
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_CPU, int(seconds) + 2)
    if used := _address_space_bytes():
        _lower(resource.RLIMIT_AS, used + request["memory_bytes"])
    _lower(resource.RLIMIT_NOFILE, 3)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def _lower(which: int, value: int) -> None:
    import resource  # noqa: PLC0415

    _, hard = resource.getrlimit(which)
    ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(which, (ceiling, ceiling))


def _address_space_bytes() -> int:
    """Return the size of this process, so that the limit is on what the query adds."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * 4096
    except OSError:
        return 0


def _read(answer: object, limit: int) -> Json:
    if isinstance(answer, ox.QueryBoolean):
        return {"form": "ask", "boolean": bool(answer)}
    if isinstance(answer, ox.QueryTriples):
        rows = ([t.subject, t.predicate, t.object] for t in answer)
        return {"form": "construct", "variables": TRIPLE} | _cut(rows, limit)
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError(f"unexpected answer {type(answer).__name__}")
    variables = [variable.value for variable in answer.variables]
    rows = ([solution[name] for name in variables] for solution in answer)
    return {"form": "select", "variables": variables} | _cut(rows, limit)


def _cut(rows: Iterable[list[Any]], limit: int) -> Json:
    kept: list[list[Json | None]] = []
    room = _MAX_ANSWER_CHARS
    for row in rows:
        terms = [None if term is None else _term(term) for term in row]
        room -= sum(len(term["value"]) for term in terms if term)
        if len(kept) == limit or room < 0:
            return {"rows": kept, "truncated": True}
        kept.append(terms)
    return {"rows": kept, "truncated": False}


def _term(term: object) -> Json:
    if isinstance(term, ox.NamedNode):
        return {"kind": "uri", "value": term.value}
    if isinstance(term, ox.Literal):
        kind = {"kind": "literal", "value": term.value}
        if term.language:
            return kind | {"language": term.language}
        return kind | {"datatype": term.datatype.value}
    return {"kind": "bnode", "value": str(getattr(term, "value", term))}


if __name__ == "__main__":
    sys.exit(main())
