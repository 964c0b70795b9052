"""What people know beforehand, read from their files: the judgement log and authority lists.

    read_guidance(Path("judgements.txt"), [Path("people.csv")]).judgements

Read before any article, so that a line that cannot be read stops a build at once.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.authorities import iri_of, read_authorities
from kg.errors import JudgementError
from kg.judgements import read_log
from kg.model import Guidance
from kg.resolve import article_of, record_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kg.model import Judgement, Reference


def read_guidance(judgements: Path | None, authorities: Sequence[Path]) -> Guidance:
    """Return what the files say.

    Raises `JudgementError` for a log that is not there or cannot be read, `InputError` for a list.
    """
    if judgements is not None and not judgements.is_file():
        raise JudgementError(f"There is no judgement log at {judgements}; check --judgements.")
    records, issues = read_authorities(authorities)
    return Guidance(
        judgements=read_log(judgements) if judgements else (), records=records, issues=issues
    )


def with_kept(judgements: Sequence[Judgement], kept: Mapping[str, str]) -> tuple[Judgement, ...]:
    """Return judgements that name, for an article that is a copy, the one kept for both.

    Ids of records are given the form that lists of authorities have them in.
    """
    return tuple(
        replace(j, left=_with_kept(j.left, kept), right=_with_kept(j.right, kept))
        for j in judgements
    )


def _with_kept(reference: Reference, kept: Mapping[str, str]) -> Reference:
    articles = (kept.get(article_of(a), a) for a in reference.articles)
    record = record_of(reference)
    name = f"<{iri_of(record)}>" if record else reference.name
    return replace(reference, name=name, articles=tuple(articles))
