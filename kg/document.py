"""An article with its linguistic annotation: what *annotate* makes and *extract* reads.

Lives only inside one worker and is never stored: it holds the spaCy ``Doc``. All indices are token
indices into ``doc``; ``doc.text`` is the article's canonical text, so ``token.idx`` is an offset in
it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from kg.model import Article, ArticleEntity, MentionKind, PostStatus


_OFFSETS = "newskg.offsets"


def having(doc: Doc, attribute: str, values: Iterable[str]) -> list[Token]:
    """Return the tokens with one of some values of ``LOWER``, ``POS``, ``TAG`` or ``DEP``, in order.

    Far quicker than asking every token, which spaCy makes anew each time.
    """
    wanted = {doc.vocab.strings.as_int(value) for value in values}
    column = doc.to_array(attribute).tolist()
    return [doc[i] for i, value in enumerate(column) if value in wanted]


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenMention:
    """A mention by its tokens: ``[start, end)``, its syntactic head, and the chain it belongs to.

    ``start`` and ``end`` cover the referring words without determiner clauses or appositions:
    ``Jeff Sessions`` of ``Attorney General Jeff Sessions``, ``the attorney general``, ``his``.
    ``chain`` indexes `Document.chains`; ``reason`` says in words why it was linked there.
    """

    start: int
    end: int
    head: int
    kind: MentionKind
    type: str
    chain: int
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Somebody's post as a title, apposition, copula or possessive states it.

    ``person`` indexes `Document.chains`. ``start`` and ``end`` cover the words of the post
    (``attorney general``, ``White House press secretary``), ``label`` is its lower-case name with
    the organisation taken off (``press secretary``), ``of`` the chain of what it is a post of, or
    None.
    ``negated`` and ``hypothetical`` mark what the text does not state.
    """

    person: int
    person_token: int
    start: int
    end: int
    label: str
    status: PostStatus
    of: int | None = None
    construction: str = "title"
    negated: bool = False
    hypothetical: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words for a time and their ISO 8601 value: a date of honest precision or an interval ``a/b``.

    ``value`` is None where the words cannot be placed (``at the time``, ``now``). ``kind`` is
    ``date``, ``interval``, ``duration`` or ``set``. ``../b`` is an interval with an open start.
    """

    start: int
    end: int
    kind: str
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks: tokens ``[start, end)`` with the marks.

    ``speaker`` is the head token of whoever is said to say it, ``cue`` the token of the reporting
    verb or preposition; either is None where none was found. ``speech`` is False for scare quotes,
    titles of works and other quoted words that nobody is said to have spoken in a sentence.
    """

    start: int
    end: int
    speaker: int | None = None
    cue: int | None = None
    speech: bool = True
    speaker_chain: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """One annotated article.

    ``skip`` marks the tokens of page furniture (bylines, wire credits, ``Read more``) and headings,
    which say nothing. Chains are in order of first mention; mentions in order of position.
    """

    article: Article
    doc: Doc
    chains: tuple[ArticleEntity, ...] = ()
    mentions: tuple[TokenMention, ...] = ()
    holdings: tuple[Holding, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    skip: frozenset[int] = frozenset()
    mention_of_head: dict[int, TokenMention] = field(default_factory=dict)

    def offsets(self, mention: TokenMention) -> tuple[int, int]:
        """Return the code-point offsets of a mention in the text, the second after its last."""
        known = self.doc.user_data
        if _OFFSETS not in known:
            starts = self.doc.to_array("IDX").tolist()
            lengths = self.doc.to_array("LENGTH").tolist()
            known[_OFFSETS] = starts, [a + n for a, n in zip(starts, lengths, strict=True)]
        starts, ends = known[_OFFSETS]
        return starts[mention.start], ends[mention.end - 1]

    def name_at(self, head: int) -> TokenMention | None:
        """Return the name that a token is the head of, if it is one's."""
        mention = self.mention_of_head.get(head)
        return mention if mention is not None and mention.kind == "name" else None
