"""Which of several people an article means by a name that fits them all, or nobody.

Asked of an article, in this order: had it named just one of several in full when it used the name
(see *introduced*); do its keywords name one of them in full; does it mention a post that only one
of them holds; does it name people who are named with only one of them? The first question that
leaves exactly one person decides; a question that leaves several narrows them down.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.names import natural_order, split
from kg.resolve.bearers import text_name
from kg.resolve.comparing import ALIKE, COMPANIONS, relation, surname_key, telling_posts
from kg.resolve.grouping import Group, in_articles
from kg.resolve.introduced import introduced
from kg.resolve.surroundings import MANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import Article, ArticleEntity
    from kg.names import PersonName
    from kg.resolve.bearers import Name
    from kg.resolve.comparing import Bearer
    from kg.resolve.surroundings import Surroundings

# A companion, post or keyword that fits more people than this tells nobody apart.
SHARED_MAX = 50


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the rules for people look up beside the members of one surname.

    ``company`` gives the people named in each article, ``things`` how often a word is the whole
    name of something that is no person, ``around`` what the articles tell around their names.
    """

    articles: Mapping[str, Article]
    company: Mapping[str, frozenset[str]] = field(default_factory=dict)
    things: Mapping[str, int] = field(default_factory=dict)
    around: Surroundings | None = None

    def text(self, article: str) -> str:
        """Return the text of an article."""
        found = self.articles.get(article)
        return found.text if found else ""

    def camps(self, members: Sequence[ArticleEntity]) -> dict[str, str]:
        """Return who is who among members of one name, nothing if they are one."""
        return self.around.camps(members) if self.around else {}

    def alike(self, a: Bearer, b: Bearer, least: int) -> tuple[str, ...]:
        """Return the words that articles say around two names, if they tell of one person."""
        if self.around is None or len(a.members) * len(b.members) > MANY:
            return ()
        return self.around.alike(a.members, b.members, least)

    def of_both(
        self, some: Sequence[ArticleEntity], others: Sequence[ArticleEntity]
    ) -> tuple[str, ...]:
        """Return the words that articles say around both, if they tell of one thing."""
        if self.around is None or len(some) * len(others) > MANY:
            return ()
        return self.around.alike([m.id for m in some], [m.id for m in others], ALIKE)

    def strangers(self, some: Sequence[ArticleEntity], others: Sequence[ArticleEntity]) -> bool:
        """Tell whether articles keep things apart that a short name alone would join."""
        if self.around is None or len(some) * len(others) > MANY * MANY:
            return False
        return self.around.strangers([m.id for m in some], [m.id for m in others])

    def blocked(self, member: ArticleEntity, person: Person) -> bool:
        """Tell whether an article means somebody else by a surname that a person bears."""
        if self.around is None or len(person.members) > MANY:
            return False
        return self.around.another(member.id, [m.id for m in person.members])


class Person:
    """A cluster in the making: its names, what joined it and why."""

    def __init__(
        self,
        names: Sequence[Name],
        reasons: Iterable[str] = (),
        members: Iterable[ArticleEntity] = (),
    ) -> None:
        """Start with the members of the names, and with members that have no full name."""
        self.names = tuple(names)
        self.members = [*members, *(m for name in names for m in name.members)]
        self.reasons = list(reasons)
        self.joined: Counter[str] = Counter()

    @property
    def genders(self) -> frozenset[str]:
        """The genders that the articles show."""
        return frozenset(n.bearer.gender for n in self.names if n.bearer.gender)

    @property
    def full_names(self) -> list[PersonName]:
        """All full names, of running text and of keywords."""
        return [x for n in self.names for x in (n.bearer.text, n.bearer.keyword) if x]

    def add(self, member: ArticleEntity, why: str) -> None:
        """Take in a member that has no full name of its own."""
        self.members.append(member)
        self.joined[why] += 1

    def _articles_of_one_name(self) -> int:
        """Return how many articles use the name that most of them use."""
        using: dict[str, set[str]] = {}
        for name in self.names:
            using.setdefault(name.key[0], set()).update(m.article for m in name.members)
        return max(map(len, using.values()), default=0)

    def group(self) -> Group:
        """Return the finished cluster."""
        articles = self._articles_of_one_name()
        keywords = sorted({n.bearer.keyword.full for n in self.names if n.bearer.keyword})
        walks = sorted({n.key[3] for n in self.names if n.key[3]})
        return Group(
            type="Person",
            members=tuple(sorted(self.members, key=lambda m: m.id)),
            reasons=(
                *([f"same full name in {in_articles(articles)}"] if articles > 1 else []),
                *(f"keyword {keyword}" for keyword in keywords),
                *sorted(set(self.reasons)),
                *(f"{why} in {in_articles(n)}" for why, n in sorted(self.joined.items())),
            ),
            marks=(*keywords, *walks, *sorted(self.genders)),
        )


class Decider:
    """Chooses among people by what one article tells."""

    def __init__(self, people: Sequence[Person], corpus: Corpus) -> None:
        """Index the people by their posts and by who is named with them."""
        self.people = people
        self.corpus = corpus
        self._posts: dict[str, list[int]] = {}
        self._company: dict[str, list[int]] = {}
        self._in_article: dict[str, dict[int, list[ArticleEntity]]] = {}
        for i, person in enumerate(people):
            posts = frozenset(p for n in person.names for p in n.bearer.posts)
            _index(self._posts, telling_posts(posts), i)
            _index(self._company, {c for n in person.names for c in n.bearer.company}, i)
            for name in person.names:
                for m in name.members:
                    self._in_article.setdefault(m.article, {}).setdefault(i, []).append(m)

    def decide(self, member: ArticleEntity) -> tuple[Person, str] | None:
        """Return the person the member's article means, and how it shows, or None."""
        left: frozenset[int] | None = None
        posts = telling_posts(frozenset(p.lower() for p in member.posts))
        company = self.corpus.company.get(member.article, frozenset())
        for why, fitting in (
            ("named in full before", self._by_order(member)),
            ("keyword of the article", self._by_keywords(member)),
            ("same post", _lookup(self._posts, posts, 1)),
            ("named with the same people", _lookup(self._company, company, COMPANIONS)),
        ):
            narrowed = fitting if left is None else fitting & left
            if len(narrowed) == 1:
                return self.people[min(narrowed)], why
            left = narrowed or left
        return None

    def _by_order(self, member: ArticleEntity) -> frozenset[int]:
        """Return the one of several in the article whom it had named in full before."""
        here = self._in_article.get(member.article, {})
        if len(here) < 2 or text_name(member):  # noqa: PLR2004  # one and another
            return frozenset()
        who = introduced(self.corpus.text(member.article), member, here)
        return frozenset() if who is None else frozenset({who})

    def _by_keywords(self, member: ArticleEntity) -> frozenset[int]:
        article = self.corpus.articles.get(member.article)
        names = [natural_order(keyword) for keyword in (article.keywords if article else ())]
        wanted = [split(name) for name in names if name]
        surname = surname_key(split(member.name))
        wanted = [name for name in wanted if surname_key(name) == surname]
        if not wanted:
            return frozenset()
        return frozenset(
            i
            for i, person in enumerate(self.people)
            if any(relation(w, name) is not None for w in wanted for name in person.full_names)
        )


def _index(index: dict[str, list[int]], keys: Iterable[str], value: int) -> None:
    for key in sorted(keys):
        index.setdefault(key, []).append(value)


def _lookup(index: Mapping[str, list[int]], keys: Iterable[str], least: int) -> frozenset[int]:
    """Return the people that at least so many of the keys speak for."""
    found = (index.get(key, []) for key in keys)
    counts = Counter(i for people in found if len(people) <= SHARED_MAX for i in people)
    return frozenset(i for i, n in counts.items() if n >= least)
