"""Which posts are one post: the same label and the same thing it is a post of.

The attorney general of the United States is not that of New York. Posts of a party, and posts of
nothing in particular (``the attorney general``), are one if they share a holder, and so on: an
article that names Sessions and Yates joins one that names Sessions and one that names Yates. The
latter are taken for a post of that label that a holder is said to hold elsewhere, if there is just
one. Where an article says that one followed another and in the same breath names the post, their
posts of that label are one; more that articles let a reader conclude is in *inherited*, *seats*. Whether a
holder is acting or former does not matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import ids
from kg.resolve.grouping import Group, Unions, in_articles
from kg.resolve.inherited import Beside, inherited
from kg.resolve.labels import is_of_many, label_key
from kg.resolve.seats import around, seats

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kg.model import ArticleEntity
    from kg.resolve.following import Following
    from kg.resolve.inherited import Post

# A word for the level of government that news leaves out when it is clear.
_FEDERAL = "federal"
_PEOPLE = "group/"  # how the ids of peoples and parties begin


def group_posts(
    members: Sequence[ArticleEntity],
    links: Mapping[str, str],
    after: Iterable[Following] = (),
    headed: AbstractSet[str] = frozenset(),
) -> list[Group]:
    """Return the posts among the members; ``links`` gives the entity of every other member.

    ``after`` are members of whom their article says that one followed the other, ``headed`` those
    that the headline of their article names.
    """
    known = _Known(members, links, after, headed)
    taken = known.taken()
    told = inherited(known.posts, known.beside(taken))
    known.place({id_: post for id_, (post, _) in told.items()})
    seated = seats(known.loose(), known.posts, known.settled(), around(members, links))
    known.place({id_: post for id_, (post, _) in seated.items()})
    told |= seated
    taken = known.taken()
    groups: list[Group] = []
    for _, component in known.loose():
        left = [m for m in component if m.id not in taken]
        whose = known.whose(left)
        groups += [_group(left, None, known.reasons(left), whose)] if left else []
    joined: dict[Post, list[ArticleEntity]] = {}
    for member in known.posts:
        if member.id in taken:
            joined.setdefault(taken[member.id], []).append(member)
    for post, same in sorted(known.placed.items()):
        everybody = [*same, *joined.get(post, [])]
        # A party has a leader in each chamber: of people, only holders tell which post is meant.
        parted = post[1].startswith(_PEOPLE)
        for component in known.components(everybody) if parted else [everybody]:
            reasons = sorted({told[m.id][1] for m in component if m.id in told})
            reasons += known.reasons(component)
            if any(m.id in taken for m in component):
                reasons.insert(0, "loose mentions of the label with the same holder")
            people = {person for m in component for person in known.holders[m.id]}
            marks = tuple(sorted(people)) if parted else ()
            groups.append(_group(component, post[1], reasons, marks))
    return groups


class _Known:
    """The posts of some members: those that are of something, and of whom nothing is said."""

    def __init__(
        self,
        members: Sequence[ArticleEntity],
        links: Mapping[str, str],
        after: Iterable[Following],
        headed: AbstractSet[str],
    ) -> None:
        self.posts = [m for m in members if m.type == "Post"]
        self.labels = {m.id: label_key(m.name) for m in self.posts}
        self._article = {m.id: m.article for m in self.posts}
        self.holders = {
            m.id: frozenset(links[h] for h in m.holders if h in links) for m in self.posts
        }
        self._named = _named(members, links)
        self._headed = _named([m for m in members if m.id in headed], links)
        self._next_to: dict[Post, set[str]] = {}
        self._note_following(after, links)
        of = {m.id: links.get(m.of) if m.of else None for m in self.posts}
        self.placed: dict[Post, list[ArticleEntity]] = {}
        self._placed: dict[str, Post] = {}
        self.place({id_: (self.labels[id_], what) for id_, what in of.items() if what})
        self.place(_federal(self.placed, self.holders))

    def _note_following(self, after: Iterable[Following], links: Mapping[str, str]) -> None:
        """Note by label and person who followed the person in a post, or was followed."""
        of_person: dict[str, set[str]] = {}
        for id_, people in self.holders.items():
            for person in people:
                of_person.setdefault(person, set()).add(self.labels[id_])
        for told in after:
            one, other = links.get(told.one), links.get(told.other)
            if one is None or other is None:
                continue
            words = f" {label_key(told.words)} "
            for label in of_person.get(one, set()) & of_person.get(other, set()):
                if f" {label} " in words and not is_of_many(label):
                    self._next_to.setdefault((label, one), set()).add(other)

    def place(self, posts: Mapping[str, Post]) -> None:
        """Note the posts of something that some members are."""
        self._placed |= posts
        self.placed = {}
        for member in self.posts:
            if member.id in self._placed:
                self.placed.setdefault(self._placed[member.id], []).append(member)

    def loose(self) -> Iterator[tuple[str, list[ArticleEntity]]]:
        """Yield by label the members of nothing whose holders make them one."""
        by_label: dict[str, list[ArticleEntity]] = {}
        for member in self.posts:
            if member.id not in self._placed:
                by_label.setdefault(self.labels[member.id], []).append(member)
        for label, same in sorted(by_label.items()):
            for component in self.components(same):
                yield label, component

    def settled(self) -> dict[str, Post]:
        """Return the posts of something that are known, by member."""
        return {**self._placed, **self.taken()}

    def taken(self) -> dict[str, Post]:
        """Return the members of nothing that are a post of something which a holder holds."""
        held = _held(self.placed, self.holders)
        return {
            member.id: post
            for label, component in self.loose()
            for member, post in _placed(label, component, self.holders, held)
            if post
        }

    def components(self, members: Sequence[ArticleEntity]) -> list[list[ArticleEntity]]:
        """Return members of one label in sets that holders link, also by way of others."""
        by_id = {m.id: m for m in members}
        unions = Unions(sorted(by_id))
        for one, other in self._of_one_article(by_id):
            unions.join(one, other)
        first: dict[str, str] = {}
        for id_ in sorted(by_id):
            for person in sorted(self.holders[id_]):
                unions.join(first.setdefault(person, id_), id_)
        for person, id_ in sorted(first.items()):
            for other in sorted(self._next_to.get((self.labels[id_], person), ())):
                if other in first:
                    unions.join(id_, first[other])
        return [[by_id[id_] for id_ in sorted(same)] for same in unions.sets()]

    def _of_one_article(self, members: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield members of one article whose label of nothing names one post, whoever holds it."""
        first: dict[tuple[str, str], str] = {}
        for id_ in sorted(members):
            if id_ not in self._placed and not is_of_many(self.labels[id_]):
                yield first.setdefault((self._article[id_], self.labels[id_]), id_), id_

    def whose(self, members: Iterable[ArticleEntity]) -> tuple[str, ...]:
        """Return what tells a role of nothing from others of its label: who holds it."""
        people = {person for m in members for person in self.holders[m.id]}
        return tuple(ids.role_link(person) for person in sorted(people))

    def reasons(self, members: Sequence[ArticleEntity]) -> list[str]:
        """Return what more than label and holder joins members."""
        spelt = {self.labels[m.id] for m in members}
        one = [
            f"{full} is also called {short}"
            for short in spelt
            for full in spelt & {f"{_FEDERAL} {short}"}
        ]
        people = {person for m in members for person in self.holders[m.id]}
        follow = any(self._next_to.get((s, p), set()) & people for s in spelt for p in people)
        return [*one, *(["an article says that one holder followed another"] if follow else [])]

    def beside(self, taken: Mapping[str, Post]) -> Beside:
        """Return what tells of posts of nothing what they are of."""
        return Beside(
            labels=self.labels,
            settled={**self._placed, **taken},
            holders=self.holders,
            held=_held(self.placed, self.holders),
            named=self._named,
            headed=self._headed,
            bodies=frozenset(of for _, of in self.placed),
            many=is_of_many,
        )


def _named(members: Iterable[ArticleEntity], links: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return the organisations that each article names."""
    named: dict[str, set[str]] = {}
    for member in members:
        if member.type == "Organization" and member.id in links:
            named.setdefault(member.article, set()).add(links[member.id])
    return {article: frozenset(found) for article, found in named.items()}


def _federal(
    placed: Mapping[Post, Sequence[ArticleEntity]], holders: Mapping[str, frozenset[str]]
) -> dict[str, Post]:
    """Return the judges of whom other articles say that they are federal judges there."""
    found: dict[str, Post] = {}
    for (label, of), members in placed.items():
        full = (f"{_FEDERAL} {label}", of)
        whose = frozenset[str]().union(*(holders[m.id] for m in placed.get(full, ())))
        for member in members:
            if holders[member.id] and holders[member.id] <= whose:
                found[member.id] = full
    return found


def _held(
    placed: Mapping[Post, list[ArticleEntity]], holders: Mapping[str, frozenset[str]]
) -> dict[Post, frozenset[Post]]:
    """Return by label and person the posts of something that the person holds."""
    held: dict[Post, set[Post]] = {}
    for post, members in placed.items():
        for person in frozenset[str]().union(*(holders[m.id] for m in members)):
            held.setdefault((post[0], person), set()).add(post)
    return {key: frozenset(posts) for key, posts in held.items()}


def _placed(
    label: str,
    component: list[ArticleEntity],
    holders: Mapping[str, frozenset[str]],
    held: Mapping[Post, frozenset[Post]],
) -> Iterator[tuple[ArticleEntity, Post | None]]:
    """Yield each member with the post of something that it is, or None.

    Who followed one another in a post joins it with them. Presidents and spokesmen who are named
    together may be of two countries or companies, so each of them must be known to hold the post.
    """
    many = is_of_many(label)
    whole = _fitting(label, component, holders, held)
    for member in component:
        own = _fitting(label, [member], holders, held)
        if len(whole) == 1 and not many:
            own = whole
        post = min(own) if len(own) == 1 else None
        if many and any(post not in held.get((label, p), ()) for p in holders[member.id]):
            post = None
        yield member, post


def _fitting(
    label: str,
    members: Sequence[ArticleEntity],
    holders: Mapping[str, frozenset[str]],
    held: Mapping[Post, frozenset[Post]],
) -> frozenset[Post]:
    """Return the posts of something that a holder of the members holds."""
    people = frozenset[str]().union(*(holders[m.id] for m in members))
    return frozenset(post for person in people for post in held.get((label, person), ()))


def _group(
    members: list[ArticleEntity], of: str | None, told: Sequence[str], marks: tuple[str, ...] = ()
) -> Group:
    """Return a post; ``marks`` are the holders that tell it from others of its name."""
    articles = len({m.article for m in members})
    reasons = [f"same post in {in_articles(articles)}"] if articles > 1 else []
    return Group(
        type="Post",
        members=tuple(sorted(members, key=lambda m: m.id)),
        reasons=(*reasons, *told),
        of=of,
        marks=marks or ((of,) if of else ()),
    )
