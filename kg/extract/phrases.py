"""Phrases: which words of a noun phrase make the name of what it refers to.

    "the freedom to do his job that he had asked for" → "freedom to do his job"

The name leaves out determiners in front, relative clauses, appositions, parentheses and anything in
dashes: what tells more about the thing, but does not name it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.once import children, once

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Doc, Token

# What hangs on a noun without naming it.
_ADDITIONS = frozenset(
    {
        "relcl",
        "appos",
        "cc",
        "conj",
        "parataxis",
        "advcl",
        "preconj",
        "intj",
        "dep",
        "mark",
        "ccomp",
    }
)
# Prepositions that compare or give examples: "sites such as these", "galleries, like many others".
_ASIDES = frozenset({"like", "unlike", "including", "as", "despite", "except", "besides"})
_EXAMPLES = frozenset({"including", "excluding", "despite", "except", "besides"})
# Prepositional phrases that parsers hang on an object as gladly as on its verb. They are read as
# further arguments of the verb: "attended the hearing in Oslo", "hid the losses from the auditors".
MOVABLE = frozenset(
    "in at near from with about by outside inside above below behind across along around after before "
    "during under within among amid via beside beneath throughout".split()
)
_LEADING = frozenset(
    "the a an this that these those his her its their my our your any some such both all whose which "
    "no neither either".split()
)
# A name is for reading: longer chains of prepositional phrases are cut at a phrase boundary.
_MAX_WORDS = 14
_SINGLING = frozenset("first second third last latest only next sole".split())
_DASHES = frozenset({"-", "–", "—"})
_WORD_GAP_PUNCT = frozenset("-/&’'.%$£€#+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase by its head and the tokens of its name, in order."""

    head: int
    tokens: tuple[int, ...]

    def text(self, doc: Doc) -> str:
        """Return the words of the phrase as printed, one space where the text has any."""
        return join(doc, self.tokens)

    def span(self, doc: Doc) -> tuple[int, int]:
        """Return the code-point offsets from the first word to the last."""
        first, last = doc[self.tokens[0]], doc[self.tokens[-1]]
        return first.idx, last.idx + len(last)


def join(doc: Doc, tokens: tuple[int, ...]) -> str:
    """Join tokens as they stand in the text, with one space across a gap."""
    parts: list[str] = []
    for position, i in enumerate(tokens):
        token = doc[i]
        last = position + 1 == len(tokens)
        gap = not last and tokens[position + 1] != i + 1
        parts.append(token.text + (" " if not last and (token.whitespace_ or gap) else ""))
    return "".join(parts).strip()


def movable_phrases(noun: Token) -> list[Token]:
    """Return the prepositions after a noun whose phrases are arguments of its verb rather than of it."""
    return [c for c in children(noun) if c.dep_ == "prep" and c.lower_ in MOVABLE and c.i > noun.i]


def singled_out(noun: Token) -> bool:
    """``the first senator to endorse him``, ``the only Democrat to support her``: the noun did it."""
    return any(
        c.dep_ == "amod" and (c.lower_ in _SINGLING or c.tag_ == "JJS") for c in children(noun)
    )


def conjuncts(token: Token) -> list[Token]:
    """Return the token and everything coordinated with it, in order: ``allies and advisers``."""
    found = [token]
    if is_one_phrase(token):
        return found
    for child in children(token):
        if child.dep_ == "conj" and _coordinates(token, child):
            found.extend(conjuncts(child)[1 if _in_one_name(child) else 0 :])
        elif child.dep_ == "appos" and _listed(token, child):
            found.append(child)
    return found


def _listed(first: Token, second: Token) -> bool:
    """``Ida Holm, Tom Brandt, and Kim Lee``: parsers take the second of three people for the first."""
    people = first.ent_type_ == second.ent_type_ == "PERSON" and first.tag_ == second.tag_ == "NNP"
    third = next((c for c in children(first) if c.dep_ == "conj" and c.i > second.i), None)
    return people and third is not None and third.ent_type_ == "PERSON"


@once
def is_one_phrase(token: Token) -> bool:
    """Tell whether a coordination is one phrase.

    ``a judge or a prosecutor``, ``"ups and downs"``, ``choose between the old flag and the new one``.
    """
    joined = {c.lower_ for c in children(token) if c.dep_ == "cc"}
    between = token.head.lower_ == "between" and token.pos_ == "NOUN"
    return "or" in joined or bool(joined and between) or _quoted(token)


def _quoted(token: Token) -> bool:
    """Tell whether a coordination is in quotation marks, as a title or a phrase of somebody."""
    if not any(c.dep_ == "conj" for c in children(token)):
        return False
    first, last = token.left_edge.i, token.right_edge.i
    marks = [t.i for t in token.doc[max(first - 1, 0) : last + 2] if t.is_quote]
    return len(marks) == 2 and marks[0] <= first and all(t.i < marks[1] for t in token.conjuncts)  # noqa: PLR2004


def _in_one_name(conjunct: Token) -> bool:
    """An ampersand joins the parts of one name: ``Johnson & Johnson and Pfizer`` are two."""
    first = conjunct.left_edge.i
    return first > 0 and conjunct.doc[first - 1].text == "&"


def _coordinates(left: Token, right: Token) -> bool:
    """Parsers hang clauses on nouns now and then; only nominals coordinate with nominals."""
    nominal = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM"}
    quantity = right.lower_ in {"more", "less", "fewer", "so"}  # "107 or more"
    return left.pos_ in nominal and right.pos_ in nominal and not quantity


def phrase(
    head: Token, *, clauses: bool = False, limit: int = _MAX_WORDS, without: Collection[int] = ()
) -> Phrase:
    """Return the phrase of a head; with ``clauses`` its relative clauses and infinitives belong to it.

    Tokens in ``without`` (time expressions) are left out, with the preposition in front of them.
    """
    found = set(_words(head, clauses=clauses))
    tokens = sorted(i for i in found if i == head.i or i not in without)
    relative = [i for i in tokens if i < head.i and head.doc[i].tag_ in {"WDT", "WP"}]
    tokens = _trim(head.doc, head.i, [i for i in tokens if not relative or i > relative[-1]])
    if len(tokens) > limit:
        tokens = _cut(head.doc, head.i, tokens, limit)
    return Phrase(head.i, tuple(tokens))


def _words(head: Token, *, clauses: bool) -> Iterator[int]:
    yield head.i
    yield from _first_part(head)
    whole = is_one_phrase(head)
    for child in children(head):
        if whole and child.dep_ in {"cc", "conj", "preconj"}:
            yield from _subtree(child, clauses=clauses)
            continue
        if child.text == "&" or (child.dep_ == "conj" and _in_one_name(child)):
            yield from _words(child, clauses=False)
            continue
        if _is_addition(child, head) and not (child.dep_ == "relcl" and (clauses or _tells(child))):
            continue
        if child.dep_ == "prep" and child.lower_ in _ASIDES and not clauses:
            continue
        if child.dep_ == "acl" and not (clauses or _infinitive(child)):
            continue
        if child.is_punct and not joins_words(child):
            continue
        if child.is_space or (
            child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "neg"} and not clauses
        ):
            continue
        yield from _subtree(child, clauses=clauses)


def _tells(clause: Token) -> bool:
    """``the first manufacturer to fly it``: the infinitive tells of which row the noun is the first."""
    return _infinitive(clause) and singled_out(clause.head)


def _first_part(head: Token) -> Iterator[int]:
    """``non-members``, ``vice-chairman``: parsers take the parts of a word for words."""
    hyphen = head.nbor(-1) if head.i > 1 else head
    if hyphen.text in _DASHES and joins_words(hyphen):
        yield from (hyphen.i, hyphen.i - 1)


def _is_addition(child: Token, head: Token) -> bool:
    """An apposition tells more; the rest of ``vice-president``, which parsers take for one, does not."""
    hyphened = child.i in {head.i + 1, head.i + 2} and opens_a_word(head)
    return child.dep_ in _ADDITIONS and not (child.dep_ == "appos" and hyphened)


def _subtree(token: Token, *, clauses: bool) -> Iterator[int]:
    if clauses:
        yield from (t.i for t in token.subtree if not t.is_space)
        return
    yield token.i
    for child in children(token):
        if child.dep_ in {"relcl", "appos", "parataxis"} or child.is_space:
            continue
        if child.dep_ == "prep" and child.lower_ in _EXAMPLES:
            continue
        if _is_mark(child) and not (joins_words(child) or _between_coordinates(child)):
            continue
        yield from _subtree(child, clauses=False)


def _is_mark(token: Token) -> bool:
    """An ampersand is punctuation to the tokenizer and a conjunction to the reader."""
    return token.is_punct and token.dep_ != "cc"


def _infinitive(token: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in children(token))


def joins_words(token: Token) -> bool:
    """Tell whether a mark joins words without a space, as hyphens do: it belongs to the name."""
    if token.i == 0 or token.i + 1 == len(token.doc):
        return False
    before = token.nbor(-1)
    if token.text in _DASHES and before.like_num and token.nbor(1).like_num:
        return True  # a score: "1 – 2"
    if token.text[0] not in _WORD_GAP_PUNCT:
        return False
    return not before.whitespace_ and not token.whitespace_


def opens_a_word(token: Token) -> bool:
    """Tell whether a token is the first part of a word: ``a cross-section``."""
    return token.i + 1 < len(token.doc) and joins_words(token.nbor(1))


def each_once(tokens: list[Token]) -> list[Token]:
    """Return each token once; of ``vice-chairman``, which parsers take for two nouns, the last."""
    once_each = {t.i: t for t in tokens}
    return [t for t in once_each.values() if not (t.i + 2 in once_each and opens_a_word(t))]


def _between_coordinates(token: Token) -> bool:
    """The commas of ``safe, legal and rare`` stay."""
    return token.text == "," and any(c.dep_ == "conj" for c in children(token.head))


def _trim(doc: Doc, head: int, tokens: list[int]) -> list[int]:
    """Take determiners, adverbs of focus and stray marks off the front and the back."""
    while len(tokens) > 1 and tokens[0] != head and _droppable_in_front(doc[tokens[0]]):
        tokens = tokens[1:]
    while (
        len(tokens) > 1
        and tokens[-1] != head
        and (doc[tokens[-1]].is_punct or doc[tokens[-1]].pos_ in {"ADP", "CCONJ"})
    ):
        tokens = tokens[:-1]
    return tokens


def _droppable_in_front(token: Token) -> bool:
    return (
        token.is_punct
        or token.is_space
        or (token.lower_ in _LEADING and token.pos_ in {"DET", "PRON"})
    )


def _opens_a_part(token: Token) -> bool:
    return token.dep_ in {"prep", "acl", "aux", "cc", "punct"} and not joins_words(token)


def _cut(doc: Doc, head: int, tokens: list[int], limit: int) -> list[int]:
    """Cut a long phrase after the head at the last boundary that keeps it within the limit."""
    at = tokens.index(head)
    start = max(0, at - limit + 1)
    kept = tokens[start : max(start + limit, at + 1)]
    rest = tokens[start + len(kept) :]
    if rest:
        while len(kept) - 1 > at - start and not _opens_a_part(doc[rest[0]]):
            rest = [kept.pop(), *rest]
    return _trim(doc, head, kept)
