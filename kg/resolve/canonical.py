"""What a thing is called, and its id: the fullest name that running text uses, and all the others.

    text "Jeff Sessions", keyword "Jefferson B. Sessions III"  → Jeff Sessions
    text "Donald Trump",  keyword "Donald J. Trump"             → Donald J. Trump
    text "Mr. Trump",     keyword "Donald J. Trump"             → Donald J. Trump (no other)

A keyword adds a middle initial at most, for keywords follow the index and not the paper's usage.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg import ids
from kg.model import Entity
from kg.names import (
    REGNAL,
    PersonName,
    fullest,
    is_given,
    name_key,
    split,
    strip_possessive,
    without_honorific,
)
from kg.resolve.organization_names import KIND_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model import ArticleEntity
    from kg.resolve.grouping import Group


def entities_of(groups: Iterable[Group]) -> list[Entity]:
    """Return one entity a group, with ids that tell namesakes apart whatever the order."""
    named = [(group, _name(group)) for group in groups]
    namesakes = Counter((group.type, name, group.of) for group, name in named)
    marks = Counter((g.type, name, g.of, g.marks[0]) for g, name in named if g.marks)
    made = []
    for group, name in named:
        # A post is its label and what it is of.
        discriminator: tuple[str, ...] = (group.of,) if group.of else ()
        if namesakes[group.type, name, group.of] > 1:
            own = bool(group.marks) and marks[group.type, name, group.of, group.marks[0]] == 1
            discriminator += (group.marks[0] if own else group.members[0].id,)
        made.append(_entity(group, name, ids.entity_id(group.type, name, *discriminator)))
    return made


def local_entity(member: ArticleEntity) -> Entity:
    """Return the entity of a thing that belongs to one article and is never merged."""
    return Entity(
        id=ids.entity_id(member.type, member.name, member.id),
        name=member.name,
        type=member.type,
        aliases=_aliases([member], member.name),
        local=True,
        anonymous=member.anonymous,
        articles=1,
        mentions=member.mentions,
        members=(member.id,),
        reasons=member.reasons,
    )


def _entity(group: Group, name: str, id_: str) -> Entity:
    return Entity(
        id=id_,
        name=name,
        type=group.type,
        aliases=_aliases(group.members, name),
        same_as=group.same_as,
        close_match=group.close_match,
        of=group.of,
        articles=len({m.article for m in group.members}),
        mentions=sum(m.mentions for m in group.members),
        members=tuple(m.id for m in group.members),
        reasons=group.reasons,
    )


def _aliases(members: Iterable[ArticleEntity], name: str) -> tuple[str, ...]:
    forms = {f for m in members for f in (m.name, *m.forms, m.keyword_name) if f}
    if forms == {name}:
        return ()
    return tuple(sorted({strip_possessive(f.strip()) for f in forms} - {name, ""}))


def name_alone(type_: str, member: ArticleEntity) -> str:
    """Return what a thing of a type would be called if its one article were all there is."""
    return _by_members(type_, (member,))


def _name(group: Group) -> str:
    return group.name or _by_members(group.type, group.members)


def _by_members(type_: str, members: Sequence[ArticleEntity]) -> str:
    if type_ == "Person":
        return person_name(members)
    if type_ == "Post":
        return _most_used([m.name for m in members])
    return _fullest_words([m.name for m in members])


def _most_used(names: Sequence[str]) -> str:
    counts = Counter(name.lower() for name in names)
    return min(counts, key=lambda name: (-counts[name], name))


def _fullest_words(names: Sequence[str]) -> str:
    """Return the name of most words that is no bare acronym; ``the`` is no part of a name.

    A word for its kind (``the Bureau``) is no name where there is another, nor is what is written
    small where there are capitals.
    """
    plain = [strip_possessive(n.strip()) for n in names]
    plain = [n[4:] if n[:4].lower() == "the " and len(n) > 4 else n for n in plain]  # noqa: PLR2004
    if len(plain) == 1:
        return plain[0]
    telling = [n for n in plain if name_key(n) not in KIND_WORDS]
    capital = [n for n in telling if not n.rpartition(" ")[2][:1].islower()]
    counts = Counter(capital or telling or plain)
    return min(counts, key=lambda n: (-len(n.split()), -len(name_key(n)), -counts[n], n))


def person_name(members: Sequence[ArticleEntity]) -> str:
    """Return the canonical name of a person from the forms and keywords of all articles."""
    forms = [f for m in members for f in (m.name, *m.forms)]
    keywords = [m.keyword_name for m in members if m.keyword_name]
    full = [f for f in forms if split(f).given]
    if not full:
        return _usual(keywords) if keywords else _titled(forms)
    alone = len(set(full)) == 1
    printed = without_honorific(full[0]) if alone else _best_printed(_credible(full, keywords))
    text = split(printed)
    initials = _middle_initials(text, keywords)
    if not initials:
        return printed
    parts = (text.given, *initials, text.surname, text.suffix)
    return " ".join(p for p in parts if p)


def _best_printed(forms: Sequence[str]) -> str:
    """Return the fullest form; of its spellings one with stops, and of those the most frequent.

    ``H.R. McMaster``, ``H. R. McMaster`` and ``HR McMaster`` are one name.
    """
    name = split(fullest(sorted(set(forms)))).full
    spelt = Counter(without_honorific(f) for f in forms if split(f).full == name)
    return min(spelt, key=lambda f: ("." not in f, -spelt[f], f))


def _titled(forms: Sequence[str]) -> str:
    """Return the fullest single name; of popes and monarchs the title is part of it."""
    regnal = [f for f in forms if split(f).honorific in REGNAL]
    if not regnal:
        return fullest(sorted(set(forms)))
    usual = _usual(regnal)
    return f"{split(usual).honorific.capitalize()} {split(usual).full}"


def _credible(forms: Sequence[str], keywords: Sequence[str]) -> list[str]:
    """Return the forms that are no errors of annotation.

    Those are a stray surname or dash, an initial for a given name that is spelt out more often, and a word
    before a name that keywords have without it (``Scientologist Tom Cruise``), or that the texts
    have without it, more often (``Striker Tom Lund``) or where it is in capitals (``QB Ed Ames``).
    """
    surnames = Counter(name_key(split(f).surname) for f in forms)
    usual = min(surnames, key=lambda s: (-surnames[s], s))
    shared = [f for f in forms if name_key(split(f).surname) == usual]
    printed = Counter(name_key(split(f).full) for f in shared)
    indexed = {name_key(split(k).full) for k in keywords} & printed.keys()
    spelt = Counter(name_key(split(f).given)[:1] for f in shared if not _is_initial(f))

    def credible(form: str) -> bool:
        name = split(form)
        whole = name_key(name.full)
        bare = whole.partition(" ")[2]
        if not all(any(c.isalpha() for c in word) for word in form.split()):
            return False
        if _is_initial(form):
            return spelt[name_key(name.given)] <= printed[whole]
        if name.given.isupper() and "." not in name.given:
            return bare not in printed
        rarer = printed[bare] > printed[whole] and not is_given(name.given)
        return bare not in indexed and not rarer

    return [f for f in shared if credible(f)] or shared


def _is_initial(form: str) -> bool:
    return len(name_key(split(form).given)) == 1


def _usual(keywords: Sequence[str]) -> str:
    counts = Counter(keywords)
    return min(counts, key=lambda k: (-counts[k], k))


def _middle_initials(text: PersonName, keywords: Sequence[str]) -> tuple[str, ...]:
    """Return the initials that keywords add to a name of running text, if they add only those."""
    fitting: Counter[tuple[str, ...]] = Counter()
    for keyword in keywords:
        name = split(keyword)
        same = name_key(name.given) == name_key(text.given)
        only_initials = name.middle and all(len(name_key(w)) == 1 for w in name.middle)
        if same and only_initials and name_key(name.surname) == name_key(text.surname):
            fitting[name.middle] += 1
    if text.middle or not fitting:
        return ()
    return min(fitting, key=lambda middle: (-fitting[middle], middle))
