"""What a post is called and what it is a post of, read off its noun phrase.

    'the former Indonesian deputy minister of defence'
        →  label 'deputy minister of defence', of Indonesia, former

The label is lower case and leaves out determiners, possessors, the organisation, comments on the
holder (``main``, ``embattled``) and the status, which is returned apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.annotate.syntax import child
from kg.annotate.titles import is_occupation, is_post
from kg.lexicon.demonyms import place_of
from kg.lexicon.titles import (
    AFTER_FIRST,
    BRANCHES,
    NAMING_ADJECTIVES,
    OF_HOLDERS,
    SEATED,
    STATUS_AFTER,
    STATUS_BEFORE,
    STYLES,
    canonical_post,
    singular_post,
)
from kg.lexicon.typed_relations import PARTIES
from kg.model import PostStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from kg.annotate.drafts import Draft

_PREPOSITIONS = frozenset({"of", "for", "at", "to", "in", "with", "on"})
_SECOND_HALVES = frozenset({"general", "elect", "designate"})
# With these the preposition leads to a time, a reason or a topic more often than to an
# organisation.
_OF_ONLY = frozenset({"to", "in", "with", "on", "from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post in the text: tokens ``[start, end)``, its label, and the head token of what it is of.

    ``head`` is the token of the noun that heads it, as the parser sees it.
    """

    head: int
    start: int
    end: int
    label: str
    status: PostStatus
    of: int | None


def read_title(doc: Doc, start: int, end: int, names: dict[int, Draft]) -> Post | None:
    """Return the post that a title before a name states, or None for mere occupations."""
    if is_occupation(doc[end - 1]) and not is_post(doc[end - 1]):
        return None
    poss = next((t for t in doc[start:end] if t.dep_ == "poss"), None)
    before = doc[start - 1] if start else None
    if poss is None and before is not None and before.tag_ == "POS":
        poss = before.head
    elif poss is None and before is not None and before.tag_ == "PRP$":
        poss = before
    return _post(list(doc[start:end]), names, poss)


def read_post(noun: Token, names: dict[int, Draft]) -> Post | None:
    """Return the post that a noun phrase names, or None if it names none.

    An occupation is a post only with its place (``an economist at Acme``).
    """
    head = noun.i
    noun, status = _under_status(noun)
    if not (is_post(noun) or is_occupation(noun)):
        return None
    inside = [
        t for t in noun.lefts if t.dep_ not in ("det", "punct", "prep", "cc", "preconj", "predet")
    ]
    tokens = sorted(
        {t for c in inside if c.dep_ != "poss" for t in c.subtree} | {noun}, key=lambda t: t.i
    )
    post = _post(_hyphenated(noun, tokens), names, child(noun, "poss"), status)
    if post is None:
        return None
    post = _with_complement(noun, replace(post, head=head), names)
    if not is_post(noun) and post.of is None:
        return None
    return post


def _hyphenated(noun: Token, tokens: list[Token]) -> list[Token]:
    """Return the tokens with what is hyphenated to them: ``vice-``, ``-general``, ``-elect``."""
    doc = noun.doc
    if (
        noun.i + 2 < len(doc)
        and doc[noun.i + 1].text == "-"
        and doc[noun.i + 2].lower_ in _SECOND_HALVES
    ):
        tokens = [*tokens, doc[noun.i + 1], doc[noun.i + 2]]
    while (
        tokens[0].i > 1
        and doc[tokens[0].i - 1].text == "-"
        and not doc[tokens[0].i - 1].whitespace_
    ):
        tokens = [doc[tokens[0].i - 2], doc[tokens[0].i - 1], *tokens]
    return tokens


def _under_status(noun: Token) -> tuple[Token, PostStatus | None]:
    """Return the post under ``nominee for attorney general`` and its status."""
    if STATUS_AFTER.get(noun.lower_) == "nominee":
        prep = child(noun, "prep")
        below = child(prep, "pobj") if prep is not None and prep.lower_ == "for" else None
        if below is not None and is_post(below):
            return below, PostStatus.NOMINEE
    return noun, None


def _post(
    tokens: list[Token],
    names: dict[int, Draft],
    poss: Token | None,
    status: PostStatus | None = None,
) -> Post | None:
    """Return the post in the tokens of a noun phrase up to its head."""
    of = _head_of(poss, names) if poss is not None else None
    kept: list[Token] = []
    for token in tokens:
        state = _status(token, tokens)
        if (named := names.get(token.i)) is not None and named.type == "Person":
            continue
        if token.lower_ in OF_HOLDERS | STYLES and token.i < tokens[-1].i:
            continue
        if state is not None:
            status = status or state
        elif (draft := _organization(token, names)) is not None:
            if not (is_seated(tokens[-1]) and is_party(token)):
                of = draft.head if of is None or not kept else of
        elif token.tag_ not in ("JJ", "JJR", "JJS", "VBN", "RB", "CD", "RBS", "POS") or _names_post(
            token
        ):
            kept.append(token)
    kept = _without_edges(kept)
    last = kept[-1] if kept else None
    if last is None or not (is_post(last) or is_occupation(last) or last.lower_ in _SECOND_HALVES):
        return None
    return Post(
        head=kept[-1].i,
        start=kept[0].i,
        end=kept[-1].i + 1,
        label=_label(kept),
        status=status or PostStatus.CURRENT,
        of=of,
    )


def _status(token: Token, tokens: list[Token]) -> PostStatus | None:
    """Return the status that a word before or after the post's name gives."""
    low = token.lower_.rstrip("-")
    if low in STATUS_BEFORE and token.i < tokens[-1].i:
        return PostStatus(STATUS_BEFORE[low])
    if low in STATUS_AFTER and token.i > tokens[0].i:
        return PostStatus(STATUS_AFTER[low])
    return None


def _organization(token: Token, names: dict[int, Draft]) -> Draft | None:
    draft = names.get(token.i)
    if draft is None or draft.type == "Person":
        return None
    return draft


def _names_post(token: Token) -> bool:
    after = token.doc[token.i + 1].lower_
    if token.lower_ == "first" and after not in AFTER_FIRST:
        return False
    if token.lower_ == "senior":
        return after == "vice"  # elsewhere a rank of the holder: "senior officials"
    return token.lower_ in NAMING_ADJECTIVES and place_of(token.text) is None


def _without_edges(kept: list[Token]) -> list[Token]:
    """Return the tokens without hyphens and marks at either end."""
    while kept and (kept[0].is_punct or kept[0].lower_ in ("and", "the", "a", "an")):
        kept = kept[1:]
    while kept and kept[-1].is_punct:
        kept = kept[:-1]
    return kept


def _label(tokens: Iterable[Token]) -> str:
    words = list(tokens)
    text = "".join(t.text + (" " if t.whitespace_ or t is words[-1] else "") for t in words)
    head = singular_post(words[-1].text) or words[-1].lower_
    if is_occupation(words[-1]):
        head = words[-1].lemma_.lower()
    if head.rstrip(".") != words[-1].lower_.rstrip("."):
        text = text.strip().removesuffix(words[-1].text) + head
    return canonical_post(" ".join(text.split()).replace(" - ", "-"))


# -- what follows the noun -------------------------------------------------------------------------


def _with_complement(noun: Token, post: Post, names: dict[int, Draft]) -> Post:
    """Return the post with what follows: ``of state`` joins the label, ``of Acme`` does not."""
    label, end, of = post.label, post.end, post.of
    after = [noun, *(t for t in noun.doc[noun.i + 1 : post.end] if t.lower_ in _SECOND_HALVES)]
    for prep in [p for token in after for p in _complements(token)]:
        thing = child(prep, "pobj")
        if thing is None:
            continue
        if _branch(thing, names):
            last = max([thing.i, *(c.i for c in thing.conjuncts)])
            label = f"{label} {noun.doc[prep.i : last + 1].text.lower()}"
            end = last + 1
            inner = child(thing, "prep")
            thing = child(inner, "pobj") if inner is not None and inner.lower_ == "of" else None
        elif prep.lower_ in _OF_ONLY and _head_of(thing, names) is None:
            continue
        if of is None and thing is not None and not (is_seated(noun) and is_party(thing)):
            of = _state_named(thing, names) or _head_of(thing, names, nominal=True)
    return replace(post, end=end, label=label, of=of)


def _complements(noun: Token) -> list[Token]:
    """Return the prepositions after a noun or its conjuncts (``founder and head of X``)."""
    fitting = _PREPOSITIONS | {"from"} if is_seated(noun) else _PREPOSITIONS
    own = [c for c in noun.rights if c.dep_ == "prep" and c.lower_ in fitting]
    if own:
        return own
    later = [
        c
        for n in noun.conjuncts
        for c in n.rights
        if c.dep_ == "prep" and c.lower_ in ("of", "at", "for")
    ]
    return later[:1]


def _branch(thing: Token, names: dict[int, Draft]) -> bool:
    if thing.lower_ not in BRANCHES or child(thing, "poss") or _state_named(thing, names):
        return False
    det = child(thing, "det")
    return (det is None or thing.lower_ in ("interior", "treasury", "environment")) and (
        thing.i not in names or thing.lower_ == "state"
    )


def _state_named(thing: Token, names: dict[int, Draft]) -> int | None:
    """Return the name in ``Washington state``, which is a place and no branch of government."""
    before = names.get(thing.i - 1) if thing.lower_ == "state" else None
    return before.head if before is not None and before.type == "Place" else None


def is_seated(noun: Token) -> bool:
    """Tell whether a noun is of those who sit in a chamber for a place."""
    return singular_post(noun.text) in SEATED


def is_party(token: Token) -> bool:
    """Tell whether a word names a party: whoever sits for a place belongs to it besides."""
    return token.lower_ in PARTIES


def _head_of(token: Token, names: dict[int, Draft], *, nominal: bool = False) -> int | None:
    """Return the head of the name that a token is in; with ``nominal`` any noun will do."""
    draft = names.get(token.i)
    if draft is not None:
        return draft.head
    if token.tag_ in ("PRP$", "PRP") or nominal or token.dep_ == "poss":
        return int(token.i)
    return None
