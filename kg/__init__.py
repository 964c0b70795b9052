"""News articles in, a knowledge graph out: who did what, who says so, when, and the exact sentence.

    import kg

    report = kg.build(["seeds"], "outputs")
    with kg.open_store("outputs") as store:
        for claim in store.view().claims():
            print(claim.subject.name, claim.predicate.label, claim.evidence.quote)
        store.graph()                       # the same as a networkx graph

Importing this has no effects: nothing is loaded before it is used, and the language pipeline not
before an article has to be annotated.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.errors import KgError
    from kg.model import (
        Article,
        Attribution,
        Certainty,
        Claim,
        Entity,
        Evidence,
        Issue,
        Literal,
        Mention,
        Polarity,
        Predicate,
        Qualifier,
        Ref,
        Source,
        Span,
        Stance,
        Statement,
    )
    from kg.pipeline import BuildReport, OpenStore, Progress, build, open_store, tuples
    from kg.view import View

__all__ = [
    "Article",
    "Attribution",
    "BuildReport",
    "Certainty",
    "Claim",
    "Entity",
    "Evidence",
    "Issue",
    "KgError",
    "Literal",
    "Mention",
    "OpenStore",
    "Polarity",
    "Predicate",
    "Progress",
    "Qualifier",
    "Ref",
    "Source",
    "Span",
    "Stance",
    "Statement",
    "View",
    "build",
    "open_store",
    "tuples",
]

_ELSEWHERE = {
    "KgError": "kg.errors",
    "View": "kg.view",
    **dict.fromkeys(
        ("BuildReport", "OpenStore", "Progress", "build", "open_store", "tuples"), "kg.pipeline"
    ),
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ELSEWHERE.get(name, "kg.model")), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
