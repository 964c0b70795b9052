"""By which names a group and a record of an authority fit, and what makes that certain.

    Bill Clinton   +   William Clinton, Bill Clinton   →   names {bill clinton}, not certain

People are found by given name and surname, and a middle name that only one side has does no harm;
everything else is found by its whole name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Verdict
from kg.names import name_key, split
from kg.resolve.comparing import HARMLESS, relation, surname_key, telling_posts
from kg.resolve.organization_names import is_institution, is_telling_acronym, organization_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.model import AuthorityRecord
    from kg.names import PersonName
    from kg.resolve.grouping import Group
    from kg.resolve.rulings import Outside

_NAMES_FOR_CERTAIN = 2
JUDGEMENT = "judgement"  # what makes a match certain that a person made


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A group, by number, that a record fits: by which names, and what makes it certain."""

    group: int
    record: AuthorityRecord
    names: frozenset[str]
    certain: str = ""


class Index:
    """The groups by the names that a record can have in common with them."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = groups
        self._by_key: dict[str, set[int]] = {}
        self._by_id: dict[str, set[int]] = {}
        self._at = {m.id: number for number, group in enumerate(groups) for m in group.members}
        for number, group in enumerate(groups):
            for key in {k for name in _names(group) for k in _keys(name, group.type)}:
                self._by_key.setdefault(key, set()).add(number)
            for iri in group.same_as:
                self._by_id.setdefault(iri, set()).add(number)

    def matches(
        self, records: Iterable[AuthorityRecord], outside: Sequence[Outside]
    ) -> Iterator[Match]:
        """Yield every group that a record fits."""
        judged: dict[str, dict[int, Verdict]] = {}
        for one in outside:
            for member in one.members & self._at.keys():
                judged.setdefault(one.record, {})[self._at[member]] = one.verdict
        for record in records:
            verdicts = judged.get(record.id, {})
            fitting = self._candidates(record) | verdicts.keys()
            for number in sorted(fitting):
                yield from self._match(number, record, verdicts.get(number))

    def _candidates(self, record: AuthorityRecord) -> set[int]:
        names = (record.name, *record.aliases)
        types = (record.type,) if record.type else ("Person", "")
        keys = {key for name in names for type_ in types for key in _keys(name, type_)}
        found = {n for key in keys for n in self._by_key.get(key, ())}
        return found | {n for i in (record.id, *record.identifiers) for n in self._by_id.get(i, ())}

    def _match(
        self, number: int, record: AuthorityRecord, verdict: Verdict | None
    ) -> Iterator[Match]:
        group = self._groups[number]
        fits = verdict is Verdict.SAME or record.type in (None, group.type)
        if verdict is Verdict.DIFFERENT or not fits:
            return
        shared = _shared(group, record)
        ids = sorted({record.id, *record.identifiers} & set(group.same_as))
        if not (shared or ids or verdict):
            return
        certain = JUDGEMENT if verdict else ids[0] if ids else _certain(group, record, shared)
        yield Match(group=number, record=record, names=shared or frozenset(ids), certain=certain)


def _names(group: Group) -> frozenset[str]:
    """Return the names a record may share: of a person with a full name, only full ones."""
    forms = {f for m in group.members for f in (m.name, *m.forms, m.keyword_name) if f}
    full = {f for f in forms if split(f).given} if group.type == "Person" else set()
    return frozenset(full or forms)


def _keys(name: str, type_: str) -> frozenset[str]:
    """Return what finds a name: of people given name and surname, of others the whole."""
    if type_ != "Person":
        return frozenset({name_key(name), organization_key(name)})
    parts = split(name)
    return frozenset({f"{name_key(parts.given)} {surname_key(parts)}"})


def _shared(group: Group, record: AuthorityRecord) -> frozenset[str]:
    """Return the names, as keys, that a group and a record have in common."""
    theirs = (record.name, *record.aliases)
    ours = _names(group)
    if group.type == "Person":
        return _shared_of_people([split(n) for n in ours], [split(n) for n in theirs])
    key = organization_key if group.type == "Organization" else name_key
    return frozenset(map(key, ours)) & frozenset(map(key, theirs))


def _shared_of_people(ours: list[PersonName], theirs: list[PersonName]) -> frozenset[str]:
    """Return the common names; none where a full name of ours cannot be the record's at all."""
    shared: set[str] = set()
    for name in ours:
        related = {t: relation(name, t) for t in theirs if surname_key(t) == surname_key(name)}
        if related and all(doubts is None for doubts in related.values()):
            return frozenset()
        shared |= {
            name_key(name.full)
            for t, doubts in related.items()
            if doubts is not None and doubts <= HARMLESS and bool(t.given) == bool(name.given)
        }
    return frozenset(shared)


def _certain(group: Group, record: AuthorityRecord, shared: frozenset[str]) -> str:
    """Return what besides one name makes a match certain, in words, or nothing."""
    theirs = {name_key(name) for name in (record.name, *record.aliases)}
    exact = sorted(shared & theirs)
    if group.type == "Person":
        return _certain_person(group, record, exact)
    if len(shared) >= _NAMES_FOR_CERTAIN:
        return f"the names {' and '.join(sorted(shared)[:_NAMES_FOR_CERTAIN])}"
    if group.type == "Organization":
        fuller = {organization_key(name) for name in (record.name, *record.aliases)}
        if short := next((s for s in sorted(shared) if is_telling_acronym(s, fuller)), ""):
            return f"the acronym {short}"
    name = min(shared, default="")
    known = group.type != "Place" and " " in name and not is_institution(name)
    return f"the name {name}" if known else ""


def _certain_person(group: Group, record: AuthorityRecord, exact: list[str]) -> str:
    told = " / ".join(record.posts)
    posts = sorted(telling_posts(frozenset(p.lower() for m in group.members for p in m.posts)))
    held = next((p for p in posts if f" {name_key(p)} " in f" {name_key(told)} "), "")
    if held:
        return f"the post {held}"
    names = {key for key in exact if split(key).given}
    if len(names) >= _NAMES_FOR_CERTAIN:
        return f"the names {' and '.join(sorted(names)[:_NAMES_FOR_CERTAIN])}"
    middle = next((key for key in sorted(names) if split(key).middle), "")
    return f"the full name {middle}" if middle else ""
