"""The graph in RDF 1.1 Turtle: claims with their sources, and the facts that follow from them.

    claim:9b24 a kg:Claim, rdf:Statement ;
        rdf:subject person:mara-lindqvist-0c806176 ; rdf:predicate org:holds ; …
    person:mara-lindqvist-0c806176 org:holds post:finance-minister-c3da4afc .

Every claim is a node, whatever its polarity and stance. A direct triple follows only from a
positive claim that is asserted or reported (with ``strict``, asserted), and of posts only while
they are held. Rows are written as they come, so memory does not grow with the claims; RDF has no
order and no duplicates, so the same triple may stand in two places.

Left out: the articles' text, which `articles.jsonl` has, and anything inferred.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, BinaryIO

from kg import ids, ontology
from kg.export import Exporter, ExportOptions
from kg.export.posts import HOLDS, membership_block, tenure_blocks
from kg.export.rdf import (
    Rows,
    Terms,
    block,
    decimal,
    individual,
    iri,
    literal,
    quoted,
    stamps,
    text,
    web,
    when,
)
from kg.export.speech import annotation_blocks, speech_blocks
from kg.model import Polarity, PostStatus, Ref, Stance
from kg.text.publishers import publishers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import (
        Article,
        Claim,
        Entity,
        Literal,
        Mention,
        Predicate,
        Qualifier,
        Source,
        Statement,
    )
    from kg.view import View

# What belongs to an event follows from its statements: its claims say it in other words.
PARTS = frozenset({"sem:hasActor", "sem:hasPlace"})
_HELD_NOW = (PostStatus.CURRENT, PostStatus.ACTING)


def write(view: View, out: BinaryIO, options: ExportOptions) -> None:
    """Write the view as Turtle."""
    graph = _Graph(view, options)
    out.write(graph.terms.header().encode())
    out.writelines(b"\n" + each.encode() for each in graph.blocks(view))


def is_fact(claim: Claim | Statement, *, strict: bool = False) -> bool:
    """Tell whether a direct triple follows from a claim."""
    if claim.object is None or not is_believable(claim, strict=strict):
        return False
    return claim.predicate.id != HOLDS or claim.status in _HELD_NOW


def is_believable(claim: Claim | Statement, *, strict: bool) -> bool:
    """Tell whether something is said to be so, and not only wanted or possible."""
    stances = (Stance.ASSERTED,) if strict else (Stance.ASSERTED, Stance.REPORTED)
    return claim.polarity is Polarity.POSITIVE and claim.stance in stances


class _Graph:
    """The blocks of one graph, and what must be remembered between them."""

    def __init__(self, view: View, options: ExportOptions) -> None:
        self.terms = Terms(options.base)
        self._options = options
        self._post_of = {one.id: one.of for one in view.entities() if one.of}
        self._publisher_of = publishers(view.articles())
        self._roles: dict[str, None] = {}
        self._relations: dict[tuple[str, str], None] = {}

    def blocks(self, view: View) -> Iterator[str]:
        """Yield every block of the file, in its order."""
        mentioned = groupby(view.mentions(), attrgetter("article"))
        for article in view.articles():
            yield self._article(article)
        for id_, mentions in mentioned:
            yield self._mentioned(id_, mentions)
        for entity in view.entities():
            yield self._entity(entity)
        for _, claims in groupby(view.claims(), attrgetter("article")):
            yield from self._claims(claims)
        for statement in view.statements():
            yield from self._statement(statement)
        yield from self._speech(view)
        if self._options.annotations:
            for mention in view.mentions():
                yield from annotation_blocks(self.terms, mention)
        yield from self._shared()

    def _speech(self, view: View) -> Iterator[str]:
        """Yield who says what; articles and attributions come in one order, so one text at a time."""
        articles = view.articles()
        for id_, attributions in groupby(view.attributions(), attrgetter("article")):
            article = next((one for one in articles if one.id == id_), None)
            for attribution in attributions:
                yield from speech_blocks(self.terms, attribution, article)

    def _article(self, article: Article) -> str:
        rows: Rows = [("a", "schema:NewsArticle"), ("schema:headline", text(article.title))]
        rows.append(("schema:identifier", text(f"sha256:{article.sha256}")))
        if article.url:
            rows.append(("schema:url", web(article.url)))
        if article.published:
            rows.append(("schema:datePublished", when(article.published)))
        if publisher := self._publisher_of.get(article.id):
            rows.append(("schema:publisher", self._named("Publisher", publisher)))
        if article.author:
            rows.append(("schema:author", text(article.author)))
        rows += [("schema:keywords", text(keyword)) for keyword in article.keywords]
        return block(self.terms.node(article.id), rows)

    def _named(self, kind: str, name: str) -> str:
        return self.terms.node(ids.entity_id(kind, name))

    def _mentioned(self, article: str, mentions: Iterable[Mention]) -> str:
        things = sorted({mention.entity for mention in mentions})
        return block(
            self.terms.node(article), [("schema:mentions", self.terms.node(id_)) for id_ in things]
        )

    def _entity(self, entity: Entity) -> str:
        rows = self._types(entity)
        rows += [("rdfs:label", text(entity.name)), ("skos:prefLabel", text(entity.name))]
        rows += [("skos:altLabel", text(alias)) for alias in entity.aliases]
        rows += [self._outside("owl:sameAs", address) for address in entity.same_as]
        rows += [self._outside("skos:closeMatch", address) for address in entity.close_match]
        rows += [("dcterms:replaces", self.terms.node(id_)) for id_ in entity.former_ids]
        if entity.type == "Post":
            self._roles[entity.name] = None
            rows.append(("org:role", self._named("Role", entity.name)))
            rows += [("org:postIn", self.terms.node(entity.of))] if entity.of else []
        rows += [("kg:local", "true")] if entity.local else []
        rows += stamps(entity.when) if entity.when else []
        rows += [("kg:articles", str(entity.articles)), ("kg:mentions", str(entity.mentions))]
        return block(self.terms.node(entity.id), rows)

    def _types(self, entity: Entity) -> Rows:
        classes = [f"<{cls}>" for cls in ontology.load().classes(entity.type)]
        if entity.anonymous:
            classes += ["kg:AnonymousSource", "prov:Agent"]
        return [("a", ", ".join(classes))]

    def _outside(self, predicate: str, address: str) -> tuple[str, str]:
        """Link to another authority; an address that is no IRI is kept as an identifier."""
        term = iri(address)
        return (predicate, term) if term else ("schema:identifier", text(address))

    def _claims(self, claims: Iterable[Claim]) -> Iterator[str]:
        """Yield the claims of one article, and each fact or membership once."""
        written: set[str] = set()
        for claim in claims:
            yield from self._claim(claim)
            for fact in self._consequences(claim):
                if fact not in written:
                    written.add(fact)
                    yield fact

    def _claim(self, claim: Claim) -> Iterator[str]:
        node = self.terms.node(claim.id)
        rows: Rows = [("a", "kg:Claim, rdf:Statement"), *self._said(claim)]
        rows.append(("kg:certainty", individual(claim.certainty)))
        rows += [("kg:tellsOf", self.terms.node(claim.event))] if claim.event else []
        sources = dict.fromkeys(self.terms.node(source.id) for source in claim.attribution)
        rows += [("prov:wasAttributedTo", source) for source in sources]
        evidence = claim.evidence
        rows += [
            ("prov:wasQuotedFrom", self.terms.node(claim.article)),
            *quoted(evidence.quote, evidence.start, evidence.end, evidence.field),
            ("kg:extractor", text(evidence.extractor)),
            ("kg:confidence", decimal(claim.confidence)),
        ]
        details = list(enumerate(claim.qualifiers, start=1))
        steps = list(enumerate(claim.attribution, start=1))
        rows += [("kg:qualifier", self.terms.part(claim.id, "q", n)) for n, _ in details]
        rows += [("kg:attributionStep", self.terms.part(claim.id, "s", n)) for n, _ in steps]
        yield block(node, rows)
        for number, qualifier in details:
            yield self._qualifier(claim, number, qualifier)
        for number, source in steps:
            yield self._step(claim, number, source)

    def _said(self, claim: Claim | Statement) -> Rows:
        """Return what a claim and a statement share: who, what, whom, and how it is said."""
        value = claim.object
        words = [claim.subject.name, claim.predicate.label]
        rows: Rows = [
            ("rdf:subject", self.terms.node(claim.subject.id)),
            ("rdf:predicate", self._relation(claim.predicate)),
        ]
        if value is not None:
            rows.append(("rdf:object", self._object(value)))
            words.append(value.name if isinstance(value, Ref) else value.value)
        rows += [
            ("rdfs:label", text(" ".join(words))),
            ("kg:polarity", individual(claim.polarity)),
            ("kg:stance", individual(claim.stance)),
        ]
        return [*rows, ("kg:status", individual(claim.status))] if claim.status else rows

    def _relation(self, predicate: Predicate) -> str:
        term = self.terms.relation(predicate.id)
        if predicate.id.startswith("kgr:"):
            self._relations[term, predicate.lemma] = None
        return term

    def _object(self, value: Ref | Literal) -> str:
        return self.terms.node(value.id) if isinstance(value, Ref) else literal(value)

    def _qualifier(self, claim: Claim, number: int, qualifier: Qualifier) -> str:
        rows: Rows = [("a", "kg:Qualifier"), ("kg:role", text(qualifier.role))]
        rows.append(("rdfs:label", text(qualifier.name)))
        if qualifier.value is not None:
            is_time = qualifier.role == "time"
            rows.append(("kg:value", when(qualifier.value) if is_time else text(qualifier.value)))
            rows += stamps(qualifier.value) if is_time else []
        if qualifier.id:
            rows.append(("kg:refersTo", self.terms.node(qualifier.id)))
        return block(self.terms.part(claim.id, "q", number), rows)

    def _step(self, claim: Claim, number: int, source: Source) -> str:
        rows: Rows = [
            ("a", "kg:AttributionStep"),
            ("kg:position", str(number)),
            ("kg:source", self.terms.node(source.id)),
            ("kg:cue", text(source.cue)),
        ]
        if number < len(claim.attribution):
            rows.append(("kg:reportedVia", self.terms.part(claim.id, "s", number + 1)))
        return block(self.terms.part(claim.id, "s", number), rows)

    def _consequences(self, claim: Claim) -> Iterator[str]:
        if claim.object is not None and is_fact(claim, strict=self._options.strict):
            relation = self._relation(claim.predicate)
            subject = self.terms.node(claim.subject.id)
            yield f"{subject} {relation} {self._object(claim.object)} .\n"
        if post := self._believed_post(claim):
            self._roles[post.name] = None
            yield membership_block(self.terms, claim, post, self._post_of)

    def _believed_post(self, claim: Claim | Statement) -> Ref | None:
        """Return the post that somebody is believed to hold, to have held or to be meant for."""
        if claim.predicate.id != HOLDS or not is_believable(claim, strict=self._options.strict):
            return None
        return claim.object if isinstance(claim.object, Ref) else None

    def _statement(self, statement: Statement) -> Iterator[str]:
        rows: Rows = [("a", "kg:Statement"), *self._said(statement)]
        rows += [("kg:since", when(statement.since))] if statement.since else []
        rows += [("kg:until", when(statement.until))] if statement.until else []
        rows += [("kg:supportedBy", self.terms.node(id_)) for id_ in statement.claims]
        rows += [("kg:predecessor", self.terms.node(id_)) for id_ in statement.predecessors]
        rows += [("kg:successor", self.terms.node(id_)) for id_ in statement.successors]
        rows += [("kg:conflictsWith", self.terms.node(id_)) for id_ in statement.conflicts]
        rows += [
            ("kg:articles", str(statement.articles)),
            ("kg:publishers", str(statement.publishers)),
            ("kg:independent", str(statement.independent)),
            ("kg:belief", decimal(statement.belief)),
        ]
        yield block(self.terms.node(statement.id), rows)
        if post := self._believed_post(statement):
            yield from tenure_blocks(self.terms, statement, post)
        value = statement.object
        if (
            statement.predicate.id in PARTS
            and value
            and is_fact(statement, strict=self._options.strict)
        ):
            relation = self._relation(statement.predicate)
            yield f"{self.terms.node(statement.subject.id)} {relation} {self._object(value)} .\n"

    def _shared(self) -> Iterator[str]:
        """Yield what many rows share: publishers, roles and open relations."""
        for name in sorted(set(self._publisher_of.values())):
            rows = [("a", "schema:Organization"), ("rdfs:label", text(name))]
            yield block(self._named("Publisher", name), rows)
        for name in sorted(self._roles):
            rows = [("a", "org:Role"), ("rdfs:label", text(name)), ("skos:prefLabel", text(name))]
            yield block(self._named("Role", name), rows)
        for term, lemma in sorted(self._relations):
            rows = [("a", "kg:OpenRelation, rdf:Property"), ("rdfs:label", text(lemma))]
            yield block(term, [*rows, ("kg:lemma", text(lemma))])


EXPORTER = Exporter("turtle", "graph.ttl", write)
