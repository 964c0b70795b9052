"""Which descriptions refer, and to whom: ``the attorney general``, ``the company``, ``two people``.

    'Attorney General Jeff Sessions … his attorney general'  →  Jeff Sessions
    'a fisherman … the fisherman'                             →  one person without a name

A description joins a named chain only when exactly one fits: who holds the post in this article, the
only organisation with that word in its name. Otherwise it stays a local thing of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.drafts import Chains, Draft
from kg.annotate.postnames import Post, read_post
from kg.annotate.syntax import child
from kg.annotate.titles import is_occupation, is_post
from kg.lexicon.organizations import COLLECTIVES, NOMINAL_HEADS
from kg.lexicon.people import MALE_NOUNS, PERSON_NOUNS, RELATION_NOUNS, gender_of_noun, person_noun
from kg.model import MentionKind, PostStatus

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from kg.annotate.posts import PostClaim

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
# What a noun may be in its clause and still refer. Predicates say what something is instead.
_PREDICATE = frozenset(
    {"attr", "oprd", "compound", "amod", "nmod", "npadvmod", "advmod", "dep", "ROOT"}
)
# Nouns that are people only with an organisation or a person behind them (``his head``, ``the chair``).
_NEEDS_COMPLEMENT = frozenset({"head", "chair", "chief", "counsel", "general", "lead", "major", "host", "judge",
                               "cardinal", "partner", "patient", "fan", "minor", "captive", "guide", "coach",
                               "native", "official", "individual", "speaker", "driver", "agent", "cabinet"}) - {
                                   "general", "chief", "partner", "official", "individual", "judge", "speaker",
                                   "captive", "patient", "cabinet", "coach", "agent", "driver"}  # fmt: skip
_BEARS_TITLE_OF_ANOTHER = frozenset({"vice", "deputy", "assistant", "associate", "under", "shadow"})
_RECENT = 3  # sentences within which ``the company`` can mean the only company named


@dataclass(frozen=True, slots=True)
class Holder:
    """A person of this article and a post of theirs, by chain."""

    chain: int
    label: str
    of: int | None
    status: PostStatus


def find_nominals(
    doc: Doc, names: dict[int, Draft], skip: frozenset[int], claims: list[PostClaim]
) -> list[Draft]:
    """Return the descriptions of people and organisations, in order, in no chain yet.

    A post that a clause gives somebody is a predicate and refers to nobody.
    """
    skip |= {
        c.post.head for c in claims if c.construction != "apposition" and c.post.head > c.person
    }
    return [
        _draft(t, names) for t in doc if t.i not in skip and t.i not in names and _refers(t, names)
    ]


def _refers(token: Token, names: dict[int, Draft]) -> bool:
    first = next((t for t in token.conjuncts if t.i < token.i), token)
    if token.tag_ not in ("NN", "NNS", "NNP", "NNPS") or {token.dep_, first.dep_} & _PREDICATE:
        return False
    if token.tag_ in ("NNP", "NNPS") and (
        child(token, "det", "poss") is None or not is_post(token)
    ):
        return False
    if token.lower_ in _NEEDS_COMPLEMENT and read_post(token, names) is not None:
        return child(token, "prep") is not None or token.tag_ == "NNP"
    return _is_person(token) or token.lemma_.lower() in COLLECTIVES


def _is_person(token: Token) -> bool:
    noun = person_noun(token.text) if token.tag_.endswith("S") else token.lower_
    low = {noun, token.lemma_.lower()}
    return (
        is_post(token)
        or is_occupation(token)
        or bool(low & (PERSON_NOUNS | RELATION_NOUNS | MALE_NOUNS))
    )


def _draft(head: Token, names: dict[int, Draft]) -> Draft:
    lefts = [
        c
        for c in head.lefts
        if c.dep_ not in ("cc", "punct", "preconj", "prep", "advmod", "mark", "conj")
    ]
    start = min((c.left_edge.i for c in lefts), default=head.i)
    plural = head.tag_ in ("NNS", "NNPS")
    person = _is_person(head)
    type_ = "Person" if person and not plural else "Phrase" if person else "Organization"
    det = child(head, "det")
    definite = child(head, "poss") is not None or (det is not None and det.lower_ in _DEFINITE)
    gender = gender_of_noun(person_noun(head.text)) if person and not plural else None
    return Draft(
        start, head.i + 1, head.i, MentionKind.NOMINAL, type_, phrase(head, start),
        gender=gender, plural=plural, definite=definite,
    )  # fmt: skip


def phrase(head: Token, start: int) -> str:
    """Return the words of a description without its determiner, up to a comma or the clause's end."""
    doc = head.doc
    first = doc[start]
    if first.dep_ == "det" and first.i < head.i:
        start += 1
    poss = child(head, "poss")
    if poss is not None and poss.tag_ == "PRP$":
        start = max(start, poss.i + 1)
    end = head.i + 1
    limit = min(head.right_edge.i + 1, head.i + 16)
    for token in doc[head.i + 1 : limit]:
        if token.tag_ == "POS" and token.head.i == head.i:
            break
        if token.text in (",", ";", ":", "—", "–", "“", "”", '"', "(", ")") or token.is_space:
            break
        if token.dep_ in ("cc", "conj", "appos") and token.head.i == head.i:
            break
        end = token.i + 1
    return " ".join(doc[start:end].text.split())


# -- linking ---------------------------------------------------------------------------------------


def holders(claims: list[PostClaim], chains: Chains) -> list[Holder]:
    """Return who holds what in this article, as far as the text states it."""
    found = []
    for claim in claims:
        chain = chains.chain_at(claim.person)
        if chain is not None and not claim.negated and not claim.hypothetical:
            of = chains.chain_at(claim.post.of) if claim.post.of is not None else None
            found.append(Holder(chain, claim.post.label, of, claim.post.status))
    return found


def link_nominals(
    doc: Doc, chains: Chains, drafts: list[Draft], names: dict[int, Draft], claims: list[PostClaim]
) -> None:
    """Put each description into the chain it surely belongs to, else into one of its own."""
    known = holders(claims, chains)
    apposed = {c.post.head: c.person for c in claims if c.construction == "apposition"}
    for draft in drafts:
        link = (
            _stated(chains, draft, apposed)
            or _apposition(doc, chains, draft, names)
            or _role(doc, chains, draft, names, known)
            or _repeated(doc, chains, draft)
            or _organization(doc, chains, draft)
        )
        if link is None:
            chains.open(draft, "described")
        else:
            chains.join(draft, *link)


_Link = tuple[int, str] | None


def _stated(chains: Chains, draft: Draft, apposed: dict[int, int]) -> _Link:
    """Return the person whose post a description in apposition is."""
    chain = chains.chain_at(apposed[draft.head]) if draft.head in apposed else None
    return None if chain is None or draft.plural else (chain, "apposition: their post")


def _apposition(doc: Doc, chains: Chains, draft: Draft, names: dict[int, Draft]) -> _Link:
    head = doc[draft.head]
    others = [head.head] if head.dep_ == "appos" else []
    others += [c for c in head.children if c.dep_ == "appos"]
    for other in others:
        named = names.get(other.i)
        if (
            named is not None
            and named.type == draft.type
            and not draft.plural
            and _beside(doc, named, draft)
        ):
            chain = chains.chain_at(named.head)
            if chain is not None:
                return chain, f"apposition: {named.name}, {doc[draft.start : draft.end].text}"
    return None


def _beside(doc: Doc, named: Draft, draft: Draft) -> bool:
    """Tell whether nothing but a comma, an age or a complement stands between name and description."""
    first, second = sorted((named, draft), key=lambda d: d.start)
    gap = doc[first.end : second.start]
    head = doc[first.head]
    return (
        len(gap) <= 12
        and all(
            t.text in (",", "-", "—", "–")
            or t.like_num
            or (head.is_ancestor(t) and t.dep_ != "appos")
            for t in gap
        )
        and not any(t.text in "()" for t in gap)
    )


def _role(
    doc: Doc, chains: Chains, draft: Draft, names: dict[int, Draft], known: list[Holder]
) -> _Link:
    """Return the only holder of the post that a definite description names."""
    if draft.type != "Person" or not draft.definite or not is_post(doc[draft.head]):
        return None
    post = read_post(doc[draft.head], names)
    if post is None:
        return None
    of = chains.chain_at(post.of) if post.of is not None else None
    fitting = [
        h for h in known if _same_post(post, h) and (of is None or h.of is None or of == h.of)
    ]
    exact = [h for h in fitting if h.label == post.label] or fitting
    if post.status == PostStatus.CURRENT:
        exact = [h for h in exact if h.status in (PostStatus.CURRENT, PostStatus.ACTING)]
    elif post.status == PostStatus.FORMER:
        exact = [h for h in exact if h.status == PostStatus.FORMER] or exact
    people = sorted({h.chain for h in exact})
    if len(people) != 1 or _is_possessor(chains, doc, draft, people[0]):
        return None
    return people[0], f"the only {post.label} in the article"


def _same_post(post: Post, holder: Holder) -> bool:
    if post.label == holder.label:
        return True
    words = holder.label.split()
    # ``the secretary`` for the press secretary, but ``the president`` is not the vice president
    return post.label in (words[-1], words[0] if " of " in holder.label else "") and not (
        set(words) & _BEARS_TITLE_OF_ANOTHER
    )


def _is_possessor(chains: Chains, doc: Doc, draft: Draft, chain: int) -> bool:
    poss = child(doc[draft.head], "poss")
    return poss is not None and chains.chain_at(poss.i) == chain


def _repeated(doc: Doc, chains: Chains, draft: Draft) -> _Link:
    """Return the only earlier description with the same noun, for a definite one."""
    if not draft.definite or child(doc[draft.head], "poss") is not None:
        return None
    lemma = doc[draft.head].lemma_.lower()
    found: dict[int, None] = {}
    for number, chain in chains.items():
        for mention in chain.mentions:
            if mention.kind == MentionKind.NOMINAL and doc[mention.head].lemma_.lower() == lemma:
                if mention.plural == draft.plural and _modifiers_agree(
                    doc[mention.head], doc[draft.head]
                ):
                    found[number] = None
    if len(found) == 1:
        return next(iter(found)), f"the {doc[draft.head].text} mentioned before"
    return None


def _modifiers_agree(earlier: Token, later: Token) -> bool:
    """Tell whether a later description says nothing that the earlier did not."""
    kinds = ("amod", "compound", "nummod", "nmod")
    before = {c.lemma_.lower() for c in earlier.children if c.dep_ in kinds}
    after = {c.lemma_.lower() for c in later.children if c.dep_ in kinds}
    if child(earlier, "poss") is not None:
        return False
    return after <= before and not (
        child(later, "prep") and not child(earlier, "prep", "relcl", "acl")
    )


def _organization(doc: Doc, chains: Chains, draft: Draft) -> _Link:
    """Return the only organisation that ``the ministry`` or ``the company`` can mean."""
    head = doc[draft.head]
    det = child(head, "det")
    if draft.type != "Organization" or det is None or det.lower_ not in _DEFINITE or draft.plural:
        return None
    if any(
        c.dep_ in ("amod", "compound", "nmod", "prep", "relcl", "acl", "poss")
        for c in head.children
    ):
        return None
    words = NOMINAL_HEADS.get(head.lemma_.lower())
    if words is None:
        return None
    named = [
        (n, c)
        for n, c in chains.items()
        if c.type == "Organization" and c.named and _earlier(c, draft)
    ]
    repeated = [n for n, c in named if _says_one_of(c, words)]
    if words and len(repeated) == 1:
        return repeated[0], f"the only {head.text} named in the article"
    if words:
        return None
    recent = [n for n, c in named if any(_near(doc, m, head) for m in c.mentions)]
    return (
        (recent[0], f"the only organisation named near “the {head.text}”")
        if len(recent) == 1
        else None
    )


def _earlier(chain: object, draft: Draft) -> bool:
    return any(m.start < draft.start for m in chain.mentions)  # type: ignore[attr-defined]


def _says_one_of(chain: object, words: tuple[str, ...]) -> bool:
    names = [m.name for m in chain.mentions if m.kind == MentionKind.NAME]  # type: ignore[attr-defined]
    return any(w.lower().rstrip(".") in words for name in names for w in name.split())


def _near(doc: Doc, mention: Draft, head: Token) -> bool:
    sentences = sum(1 for t in doc[mention.head + 1 : head.i + 1] if t.is_sent_start)
    return mention.head < head.i and sentences < _RECENT
