"""A tiny but complete graph about invented people, for every test that needs a `View`.

Two articles, a post that is held and one that was, a claim of every stance and polarity, nested and
anonymous sources, a literal object, a claim without object, times as a day and as an interval, and
an attribution of every kind. Quotes are found in the text, so they are exact by construction.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace as replace  # noqa: PLC0414  # tests change single fields

from kg import ids
from kg.model import (
    Article,
    Attribution,
    Certainty,
    Claim,
    Entity,
    Evidence,
    Issue,
    Literal,
    Mention,
    MentionKind,
    Polarity,
    PostStatus,
    Predicate,
    Qualifier,
    Ref,
    Source,
    Span,
    SpeechKind,
    Stance,
    Statement,
)
from kg.view import Snapshot

TEXT_ONE = (
    "Mara Lindqvist, the finance minister of Norhaven, offered to resign on 6 June 2031, "
    "two officials said.\n"
    "Prime Minister Tobias Renner did not accept the offer. “I want to keep her,” Mr. Renner told "
    "the Norhaven Courier, according to an aide.\n"
    "The ministry employs 412 people. The ferry sank."
)
TEXT_TWO = (
    "Ms. Lindqvist, a former mayor of Ostby, probably met Mr. Renner between March and May. "
    "Finance Minister Lindqvist offered to resign, her spokesman said."
)


def make_article(text: str, **fields: object) -> Article:
    """Return an article whose id and hash follow from its URL and text."""
    url = fields.get("url")
    article = Article(
        id=ids.article_id(url if isinstance(url, str) else None, text),
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )
    return replace(article, **fields)  # type: ignore[arg-type]  # fields of Article, by name


ARTICLE_ONE = make_article(
    TEXT_ONE,
    url="https://courier.example/2031/06/lindqvist-offer",
    title="Finance Minister Is Said to Have Offered to Resign",
    published="2031-06-07",
    publisher="Norhaven Courier",
    author="Ida Holm",
    keywords=("Lindqvist  Mara", "Norhaven"),
)
ARTICLE_TWO = make_article(
    TEXT_TWO,
    url="https://gazette.example/a?x=1&y=2",
    title="Lindqvist and Renner met",
    published="2031-06",
    publisher="Ostby Gazette",
)


def entity(type_: str, name: str, **fields: object) -> Entity:
    """Return a merged entity with the id that its type and name give."""
    made = Entity(id=ids.entity_id(type_, name), name=name, type=type_)
    return replace(made, **fields)  # type: ignore[arg-type]  # fields of Entity, by name


def local(type_: str, name: str, article: Article, **fields: object) -> Entity:
    """Return an entity that belongs to one article, at the first place its last word stands."""
    start = max(article.text.find(name.rsplit(maxsplit=1)[-1]), 0)
    id_ = ids.mention_entity_id(article.id, type_, start, start + len(name))
    made = Entity(id=id_, name=name, type=type_, local=True, articles=1, mentions=1)
    return replace(made, **fields)  # type: ignore[arg-type]  # fields of Entity, by name


LINDQVIST = entity(
    "Person",
    "Mara Lindqvist",
    aliases=("Finance Minister Lindqvist", "Ms. Lindqvist"),
    same_as=("https://authority.example/people/lindqvist",),
    articles=2,
    mentions=4,
)
RENNER = entity("Person", "Tobias Renner", aliases=("Mr. Renner",), articles=2, mentions=4)
NORHAVEN = entity(
    "Place", "Norhaven", close_match=("https://authority.example/places/7",), articles=1, mentions=1
)
OSTBY = entity("Place", "Ostby", articles=1, mentions=1)
MINISTRY = entity("Organization", "Ministry of Finance", articles=1, mentions=1)
FERRY = entity("Product", "ferry", articles=1, mentions=1)
COURIER = entity("Organization", "Norhaven Courier", articles=1, mentions=1)
FINANCE_MINISTER = entity(
    "Post", "finance minister", of=NORHAVEN.id, articles=1, mentions=2, reasons=("title",)
)
MAYOR = entity("Post", "mayor", of=OSTBY.id, articles=1, mentions=1)
PRIME_MINISTER = entity("Post", "prime minister", articles=1, mentions=1)
OFFICIALS = local("Group", "two officials", ARTICLE_ONE, anonymous=True)
AIDE = local("Person", "aide", ARTICLE_ONE, anonymous=True)
SPOKESMAN = local("Person", "her spokesman", ARTICLE_TWO, anonymous=True)
RESIGNATION = local("Event", "resignation", ARTICLE_ONE)
RESIGNATION_TWO = local("Event", "resignation", ARTICLE_TWO)
OFFER = local("Phrase", "offer", ARTICLE_ONE)

ENTITIES = (
    LINDQVIST, RENNER, NORHAVEN, OSTBY, MINISTRY, FERRY, COURIER, FINANCE_MINISTER, MAYOR,
    PRIME_MINISTER, OFFICIALS, AIDE, SPOKESMAN, RESIGNATION, RESIGNATION_TWO, OFFER,
)  # fmt: skip


def ref(thing: Entity) -> Ref:
    """Return a reference to an entity by its canonical name."""
    return Ref(id=thing.id, name=thing.name, type=thing.type)


def evidence(article: Article, quote: str) -> Evidence:
    """Return the evidence whose quote is the first occurrence of ``quote`` in the text."""
    start = article.text.index(quote)
    return Evidence(quote=quote, start=start, end=start + len(quote), extractor="clause@1")


def open_relation(lemma: str, label: str) -> Predicate:
    """Return the predicate of an open relation."""
    return Predicate(id=ids.relation_term(lemma), lemma=lemma, label=label)


def make_claim(
    article: Article,
    subject: Entity,
    predicate: Predicate,
    object_: Entity | Literal | None,
    quote: str,
    **fields: object,
) -> Claim:
    """Return a positive, asserted, certain claim; ``fields`` change that."""
    made = Claim(
        id=ids.claim_id(article.id, subject.id, predicate.id, quote, str(sorted(fields))),
        article=article.id,
        subject=ref(subject),
        predicate=predicate,
        object=ref(object_) if isinstance(object_, Entity) else object_,
        polarity=Polarity.POSITIVE,
        stance=Stance.ASSERTED,
        certainty=Certainty.CERTAIN,
        evidence=evidence(article, quote),
        confidence=0.9,
    )
    return replace(made, **fields)  # type: ignore[arg-type]  # fields of Claim, by name


HOLDS = Predicate(id="org:holds", lemma="hold", label="holds")
HELD = Predicate(id="org:holds", lemma="hold", label="held")
FIRST_SENTENCE = TEXT_ONE.split("\n", maxsplit=1)[0]

POST_CLAIM = make_claim(
    ARTICLE_ONE,
    LINDQVIST,
    HOLDS,
    FINANCE_MINISTER,
    "Mara Lindqvist, the finance minister of Norhaven",
    status=PostStatus.CURRENT,
    qualifiers=(Qualifier(role="of", name="Norhaven", id=NORHAVEN.id),),
)
OFFER_CLAIM = make_claim(
    ARTICLE_ONE,
    LINDQVIST,
    open_relation("offer", "offered"),
    RESIGNATION,
    FIRST_SENTENCE,
    stance=Stance.REPORTED,
    confidence=0.87,
    qualifiers=(Qualifier(role="time", name="on 6 June 2031", value="2031-06-06"),),
    attribution=(Source(id=OFFICIALS.id, name=OFFICIALS.name, cue="said", anonymous=True),),
)
RESIGN_CLAIM = make_claim(
    ARTICLE_ONE,
    LINDQVIST,
    open_relation("resign", "resign"),
    None,
    FIRST_SENTENCE,
    stance=Stance.HYPOTHETICAL,
)
REFUSAL_CLAIM = make_claim(
    ARTICLE_ONE,
    RENNER,
    open_relation("accept", "did not accept"),
    OFFER,
    "Prime Minister Tobias Renner did not accept the offer.",
    polarity=Polarity.NEGATIVE,
)
KEEP_CLAIM = make_claim(
    ARTICLE_ONE,
    RENNER,
    open_relation("want to keep", "want to keep"),
    LINDQVIST,
    "“I want to keep her,” Mr. Renner told the Norhaven Courier, according to an aide.",
    stance=Stance.REPORTED,
    qualifiers=(Qualifier(role="recipient", name="Norhaven Courier", id=COURIER.id),),
    attribution=(
        Source(id=RENNER.id, name=RENNER.name, cue="told"),
        Source(id=AIDE.id, name=AIDE.name, cue="according to", anonymous=True),
    ),
)
STAFF_CLAIM = make_claim(
    ARTICLE_ONE,
    MINISTRY,
    open_relation("employ", "employs"),
    Literal(value="412", datatype="xsd:integer"),
    "The ministry employs 412 people.",
)
SINKING_CLAIM = make_claim(
    ARTICLE_ONE, FERRY, open_relation("sink", "sank"), None, "The ferry sank."
)
MAYOR_CLAIM = make_claim(
    ARTICLE_TWO,
    LINDQVIST,
    HELD,
    MAYOR,
    "Ms. Lindqvist, a former mayor of Ostby",
    status=PostStatus.FORMER,
    qualifiers=(
        Qualifier(role="of", name="Ostby", id=OSTBY.id),
        Qualifier(role="time", name="from 2021 to March 2025", value="2021/2025-03"),
    ),
)
MEETING_CLAIM = make_claim(
    ARTICLE_TWO,
    LINDQVIST,
    open_relation("meet", "met"),
    RENNER,
    "Ms. Lindqvist, a former mayor of Ostby, probably met Mr. Renner between March and May.",
    certainty=Certainty.PROBABLE,
    qualifiers=(Qualifier(role="time", name="between March and May", value="2031-03/2031-05"),),
)
SECOND_OFFER_CLAIM = make_claim(
    ARTICLE_TWO,
    LINDQVIST,
    open_relation("offer", "offered"),
    RESIGNATION_TWO,
    "Finance Minister Lindqvist offered to resign, her spokesman said.",
    stance=Stance.REPORTED,
    attribution=(Source(id=SPOKESMAN.id, name=SPOKESMAN.name, cue="said", anonymous=True),),
)

CLAIMS = (
    POST_CLAIM, OFFER_CLAIM, RESIGN_CLAIM, REFUSAL_CLAIM, KEEP_CLAIM, STAFF_CLAIM, SINKING_CLAIM,
    MAYOR_CLAIM, MEETING_CLAIM, SECOND_OFFER_CLAIM,
)  # fmt: skip


def statement_of(*claims: Claim, **fields: object) -> Statement:
    """Return what these claims, which mean the same, say together."""
    first = claims[0]
    object_ = first.object.id if isinstance(first.object, Ref) else str(first.object)
    made = Statement(
        id=ids.statement_id(
            first.subject.id, first.predicate.id, object_, first.polarity, first.stance
        ),
        subject=first.subject,
        predicate=first.predicate,
        object=first.object,
        polarity=first.polarity,
        stance=first.stance,
        claims=tuple(sorted(claim.id for claim in claims)),
        articles=len({claim.article for claim in claims}),
        publishers=len({claim.article for claim in claims}),
        independent=len({claim.article for claim in claims}),
        belief=0.75,
        status=first.status,
    )
    return replace(made, **fields)  # type: ignore[arg-type]  # fields of Statement, by name


STATEMENTS = (
    statement_of(POST_CLAIM, of=NORHAVEN.id),
    statement_of(OFFER_CLAIM, SECOND_OFFER_CLAIM, belief=0.83),
    statement_of(MAYOR_CLAIM, since="2021", until="2025-03", of=OSTBY.id),
    *(statement_of(claim) for claim in (RESIGN_CLAIM, REFUSAL_CLAIM, KEEP_CLAIM, STAFF_CLAIM)),
    *(statement_of(claim) for claim in (SINKING_CLAIM, MEETING_CLAIM)),
)


def span(article: Article, text: str) -> Span:
    """Return the first span of the article that reads ``text``."""
    start = article.text.index(text)
    return Span(start=start, end=start + len(text), text=text)


ATTRIBUTIONS = (
    Attribution(
        article=ARTICLE_ONE.id,
        kind=SpeechKind.INDIRECT,
        source=span(ARTICLE_ONE, "two officials"),
        entity=OFFICIALS.id,
        anonymous=True,
        cue=span(ARTICLE_ONE, "said"),
        content=(span(ARTICLE_ONE, FIRST_SENTENCE.split(", two")[0]),),
    ),
    Attribution(
        article=ARTICLE_ONE.id,
        kind=SpeechKind.DIRECT,
        source=span(ARTICLE_ONE, "Mr. Renner"),
        entity=RENNER.id,
        cue=span(ARTICLE_ONE, "told"),
        content=(span(ARTICLE_ONE, "I want to keep her"),),
    ),
    Attribution(
        article=ARTICLE_TWO.id,
        kind=SpeechKind.MIXED,
        cue=span(ARTICLE_TWO, "said"),
        content=(span(ARTICLE_TWO, "Finance Minister Lindqvist offered to resign"),),
    ),
)


def mention(article: Article, text: str, thing: Entity, kind: MentionKind) -> Mention:
    """Return a mention of ``thing`` at the first place that reads ``text``."""
    found = span(article, text)
    return Mention(
        article=article.id,
        start=found.start,
        end=found.end,
        text=text,
        kind=kind,
        type=thing.type,
        entity=thing.id,
    )


MENTIONS = (
    mention(ARTICLE_ONE, "Mara Lindqvist", LINDQVIST, MentionKind.NAME),
    mention(ARTICLE_ONE, "the finance minister of Norhaven", LINDQVIST, MentionKind.NOMINAL),
    mention(ARTICLE_ONE, "Norhaven", NORHAVEN, MentionKind.NAME),
    mention(ARTICLE_ONE, "Tobias Renner", RENNER, MentionKind.NAME),
    mention(ARTICLE_ONE, "her", LINDQVIST, MentionKind.PRONOUN),
    mention(ARTICLE_TWO, "Ms. Lindqvist", LINDQVIST, MentionKind.NAME),
    mention(ARTICLE_TWO, "Mr. Renner", RENNER, MentionKind.NAME),
    Mention(
        article=ARTICLE_TWO.id,
        start=0,
        end=9,
        text="Lindqvist",
        kind=MentionKind.NAME,
        type="Person",
        entity=LINDQVIST.id,
        field="title",
    ),
)

ISSUES = (
    Issue(
        article=ARTICLE_TWO.id,
        stage="sources",
        code="no-author",
        message="The article has no author.",
    ),
)


def sample_view() -> Snapshot:
    """Return the graph of the two articles, every row in the order that `View` promises."""
    return make_view(
        articles=(ARTICLE_ONE, ARTICLE_TWO),
        entities=ENTITIES,
        mentions=MENTIONS,
        claims=CLAIMS,
        attributions=ATTRIBUTIONS,
        statements=STATEMENTS,
        issues=ISSUES,
    )


def make_view(
    *,
    articles: tuple[Article, ...] = (),
    entities: tuple[Entity, ...] = (),
    mentions: tuple[Mention, ...] = (),
    claims: tuple[Claim, ...] = (),
    attributions: tuple[Attribution, ...] = (),
    statements: tuple[Statement, ...] = (),
    issues: tuple[Issue, ...] = (),
) -> Snapshot:
    """Return a view of these rows, sorted as `View` promises."""
    return Snapshot(
        article_rows=tuple(sorted(articles, key=lambda a: a.id)),
        entity_rows=tuple(sorted(entities, key=lambda e: e.id)),
        mention_rows=tuple(sorted(mentions, key=lambda m: (m.article, m.field, m.start, m.end))),
        claim_rows=tuple(
            sorted(claims, key=lambda c: (c.article, c.evidence.start, c.evidence.end, c.id))
        ),
        attribution_rows=tuple(sorted(attributions, key=lambda a: (a.article, a.cue.start))),
        statement_rows=tuple(sorted(statements, key=lambda s: s.id)),
        issue_rows=tuple(sorted(issues, key=lambda i: (i.article, i.stage, i.code))),
    )
