"""Records in the making: what several lines of a list say of one id, put together and cleaned.

    >>> found = Records("people.csv")
    >>> found.add("Q4242", "Ann Lee", type_="human", aliases=["A. Lee"])
    >>> found.records()[0].id, found.records()[0].type
    ('http://www.wikidata.org/entity/Q4242', 'Person')

An id of a known authority becomes its IRI, so that lists that write it differently agree; any
other is kept as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.limits import DEFAULT as LIMITS
from kg.model import AuthorityRecord, Issue
from kg.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

STAGE = "authorities"
# Where the ids of well-known authorities are IRIs.
_IRI_OF = {
    "wikidata": "http://www.wikidata.org/entity/{}",
    "geonames": "https://sws.geonames.org/{}/",
    "viaf": "http://viaf.org/viaf/{}",
    "isni": "https://isni.org/isni/{}",
    "orcid": "https://orcid.org/{}",
    "gnd": "https://d-nb.info/gnd/{}",
    "lccn": "http://id.loc.gov/authorities/names/{}",
    "ror": "https://ror.org/{}",
}
AUTHORITIES = frozenset(_IRI_OF)
_Q = re.compile(r"Q[1-9]\d{0,11}")
# Other ways to write the IRIs of some of them.
_VARIANTS = (
    (re.compile(r"(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/|wd:)(Q\d+)"), "wikidata"),
    (re.compile(r"https?://(?:sws|www)\.geonames\.org/(\d+)(?:/.*)?"), "geonames"),
    (re.compile(r"https?://(?:www\.)?viaf\.org/viaf/(\d+)/?"), "viaf"),
)
_TYPES = {
    "Person": "person human individual people man woman q5",
    "Organization": (
        "organization organisation company corporation business agency party publicbody "
        "governmentorganization newsmediaorganization politicalparty enterprise ngo university "
        "club q43229 q4830453 q7278 q783794 q327333"
    ),
    "Place": (
        "place location country city town state region settlement administrativearea "
        "populatedplace geoname q515 q6256 q3624078 q486972 q35657"
    ),
}
_TYPE_OF = {word: type_ for type_, words in _TYPES.items() for word in words.split()}


def iri_of(id_: str, authority: str = "") -> str:
    """Return the IRI of an id, of an authority where it is known; another id as it is.

    >>> iri_of("https://www.wikidata.org/wiki/Q4242"), iri_of("2950159", "geonames")
    ('http://www.wikidata.org/entity/Q4242', 'https://sws.geonames.org/2950159/')
    """
    plain = one_line(id_)
    for pattern, name in _VARIANTS:
        if found := pattern.fullmatch(plain):
            return _IRI_OF[name].format(found[1])
    if _Q.fullmatch(plain):
        return _IRI_OF["wikidata"].format(plain)
    if authority and "://" not in plain:
        return _IRI_OF[authority].format(plain.replace(" ", ""))
    return plain


def is_item(text: str) -> bool:
    """Tell whether a text is the number of a Wikidata item, which stands for a missing name."""
    return _Q.fullmatch(text) is not None


def type_of(word: str) -> str | None:
    """Return our type for the word or the IRI of another vocabulary, None where it is not known."""
    last = re.split(r"[/#:]", word.strip().rstrip("/#"))[-1]
    return _TYPE_OF.get(re.sub(r"[^a-z0-9]", "", last.lower()))


@dataclass(slots=True)
class _Draft:
    names: dict[str, None] = field(default_factory=dict)
    types: set[str] = field(default_factory=set)
    identifiers: set[str] = field(default_factory=set)
    posts: set[str] = field(default_factory=set)


class Records:
    """The records of one list; ``source`` is its name."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.issues: list[Issue] = []
        self._drafts: dict[str, _Draft] = {}

    def add(
        self,
        id_: str,
        name: str,
        *,
        type_: str = "",
        aliases: Iterable[str] = (),
        identifiers: Iterable[str] = (),
        posts: Iterable[str] = (),
    ) -> None:
        """Take what a list says of an id; the first name of an id is the preferred one."""
        own = iri_of(id_)
        draft = self._drafts.setdefault(own, _Draft())
        names = (one_line(n) for n in (name, *aliases))
        draft.names |= dict.fromkeys(
            n for n in names if 0 < len(n) <= LIMITS.keyword_chars and not is_item(n)
        )
        draft.types |= {known for known in [type_of(type_)] if known}
        draft.identifiers |= {i for i in identifiers if i} - {own}
        draft.posts |= {one_line(p).lower() for p in posts if p.strip()}

    def leave_out(self, what: str, why: str) -> None:
        """Note that something in the list is no record."""
        message = f"{self.source}: {one_line(what)[:80]} {why}; it is left out."
        self.issues.append(Issue(article="", stage=STAGE, code="record", message=message))

    def records(self) -> list[AuthorityRecord]:
        """Return the records in the order of the list."""
        return [self._record(id_, draft) for id_, draft in self._drafts.items() if draft.names]

    def _record(self, id_: str, draft: _Draft) -> AuthorityRecord:
        name, *aliases = draft.names
        return AuthorityRecord(
            id=id_,
            name=name,
            source=self.source,
            type=min(draft.types) if len(draft.types) == 1 else None,
            aliases=tuple(sorted(aliases)),
            identifiers=tuple(sorted(draft.identifiers)),
            posts=tuple(sorted(draft.posts)),
        )
