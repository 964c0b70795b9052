"""Members with one name brought together: the names of a corpus, each with what is known of it.

Ten thousand articles that name Donald J. Trump make one `Name`. Members of one name are kept apart
where they contradict each other: two genders, two walks of life that hardly anybody combines, two
keywords. Rare contradictions to an overwhelming majority are taken for errors of annotation.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from kg.names import fullest, gender_of_honorific, name_key, split
from kg.resolve.comparing import (
    OVERWHELMING,
    Bearer,
    Doubt,
    far_apart,
    relation,
    surname_key,
    walks,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.model import ArticleEntity
    from kg.names import PersonName
    from kg.resolve.deciding import Corpus

NameKey: TypeAlias = tuple[str, str, str, str, str]
_OTHER_GIVEN = frozenset({Doubt.SECOND, Doubt.INITIAL})
COMPANY_MAX = 200  # articles looked at for who else is named; more add nothing to tell people apart


@dataclass(frozen=True, slots=True)
class Name:
    """The members of one full name and what they tell.

    Of one keyword, gender, walk of life and camp as well, where the bearers of the name differ.
    """

    key: NameKey
    bearer: Bearer
    members: tuple[ArticleEntity, ...]


def text_name(member: ArticleEntity) -> PersonName | None:
    """Return the full name that running text uses, or None if it uses surnames only."""
    if split(member.name).given:
        return split(member.name)
    full = [form for form in member.forms if split(form).given]
    return split(fullest(full)) if full else None


def keyword_name(member: ArticleEntity) -> PersonName | None:
    """Return the full name that keywords give, unless running text contradicts it."""
    name = split(member.keyword_name) if member.keyword_name else None
    if name is None or not name.given:
        return None
    text = text_name(member)
    return name if text is None or relation(text, name) is not None else None


def surname_of(member: ArticleEntity) -> str:
    """Return the key of the surname under which a person is compared."""
    name = text_name(member) or keyword_name(member) or split(member.name)
    return surname_key(name)


def gender_of(member: ArticleEntity) -> str | None:
    """Return the gender that the text shows, by pronouns or by a form of address."""
    if member.gender:
        return member.gender
    shown = {gender_of_honorific(form) for form in (member.name, *member.forms)} - {None}
    return min(g for g in shown if g) if len(shown) == 1 else None


def gather(members: Sequence[ArticleEntity], corpus: Corpus) -> list[Name]:
    """Return the full names of some members, sorted; members without a full name are left out."""
    used = _used(members)
    by_text: dict[str, list[_Called]] = {}
    for member in members:
        text = _known_as(member, used)
        name = text or keyword_name(member)
        if name:
            by_text.setdefault(name_key(name.full), []).append(_Called(member, text))
    names: list[Name] = []
    for text_key, same in sorted(by_text.items()):
        names += _names(text_key, same, corpus)
    return names


@dataclass(frozen=True, slots=True)
class _Called:
    """A member and the full name under which it is compared."""

    member: ArticleEntity
    text: PersonName | None


def _used(members: Sequence[ArticleEntity]) -> Counter[str]:
    """Return for each full name in how many places articles use it."""
    full = ({n for n in (m.name, *m.forms) if split(n).given} for m in members)
    return Counter(key for names in full for key in {name_key(split(n).full) for n in names})


def _known_as(member: ArticleEntity, used: Mapping[str, int]) -> PersonName | None:
    """Return the full name of running text; of two with unlike given names the usual one.

    What else stands before a name (``Striker Reggie Lund``) is easily taken for a part of it.
    """
    text = text_name(member)
    if text is None:
        return None
    others = [split(form) for form in sorted({member.name, *member.forms}) if split(form).given]
    unlike = [n for n in others if (relation(text, n) or frozenset()) & _OTHER_GIVEN]
    return max((text, *unlike), key=lambda name: used[name_key(name.full)])


def _names(text: str, called: list[_Called], corpus: Corpus) -> list[Name]:
    members = [one.member for one in called]
    camps = corpus.camps(members)
    two_genders = _split_genders(members)
    two_walks = _split_walks(members)
    parts: dict[NameKey, list[_Called]] = {}
    for one in called:
        member = one.member
        keyword = keyword_name(member)
        gender = gender_of(member) if two_genders else None
        walk = _walk(member) if two_walks else None
        key = (
            text,
            name_key(keyword.full) if keyword else "",
            gender or "",
            walk or "",
            camps.get(member.id, ""),
        )
        parts.setdefault(key, []).append(one)
    return [
        Name(
            key,
            _bearer([one.member for one in same], same[0].text, key, corpus.company),
            tuple(one.member for one in same),
        )
        for key, same in sorted(parts.items())
    ]


def _bearer(
    members: list[ArticleEntity],
    text: PersonName | None,
    key: NameKey,
    company: Mapping[str, frozenset[str]],
) -> Bearer:
    articles = sorted({m.article for m in members})
    full = (n for m in members for n in (m.name, *m.forms) if split(n).given)
    forms = {name_key(split(name).full) for name in full}
    named = {name for article in articles[:COMPANY_MAX] for name in company.get(article, ())}
    surname = key[0].rsplit(maxsplit=1)[-1]
    return Bearer(
        text=text,
        keyword=keyword_name(members[0]),
        gender=key[2] or _majority([g for m in members if (g := gender_of(m))]),
        walk=key[3] or None,
        camp=key[4] or None,
        posts=frozenset(post.lower() for m in members for post in m.posts),
        forms=frozenset(forms),
        company=frozenset(name for name in named if surname not in name.split()),
        articles=frozenset(articles),
        members=tuple(m.id for m in members),
    )


def _majority(values: list[str]) -> str | None:
    """Return the value that is overwhelmingly frequent, or None."""
    counts = Counter(values).most_common()
    if not counts:
        return None
    rest = sum(n for _, n in counts[1:])
    return counts[0][0] if counts[0][1] >= OVERWHELMING * rest else None


def _split_genders(members: list[ArticleEntity]) -> bool:
    shown = [g for m in members if (g := gender_of(m))]
    return bool(shown) and _majority(shown) is None


def _walk(member: ArticleEntity) -> str | None:
    found = walks(member.posts)
    return min(found) if len(found) == 1 else None


def _split_walks(members: list[ArticleEntity]) -> bool:
    """Tell whether members of one name lead lives too different for one person."""
    lives = [walks(m.posts) for m in members]
    shown = sorted({walk for life in lives for walk in life})
    apart = [(a, b) for i, a in enumerate(shown) for b in shown[i + 1 :] if far_apart(a, b)]
    if not apart or any(len(life) > 1 for life in lives):
        return False  # one article that knows both lives joins them
    return _majority([min(life) for life in lives if life]) is None
