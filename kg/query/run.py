"""How a query is run: in a child process with limits, whose end is understood and explained.

    >>> select(Path("outputs/graph.ttl"), "ASK { ?s ?p ?o }").boolean   # doctest: +SKIP
    True

Neither SPARQL library for Python can stop a query, and both follow SERVICE, hence the process. It
costs about 0.1 s a query and the loading of the file; nothing is kept between queries.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg import ontology
from kg.errors import QueryError, QueryTimeout
from kg.query.guard import check
from kg.query.results import Result, Term

_GRAPH = "graph.ttl"
_SIGALRM, _SIGXCPU = 14, 24
_OUT_OF_MEMORY = (3, -6)  # the worker's own word, and how the engine ends without memory
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one query may use; ``load_s`` is for reading the file, on top of ``timeout_s``."""

    timeout_s: float = 5.0
    rows: int = 10_000
    memory_bytes: int = 512 * 1024 * 1024
    load_s: float = 300.0


DEFAULT_LIMITS = Limits()


def select(path: Path, query: str, *, limits: Limits = DEFAULT_LIMITS) -> Result:
    """Answer a SPARQL query over a build's folder or an RDF file.

    Raises `QueryRefused` for what is no reading query, `QueryTimeout` when it takes too long and
    `QueryError` for wrong syntax, a file that cannot be read and too much memory.
    """
    check(query)
    request = {
        "path": str(_graph_file(path)),
        "query": query,
        "prefixes": ontology.load().prefixes,
        "rows": limits.rows,
        "timeout_s": limits.timeout_s,
        "memory_bytes": limits.memory_bytes,
    }
    answer = _ask_worker(request, limits)
    if "error" in answer:
        raise QueryError(f"the query failed: {answer['error']}")
    return _result(answer)


def _graph_file(path: Path) -> Path:
    file = path / _GRAPH if path.is_dir() else path
    if not file.is_file():
        raise QueryError(f"there is no graph at {file}; build one with kg build")
    return file.resolve()


def _ask_worker(request: dict[str, Any], limits: Limits) -> dict[str, Any]:
    try:
        done = subprocess.run(  # our own module, with a fixed command line
            [sys.executable, "-P", "-m", "kg.query.worker"],
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=limits.load_s + limits.timeout_s + 5,
            env=os.environ | {"PYTHONPATH": _python_path(), "PYTHONIOENCODING": "utf-8"},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise QueryTimeout(f"reading {request['path']} took over {limits.load_s:g} s") from error
    if done.returncode == 0:
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer
    raise _explain(done.returncode, limits)


def _python_path() -> str:
    """Return the search path with this package first, as the child may start in any folder."""
    return os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))


def _explain(code: int, limits: Limits) -> QueryError:
    if code in (-_SIGALRM, -_SIGXCPU):
        return QueryTimeout(
            f"the query took over {limits.timeout_s:g} s and was stopped; "
            "make it narrower, for example with a LIMIT or a named subject"
        )
    if code in _OUT_OF_MEMORY:
        size = limits.memory_bytes // (1024 * 1024)
        return QueryError(f"the query needed over {size} MB of memory; make it narrower")
    return QueryError(f"the query broke the engine (code {code}); nest it less deeply")


def _result(answer: dict[str, Any]) -> Result:
    rows = tuple(
        tuple(None if term is None else Term(**term) for term in row)
        for row in answer.get("rows", ())
    )
    return Result(
        form=answer["form"],
        variables=tuple(answer.get("variables", ())),
        rows=rows,
        boolean=answer.get("boolean"),
        truncated=answer.get("truncated", False),
        prefixes=tuple(sorted(answer["prefixes"].items())),
    )
