"""Relations said beside a name: life dates and party in parentheses, Seattle-based, of Seattle, his death.

    "Peter Holm (born 3 March 1961 in Dayton)" → schema:birthDate 1961-03-03, schema:birthPlace Dayton
    "Ida Lund (1901–1977)" → schema:birthDate 1901, schema:deathDate 1977
    "Seattle-based Blue Labs" → Blue Labs – schema:location – Seattle
    "until his death in 1995" → schema:deathDate 1995

Ignored: dates without a year, circa, and dates before the year 1000.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.document import having
from kg.extract.clauses import is_predicate, subjects
from kg.extract.once import children, sentence
from kg.extract.typed import making
from kg.extract.typed.nouns import based
from kg.extract.typed.verbs import enclosing
from kg.lexicon.demonyms import place_of
from kg.lexicon.organizations import ORGANIZATION_HEADS
from kg.lexicon.typed_relations import (
    BASED,
    FOUNDED_IN,
    HELD,
    HOME,
    LIFE_DATES,
    NATION,
    NO_COUNTRY,
    OF_BODY,
    OUTSIDERS,
    PARTY,
    PARTY_LETTERS,
    SEAT,
    SPOKEN_DATES,
    TEACHERS,
)
from kg.model import MentionKind, PostStatus, Predicate, Ref
from kg.text.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extract.bench import Bench
    from kg.lexicon.typed_relations import Frame
    from kg.model import Claim, Literal

_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8}\.? (?:\d{1,2}(?:st|nd|rd|th)?, ?)?\d{4}|\d{4}"
_BORN = re.compile(rf"\bborn(?: on| in)?:? (?P<born>{_DAY})|\bb\. (?P<short>{_DAY})")
_DIED = re.compile(rf"\b(?:died|d\.)(?: on| in)? (?P<died>{_DAY})")
_RANGE = re.compile(
    rf"(?:^|[;,(] ?|born )(?P<born>{_DAY})(?:,? in [^–—;()]{{2,60}}?| ?,[^–—;()\d]{{2,60}}?)?"
    rf"\s?[-–—]+\s?(?:died )?(?P<died>{_DAY})"
)
_LETTER = re.compile(r",? \(?(?P<party>[DR])[-–]")
_LONGEST = 160  # characters between a name's parentheses
_BIRTH = Predicate(id="schema:birthDate", lemma="be born on", label="was born on")
_DEATH = Predicate(id="schema:deathDate", lemma="die on", label="died on")
_FOUNDING = Predicate(id="schema:foundingDate", lemma="be founded in", label="was founded in")
_HAPPENED = {
    "birth": (_BIRTH, "Person", SPOKEN_DATES),
    "death": (_DEATH, "Person", SPOKEN_DATES),
    "founding": (_FOUNDING, "Organization", FOUNDED_IN),
    "foundation": (_FOUNDING, "Organization", FOUNDED_IN),
    "inception": (_FOUNDING, "Organization", FOUNDED_IN),
    "establishment": (_FOUNDING, "Organization", FOUNDED_IN),
}
_SEATED = frozenset({"based", "headquartered"})
_TELLING = tuple(sorted({*_HAPPENED, *SEAT, *_SEATED}))


def beside_claims(bench: Bench) -> Iterator[Claim]:
    """Yield the claims that names make with what stands beside them."""
    for mention in bench.document.mentions:
        if mention.kind is MentionKind.NAME and mention.head not in bench.document.skip:
            head = bench.document.doc[mention.head]
            thing = making.who(bench, head)
            if thing is not None and thing.type == "Person":
                yield from _life(bench, thing, head, mention.end)
                yield from _of_place(bench, thing, head)
                yield from _titled(bench, thing, head)
                yield from _lettered(bench, thing, head, mention.end)
            elif thing is not None and thing.type == "Organization":
                yield from _seated(bench, thing, head)
    for token in having(bench.document.doc, "LOWER", _TELLING):
        if token.lower_ in _HAPPENED:
            yield from _happened(bench, token)
        elif token.lower_ in SEAT:
            yield from _headquarters(bench, token)
        elif token.lower_ in _SEATED and token.dep_ == "prep":
            yield from _fronted(bench, token)
    yield from _held(bench)


def _life(bench: Bench, person: Ref, head: Token, end: int) -> Iterator[Claim]:
    doc = bench.document.doc
    if end >= len(doc) or doc[end].text != "(":
        return
    start = doc[end].idx + 1
    inner = bench.document.article.text[start : start + _LONGEST]
    inner = inner[: inner.find(")")] if ")" in inner else ""
    dates: dict[str, Literal] = {}
    for pattern in (_RANGE, _BORN, _DIED):
        match = pattern.search(inner)
        for name, text in (match.groupdict() if match else {}).items():
            value = _literal(text, start + match.start(name)) if match and text else None
            if value is not None:
                dates.setdefault("died" if name == "died" else "born", value)
    setting = making.nominal_setting(bench, head)
    for name, value in dates.items():
        predicate = _DEATH if name == "died" else _BIRTH
        yield making.dated(bench, person, predicate, value, head, setting, LIFE_DATES)


def _literal(text: str, start: int) -> Literal | None:
    plain = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text)
    return making.date_literal(parse_date(plain), start, start + len(text))


def _of_place(bench: Bench, person: Ref, head: Token) -> Iterator[Claim]:
    """``Thomas Sam, 42, of Seattle`` lives there; ``Joe Manchin of Ohio`` may sit for it."""
    if head.i in bench.posts or bench.held_of(person.id):
        return
    for child in (c for c in children(head) if c.dep_ == "prep" and c.lower_ == "of"):
        apart = child.nbor(-1).text == ","
        frame = HOME if apart else OF_BODY
        for other in (c for c in children(child) if c.dep_ == "pobj"):
            yield from _pair(bench, person, other, frame, "be of", "is of", other)


def _titled(bench: Bench, person: Ref, head: Token) -> Iterator[Claim]:
    """``the Swiss Roger Federer``, ``Republican Mark Dole``, ``Mark Dole (Labour Party)``."""
    for child in children(head):
        apart = person.start is not None and (child.idx < person.start or child.i > head.i)
        if child.dep_ in {"amod", "compound", "nmod"} and apart and child.i < head.i:
            place = place_of(child.lower_)
            frame = PARTY if place is None else NATION
            if place not in NO_COUNTRY and child.ent_type_ == "NORP":
                words = "member of" if frame is PARTY else "national of"
                yield from _pair(bench, person, child, frame, f"be {words}", f"is {words}", child)
        elif child.dep_ == "appos" and child.i > 0 and child.doc[child.left_edge.i - 1].text == "(":
            yield from _pair(bench, person, child, PARTY, "be member of", "is member of", child)


def _lettered(bench: Bench, person: Ref, head: Token, end: int) -> Iterator[Claim]:
    """``Coons (D-Del.)``, where the article names the party elsewhere."""
    doc = bench.document.doc
    match = _LETTER.match(bench.document.article.text, doc[end - 1].idx + len(doc[end - 1]))
    names = PARTY_LETTERS[match["party"]] if match else ()
    chains = {c.name: c for c in reversed(bench.document.chains) if not c.local}
    party = next((chains[n] for n in names if n in chains), None)
    if match is None or party is None:
        return
    span = match.span("party")
    obj = Ref(id=party.id, name=party.name, type=party.type, start=span[0], end=span[1])
    setting = making.nominal_setting(bench, head)
    found = making.claim(
        bench,
        making.Finding(person, obj, PARTY, "be member of", "is member of", head, setting),
    )
    if found is not None:
        yield found


def _held(bench: Bench) -> Iterator[Claim]:
    """Whoever holds a post of a body works for it: ``Ida Holm, a reporter for the Courier``."""
    doc = bench.document.doc
    for holding in bench.document.holdings:
        current = holding.status in {PostStatus.CURRENT, PostStatus.ACTING}
        word = holding.label.rpartition(" ")[2]
        if not current or holding.negated or holding.hypothetical or holding.of is None:
            continue
        anchor = doc[holding.start : holding.end].root
        body = _mentioned(bench, holding.of, anchor)
        person = making.who(bench, doc[holding.person_token])
        if word in OUTSIDERS or not body or not person or body.name.lower() in ORGANIZATION_HEADS:
            continue
        if word in TEACHERS and not making.is_school(body.name):
            continue  # "professor of Operations Research"
        clause = next((t for t in (anchor, *anchor.ancestors) if is_predicate(t)), anchor)
        told = holding.construction == "copula"
        setting = bench.setting((clause,)) if told else making.nominal_setting(bench, anchor)
        found = making.claim(
            bench, making.Finding(person, body, HELD, "work for", "works for", anchor, setting)
        )
        if found is not None:
            yield found


def _mentioned(bench: Bench, chain: int, anchor: Token) -> Ref | None:
    """Return how the sentence of a token names a chain, where it does."""
    inside = sentence(anchor)
    heads = (
        m.head
        for m in bench.document.mentions
        if m.chain == chain and m.kind is MentionKind.NAME and inside.start <= m.head < inside.end
    )
    near = sorted((abs(head - anchor.i), head) for head in heads)
    return bench.references.known(bench.document.doc[near[0][1]]) if near else None


def _fronted(bench: Bench, token: Token) -> Iterator[Claim]:
    """``Based in Dayton, Logimax has offices elsewhere``: parsers take it for a preposition."""
    for subject in subjects(token.head)[0] if is_predicate(token.head) else ():
        body = making.who(bench, subject)
        for child in children(token):
            for place in (p for p in children(child) if p.dep_ == "pobj" and child.lower_ == "in"):
                for part in (place, *enclosing(bench, place)):
                    if body is not None:
                        yield from _pair(
                            bench, body, part, BASED, "be based in", "is based in", part
                        )


def _seated(bench: Bench, body: Ref, head: Token) -> Iterator[Claim]:
    for place in based(head):
        for part in (place, *enclosing(bench, place)):
            yield from _pair(bench, body, part, BASED, "be based in", "is based in", part)


def _headquarters(bench: Bench, token: Token) -> Iterator[Claim]:
    """``its headquarters in Munich``."""
    owners = [c for c in children(token) if c.dep_ == "poss"]
    if token.dep_ == "nsubj":
        inside = [c for c in children(token.head) if c.lower_ == "in" and token.head.lemma_ == "be"]
    else:
        inside = []
    inside += [c for c in children(token) if c.lower_ == "in"]
    for owner in owners:
        body = making.who(bench, owner)
        for place in (p for c in inside for p in children(c) if p.dep_ == "pobj" and body):
            for part in (place, *enclosing(bench, place)):
                if body is not None:
                    yield from _pair(bench, body, part, BASED, "be based in", "is based in", part)


def _pair(
    bench: Bench, subject: Ref, token: Token, frame: Frame, lemma: str, label: str, anchor: Token
) -> Iterator[Claim]:
    obj = making.who(bench, token)
    if obj is not None:
        setting = making.nominal_setting(bench, anchor)
        found = making.claim(
            bench, making.Finding(subject, obj, frame, lemma, label, anchor, setting)
        )
        if found is not None:
            yield found


def _happened(bench: Bench, noun: Token) -> Iterator[Claim]:
    """``his death in 1995``, ``since its founding in 1880``."""
    predicate, wanted, score = _HAPPENED[noun.lower_]
    owners = [c for c in children(noun) if c.dep_ == "poss"]
    owners += [
        p for c in children(noun) if c.lower_ == "of" for p in children(c) if p.dep_ == "pobj"
    ]
    times = [bench.times.at[t.i] for t in noun.subtree if t.i in bench.times.at and t.i > noun.i]
    value = making.time_literal(bench, times[0]) if times else None
    for owner in owners:
        thing = making.who(bench, owner)
        if thing is not None and thing.type == wanted and value is not None:
            setting = making.nominal_setting(bench, noun)
            yield making.dated(bench, thing, predicate, value, noun, setting, score)
