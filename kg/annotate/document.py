"""Putting one annotated article together: the passes in their order, and the frozen result.

    names → chains of names → posts → descriptions → pronouns → first person

Each pass reads what the ones before found. Nothing of spaCy's pipeline is run here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.annotate.descriptions import DescriptionLinker
from kg.annotate.drafts import Chain, Chains, Draft
from kg.annotate.innernames import link_inner_names
from kg.annotate.layout import Layout
from kg.annotate.names import find_names
from kg.annotate.naming import link_names, name_drafts
from kg.annotate.nominals import find_nominals
from kg.annotate.posts import PostClaim, find_posts
from kg.annotate.pronouns import PronounLinker
from kg.annotate.quotations import find_quotations
from kg.annotate.repeats import RepeatLinker
from kg.annotate.sentences import structure
from kg.annotate.times import find_times
from kg.document import Document, Holding, Quotation, TokenMention
from kg.ids import mention_entity_id
from kg.model import ArticleEntity, MentionKind
from kg.names import fullest, split

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.model import Article

_MAX_REASONS = 8
_ACRONYM = 5  # letters up to which capitals throughout are initials rather than shouting


def build_document(article: Article, doc: Doc) -> Document:
    """Return the annotated article for a parsed one."""
    skip = structure(doc).furniture
    silent = skip | structure(doc).headings  # a heading names somebody and says nothing
    drafts = name_drafts(doc, find_names(doc, article.keywords, skip))
    names = {i: d for d in drafts for i in range(d.start, d.end)}
    quotations = find_quotations(doc, silent)
    layout = Layout(doc, quotations)
    chains = Chains(layout.sentence)
    link_names(chains, drafts, article.keywords)
    link_inner_names(doc, chains, drafts)
    people = [d for d in drafts if d.type == "Person" and d.head not in silent]
    posts = find_posts(doc, people, names, silent)
    nominals = find_nominals(doc, names, skip, posts)
    DescriptionLinker(doc, chains, layout, names, posts).link(nominals)
    RepeatLinker(doc, chains, layout, names).link(silent)
    linker = PronounLinker(doc, chains, layout, names)
    linker.link(skip)
    number = _numbers(chains)
    holdings = _holdings(chains, posts, number)
    entities = _entities(article, doc, chains, holdings)
    mentions = _mentions(chains, entities, number)
    return Document(
        article=article,
        doc=doc,
        chains=entities,
        mentions=mentions,
        holdings=holdings,
        times=find_times(doc, article.published, _spoken(quotations)),
        quotations=tuple(_with_chain(q, linker.speaker_chain(q), number) for q in quotations),
        skip=silent,
        mention_of_head={m.head: m for m in mentions},
    )


def _spoken(quotations: list[Quotation]) -> frozenset[int]:
    return frozenset(i for q in quotations if q.speech for i in range(q.start, q.end))


def _numbers(chains: Chains) -> dict[int, int]:
    """Return the final number of each chain: the order of first mention."""
    first = sorted((min(m.start for m in chain.mentions), old) for old, chain in chains.items())
    return {old: new for new, (_, old) in enumerate(first)}


def _entities(
    article: Article, doc: Doc, chains: Chains, holdings: tuple[Holding, ...]
) -> tuple[ArticleEntity, ...]:
    posts: dict[int, dict[str, None]] = {}
    for holding in holdings:
        posts.setdefault(holding.person, {})[holding.label] = None
    numbers = _numbers(chains).items()
    return tuple(
        _entity(article, doc, _Named.of(chains, old), tuple(posts.get(new, ())))
        for old, new in numbers
    )


def _mentions(
    chains: Chains, entities: tuple[ArticleEntity, ...], number: dict[int, int]
) -> tuple[TokenMention, ...]:
    found = [
        _mention(m, entities[number[old]].type, number[old])
        for old, chain in chains.items()
        for m in chain.mentions
    ]
    return tuple(sorted(found, key=lambda m: (m.start, -m.end)))


def _mention(draft: Draft, type_: str, number: int) -> TokenMention:
    return TokenMention(
        start=draft.start, end=draft.end, head=draft.head, kind=draft.kind, type=type_,
        chain=number, reason=draft.reason,
    )  # fmt: skip


def _with_chain(quotation: Quotation, chain: int | None, number: dict[int, int]) -> Quotation:
    return quotation if chain is None else replace(quotation, speaker_chain=number[chain])


def _holdings(
    chains: Chains, posts: list[PostClaim], number: dict[int, int]
) -> tuple[Holding, ...]:
    """Return the posts whose holder is known, their organisation's chain looked up."""
    found = []
    for claim in posts:
        person = chains.chain_at(claim.person)
        if person is None or chains[person].type != "Person":
            continue
        of = chains.chain_at(claim.post.of) if claim.post.of is not None else None
        found.append(
            Holding(
                person=number[person], person_token=claim.person, start=claim.post.start,
                end=claim.post.end, label=claim.post.label, status=claim.post.status,
                of=number[of] if of is not None and of != person else None,
                construction=claim.construction, negated=claim.negated,
                hypothetical=claim.hypothetical,
            )
        )  # fmt: skip
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Named:
    """A chain with its name and the other names that it goes by."""

    chain: Chain
    name: str
    forms: tuple[str, ...]

    @classmethod
    def of(cls, chains: Chains, number: int) -> _Named:
        """Return a chain named: by its names, else by its first description, never by a pronoun."""
        chain = chains[number]
        if chain.company_of is not None:
            name = f"we ({cls.of(chains, chain.company_of).name})"
            return cls(chain, name, (name,))
        mentions = sorted(chain.mentions, key=lambda m: m.start)
        names = list(dict.fromkeys(m.name for m in mentions if m.kind == MentionKind.NAME))
        if not names:
            return cls(chain, _told(mentions).name, ())
        name = _name(chain.type, names)
        return cls(chain, name, tuple(f for f in names if f != name))


def _told(mentions: list[Draft]) -> Draft:
    """Return the first mention that is no pronoun, if there is one."""
    return next((m for m in mentions if m.kind != MentionKind.PRONOUN), mentions[0])


def _entity(article: Article, doc: Doc, named: _Named, posts: tuple[str, ...]) -> ArticleEntity:
    """Return what the article tells of one thing."""
    chain = named.chain
    mentions = sorted(chain.mentions, key=lambda m: m.start)
    first = mentions[0]
    start, end = doc[first.start].idx, doc[first.end - 1].idx + len(doc[first.end - 1])
    return ArticleEntity(
        id=mention_entity_id(article.id, "chain", start, end),
        article=article.id,
        type=chain.type,
        name=named.name,
        forms=named.forms,
        keyword_name=chain.keyword_name,
        local=not chain.named or chain.type == "Phrase",
        anonymous=not chain.named
        and chain.type in ("Person", "Phrase")
        and not _told(mentions).definite,
        posts=posts,
        gender=chain.gender,
        mentions=len(mentions),
        reasons=tuple(dict.fromkeys(m.reason for m in mentions if m.reason))[:_MAX_REASONS],
    )


def _name(type_: str, names: list[str]) -> str:
    """Return the fullest well-formed of the names that running text uses."""
    mixed = [n for n in names if not n.isupper() or len(n) <= _ACRONYM] or names
    if type_ == "Person":
        return fullest(mixed) if any(split(n).given for n in mixed) else split(mixed[0]).full
    # ``The`` stays only where no other mention does without it
    mixed = [n for n in mixed if not (n.startswith("The ") and n.removeprefix("The ") in mixed)]
    return max(mixed, key=lambda n: (not n.replace(".", "").isupper(), len(n), n))
