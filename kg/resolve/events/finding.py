"""Which tellings of happenings a judgement means: by what they say and where.

    same "Oda Tern fired Ruben Vale (Happening) @ https://a.example/1" "dismissal (Happening) @ https://b.example/2"

A claim is called by its subject, the label of its predicate and its object, each under any of its
names, for those may change from one build to the next; a noun by its phrase. Where that says too
little (two decisions of one article) the id of the telling stands in place of its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import JudgementError
from kg.model import Ref
from kg.names import name_key
from kg.resolve.events.tellings import is_telling
from kg.resolve.finding import HAPPENING, article_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kg.model import Claim, Entity, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A telling as a judgement may name it.

    ``id`` is that of its claim, or of the mentions of its noun; ``called`` are its words, ``keys``
    all words by which it is found.
    """

    id: str
    called: str
    keys: frozenset[str]
    noun: bool = False


def told_by_claims(
    claims: Iterable[Claim], thing: Callable[[str], Entity | None]
) -> Iterator[Told]:
    """Yield the claims that tell of a happening; ``thing`` looks up entities."""
    for claim in claims:
        if not is_telling(claim):
            continue
        label = claim.predicate.label
        subjects = _names(claim.subject, thing)
        objects = _names(claim.object, thing) if isinstance(claim.object, Ref) else [""]
        keys = {name_key(f"{s} {label} {o}") for s in subjects for o in objects}
        called = f"{claim.subject.name} {label} {objects[0]}".strip()
        yield Told(id=claim.id, called=called, keys=frozenset(keys))


def told_by_noun(member: str, name: str) -> Told:
    """Return a noun of a happening, by the id of its mentions."""
    return Told(id=member, called=name, keys=frozenset({name_key(name)}), noun=True)


def _names(ref: Ref, thing: Callable[[str], Entity | None]) -> list[str]:
    """Return the names of what a claim speaks of, its own first."""
    known = thing(ref.id)
    return [ref.name, *((known.name, *known.aliases) if known else ())]


class HappeningFinder:
    """Finds the tellings that references mean; a `Finder` for happenings."""

    def __init__(self, in_article: Callable[[str], Sequence[Told]]) -> None:
        """Take how to look up the tellings of an article."""
        self._in_article = in_article

    def find(self, reference: Reference) -> frozenset[str]:
        """Return the ids of the tellings that are meant, none if no article tells so.

        Raises `JudgementError` where the reference means no happening, or one of two.
        """
        if reference.type != HAPPENING:
            raise JudgementError(f"{reference.name!r} is a thing and a thing never happens")
        if not reference.articles:
            raise JudgementError(f"it does not say in which article {reference.name!r} is told")
        articles = [self._in_article(article_of(a)) for a in reference.articles]
        return frozenset(t.id for told in articles for t in _fitting(told, reference.name))

    def all_of(self, reference: Reference) -> frozenset[str]:
        """Return the ids of the tellings that may be meant."""
        try:
            return self.find(reference)
        except JudgementError:
            return frozenset()

    def posts(self, members: Iterable[str]) -> set[bool]:
        """Tell that no happening is a post."""
        return {False for _ in members}


def _fitting(told: Sequence[Told], name: str) -> list[Told]:
    """Return what an article tells in some words; two nouns of one name may be two happenings."""
    fitting = [t for t in told if t.id == name] or [t for t in told if name_key(name) in t.keys]
    if sum(t.noun for t in fitting) > 1:
        either = " or ".join(sorted(t.id for t in fitting))
        raise JudgementError(f"{name!r} stands for two happenings there; write {either} instead")
    return fitting
