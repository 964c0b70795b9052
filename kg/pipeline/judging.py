"""A store and its judgement log side by side: who is meant, what is in doubt, what contradicts.

    with Desk(store, log) as desk:
        judgement = desk.judgement(Verdict.SAME, "Ann Lee", "Anna Lee @ https://a.example/1")
        desk.write(judgement)

Whoever judges points at what a build shows; the log gets names and articles, which outlive it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Self

from kg.authorities import iri_of
from kg.errors import InputError, JudgementError
from kg.judgements import append, length, parse_reference, read_log, same_words, written
from kg.model import Guidance, Judgement, Reference, Verdict
from kg.names import name_key
from kg.pipeline.guidance import with_kept
from kg.pipeline.happenings import StoredHappenings
from kg.pipeline.members import StoredMembers
from kg.resolve import (
    HAPPENING,
    Finder,
    HappeningFinder,
    article_of,
    doubts,
    find_rulings,
    is_of_happenings,
    record_of,
)
from kg.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kg.model import Article, ArticleEntity, Entity
    from kg.resolve import Doubt, Told
    from kg.store import StoredView

# Articles named for a side: one may be taken away, and a line should stay readable.
_ARTICLES_MAX = 3
_SHOWN_MAX = 5
_LOOKED_AT = 200  # articles in which a line looks for how to name a thing that thousands name
_CHANGED = "The store has changed since its last build; run kg build first."


class Desk:
    """The last build of a store, the mentions it is made of, and the log; reads the store only."""

    def __init__(self, store: Path, log: Path) -> None:
        """Open the store; raises `StoreError` where there is none, `JudgementError` for the log."""
        self.log = log
        self._store = Store.open(store, write=False)
        self.view: StoredView = self._store.view()
        self.members = StoredMembers(self._store, self.view)
        self._finder = Finder(self.members)
        self._happenings = StoredHappenings(self._store, self.view)
        self._tellings = HappeningFinder(self._happenings.in_article)

    def close(self) -> None:
        """Let go of the store."""
        self.view.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def standing(self) -> tuple[Judgement, ...]:
        """Return the judgements that stand now, with articles that are kept."""
        judgements = read_log(self.log)
        return with_kept(judgements, self._store.kept()) if judgements else ()

    def article(self, article: str) -> Article:
        """Return an article of the last build."""
        found = self.view.article(article)
        if found is None:
            raise InputError(_CHANGED)
        return found

    def meant(self, judgement: Judgement) -> frozenset[str]:
        """Return the members, and the claims of happenings, that a judgement speaks of."""
        found = self._all(judgement.left) | self._all(judgement.right)
        return found | self._happenings.members_of(found)

    def words(self, judgement: Judgement) -> str:
        """Return a judgement as its line says it."""
        return written(judgement)

    def doubts(self) -> tuple[Doubt, ...]:
        """Return the doubtful pairs that nobody has judged, the most mentioned first."""
        known = Guidance(judgements=self.standing())
        return doubts(self.members.everything.values(), self._store.articles(), known)

    def judgement(self, verdict: Verdict, left: str, right: str, note: str = "") -> Judgement:
        """Return a judgement about what two texts mean.

        Raises `JudgementError` where a text means nothing or several things, where both mean the
        same, and where the judgement would contradict others.
        """
        sides = [self._reference(text) for text in (left, right)]
        return self._checked(Judgement(verdict=verdict, left=sides[0], right=sides[1], note=note))

    def about(self, verdict: Verdict, doubt: Doubt, note: str = "") -> Judgement:
        """Return a judgement about a doubtful pair; raises `JudgementError` as `judgement` does."""
        left, right = (self.side(members) for members in (doubt.left, doubt.right))
        return self._checked(Judgement(verdict=verdict, left=left, right=right, note=note))

    def write(self, judgement: Judgement) -> Judgement:
        """Write a judgement at the end of the log, unless it says so; return it with its line."""
        for line in read_log(self.log):
            if same_words(line, judgement):
                return line
        append(self.log, [judgement])
        return replace(judgement, line=length(self.log))

    def _checked(self, judgement: Judgement) -> Judgement:
        happens = is_of_happenings(judgement)
        finder = self._tellings if happens else self._finder
        known = [j for j in self.standing() if is_of_happenings(j) == happens]
        find = self._told if happens else self._finder.find
        members = [find(side) for side in (judgement.left, judgement.right)]
        if members[0] == members[1]:
            name = judgement.left.name
            raise JudgementError(
                f"Both sides mean the same mentions of {name}; say in which articles each is meant: "
                f"'{name} @ URL'. kg show '{name}' --why lists them."
            )
        try:
            rulings = find_rulings([*known, judgement], finder)
        except JudgementError as error:
            raise JudgementError(f"{error} Nothing was written.") from None
        fresh = find_rulings([judgement], finder).issues
        if fresh and fresh[0] in rulings.issues:
            raise JudgementError(f"{fresh[0].message} Nothing was written.")
        return judgement

    def _reference(self, text: str) -> Reference:
        """Return the reference for what somebody typed: a name, an id, a name in articles."""
        typed = parse_reference(text)
        if record := record_of(typed):
            return Reference(name=f"<{iri_of(record)}>")
        if typed.articles:
            return self._in_articles(typed)
        entity = self._entity(typed)
        if self._happenings.is_one(entity):
            return self._of_happening(entity)
        return self._of_members(self.members.of(entity, _LOOKED_AT))

    def _in_articles(self, typed: Reference) -> Reference:
        for article in typed.articles:
            if self.view.article(article_of(article)) is None:
                raise JudgementError(f"There is no article {article} in the store; check its URL.")
            here_only = replace(typed, articles=(article,))
            if typed.type == HAPPENING and not self._told(here_only):
                told = sorted(t.called for t in self._happenings.in_article(article_of(article)))
                raise JudgementError(
                    f"Nothing happens in {article} that is called {typed.name!r}; it tells: "
                    f"{'; '.join(told) or 'nothing'}."
                )
            if typed.type != HAPPENING and not self._finder.find(here_only):
                here = self.members.in_article(article_of(article))
                names = sorted({m.name for m in here if typed.type in (None, m.type)})
                raise JudgementError(
                    f"Nothing is called {typed.name!r} in {article}; it names "
                    f"{', '.join(names) or 'nothing that other articles could name'}."
                )
        return typed

    def _entity(self, typed: Reference) -> Entity:
        """Return the one entity of an id or a name."""
        by_id = self.view.identified(typed.name)
        named = by_id or self.view.entities_named(typed.name)
        near = tuple(e for e in named if typed.type in (None, e.type))
        called = near if by_id else tuple(e for e in near if _is_called(e, typed.name))
        own = [e for e in called if name_key(e.name) == name_key(typed.name)]
        fitting = own if len(own) == 1 else called
        if len(fitting) != 1:
            raise InputError(_unclear(typed.name, fitting, near))
        if fitting[0].local and not self._happenings.is_one(fitting[0]):
            raise InputError(
                f"{fitting[0].name!r} has no name and belongs to one article; only what is named "
                "or happens can be judged."
            )
        return fitting[0]

    def side(self, members: Iterable[str]) -> Reference:
        """Return a name and articles by which the members on a side of a doubt are found again."""
        every = self.members.everything
        return self._of_members(every[m] for m in members if m in every)

    def _of_happening(self, entity: Entity) -> Reference:
        """Return words and articles by which tellings of an event are found again."""
        ours = self._happenings.tellings_of(entity)
        articles: dict[str, list[str]] = {}
        for article, told in sorted(ours.items()):
            for one in told:
                alone = self._tells_only(one.called, article, told)
                articles.setdefault(one.called if alone else one.id, []).append(article)
        if not articles:
            raise InputError(_CHANGED)
        said = {side.name for j in self.standing() for side in (j.left, j.right)}
        name = min(articles, key=lambda n: (n not in said, -len(set(articles[n])), n))
        places = sorted(dict.fromkeys(map(self._shown, articles[name])))[:_ARTICLES_MAX]
        return Reference(name=name, articles=tuple(places), type=HAPPENING)

    def _told(self, reference: Reference) -> frozenset[str]:
        """Return the tellings that a reference means."""
        try:
            return self._tellings.find(reference)
        except JudgementError as error:
            raise JudgementError(f"That cannot be judged: {error}. Nothing was written.") from None

    def _tells_only(self, name: str, article: str, told: Sequence[Told]) -> bool:
        """Tell whether words mean in an article nothing but tellings of one event."""
        reference = Reference(name=name, articles=(article,), type=HAPPENING)
        found = self._tellings.all_of(reference)
        return bool(found) and found <= {one.id for one in told}

    def _of_members(self, members: Iterable[ArticleEntity]) -> Reference:
        """Return a name and articles by which members are found again.

        Those that the log names already come first, so that judgements about one thing meet.
        """
        named = {m for j in self.standing() for s in (j.left, j.right) for m in self._all(s)}
        ours = sorted(members, key=lambda m: (m.id not in named, -m.mentions, m.id))
        if not ours:
            raise InputError(_CHANGED)
        alike = [m for m in ours if name_key(m.name) == name_key(ours[0].name)]
        articles = [self._shown(m.article) for m in alike if self._finds(m, None)]
        type_ = None
        if not articles:
            type_ = ours[0].type
            articles = [self._shown(m.article) for m in alike if self._finds(m, type_)]
        if not articles:
            raise InputError(
                f"{ours[0].name} cannot be told from another of its name in the same article."
            )
        places = sorted(list(dict.fromkeys(articles))[:_ARTICLES_MAX])
        return Reference(name=ours[0].name, articles=tuple(places), type=type_)

    def _all(self, reference: Reference) -> frozenset[str]:
        if reference.type == HAPPENING:
            return self._tellings.all_of(reference)
        return self._finder.all_of(reference)

    def _finds(self, member: ArticleEntity, type_: str | None) -> bool:
        reference = Reference(name=member.name, articles=(member.article,), type=type_)
        return self._all(reference) == {member.id}

    def _shown(self, article: str) -> str:
        """Return the URL of an article, or its id where it has none."""
        return self.article(article).url or article


def _is_called(entity: Entity, name: str) -> bool:
    """Tell whether the whole of a name is one of an entity's."""
    keys = {name_key(known) for known in (entity.name, *entity.aliases)}
    return name_key(name) in keys


def _unclear(name: str, fitting: Sequence[Entity], near: Sequence[Entity]) -> str:
    shown = ", ".join(f"{e.id} ({e.name})" for e in (fitting or near)[:_SHOWN_MAX])
    if fitting:
        return f"{name!r} is what {len(fitting)} are called: {shown}; give the id of one."
    meant = f"did you mean {shown}?" if shown else "kg show finds names by their beginnings."
    return f"No entity is called {name!r}; {meant}"
