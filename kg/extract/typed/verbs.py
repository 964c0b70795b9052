"""Relations that a verb says: was born in, graduated from, married, founded, joined, is based in.

    "Eva Brandt founded Blue Labs in 1999." → Eva Brandt – kg:founderOf – Blue Labs,
                                              Blue Labs – schema:foundingDate – 1999

A claim that grammar alone makes of the same words (`kg.extract.claims`) gives its qualifiers and its
label; the two have one id, so the typed one takes the place of the open one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.claims import claims_of
from kg.extract.clauses import Argument
from kg.extract.lemmas import lemma_of
from kg.extract.once import children
from kg.extract.phrases import conjuncts, join
from kg.extract.typed import making
from kg.lexicon.typed_relations import (
    BEGINNING,
    CONFERRED,
    DEGREES,
    FOUNDED_IN,
    FOUNDING,
    INTRANSITIVE,
    PASSIVES,
    SPOKEN_DATES,
    STUDIED,
    VERBS,
    Frame,
)
from kg.model import Predicate, Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extract.bench import Bench
    from kg.extract.clauses import Clause
    from kg.model import Claim

# Relations whose place may be named with what it lies in: "born in Dayton, Ohio".
_PLACED = frozenset({"schema:birthPlace", "schema:homeLocation", "schema:location"})
_DATES = {"born": ("schema:birthDate", "be born on"), "die": ("schema:deathDate", "die on")}


def verb_claims(bench: Bench) -> Iterator[Claim]:
    """Yield the typed claims of all clauses, in order of their verbs."""
    for clause in bench.clauses:
        found = list(_typed(bench, clause))
        twins = {c.id: c for c in claims_of(bench, clause)} if found else {}
        yield from (_instead_of(twins.get(claim.id), claim) for claim in found)


def _typed(bench: Bench, clause: Clause) -> Iterator[Claim]:
    raised = len(clause.verbs) > 1 and clause.passive
    if not raised and clause.verb.i not in bench.document.skip:
        whole = _with_late_places(bench, _of_name_before(bench, clause))
        yield from _related(bench, whole)
        yield from _dated(bench, whole)


def _instead_of(twin: Claim | None, claim: Claim) -> Claim:
    if twin is None:
        return claim
    predicate = replace(claim.predicate, label=twin.predicate.label)
    return replace(claim, predicate=predicate, qualifiers=twin.qualifiers)


def _of_name_before(bench: Bench, clause: Clause) -> Clause:
    """``Thomas married Mary Clifton (died 1706)``: a parenthesis is about the name before it."""
    verb = clause.verb
    if verb.i < 2 or verb.nbor(-1).text != "(":  # noqa: PLR2004 - the name and the mark
        return clause
    name = verb.nbor(-2)
    person = making.who(bench, name)
    if person is None or person.type != "Person":
        return clause
    return replace(clause, subjects=(name,))


def _with_late_places(bench: Bench, clause: Clause) -> Clause:
    """``born on 20 February 1925 in Billericay``: parsers hang the place on the date."""
    time = bench.times.of(clause)
    if time is None:
        return clause
    found = [
        Argument(c.lower_, p)
        for t in bench.document.doc[time.start : time.end]
        for c in children(t)
        if c.dep_ == "prep" and c.lower_ in {"in", "at"}
        for p in children(c)
        if p.dep_ == "pobj" and p.i not in bench.times.at
    ]
    return replace(clause, arguments=(*clause.arguments, *found)) if found else clause


def _related(bench: Bench, clause: Clause) -> Iterator[Claim]:
    found = bench.setting(clause.verbs)
    for subject, frame, lemma, label, tokens in _filled(clause):
        first = making.who(bench, subject) or making.who(bench, _meant(subject))
        for token in tokens:
            for part in (token, *_around(bench, token, frame)):
                second = making.who(bench, part)
                if first is None or second is None:
                    continue
                finding = making.Finding(
                    first, second, frame, lemma, label, clause.verb, found, _when(bench, clause)
                )
                claim = making.claim(bench, finding)
                if claim is not None:
                    yield claim


def _filled(clause: Clause) -> Iterator[tuple[Token, Frame, str, str, list[Token]]]:
    """Yield who, the frame, its lemma and label, and the tokens of the other end."""
    verb = clause.verb
    lemma = f"{lemma_of(verb)} {clause.particle}".strip()
    if clause.passive:
        yield from _passive(clause, lemma)
        return
    if clause.copular:
        yield from _adjective(clause)
        return
    roles: dict[str, list[Token]] = {"": list(clause.objects)}
    for argument in clause.arguments:
        roles.setdefault(argument.role, []).append(argument.token)
    if lemma in CONFERRED:
        yield from _degrees(clause, lemma)
    for role, tokens in roles.items():
        frame = VERBS.get((lemma, role))
        if frame is not None and _says_so(lemma, role, clause):
            words = f"{lemma} {role}".strip()
            label = f"{verb.lower_} {clause.particle}".strip() + f" {role}".rstrip()
            for subject in clause.subjects:
                yield subject, frame, words, label, tokens


def _meant(noun: Token) -> Token:
    """``EMI is a British maker, a company based in London``: what the noun says is said of EMI."""
    first = noun
    while first.dep_ in {"appos", "conj"} and first.pos_ == "NOUN":
        first = first.head
    verb = first.head
    if first.dep_ != "attr" or any(c.dep_ == "neg" for c in children(verb)):
        return first if noun.dep_ == "appos" else noun
    return next((c for c in children(verb) if c.dep_ == "nsubj" and c.i < first.i), noun)


def _says_so(lemma: str, role: str, clause: Clause) -> bool:
    """``moved to``, not moved something to."""
    return not (role and lemma in INTRANSITIVE and clause.objects)


def _degrees(clause: Clause, lemma: str) -> Iterator[tuple[Token, Frame, str, str, list[Token]]]:
    """``holds a degree in law from Ostby University``, wherever the parser hangs the school."""
    for degree in (o for o in clause.objects if o.lower_.rstrip(".") in DEGREES):
        near = (t for t in degree.subtree if t.i > degree.i)
        late = (c for c in children(clause.verb) if c.i > degree.i)
        ties = [t for t in (*near, *late) if t.dep_ == "prep" and t.lower_ in {"from", "at"}]
        schools = [s for t in ties for c in children(t) if c.dep_ == "pobj" for s in conjuncts(c)]
        for subject in clause.subjects:
            label = f"{clause.verb.lower_} {degree.text} from"
            yield subject, STUDIED, f"{lemma} degree from", label, schools


def _adjective(clause: Clause) -> Iterator[tuple[Token, Frame, str, str, list[Token]]]:
    """``is married to``, where the participle is taken for an adjective."""
    for word in clause.objects:
        for child in children(word):
            frame = PASSIVES.get((word.lower_, child.lower_))
            if frame is not None and child.dep_ == "prep":
                words = f"{word.lower_} {child.lower_}"
                tokens = [t for c in children(child) if c.dep_ == "pobj" for t in conjuncts(c)]
                for subject in clause.subjects:
                    yield subject, frame, f"be {words}", f"is {words}", tokens


def _passive(clause: Clause, lemma: str) -> Iterator[tuple[Token, Frame, str, str, list[Token]]]:
    participle = f"{clause.verb.lower_} {clause.particle}".strip()
    for argument in clause.arguments:
        role = "by" if argument.role == "agent" else argument.role
        if role == "by" and lemma in FOUNDING:
            yield argument.token, VERBS[lemma, ""], lemma, participle, list(clause.subjects)
            continue
        shared = clause.verb.head.lower_ if clause.verb.dep_ == "conj" else ""
        for word in (participle, shared):  # "born and raised in"
            frame = PASSIVES.get((word, role))
            if frame is None or (word == shared and word != "born"):
                continue
            for subject in clause.subjects:
                words = f"{word} {role}"
                yield subject, frame, f"be {words}", f"was {words}", [argument.token]


def _around(bench: Bench, token: Token, frame: Frame) -> list[Token]:
    """``born in Dayton, Ohio``: the place that a place lies in holds as well."""
    if not _PLACED.intersection(frame.predicates):
        return []
    return enclosing(bench, token)


def enclosing(bench: Bench, place: Token) -> list[Token]:
    """Return the places named after a place that it lies in: ``Dayton, Ohio, USA``."""
    found = [c for c in children(place) if c.dep_ == "appos" and c.i > place.i]
    deeper = [d for c in found for d in enclosing(bench, c)]
    return [t for t in (*found, *deeper) if _is_place(bench, t)]


def _is_place(bench: Bench, token: Token) -> bool:
    known = bench.references.known(token)
    return known is not None and known.type == "Place"


def _when(bench: Bench, clause: Clause) -> tuple[Qualifier, ...]:
    time = bench.times.of(clause)
    if time is None:
        return ()
    words = join(bench.document.doc, tuple(range(time.start, time.end)))
    return (Qualifier(role="time", name=words, value=time.value),)


def _dated(bench: Bench, clause: Clause) -> Iterator[Claim]:
    """When somebody was born or died, and when a body was founded."""
    value = making.time_literal(bench, bench.times.of(clause))
    if value is None:
        return
    verb = clause.verb
    lemma = f"{lemma_of(verb)} {clause.particle}".strip()
    if lemma in BEGINNING:
        words = f"be {verb.lower_} {clause.particle}".strip() + " in"
        made = clause.subjects if clause.passive else clause.objects
        kind, wanted, score = "schema:foundingDate", "Organization", FOUNDED_IN
    elif verb.lower_ == "born" or lemma == "die":
        kind, words = _DATES["born" if verb.lower_ == "born" else "die"]
        made, wanted, score = clause.subjects, "Person", SPOKEN_DATES
    else:
        return
    found = bench.setting(clause.verbs)
    predicate = Predicate(id=kind, lemma=words, label=words.replace("be ", "was ", 1))
    for token in (t for m in made for t in conjuncts(m)):
        thing = making.who(bench, token)
        if thing is not None and thing.type == wanted:
            yield making.dated(bench, thing, predicate, value, verb, found, score)
