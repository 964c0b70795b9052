"""Who is said to hold which post: titles, appositions, copulas, appointments.

    'Sean Spicer, the White House press secretary'  →  Spicer · press secretary · of White House
    'Ms. Keller’s former clerk, Tom Brandt, is now Mr. Ortega’s chief negotiator'
        →  Brandt · clerk · of Keller · former;  Brandt · negotiator · of Ortega · current

Only syntax is read here: the tokens of holder, post and organisation. Who they are is decided by
coreference, which in turn reads these findings to know who `the press secretary` is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.annotate.postnames import Post, is_party, is_seated, read_post, read_title
from kg.annotate.syntax import (
    child,
    clause_head,
    coordinated,
    negated,
    of_class,
    understood_subject,
    written,
)
from kg.annotate.titles import is_post, title_before
from kg.lexicon.embedding import Embedding, of_infinitive
from kg.lexicon.titles import (
    APPOINTING,
    APPOINTING_NOUNS,
    BECOMING,
    LEAVING,
    NAMING_ADJECTIVES,
    NOMINATING,
    REMOVING,
)
from kg.model import PostStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from kg.annotate.drafts import Draft

_MODALS_HYPOTHETICAL = frozenset(
    {"would", "could", "may", "might", "should", "can", "must", "'d", "’d"}
)
_CONDITION_MARKS = frozenset({"if", "whether", "unless"})
_WISHES = frozenset(
    [
        "want",
        "hope",
        "plan",
        "try",
        "expect",
        "like",
        "wish",
        "seek",
        "aim",
        "intend",
        "aspire",
        "refuse",
        "decline",
        "consider",
        "ask",
        "urge",
        "offer",
        "agree",
        "run",
        "campaign",
        "compete",
        "prefer",
        "decide",
    ]
)
_APPOSITIVE = frozenset({"appos", "conj", "dep", "npadvmod", "nmod", "ROOT", "attr", "oprd"})
_EARLIER = frozenset({"then", "once", "formerly", "previously"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PostClaim:
    """A holding before coreference: ``person`` and ``post.of`` are head tokens."""

    person: int
    post: Post
    construction: str
    negated: bool = False
    hypothetical: bool = False


def find_posts(
    doc: Doc, people: list[Draft], names: dict[int, Draft], skip: frozenset[int]
) -> list[PostClaim]:
    """Return every post that the text gives somebody.

    ``people`` are the names of persons, ``names`` all names by each of their tokens.
    """
    claims: list[PostClaim] = []
    for person in people:
        claims.extend(_title(doc, person, names))
        claims.extend(_appositions(doc, person, names))
    for verb in of_class(doc, ("VERB", "AUX")):
        if verb.i not in skip:
            claims.extend(_clause(verb, names))
    for noun in written(doc, APPOINTING_NOUNS):
        if noun.i not in skip and noun.pos_ not in ("VERB", "AUX"):
            claims.extend(_nominal(noun, names))
    return _once_each(claims)


def _once_each(claims: list[PostClaim]) -> list[PostClaim]:
    seen: dict[tuple[int, int], PostClaim] = {}
    for claim in claims:
        seen.setdefault((claim.person, claim.post.end), claim)
    return sorted(seen.values(), key=lambda c: (c.post.start, c.person))


# -- beside the name -------------------------------------------------------------------------------


def _title(doc: Doc, person: Draft, names: dict[int, Draft]) -> Iterator[PostClaim]:
    # ``King`` and ``Pope`` are forms of address and posts in one
    royal = person.end - person.start > 1 and is_post(doc[person.start])
    title = title_before(doc, person.start + royal)
    if title is None or _modifies(doc, person, title):
        return
    post = read_title(doc, *title, {} if royal else names)
    if post is None:
        return
    if post.of is None:
        post = replace(post, of=_seat(doc, person, names))
    yield PostClaim(person=person.head, post=post, construction="title")


def _modifies(doc: Doc, person: Draft, title: tuple[int, int]) -> bool:
    """``a major Warhol donor program``: a name in front of a noun, and an adjective of that noun."""
    name = doc[person.head]
    compound = name.dep_ in ("compound", "nmod") and not person.start <= name.head.i < person.end
    return compound and all(t.is_lower for t in doc[title[0] : title[1]])


def _seat(doc: Doc, person: Draft, names: dict[int, Draft]) -> int | None:
    """Return the place after a titled name: ``Gov. Chris Christie of New Jersey``.

    Of those who sit for a place also after the party: ``Senator Ida Lund, Democrat of Ohio``.
    """
    end = person.end
    told = is_seated(doc[person.start - 1]) and end + 2 < len(doc) and doc[end].text == ","
    if told and is_party(doc[end + 1]) and doc[end + 2].lower_ in ("of", "from"):
        end += 2
    if end + 1 < len(doc) and (doc[end].lower_ == "of" or end > person.end):
        first = end + 1
        first += doc[first].lower_ == "the" and first + 1 < len(doc)
        seat = names.get(first)
        return seat.head if seat is not None and seat.type in ("Place", "Organization") else None
    return None


def _appositions(doc: Doc, person: Draft, names: dict[int, Draft]) -> Iterator[PostClaim]:
    for head in _appositive_heads(doc, person):
        status = PostStatus.CURRENT
        for noun in coordinated(head):
            post = read_post(noun, names) if noun.i not in names else None
            if post is None:
                continue
            if _until_now(doc, person.end + 1):
                post = replace(post, status=PostStatus.FORMER)
            earlier = any(
                c.lower_ in _EARLIER for c in head.lefts
            )  # "then a senator and an adviser"
            if (earlier or _bare(noun)) and post.status == PostStatus.CURRENT:
                # ``the former chairman and chief executive`` was both
                post = replace(post, status=status)
            status = post.status
            yield PostClaim(person=person.head, post=post, construction="apposition")


def _bare(noun: Token) -> bool:
    """Tell whether a conjunct shares the determiner and the adjectives of the one before it."""
    own = [c for c in noun.lefts if c.dep_ in ("det", "poss", "amod", "advmod")]
    return all(c.lower_ in NAMING_ADJECTIVES for c in own)


def _appositive_heads(doc: Doc, person: Draft) -> Iterator[Token]:
    """Yield nouns in apposition to a name, before it or after it."""
    name = doc[person.head]
    for token in doc[person.start : person.end]:
        yield from (c for c in token.children if c.dep_ == "appos" and _alone(c))
    if name.dep_ == "appos" and _alone(name.head) and not _listed(name):
        yield name.head
    after = _noun_after_comma(doc, person)
    if after is not None:
        yield after


def _alone(noun: Token) -> bool:
    return noun.tag_ in ("NN", "NNP", "NNS", "NNPS")


def _listed(name: Token) -> bool:
    """Tell whether a name is one of a list (``ministers, John Smith and Jane Doe``)."""
    return name.head.tag_ in ("NNS", "NNPS")


def _noun_after_comma(doc: Doc, person: Draft) -> Token | None:
    """Return the post after ``NAME,`` where the parser missed the apposition."""
    end = person.end
    if end + 1 >= len(doc) or doc[end].text != "," or doc[end + 1].is_sent_start:
        return None
    first = end + 1 + 2 * _until_now(doc, end + 1)
    for i in range(first, min(first + 8, len(doc))):
        token = doc[i]
        if token.is_punct and token.tag_ != "HYPH":
            return None
        if token.tag_ in ("IN", "VBD", "VBZ", "VBP", "MD", "WP", "WDT", "CC", "PRP", "TO"):
            return None
        if (
            is_post(token)
            and (token.dep_ in _APPOSITIVE or first > end + 1)
            and token.left_edge.i >= end
        ):
            following = doc[i + 1] if i + 1 < len(doc) else None
            ends = following is None or following.tag_ in ("IN", ",", ".", "WP", "CC", ":", "-RRB-")
            return token if ends else None
    return None


def _until_now(doc: Doc, start: int) -> bool:
    """``NAME, until now the deputy secretary,``: parsers hang the post on *until*."""
    words = [t.lower_ for t in doc[start : start + 2]]
    return words in (["until", "now"], ["until", "recently"], ["until", "then"])


# -- in a clause -----------------------------------------------------------------------------------


def _clause(verb: Token, names: dict[int, Draft]) -> Iterator[PostClaim]:
    for person, nouns, construction, status in _predications(verb):
        holder = _antecedent(person)
        for noun in nouns:
            if noun.i in names or not (is_post(noun) or child(noun, "prep")):
                continue
            post = read_post(noun, names)
            if post is None or (noun.tag_ in ("NNS", "NNPS") and not _several(person)):
                continue
            yield PostClaim(
                person=holder.i,
                post=replace(post, status=_of_both(status, post.status)),
                construction=construction,
                negated=_denied(verb),
                hypothetical=_unreal(verb),
            )


def _of_both(clause: PostStatus | None, words: PostStatus) -> PostStatus:
    """Return the status that a clause gives a post whose words give one too.

    ``fired as acting attorney general`` ends the acting; ``named acting director`` is acting.
    """
    if clause is None or (words != PostStatus.CURRENT and clause != PostStatus.FORMER):
        return words
    return clause


def _nominal(noun: Token, names: dict[int, Draft]) -> Iterator[PostClaim]:
    """``the choice of Ann Lee as finance minister``: named to it, not yet said to hold it."""
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    person = child(of, "pobj") if of is not None else None
    if person is None:
        return
    for preposition in (*noun.children, *person.children, *noun.head.children):
        if preposition.lower_ != "as" or preposition.i < person.i:
            continue
        head = child(preposition, "pobj")
        post = read_post(head, names) if head is not None else None
        if post is not None:
            post = replace(post, status=PostStatus.DESIGNATE)
            yield PostClaim(person=person.i, post=post, construction="appointment")
            return


def _several(person: Token) -> bool:
    return bool(person.conjuncts)


_Predication = tuple["Token", list["Token"], str, PostStatus | None]


def _predications(verb: Token) -> Iterator[_Predication]:
    """Yield (holder, post nouns, construction, status) of one verb."""
    lemma = verb.lemma_.lower()
    if lemma in ("be", "become", "remain"):
        yield from _copula(verb, lemma)
    if lemma in APPOINTING:
        yield from _appointment(verb, lemma)
    if lemma in BECOMING | LEAVING | REMOVING | {"take", "step", "quit", "leave"}:
        yield from _serving(verb, lemma)


def _copula(verb: Token, lemma: str) -> Iterator[_Predication]:
    noun, holder = child(verb, "attr", "oprd"), understood_subject(verb)
    if noun is None or holder is None or noun.i < holder.i:
        return
    if noun.ent_type_ == "PERSON" and is_post(holder):
        # ``The company's chief executive is Satya Nadella``
        noun, holder = holder, noun
    yield (
        holder,
        coordinated(noun),
        "copula" if lemma == "be" else lemma,
        _status_of_copula(verb, lemma),
    )


def _status_of_copula(verb: Token, lemma: str) -> PostStatus | None:
    if any(c.lower_ in ("will", "'ll", "’ll", "shall") for c in verb.children):
        return PostStatus.DESIGNATE
    has = any(
        c.lower_ in ("has", "have", "'ve", "’s", "'s") and c.dep_ == "aux" for c in verb.children
    )
    if (
        lemma == "be"
        and not has
        and (verb.tag_ == "VBD" or (child(verb, "aux") is not None and _had(verb)))
    ):
        return PostStatus.FORMER
    return None


def _had(verb: Token) -> bool:
    return any(c.lower_ in ("had", "used") for c in verb.children)


def _appointment(verb: Token, lemma: str) -> Iterator[_Predication]:
    passive = child(verb, "nsubjpass") or (child(verb, "auxpass") and understood_subject(verb))
    holder = (
        passive
        or child(verb, "dobj")
        or (verb.head if verb.dep_ == "acl" and verb.tag_ == "VBN" else None)
    )
    status = PostStatus.NOMINEE if lemma in NOMINATING else None
    if any(c.lower_ in ("will", "'ll", "’ll") for c in verb.children):
        status = PostStatus.DESIGNATE
    for noun in _appointed_to(verb):
        if (holder or _fused(noun)) and noun.i > verb.i:
            if holder is None or noun.i == holder.i:
                holder = _fused(noun)
            if holder is None:
                continue
            yield _fused(noun) or holder, coordinated(noun), "appointment", status
    clause = child(verb, "ccomp")
    if clause is not None and is_post(clause) and (inner := child(clause, "nsubj")) is not None:
        yield inner, coordinated(clause), "appointment", status


def _fused(noun: Token) -> Token | None:
    """Return the name that the parser took for a modifier: ``named | Ann Lee chief executive``."""
    names = (c for c in noun.lefts if c.ent_type_ == "PERSON" and c.dep_ in ("nmod", "compound"))
    return next(names, None)


def _appointed_to(verb: Token) -> Iterator[Token]:
    for c in verb.children:
        if c.dep_ in ("oprd", "attr", "npadvmod", "dobj") and is_post(c) and c.i > verb.i:
            yield c
        elif (
            c.dep_ == "prep"
            and c.lower_ in ("as", "for", "to")
            and (noun := child(c, "pobj")) is not None
        ) or (
            c.dep_ == "xcomp"
            and c.lemma_ in ("be", "serve")
            and (noun := child(c, "attr")) is not None
        ):
            yield noun


def _serving(verb: Token, lemma: str) -> Iterator[_Predication]:
    """Serve as, take over as, step down as, resign as, dismiss somebody as."""
    noun = _as_object(verb)
    holder = child(verb, "dobj", "nsubjpass") if lemma in REMOVING else understood_subject(verb)
    if noun is None or holder is None:
        return
    particles = {c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod", "prep")}
    leaves = lemma in LEAVING | REMOVING | {"quit", "leave"} or (
        lemma == "step" and particles & {"down", "aside"}
    )
    served = lemma in ("serve", "act", "work") and verb.tag_ == "VBD" and not child(verb, "auxpass")
    if (
        lemma in ("take", "step", "return")
        and not leaves
        and not particles & {"over", "up", "in", "back"}
    ):
        return
    yield holder, coordinated(noun), f"{lemma} as", PostStatus.FORMER if leaves or served else None


def _as_object(verb: Token) -> Token | None:
    preps = [c for c in verb.children if c.dep_ in ("prep", "prt")]
    preps += [g for c in preps for g in c.children if g.dep_ == "prep"]
    return next(
        (noun for p in preps if p.lower_ == "as" and (noun := child(p, "pobj")) is not None), None
    )


def _antecedent(person: Token) -> Token:
    """Return the noun that a relative pronoun stands for, else the token itself."""
    if person.tag_ in ("WP", "WDT"):
        clause = clause_head(person)
        if clause.dep_ == "relcl":
            return clause.head
    return person


def _denied(verb: Token) -> bool:
    return negated(verb) or (verb.dep_ == "xcomp" and negated(verb.head))


def _is_wish(lemma: str) -> bool:
    """``was recommended to take over as chief``: not yet; ``was named to serve as chief``: named."""
    wanted = of_infinitive(lemma) is Embedding.DESIRE and lemma not in APPOINTING
    return wanted or lemma in _WISHES


def _unreal(verb: Token) -> bool:
    """Tell whether a clause says what might be, is wanted or is asked."""
    above: Token = verb
    for _ in range(4):
        words = {c.lower_ for c in above.children if c.dep_ in ("aux", "mark")}
        if words & (_MODALS_HYPOTHETICAL | _CONDITION_MARKS):
            return True
        if above.dep_ not in ("xcomp", "conj", "pcomp"):
            return False
        if above.dep_ == "xcomp" and _is_wish(above.head.lemma_):
            return True
        above = above.head
    return False
