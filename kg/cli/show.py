"""``kg show``: what the articles say of somebody or something, each with its quote and source."""

from __future__ import annotations

import json
import sys
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import JudgementLog, StoreFile, find_log, find_store
from kg.cli.terminal import say
from kg.cli.why import print_why
from kg.errors import InputError
from kg.export import ExportOptions
from kg.export.tables import claim_records, entity_records
from kg.log import visible
from kg.model import Claim, Entity, Literal, Polarity, Ref, Stance
from kg.store import StoredView
from kg.view import Snapshot

if TYPE_CHECKING:
    from kg.model import Article

_ALIASES = 6
_POSTS, _DOES, _SAYS, _DONE = "Posts", "Does", "Says", "Is named in"


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name or its beginning.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="OUT", help="The folder of a build.")
    ] = None,
    store: StoreFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    why: Annotated[
        bool, typer.Option("--why", help="Tell why these mentions are one, and whence the id.")
    ] = False,
    judgements: JudgementLog = None,
) -> None:
    """Show what the articles say of a person, an organisation or a place.

    Case and accents do not matter, and the beginning of a name is enough; the id of an entity will
    do as well. Every line has the exact quote, the article, and whether the article says it or
    reports it.

    \b
    Examples:
      kg show "Jeff Sessions"
      kg show sessions --out outputs
      kg show sessions --why
      kg show "White House" --json
    """  # noqa: D301 - to click, a backspace means: keep these lines
    if why and as_json:
        raise typer.BadParameter("--why prints text; leave out --json", param_hint="--why")
    path = find_store(store, out)
    with StoredView(path) as view:
        found = _found(view, name)
        if not found:
            raise InputError(
                f"No entity is called {name!r}; try a shorter beginning, or kg query to search."
            )
        if as_json:
            records = [_record(view, entity) for entity in found]
            sys.stdout.write(json.dumps(records, ensure_ascii=False, indent=1) + "\n")
        elif len(found) > 1:
            _list(found)
        elif why:
            print_why(found[0], path, find_log(judgements))
        else:
            _print(view, found[0])


def _found(view: StoredView, name: str) -> tuple[Entity, ...]:
    """Return the entities that a name, or the id of one, means; tell where an id has changed."""
    found = view.identified(name)
    if found and found[0].id != name:
        say(f"{name} is now {' and '.join(entity.id for entity in found)}.")
    return found or view.entities_named(name)


def _list(found: tuple[Entity, ...]) -> None:
    for entity in found:
        mentions = _count(entity.mentions, "mention")
        typer.echo(visible(f"{entity.name} ({entity.type}), {mentions}, {entity.id}"))
    say("Several fit; give more of the name, or an id, to see one.")


def _record(view: StoredView, entity: Entity) -> dict[str, object]:
    claims = tuple(view.claims_about(entity.id))
    articles = [view.article(article) for article in dict.fromkeys(c.article for c in claims)]
    part = Snapshot(
        entity_rows=(entity,),
        claim_rows=claims,
        article_rows=tuple(article for article in articles if article),
    )
    options = ExportOptions()
    (record,) = entity_records(part, options)
    return {"entity": record, "claims": list(claim_records(part, options))}


def _print(view: StoredView, entity: Entity) -> None:
    aliases = ", ".join(entity.aliases[:_ALIASES])
    articles = _count(entity.articles, "article")
    typer.echo(visible(f"{entity.name} ({entity.type}), in {articles}"))
    if aliases:
        typer.echo(visible(f"also: {aliases}"))
    groups: dict[str, list[Claim]] = {_POSTS: [], _DOES: [], _SAYS: [], _DONE: []}
    for claim in view.claims_about(entity.id):
        groups[_group(claim, entity.id)].append(claim)
    for heading, claims in groups.items():
        if claims:
            typer.echo(f"\n{heading}")
            for claim in claims:
                _print_claim(claim, view.article(claim.article))


def _group(claim: Claim, entity: str) -> str:
    if claim.status and claim.subject.id == entity:
        return _POSTS
    if claim.subject.id == entity:
        return _DOES
    return _SAYS if any(s.id == entity for s in claim.attribution) else _DONE


def _print_claim(claim: Claim, article: Article | None) -> None:
    typer.echo(f"  {visible(_sentence(claim))}")
    typer.echo(f"      “{visible(claim.evidence.quote)}”")
    if article:
        where = (article.publisher, article.published, article.title, article.url)
        typer.echo(f"      {visible(', '.join(part for part in where if part))}")


def _sentence(claim: Claim) -> str:
    words = [claim.subject.name, claim.predicate.label, _name(claim.object)]
    words += [f"[{q.role}: {q.name}]" for q in claim.qualifiers]
    marks = [claim.status.value] if claim.status else []
    if claim.polarity is Polarity.NEGATIVE:
        marks.append("negative")
    by = ", ".join(source.name for source in claim.attribution)
    marks.append(f"{claim.stance.value} by {by}" if by and _is_reported(claim) else claim.stance)
    return f"{' '.join(word for word in words if word)} ({', '.join(marks)})"


def _is_reported(claim: Claim) -> bool:
    return claim.stance is not Stance.ASSERTED


def _name(thing: Ref | Literal | None) -> str:
    if thing is None:
        return ""
    return thing.name if isinstance(thing, Ref) else thing.value


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
