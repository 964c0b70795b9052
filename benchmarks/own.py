"""Our mentions in the words of a GUM document, and which gold mention each of them is.

    own = own_mentions(document, gum)
    pairs = paired(own, gum.ontogum)              # number of our mention → number of the gold one

Two mentions are the same when they have the same span or the same head word or, failing that, the
head of each is in the other: ours are the referring words alone (``Jeff Sessions``), gold ones are
whole phrases (``Attorney General Jeff Sessions, who …``). Of several, that with the nearest edges
is taken. A name and its apposition are two mentions of ours but one of the gold (`units`).
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gum import GoldMention, GumDocument
from measures import annotator

from kg.document import Document, TokenMention

if TYPE_CHECKING:
    from spacy.tokens import Token

# What hangs by a phrase's head but is another phrase: appositions, the rest of a list, asides.
_OTHER = frozenset({"appos", "conj", "cc", "preconj", "parataxis"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMention:
    """Words ``[start, end)`` with their head word, and the word that this hangs by.

    ``phrase`` is the whole noun phrase around them.
    """

    start: int
    end: int
    head: int
    governor: int
    phrase: tuple[int, int]
    chain: int
    kind: str
    type: str
    reason: str


def annotated(gum: GumDocument) -> Document:
    """Return the document as our annotation has it."""
    return annotator().annotate(gum.article())


def own_mentions(document: Document, gum: GumDocument) -> list[OwnMention]:
    """Return our mentions in order, by word numbers of the gold document."""
    starts = [word.start for word in gum.words]
    return [_own(document, mention, starts) for mention in document.mentions]


def _own(document: Document, mention: TokenMention, starts: list[int]) -> OwnMention:
    doc = document.doc

    def word(token: int) -> int:
        return bisect_right(starts, doc[token].idx) - 1

    def words(first: int, last: int) -> tuple[int, int]:
        end = doc[last].idx + len(doc[last]) - 1
        return word(first), bisect_right(starts, end)

    start, end = words(mention.start, mention.end - 1)
    first, last = _phrase(doc[mention.head])
    return OwnMention(
        start=start,
        end=end,
        head=word(mention.head),
        governor=word(doc[mention.head].head.i),
        phrase=(min(words(first, last)[0], start), max(words(first, last)[1], end)),
        chain=mention.chain,
        kind=str(mention.kind),
        type=mention.type,
        reason=mention.reason,
    )


def _phrase(head: "Token") -> tuple[int, int]:
    """Return the first and last token of a head's phrase, without appositions and conjuncts."""
    inside = {head.i}
    for child in head.children:
        if child.dep_ not in _OTHER and not child.is_punct:
            inside.update(t.i for t in child.subtree)
    first = last = head.i
    doc = head.doc
    while first - 1 in inside or (first - 2 in inside and doc[first - 1].is_punct):
        first -= 1
    while last + 1 in inside or (last + 2 in inside and doc[last + 1].is_punct):
        last += 1
    return first, last


def paired(own: Sequence[OwnMention], gold: Sequence[GoldMention]) -> dict[int, int]:
    """Return the gold mention of each of ours that has one; no gold mention is taken twice."""
    candidates = sorted(
        (rank, _distance(mine, theirs), i, j)
        for i, mine in enumerate(own)
        for j, theirs in enumerate(gold)
        if (rank := _likeness(mine, theirs)) is not None
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _likeness(mine: OwnMention, theirs: GoldMention) -> int | None:
    """Return how alike two mentions are, 0 being most, or None if they are different ones."""
    if mine.head == theirs.head or (mine.start, mine.end) == (theirs.start, theirs.end):
        return 0
    # "Art Center / Pace Galleries": the parsers differ on the head, but each is in the other
    both = mine.start <= theirs.head < mine.end and theirs.start <= mine.head < theirs.end
    return 1 if both else None


def _distance(mine: OwnMention, theirs: GoldMention) -> int:
    plain = abs(mine.start - theirs.start) + abs(mine.end - theirs.end)
    phrase = abs(mine.phrase[0] - theirs.start) + abs(mine.phrase[1] - theirs.end)
    return min(plain, phrase)


def units(own: Sequence[OwnMention]) -> list[tuple[int, ...]]:
    """Return our mentions by number, each with those of its chain that it is in apposition to.

    Two mentions of one chain of which one hangs by the other are an apposition or a title.
    """
    at = {(mention.chain, mention.head): i for i, mention in enumerate(own)}
    found: dict[int, list[int]] = {}
    for i in range(len(own)):
        top, seen = i, {i}
        while (up := at.get((own[top].chain, own[top].governor), top)) not in seen:
            top = up
            seen.add(top)
        found.setdefault(top, []).append(i)
    return [tuple(unit) for unit in found.values()]
