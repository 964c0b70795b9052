"""Whom a description means: the holder of a post, the only such organisation, one just named.

    'Attorney General Jeff Sessions … his attorney general'  →  Jeff Sessions
    'a fisherman … the fisherman'                             →  one person without a name

A description joins a named chain only when exactly one fits. Otherwise it stays a local thing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.postnames import Post, read_post
from kg.annotate.syntax import child
from kg.annotate.titles import is_post
from kg.lexicon.organizations import NOMINAL_HEADS
from kg.model import MentionKind, PostStatus

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from kg.annotate.drafts import Chain, Chains, Draft
    from kg.annotate.layout import Layout
    from kg.annotate.posts import PostClaim

_Link = tuple[int, str] | None

_BEARS_TITLE_OF_ANOTHER = frozenset({"vice", "deputy", "assistant", "associate", "under", "shadow"})
_RESTRICTING = frozenset({"amod", "compound", "nmod", "prep", "relcl", "acl", "poss", "nummod"})
_MODIFIERS = ("amod", "compound", "nummod", "nmod")
_RECENT = 2  # sentences back within which ``the company`` can mean the only company named
_APPOSITION_GAP = (
    12  # tokens between a name and its description: ``, 62, the former chief of staff``
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A person of this article and a post of theirs, by chain."""

    chain: int
    label: str
    of: int | None
    status: PostStatus


class DescriptionLinker:
    """Links the descriptions of one document, in order of position."""

    def __init__(
        self,
        doc: Doc,
        chains: Chains,
        layout: Layout,
        names: dict[int, Draft],
        claims: list[PostClaim],
    ) -> None:
        self._doc = doc
        self._chains = chains
        self._layout = layout
        self._names = names
        self._holders = _holders(claims, chains)
        self._apposed = {c.post.head: c.person for c in claims if c.construction == "apposition"}
        self._earlier: dict[str, list[Draft]] = defaultdict(list)

    def link(self, drafts: list[Draft]) -> None:
        """Put each description into the chain it surely belongs to, else into one of its own."""
        for draft in drafts:
            link = (
                self._stated(draft)
                or self._apposition(draft)
                or self._role(draft)
                or self._repeated(draft)
                or self._named_thing(draft)
            )
            if link is not None:
                self._chains.join(draft, *link)
            elif draft.type != "Facility":
                self._chains.open(draft, "described")
                self._earlier[self._doc[draft.head].lemma_.lower()].append(draft)

    def _stated(self, draft: Draft) -> _Link:
        """Return the person whose post a description in apposition is."""
        person = self._apposed.get(draft.head)
        chain = self._chains.chain_at(person) if person is not None else None
        return None if chain is None or draft.plural else (chain, "apposition: their post")

    def _apposition(self, draft: Draft) -> _Link:
        """Return the name that a description stands beside: ``Acme, a maker of pumps``."""
        head = self._doc[draft.head]
        others = [head.head] if head.dep_ == "appos" else []
        others += [c for c in head.children if c.dep_ == "appos"]
        for other in others:
            named = self._names.get(other.i)
            if (
                named is None
                or named.type != draft.type
                or draft.plural
                or not self._beside(named, draft)
            ):
                continue
            chain = self._chains.chain_at(named.head)
            if chain is not None:
                return chain, f"apposition to {named.name}"
        return None

    def _beside(self, named: Draft, draft: Draft) -> bool:
        """Tell whether only a comma, an age or a complement stands between name and description."""
        first, second = sorted((named, draft), key=lambda d: d.start)
        gap = self._doc[first.end : second.start]
        head = self._doc[first.head]
        return len(gap) <= _APPOSITION_GAP and all(
            t.text in (",", "-", "—", "–") or t.like_num or _complements(head, t) for t in gap
        )

    def _role(self, draft: Draft) -> _Link:
        """Return the only holder of the post that a definite description names."""
        head = self._doc[draft.head]
        if draft.type != "Person" or not draft.definite or not is_post(head):
            return None
        post = read_post(head, self._names)
        if post is None:
            return None
        of = self._chains.chain_at(post.of) if post.of is not None else None
        people = _fitting(post, of, self._holders)
        poss = child(head, "poss")
        if len(people) != 1 or (poss is not None and self._chains.chain_at(poss.i) == people[0]):
            return None
        return people[0], f"the only {post.label} in the article"

    def _repeated(self, draft: Draft) -> _Link:
        """Return the only earlier description with the same noun, for a definite one."""
        head = self._doc[draft.head]
        if not draft.definite or child(head, "poss") is not None:
            return None
        # ``those people`` are people just named; a bare plural far away is of other people
        bare = draft.plural and not any(c.dep_ in _MODIFIERS for c in head.children)
        reach = _RECENT if bare else len(self._doc)
        here = self._layout.sentence[draft.head]
        found = {
            m.chain: None
            for m in self._earlier[head.lemma_.lower()]
            if m.plural == draft.plural
            and here - self._layout.sentence[m.head] <= reach
            and _modifiers_agree(self._doc[m.head], head)
        }
        if len(found) > 1:
            found = self._latest(draft, found)
        return (next(iter(found)), f"the {head.text} mentioned before") if len(found) == 1 else None

    def _latest(self, draft: Draft, found: dict[int, None]) -> dict[int, None]:
        """Return the last mentioned of some chains, if it was mentioned just before."""
        here = self._layout.sentence[draft.head]
        recent = [
            m
            for m in self._chains.in_sentences(here - 1, here)
            if m.chain in found and m.head < draft.head
        ]
        return {max(recent, key=lambda m: m.head).chain: None} if recent else {}

    def _named_thing(self, draft: Draft) -> _Link:
        """Return the only thing that ``the ministry`` or ``the bridge`` can mean."""
        head = self._doc[draft.head]
        if draft.type not in ("Organization", "Facility") or not draft.definite or draft.plural:
            return None
        if any(c.dep_ in _RESTRICTING for c in head.children):
            return None
        low = head.lemma_.lower()
        words = (low,) if draft.type == "Facility" else NOMINAL_HEADS.get(low)
        if words is None:
            return None
        return self._saying(draft, words) if words else self._recent(draft)

    def _saying(self, draft: Draft, words: tuple[str, ...]) -> _Link:
        found = [
            n
            for n, c in self._chains.items()
            if c.type == draft.type and c.mentions[0].start < draft.start and _says_one_of(c, words)
        ]
        noun = self._doc[draft.head].text
        return (
            (found[0], f"the only {noun} named in the article so far") if len(found) == 1 else None
        )

    def _recent(self, draft: Draft) -> _Link:
        here = self._layout.sentence[draft.head]
        found = {
            m.chain: None
            for m in self._chains.in_sentences(here - _RECENT, here)
            if m.head < draft.head and self._is_organization(m.chain)
        }
        noun = self._doc[draft.head].text
        return (
            (next(iter(found)), f"the only organisation just before “the {noun}”")
            if len(found) == 1
            else None
        )

    def _is_organization(self, number: int) -> bool:
        chain = self._chains[number]
        return chain.type == "Organization" and chain.named


def _holders(claims: list[PostClaim], chains: Chains) -> list[Holder]:
    """Return who holds what in this article, as far as the text states it."""
    found = []
    for claim in claims:
        chain = chains.chain_at(claim.person)
        if chain is not None and not claim.negated and not claim.hypothetical:
            of = chains.chain_at(claim.post.of) if claim.post.of is not None else None
            found.append(Holder(chain, claim.post.label, of, claim.post.status))
    return found


def _fitting(post: Post, of: int | None, holders: list[Holder]) -> list[int]:
    """Return the people who can be meant by a post, exact labels and stated status first."""
    found = [
        h for h in holders if _same_post(post, h) and (of is None or h.of is None or of == h.of)
    ]
    found = [h for h in found if h.label == post.label] or found
    if post.status == PostStatus.CURRENT:
        found = [h for h in found if h.status in (PostStatus.CURRENT, PostStatus.ACTING)]
    elif post.status == PostStatus.FORMER:
        found = [h for h in found if h.status == PostStatus.FORMER] or found
    return sorted({h.chain for h in found})


def _same_post(post: Post, holder: Holder) -> bool:
    if post.label == holder.label:
        return True
    words = holder.label.split()
    # ``the secretary`` for the press secretary, but ``the president`` is not the vice president
    short = (words[-1], words[0] if " of " in holder.label else "")
    return post.label in short and not set(words) & _BEARS_TITLE_OF_ANOTHER


def _complements(head: Token, token: Token) -> bool:
    return head.is_ancestor(token) and token.dep_ != "appos" and token.text not in "()"


def _modifiers_agree(earlier: Token, later: Token) -> bool:
    """Tell whether a later description says nothing that the earlier did not."""
    before = {c.lemma_.lower() for c in earlier.children if c.dep_ in _MODIFIERS}
    after = {c.lemma_.lower() for c in later.children if c.dep_ in _MODIFIERS}
    if child(earlier, "poss") is not None or not after <= before:
        return False
    return child(later, "prep") is None or child(earlier, "prep", "relcl", "acl") is not None


def _says_one_of(chain: Chain, words: tuple[str, ...]) -> bool:
    names = [m.name for m in chain.mentions if m.kind == MentionKind.NAME]
    return any(w.lower().rstrip(".") in words for name in names for w in name.split())
