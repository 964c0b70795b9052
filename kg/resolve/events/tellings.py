"""What one claim, or one noun of an event, tells of a happening: what, who, to whom, when and where.

    Trump – fired – Comey [time: Tuesday]   →   fire: agent Trump, patient Comey, on that day
    Comey – was dismissed                   →   dismiss: patient Comey
    "the dismissal of Comey"                →   dismiss: Comey takes part

Only what is said to have happened is a telling: no denial, wish or possibility, no state, no speech.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from kg.lexicon.happenings import DONE_TO_NOBODY, concept, happens, verb_of
from kg.lexicon.nominals import EVENT_NOUNS
from kg.model import Polarity, Ref, Stance
from kg.resolve.events.parties import Party
from kg.text.days import days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kg.model import Claim, Entity
    from kg.text.days import Days

_WORD = re.compile(r"\w+")
_PREPOSITION = re.compile(r"\b(?:of|to|in|on|by|for|from|with|at|that|between)\b")
_OPEN = "kgr:"
# Kinds of things that take part under a name; posts and works are what an event is about.
ACTORS = frozenset({"Person", "Organization", "Place", "Facility", "Group"})
_SHORTEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Somebody or something that takes part: its words, and its id and type where it has a name."""

    words: frozenset[str]
    head: str = ""
    id: str | None = None
    type: str = ""

    def party(self, article: str) -> Party:
        """Return it as a party of its article."""
        return Party(
            articles=frozenset({article}),
            heads=frozenset({self.head}),
            modifiers=frozenset() if self.id else self.words - {self.head},
            names=self.words if self.id else frozenset(),
            type=self.type,
            proper=bool(self.id),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One telling of one happening; ``id`` is that of its claim or of its event noun's thing.

    ``word`` is the lemma that says what happens, ``agent`` and ``patient`` who does it and to whom
    it is done, ``others`` further names, ``words`` those of all arguments, ``context`` those of the
    sentence. ``published`` is when the article came out. ``start`` is where its sentence begins.
    """

    id: str
    article: str
    word: str
    agent: Slot | None = None
    patient: Slot | None = None
    others: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    when: Days | None = None
    places: frozenset[str] = frozenset()
    published: Days | None = None
    start: int = 0
    noun: bool = False

    @property
    def concept(self) -> str:
        """The verb of what happens."""
        return concept(self.word)

    @property
    def named(self) -> frozenset[str]:
        """The ids of all who take part under a name."""
        slots = (self.agent, self.patient)
        return self.others | {slot.id for slot in slots if slot and slot.id}


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text that can tell something, in lower case."""
    return frozenset(w for w in _WORD.findall(text.lower()) if len(w) >= _SHORTEST)


def tellings(
    claims: Iterable[Claim],
    things: Mapping[str, Entity],
    published: Mapping[str, str | None],
    judged: AbstractSet[str] = frozenset(),
) -> Iterator[Telling]:
    """Yield what claims tell, one or none a claim, and what their nouns of events tell.

    The claims are relinked; ``things`` are the entities by id, ``published`` the dates of articles,
    ``judged`` the ids of nouns that tell something whatever their claims say.
    """
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article, []).append(claim)
    for article, told in sorted(by_article.items()):
        date = days(published.get(article))
        yield from (t for c in told if (t := told_by(c, things, date)) is not None)
        yield from _nouns(told, things, date, judged)


def told_by(claim: Claim, things: Mapping[str, Entity], published: Days | None) -> Telling | None:
    """Return what a claim tells, if it tells a happening."""
    if not is_telling(claim):
        return None
    word, passive = _what(claim)
    agent: Slot | None = _slot(claim.subject, things)
    patient = _slot(claim.object, things) if isinstance(claim.object, Ref) else None
    if passive:
        agent, patient = None, agent
    return Telling(
        id=claim.id,
        article=claim.article,
        word=word,
        agent=agent,
        patient=patient,
        others=_others(claim, things),
        words=_argument_words(claim),
        context=words_of(claim.evidence.quote) - {word},
        when=next((d for q in claim.qualifiers if q.role == "time" and (d := days(q.value))), None),
        places=frozenset(q.id for q in claim.qualifiers if q.role == "place" and q.id),
        published=published,
        start=claim.evidence.start,
    )


def is_telling(claim: Claim) -> bool:
    """Tell whether a claim tells a happening."""
    word, _ = _what(claim)
    return bool(word) and _is_told(claim) and happens(word)


def _is_told(claim: Claim) -> bool:
    """Tell whether a claim says that something is so, and with an open relation."""
    said = claim.polarity is Polarity.POSITIVE and claim.stance is not Stance.HYPOTHETICAL
    return said and claim.predicate.id.startswith(_OPEN)


def _what(claim: Claim) -> tuple[str, bool]:
    """Return the verb of a claim, and whether its subject suffers what it says."""
    first, _, rest = claim.predicate.lemma.partition(" ")
    if first != "be":
        return first, False
    # "was in Oslo", "is due to join": no passive.
    return verb_of(rest.partition(" ")[0]), True


def _slot(ref: Ref, things: Mapping[str, Entity]) -> Slot:
    thing = things.get(ref.id)
    if thing is None or thing.local or thing.type not in ACTORS:
        return Slot(words=words_of(ref.name), head=head_of(ref.name))
    return Slot(words=words_of(thing.name), head=head_of(thing.name), id=thing.id, type=thing.type)


def _others(claim: Claim, things: Mapping[str, Entity]) -> frozenset[str]:
    found = (things.get(q.id) for q in claim.qualifiers if q.id and q.role != "place")
    return frozenset(t.id for t in found if t and not t.local and t.type in ACTORS)


def _argument_words(claim: Claim) -> frozenset[str]:
    parts = [claim.subject.name, *(q.name for q in claim.qualifiers if q.role != "time")]
    if isinstance(claim.object, Ref):
        parts.append(claim.object.name)
    return frozenset(word for part in parts for word in words_of(part))


def _nouns(
    claims: Sequence[Claim],
    things: Mapping[str, Entity],
    published: Days | None,
    judged: AbstractSet[str],
) -> Iterator[Telling]:
    """Yield what the event nouns of one article tell, each with the names in its phrase."""
    names = _names(claims, things)
    seen: set[str] = set()
    for claim in claims:
        for ref in (claim.subject, claim.object, *_details(claim, judged)):
            if not isinstance(ref, Ref) or ref.id in seen:
                continue
            if not _is_told(claim) and ref.id not in judged:
                continue
            thing = things.get(ref.id)
            word = head_noun(ref.name) or (head_of(ref.name) if ref.id in judged else "")
            if thing is None or not thing.local or thing.type != "Event" or not word:
                continue
            seen.add(ref.id)
            yield Telling(
                id=ref.id,
                article=claim.article,
                word=word,
                **_of(ref.name, word, names, things),
                words=words_of(ref.name) - {word},
                context=words_of(claim.evidence.quote) - {word},
                published=published,
                start=claim.evidence.start,
                noun=True,
            )


def _details(claim: Claim, judged: AbstractSet[str]) -> list[Ref]:
    """Return the details of a claim that somebody judged to be happenings."""
    own = claim.qualifiers if judged else ()
    return [Ref(id=q.id, name=q.name, type="Event") for q in own if q.id in judged and q.id]


class _Parts(TypedDict):
    agent: Slot | None
    patient: Slot | None
    others: frozenset[str]


def _of(
    phrase: str,
    word: str,
    names: Iterable[tuple[str, frozenset[str]]],
    things: Mapping[str, Entity],
) -> _Parts:
    """Return who takes part in what a noun names: ``dismissal of Vale`` is done to Vale.

    Of what is done to nobody (a death, a resignation) that is who does it.
    """
    words = words_of(phrase)
    own = words_of(phrase.partition(" of ")[2])
    named = frozenset(id_ for id_, known in names if known <= words)
    of = sorted(id_ for id_, known in names if known <= own)
    slot = _slot(Ref(id=of[0], name="", type=""), things) if len(of) == 1 else None
    alone = concept(word) in DONE_TO_NOBODY
    return _Parts(agent=slot if alone else None, patient=None if alone else slot, others=named)


def _names(
    claims: Sequence[Claim], things: Mapping[str, Entity]
) -> list[tuple[str, frozenset[str]]]:
    """Return the named things of an article, each with the words that must stand for it."""
    ids = {r.id for c in claims for r in (c.subject, c.object) if isinstance(r, Ref)}
    ids |= {q.id for c in claims for q in c.qualifiers if q.id}
    found = [things[i] for i in sorted(ids) if i in things]
    shared = [t for t in found if not t.local and t.type in ACTORS]
    return [(t.id, _telling_words(t)) for t in shared]


def _telling_words(thing: Entity) -> frozenset[str]:
    """Return a person's surname, or all words of another name."""
    name = thing.name.split()[-1] if thing.type == "Person" else thing.name
    return words_of(name) or frozenset({thing.name.lower()})


def head_of(phrase: str) -> str:
    """Return the word that a phrase hangs by, as far as its form tells.

    >>> head_of("acting director of the harbour"), head_of("Oda Tern")
    ('director', 'tern')
    """
    words = _WORD.findall(_PREPOSITION.split(phrase.lower(), maxsplit=1)[0])
    return str(words[-1]) if words else phrase.lower()


def head_noun(phrase: str) -> str:
    """Return the noun of a phrase that names what happens.

    >>> head_noun("abrupt dismissal of the director")
    'dismissal'
    """
    before = _PREPOSITION.split(phrase.lower(), maxsplit=1)[0]
    words = (w if w in EVENT_NOUNS else w.removesuffix("s") for w in _WORD.findall(before))
    nouns = [str(word) for word in words if word in EVENT_NOUNS]
    return nouns[-1] if nouns else ""
