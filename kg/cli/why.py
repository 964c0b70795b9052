"""``kg show --why``: why these mentions are one thing, article by article, and whence its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from kg import ids
from kg.log import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.model import ArticleEntity, Entity
    from kg.pipeline.judging import Desk


def print_why(entity: Entity, store: Path, log: Path) -> None:
    """Print what an entity is made of, and why."""
    from kg.pipeline.judging import Desk  # noqa: PLC0415 - kg --help should not wait for it

    with Desk(store, log) as desk:
        for line in _lines(entity, desk):
            typer.echo(visible(line))


def _lines(entity: Entity, desk: Desk) -> Iterator[str]:
    yield f"{entity.name} ({entity.type})"
    yield f"  {entity.id}"
    yield f"  is made of {_whence(entity, desk)}"
    yield from [f"  {entity.when}"] if entity.when else []
    yield from _listed("One, because", entity.reasons or ("nothing had to be joined",))
    yield from _listed("Judged", _judged(entity, desk))
    outside = [f"surely {iri}" for iri in entity.same_as]
    outside += [f"perhaps {iri}" for iri in entity.close_match]
    yield from _listed("Elsewhere", outside)
    if entity.claims:
        yield from _listed("Told by", list(_tellings(entity, desk)))
        return
    yield from ("", "Called")
    members = desk.members.of(entity)
    for member in sorted(members, key=lambda m: (_published(m, desk), m.article, m.id)):
        yield from _called(member, desk)


def _listed(heading: str, lines: tuple[str, ...] | list[str]) -> Iterator[str]:
    if lines:
        yield from ("", heading)
        yield from (f"  {line}" for line in lines)


def _whence(entity: Entity, desk: Desk) -> str:
    """Return in words what an id was made of, by making it again."""
    if entity.claims:
        return "the type, the name and the first of what tells of it"
    if entity.id == ids.entity_id(entity.type, entity.name):
        return "the type and the name; nothing else has both"
    if entity.of and entity.id == ids.entity_id(entity.type, entity.name, entity.of):
        of = desk.view.entity(entity.of)
        return f"the name of the post and what it is of: {of.name if of else entity.of}"
    for member in entity.members:
        if entity.id == ids.entity_id(entity.type, entity.name, member):
            where = next((m for m in desk.members.of(entity) if m.id == member), None)
            article = f" in {_where(where, desk)}" if where else ""
            return f"the type, the name and its first mention{article}, as others have the name"
    return "the type, the name and what tells it from others of the name (a keyword, a post)"


def _tellings(entity: Entity, desk: Desk) -> Iterator[str]:
    """Yield the words of each telling of an event, and where they stand."""
    for claim in desk.view.claims_about(entity.id):
        if claim.event == entity.id:
            yield f"“{claim.evidence.quote}”"
            yield f"    {_place(claim.article, desk)}"


def _judged(entity: Entity, desk: Desk) -> list[str]:
    ours = set(entity.members)
    return [
        f"line {judgement.line} of {desk.log}: {desk.words(judgement)}"
        for judgement in desk.standing()
        if ours & desk.meant(judgement)
    ]


def _called(member: ArticleEntity, desk: Desk) -> Iterator[str]:
    names = dict.fromkeys(n for n in (member.name, *member.forms, member.keyword_name) if n)
    times = f"{member.mentions} mention{'' if member.mentions == 1 else 's'}"
    yield f"  {', '.join(names)}: {times} in {_where(member, desk)}"
    yield from (f"      {reason}" for reason in member.reasons)


def _published(member: ArticleEntity, desk: Desk) -> str:
    return desk.article(member.article).published or ""


def _where(member: ArticleEntity, desk: Desk) -> str:
    return _place(member.article, desk)


def _place(id_: str, desk: Desk) -> str:
    article = desk.article(id_)
    parts = (article.publisher, article.published, article.url or article.id)
    return ", ".join(part for part in parts if part)
