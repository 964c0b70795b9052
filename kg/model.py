"""The values that pass between the stages; nothing here does any work.

    bytes ─sources▶ Article ─annotate▶ Document ─extract▶ Extraction
    Extraction* ─resolve▶ Resolution (Entity*) ─assemble▶ Statement*

Every value is frozen and holds only strings, numbers and other values, so it can be hashed,
compared, sent to another process and written to disk. Offsets are half-open, in Unicode code points
of the article's canonical ``text`` (or of its ``title`` where ``field`` says so).

The words follow the glossary of CONTRIBUTING.md: a *mention* is a span of text, a *claim* is what
one sentence says, a *statement* is the same claim merged over articles.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class MentionKind(StrEnum):
    """How a mention refers: by name, by description or by pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Polarity(StrEnum):
    """Whether the text says that something is so or that it is not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Stance(StrEnum):
    """On whose word: the article's own voice, somebody's report, or nobody's (wanted, possible)."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    HYPOTHETICAL = "hypothetical"


class Certainty(StrEnum):
    """How sure the source itself sounds. What is only possible is hypothetical instead."""

    CERTAIN = "certain"
    PROBABLE = "probable"


class PostStatus(StrEnum):
    """How somebody stands to a post. Only current and acting mean holding it."""

    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    NOMINEE = "nominee"
    DESIGNATE = "designate"


class Verdict(StrEnum):
    """Whether two names are one thing's, by a comparison of names or by the word of a person."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class SpeechKind(StrEnum):
    """How words are attributed: verbatim, rendered, or both in one."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of code points, ``text[start:end]``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One version of one published text.

    ``published`` is an ISO 8601 day, month or year, or None when the article does not say; it is
    never guessed. ``keywords`` are as printed (``Sessions  Jefferson B III``). ``sha256`` is of the
    canonical text and the header fields: two articles with the same hash are the same version.
    """

    id: str
    text: str
    sha256: str
    url: str | None = None
    title: str = ""
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that refers to something; ``entity`` is the id of the thing it refers to.

    Before resolution that is an `ArticleEntity`, after it an `Entity`.
    """

    article: str
    start: int
    end: int
    text: str
    kind: MentionKind
    type: str
    entity: str
    field: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEntity:
    """What one article tells of one thing: a coreference chain, before articles are merged.

    ``name`` is the fullest well-formed name that this article's running text uses; ``forms`` are
    all names it uses, ``keyword_name`` the fuller name that its keywords give, in natural order
    (``Jefferson B. Sessions III``). ``local`` things (phrases, most events, anonymous sources) are
    never merged with those of other articles. ``of`` is, for a post, the `ArticleEntity` it is a
    post of, and ``holders`` the sorted ids of the persons whom this article says to hold it, to
    have held it or to be named to it. ``posts`` are the posts this person is said to hold or have
    held, as lower-case labels: evidence for telling namesakes apart. ``gender`` is ``m`` or ``f``
    where the text shows it.
    """

    id: str
    article: str
    type: str
    name: str
    forms: tuple[str, ...] = ()
    keyword_name: str | None = None
    local: bool = False
    anonymous: bool = False
    of: str | None = None
    holders: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    gender: str | None = None
    mentions: int = 0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A subject, object or qualifier that is a thing: its id, its name, its type.

    ``start`` and ``end`` are where it is mentioned, when it is.
    """

    id: str
    name: str
    type: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Literal:
    """An object that is a value: ``value`` in the lexical form of ``datatype`` (a compact IRI)."""

    value: str
    datatype: str = "xsd:string"
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A relation by its lemma (``turn down``), its surface label (``turned down``) and its id.

    The id is a compact IRI: a term of the ontology (``org:holds``) or an open relation
    (``kgr:turn_down``).
    """

    id: str
    lemma: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier:
    """A further detail of a claim: its role, its words and, where known, its value or its id."""

    role: str
    name: str
    value: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Someone to whom a claim is attributed; ``cue`` is the wording that says so."""

    id: str
    name: str
    cue: str
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a claim is believed: ``quote`` is exactly ``text[start:end]`` of the article."""

    quote: str
    start: int
    end: int
    extractor: str
    field: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one sentence says, unmerged.

    ``object`` is None for a claim without one ("the boat sank"). ``attribution`` runs from the
    innermost source outwards. ``status`` is set for posts only. ``event`` is the id of the event that
    this and claims of other articles tell of, once articles are merged.
    """

    id: str
    article: str
    subject: Ref
    predicate: Predicate
    object: Ref | Literal | None
    polarity: Polarity
    stance: Stance
    certainty: Certainty
    evidence: Evidence
    confidence: float
    qualifiers: tuple[Qualifier, ...] = ()
    attribution: tuple[Source, ...] = ()
    status: PostStatus | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says what, where: the spans of source, cue and content.

    ``source`` is None where the text names nobody ("is said to"); ``entity`` is the id of the
    thing the source refers to.
    """

    article: str
    kind: SpeechKind
    cue: Span
    content: tuple[Span, ...]
    source: Span | None = None
    entity: str | None = None
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something rejected, skipped or doubtful, in words a journalist can act on."""

    article: str
    stage: str
    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Everything one article yields, before it meets other articles."""

    article: str
    entities: tuple[ArticleEntity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A thing in the world (or, if ``local``, in one article), with all its names.

    ``members`` are the ids of the `ArticleEntity` values merged into it, ``same_as`` IRIs of
    outside authorities, ``of`` for a post the id of what it is a post of. Of an event that several
    articles tell, ``claims`` are the ids of the claims that tell of it and ``when`` is its time.
    ``former_ids`` are those that a build of one of its articles alone gives it, as an earlier build
    may have.
    """

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    close_match: tuple[str, ...] = ()
    local: bool = False
    anonymous: bool = False
    of: str | None = None
    articles: int = 0
    mentions: int = 0
    members: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    when: str | None = None
    former_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a person points at: whom these articles call by this name, or an authority's record.

    Without ``articles`` all are meant; ``type`` tells a person from a town of the name. Ids of
    entities are not used, for they follow from what this decides.
    """

    name: str
    articles: tuple[str, ...] = ()
    type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided about two references; ``line`` is where the log says so."""

    verdict: Verdict
    left: Reference
    right: Reference
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityRecord:
    """What a list of the user's knows of one thing; ``source`` names the list.

    ``id`` is its IRI there, or an identifier that is none. ``identifiers`` are those of other
    authorities, ``posts`` lower-case words for what a person is or does. ``type`` None fits all.
    """

    id: str
    name: str
    source: str
    type: str | None = None
    aliases: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """What people know of who is who before any article is read.

    ``issues`` tell what of it could not be read.
    """

    judgements: tuple[Judgement, ...] = ()
    records: tuple[AuthorityRecord, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Who is who over all articles: the entities, and the entity of each `ArticleEntity` id.

    ``issues`` are judgements and records of authorities that could not be followed.
    """

    entities: tuple[Entity, ...] = ()
    links: dict[str, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Claims of one meaning merged over articles, with what supports and what contradicts them.

    ``since`` and ``until`` are ISO 8601 values of honest precision, or None. ``independent`` counts
    publishers after copies of one story are taken as one. ``belief`` is in [0, 1].
    ``predecessors`` and ``successors`` are the ids of those who held the post just before and just
    after the subject.
    """

    id: str
    subject: Ref
    predicate: Predicate
    object: Ref | Literal | None
    polarity: Polarity
    stance: Stance
    claims: tuple[str, ...]
    articles: int
    publishers: int
    independent: int
    belief: float
    since: str | None = None
    until: str | None = None
    status: PostStatus | None = None
    of: str | None = None
    conflicts: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
