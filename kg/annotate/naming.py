"""Which names are one thing's: the first pass of coreference, by the names alone.

    Jeff Sessions · Mr. Sessions · Sessions            → one person
    Federal Bureau of Investigation (FBI) · the F.B.I. → one organisation
    the Indonesian navy, Indonesia                     → `Indonesian` is a name of Indonesia

A bare surname joins the only person who bears it; where two do, it stays by itself: a wrong link is
worse than a missing one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.annotate.drafts import Chains, Draft
from kg.lexicon.demonyms import SAME_PLACE, place_of
from kg.lexicon.given_names import gender_of_given
from kg.lexicon.organizations import LEGAL_FORMS, NOMINAL_HEADS, type_of_head
from kg.model import MentionKind
from kg.names import compatible, gender_of_honorific, natural_order, same_given, split

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.annotate.namespan import Name

# First words of names that many organisations share; alone they name none of them.
_GENERAL = frozenset(
    """
    american bank central church defense democratic east federal first foreign general high house
    international justice national new north republican royal south state supreme united
    university west white world
    """.split()
)
_PAIR = 2
_SMALL = frozenset({"of", "the", "for", "and", "on", "in", "&"})
_CANONICAL_PLACE = {form.lower(): forms[0].lower() for forms in SAME_PLACE for form in forms}


def name_drafts(doc: Doc, names: list[Name]) -> list[Draft]:
    """Return each name as a mention that belongs to no chain yet."""
    return [_draft(doc, name) for name in names]


def _draft(doc: Doc, name: Name) -> Draft:
    text = " ".join(doc[name.start : name.end].text.split())
    head = doc[name.head]
    type_, shown = name.type, text
    if type_ in ("Group", "Place") and (place := place_of(text)) is not None:
        # ``Indonesian`` before a noun speaks of the country, ``Indonesians`` of people
        modifies = head.dep_ in ("amod", "compound", "nmod") and head.head.i > head.i
        type_, shown = ("Place", place) if modifies or head.tag_ == "JJ" else ("Group", text)
    plural = head.tag_ == "NNPS" and type_ == "Group"
    return Draft(
        name.start, name.end, name.head, MentionKind.NAME, type_, shown,
        gender=_gender(text) if type_ == "Person" else None, plural=plural,
    )  # fmt: skip


def _gender(text: str) -> str | None:
    return gender_of_honorific(text) or gender_of_given(split(text).given)


def link_names(chains: Chains, drafts: list[Draft], keywords: tuple[str, ...]) -> None:
    """Put names into chains: people by their parts, everything else by its words."""
    people = [d for d in drafts if d.type == "Person"]
    _link_people(chains, people)
    _link_others(chains, [d for d in drafts if d.type != "Person"])
    _add_keywords(chains, keywords)


# -- people ----------------------------------------------------------------------------------------


def _link_people(chains: Chains, drafts: list[Draft]) -> None:
    """Link full names first, so that a surname may come before the full name (headlines, leads)."""
    full = [d for d in drafts if split(d.name).given]
    short = [d for d in drafts if not split(d.name).given]
    clusters: list[list[Draft]] = []
    for draft in full:
        fitting = [c for c in clusters if all(_one_person(draft.name, m.name) for m in c)]
        if len(fitting) == 1:
            fitting[0].append(draft)
        else:
            clusters.append([draft])
    bearers = len(clusters)
    for draft in short:
        fitting = [c for c in clusters[:bearers] if _surname_of(draft, c)]
        fitting = fitting or [c for c in clusters[:bearers] if _given_name_of(draft, c)]
        if len(fitting) != 1:
            fitting = [c for c in clusters[bearers:] if _same_short(draft, c)]
        if len(fitting) == 1:
            fitting[0].append(draft)
        else:
            clusters.append([draft])
    _open_clusters(chains, clusters)


def _one_person(left: str, right: str) -> bool:
    return split(left).surname.lower() == split(right).surname.lower() and compatible(left, right)


def _same_short(draft: Draft, cluster: list[Draft]) -> bool:
    same = split(cluster[0].name).surname == split(draft.name).surname
    return same and _genders_agree(draft, cluster)


def _surname_of(draft: Draft, cluster: list[Draft]) -> bool:
    surname = split(draft.name).surname
    return _genders_agree(draft, cluster) and any(_surname_fits(surname, m.name) for m in cluster)


def _given_name_of(draft: Draft, cluster: list[Draft]) -> bool:
    name = split(draft.name)
    if name.honorific or not _genders_agree(draft, cluster):
        return False
    return any(name.surname.lower() == split(m.name).given.lower() for m in cluster)


@lru_cache(maxsize=1 << 14)
def _surname_fits(surname: str, full: str) -> bool:
    low, words = surname.lower(), split(full).full.lower().split()
    hyphenated = words[-1].split("-")
    return low in (split(full).surname.lower(), words[-1], hyphenated[-1])


def _genders_agree(draft: Draft, cluster: list[Draft]) -> bool:
    known = {m.gender for m in cluster if m.gender}
    return draft.gender is None or not known or draft.gender in known


def _open_clusters(chains: Chains, clusters: list[list[Draft]]) -> None:
    for cluster in sorted(clusters, key=lambda c: min(d.start for d in c)):
        cluster.sort(key=lambda d: d.start)
        number = chains.open(cluster[0], "named")
        for draft in cluster[1:]:
            same = draft.name == cluster[0].name
            chains.join(
                draft,
                number,
                "same name" if same else f"{draft.name} is a form of {cluster[0].name}",
            )


def _add_keywords(chains: Chains, keywords: tuple[str, ...]) -> None:
    """Give a person the fuller name of the only keyword that fits, if nobody else fits that one."""
    for keyword in filter(None, map(natural_order, keywords)):
        fitting = [
            c
            for _, c in chains.items()
            if c.type == "Person" and _fits_keyword(c.mentions, keyword)
        ]
        if len(fitting) == 1:
            fitting[0].keyword_name = keyword
            fitting[0].gender = fitting[0].gender or gender_of_given(split(keyword).given)


def _fits_keyword(mentions: list[Draft], keyword: str) -> bool:
    names = [m.name for m in mentions if m.kind == MentionKind.NAME]
    given = split(keyword).given
    return any(
        compatible(n, keyword)
        and (not split(n).given or same_given(split(n).given, given) or " " in n)
        for n in names
    )


# -- everything else -------------------------------------------------------------------------------


def _link_others(chains: Chains, drafts: list[Draft]) -> None:
    keys = {_key(d.name): d for d in sorted(drafts, key=lambda d: -d.start)}
    canonical = {key: _canonical(key, keys) for key in keys}
    first: dict[str, int] = {}
    for draft in sorted(drafts, key=lambda d: d.start):
        key = canonical[_key(draft.name)]
        if key in first:
            chains.join(
                draft,
                first[key],
                "same name" if key == _key(draft.name) else "form of the same name",
            )
        else:
            first[key] = chains.open(draft, "named")


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> str:
    """Return what two spellings of one name share: no article, no stops, one case."""
    words = name.lower().replace(".", "").replace("’", "'").removesuffix("'s").split()
    key = " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
    key = _CANONICAL_PLACE.get(name.lower(), _CANONICAL_PLACE.get(key, key))
    for head in ("department", "ministry"):
        # ``Department of Justice`` is ``Justice Department``
        if key.startswith(f"{head} of "):
            rest = key.removeprefix(f"{head} of ").removeprefix("the ")
            return f"{rest} {head}"
    return key


def _canonical(key: str, keys: dict[str, Draft]) -> str:
    """Return the key of the only fuller name that ``key`` is short for, else ``key``."""
    type_ = keys[key].type
    if type_ not in ("Organization", "Facility", "Work", "Product", "Event"):
        return key
    others = sorted(k for k in keys if k != key and keys[k].type == type_)
    fuller = [k for k in others if _is_short_for(keys[key], keys[k])]
    fuller = fuller or [k for k in others if _without_place(k) == key and " " in key]
    return fuller[0] if len(fuller) == 1 else key


def _is_short_for(short: Draft, full: Draft) -> bool:
    """Tell whether one name is short for another: its initials, its head word, its first word."""
    key, words = _key(short.name), _key(full.name).split()
    bare = _without_legal_form(_key(full.name))
    if key == bare or _without_legal_form(key) == bare != "":
        return len(_key(full.name)) > len(key)
    if short.name.isupper() or "." in short.name:
        return key == _initials(full.name)
    if full.start > short.start:
        # writers shorten what they have introduced; ``Google … the Google Science Fair`` are two
        return False
    if type_of_head(key) == "Organization" or key in NOMINAL_HEADS["newspaper"]:
        # ``the Church`` of Scientology, ``the Ministry`` of Defence, ``the Post``
        return key in (words[-1], words[words.index("of") - 1] if "of" in words[1:] else "")
    # ``Goldman`` of ``Goldman Sachs``: a first word that is a name by itself, not ``National``
    first = bare.split()
    return len(first) == _PAIR and first[0] == key and not _general(key)


@lru_cache(maxsize=1 << 14)
def _initials(name: str) -> str:
    words = name.replace(".", "").split()
    return "".join(w[0] for w in words if w.lower() not in _SMALL).lower()


def _without_place(key: str) -> str:
    """Return ``state department`` of ``us state department``."""
    words = key.split()
    for cut in (1, 2, 3):
        front = " ".join(words[:cut])
        if len(words) > cut + 1 and (place_of(front) or front in _CANONICAL_PLACE):
            return " ".join(words[cut:])
    return key


def _general(word: str) -> bool:
    return place_of(word) is not None or word in _GENERAL


def _without_legal_form(key: str) -> str:
    words = key.replace(",", "").split()
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return " ".join(words)
