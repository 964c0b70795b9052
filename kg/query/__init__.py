"""What does the graph say? SPARQL over a build or any RDF file, safely.

    >>> result = select(Path("outputs"), "SELECT ?who { ?who org:holds ?post }")  # doctest: +SKIP
    >>> print(render(result, "table"))                                            # doctest: +SKIP

The query runs in a process of its own that cannot write, fetch or read another file, and that is
stopped when it takes too long or too much memory. The project's prefixes and those of the file need
no declaration. Nothing is inferred, and rows come in no order unless the query asks for one.

What newsrooms ask is ready-made, in ``questions/``: `kg.query.ask` answers it for names as typed.
"""

from kg.query.answering import ask, bind, meant
from kg.query.asking import Parameter, Question, fill, question, questions
from kg.query.guard import check, read_query
from kg.query.naming import Named, names, resolve
from kg.query.passages import passages
from kg.query.render import FORMATS, render
from kg.query.results import Result, Term
from kg.query.run import DEFAULT_LIMITS, Limits, select

__all__ = [
    "DEFAULT_LIMITS",
    "FORMATS",
    "Limits",
    "Named",
    "Parameter",
    "Question",
    "Result",
    "Term",
    "ask",
    "bind",
    "check",
    "fill",
    "meant",
    "names",
    "passages",
    "question",
    "questions",
    "read_query",
    "render",
    "resolve",
    "select",
]
