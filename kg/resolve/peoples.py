"""Which groups of people are one: a nation, religion or party by its noun, plural and adjective.

    Democrat, Democrats, Democratic → Democrats
    Indonesian, Indonesians         → Indonesians

A people is not its country: the Indonesians are never joined with Indonesia. Parties of one name in
two countries are taken for one, as nothing in the name tells them apart.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.lexicon.demonyms import place_of
from kg.names import name_key, strip_possessive
from kg.resolve.grouping import Group, in_articles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import ArticleEntity

# Words for the people whom another word names; nations are told by `kg.lexicon.demonyms`.
_PEOPLE_OF = {
    "democratic": "democrat", "jewish": "jew", "kurdish": "kurd", "shia": "shiite",
    "uyghur": "uighur", "moslem": "muslim",
}  # fmt: skip
# A word as short as this is no plural of another.
_SHORT = 3


def people_key(name: str) -> str:
    """Return what the words for one people share.

    >>> people_key("Democratic"), people_key("the Democrats"), people_key("French")
    ('democrat', 'democrat', 'people of France')
    """
    key = name_key(name)
    nation = place_of(key)
    if nation:
        return f"people of {nation}"
    *others, last = _singular(key).split() or [""]
    return " ".join([*others, _PEOPLE_OF.get(last, last)])


def _singular(key: str) -> str:
    """Return a name key without the ending of a plural; one that has none as it is."""
    if key.endswith("men"):
        return f"{key[:-3]}man"
    if key.endswith("ies"):
        return f"{key[:-3]}y"
    plural = key.endswith("s") and not key.endswith("ss") and len(key) > _SHORT
    return key[:-1] if plural else key


def group_peoples(members: Sequence[ArticleEntity]) -> list[Group]:
    """Return the groups of people among the members."""
    found: dict[str, list[ArticleEntity]] = {}
    for member in members:
        # A word without a capital is a kind of people, not a name.
        named = any(c.isupper() for c in member.name)
        found.setdefault(people_key(member.name) if named else member.id, []).append(member)
    return [_group(same) for _, same in sorted(found.items())]


def _group(members: Sequence[ArticleEntity]) -> Group:
    articles = len({m.article for m in members})
    name = _name(members)
    words = sorted({_bare(m.name) for m in members} - {name})
    reasons = [f"same people in {in_articles(articles)}"] if articles > 1 else []
    if words:
        reasons.append(f"{' and '.join(words)}: words for {name}")
    return Group(
        type="Group",
        members=tuple(sorted(members, key=lambda m: m.id)),
        reasons=tuple(reasons),
        name=name,
    )


def _name(members: Sequence[ArticleEntity]) -> str:
    """Return the plural noun if the texts use one, else the longest word."""
    used = Counter(_bare(form) for m in members for form in (m.name, *m.forms))
    plural = [form for form in used if _singular(name_key(form)) != name_key(form)]
    if plural:
        return min(plural, key=lambda form: (-used[form], -len(form), form))
    return min(used, key=lambda form: (-len(form), -used[form], form))


def _bare(form: str) -> str:
    """Return a name without its article and possessive."""
    plain = strip_possessive(form.strip())
    head, _, rest = plain.partition(" ")
    return rest if head.lower() == "the" and rest else plain
