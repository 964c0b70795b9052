"""Turn a view into the data of the page.

Two values. The *graph* is read at once: entities, facts, claims and articles without their text.
The *texts* are read when the first quote is shown. Keys are short, because a large graph repeats
them a hundred thousand times; an absent key means empty or zero. Things refer to one another by
their place in these lists. Offsets are UTF-16 units of the article's text (or title). Days count
from 1970-01-01.

    graph.classes[i]   IRIs of the classes of a type
    graph.relations[i] id, u IRI, n wording, l lemma, c class of verb
    graph.communities  lists of entities, each most important first
    graph.entities[i]  id, n name, t type, a aliases, w why they are one, s same-as links,
                       l words of one article, u unnamed, o post of, m mentions,
                       d articles, x y place in the first view
    graph.facts[i]     id, s subject, r relation, o object | v value, p negative, k stance,
                       c claims, w publishers, g independent publishers, b belief, f since,
                       u until, e days, h status of a post, q others named in it [entity, role],
                       z contradicted by
    graph.claims[i]    i id, a article, b e quote offsets, h quote is in the title, m marks [start, end],
                       c confidence, y probable, w who says so [entity, name, cue, unnamed],
                       q qualifiers [role, name, value]
    graph.articles[i]  id, n title, u url, p publisher, d published, e days
    texts[i]           t parts [offset, text], m mentions [start, end, entity],
                       q words said [start, end, entity, verbatim]

Entities come most important first. With ``text=False`` the parts are the quotes of evidence alone.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kg import ontology
from kg.export.viewer import importance, layout
from kg.export.viewer.communities import communities
from kg.export.viewer.dates import day_range
from kg.export.viewer.offsets import utf16_offsets
from kg.export.viewer.publishers import publishers_of
from kg.export.viewer.reading import Reading, read
from kg.export.viewer.texts import Texts
from kg.export.viewer.verbs import verb_class
from kg.model import Certainty, Polarity, Ref, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import networkx as nx

    from kg.export import ExportOptions
    from kg.model import Article, Claim, Entity, Source, Statement
    from kg.view import View

FIRST = 100
CAP = 300
# A browser on a small machine still opens so many at once; a file of more helps nobody.
LIMIT = 20_000
STANCES = tuple(Stance)

_BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MIN_RADIUS, _MAX_RADIUS = 9.0, 27.0

Record = dict[str, Any]
Span = tuple[int, int]


def payload(
    view: View, options: ExportOptions, *, first: int = FIRST, cap: int = CAP
) -> tuple[Record, list[Record]]:
    """Return graph and texts of a page that shows ``first`` entities first, ``cap`` at most.

    Of a graph beyond `LIMIT` only the most important entities and what is said among them go in;
    ``meta.out`` tells how many entities and facts are left out.
    """
    whole = read(view)
    reading = whole if len(whole.entities) <= LIMIT else _most_important(whole)
    graph, texts = _Packing(reading).pack(options, first, cap)
    if reading is not whole:
        graph["meta"]["out"] = [
            len(whole.entities) - len(reading.entities),
            len(whole.statements) - len(reading.statements),
        ]
    return graph, texts


def _most_important(reading: Reading) -> Reading:
    ranked = importance.by_importance(reading, importance.joined(reading))
    return reading.narrowed({entity.id for entity in ranked[:LIMIT]})


def clean_name(name: str) -> str:
    """Return a name without the control characters that could turn the text around it."""
    return _BIDI_CONTROLS.sub("", name)


def radius(degree: int) -> float:
    """Return the radius of an entity's mark by how many others it is joined to."""
    return min(_MAX_RADIUS, max(_MIN_RADIUS, 7 + 2.6 * math.sqrt(degree)))


class _Packing:
    """A reading and the places of everything in the lists."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.joined = importance.joined(reading)
        self.ranked = importance.by_importance(reading, self.joined)
        self.communities = communities(self.ranked, self.joined)
        self.entity_at = _places(entity.id for entity in self.ranked)
        self.article_at = _places(reading.articles)
        self.claim_at = _places(reading.claims)
        self.fact_at = _places(statement.id for statement in reading.statements)
        self.types = sorted({entity.type for entity in self.ranked})
        self.publisher_of = publishers_of(reading.articles.values())
        self.publishers = sorted({name for name in self.publisher_of.values() if name})
        # By label too: one relation is worded "holds" of one person and "held" of another.
        self.relations = sorted(
            {s.predicate for s in reading.statements}, key=lambda p: (p.id, p.label, p.lemma)
        )
        self.relation_at = {predicate: place for place, predicate in enumerate(self.relations)}
        self.units = {a.id: utf16_offsets(a.text) for a in reading.articles.values()}
        self.title_units = {a.id: utf16_offsets(a.title) for a in reading.articles.values()}

    def pack(self, options: ExportOptions, first: int, cap: int) -> tuple[Record, list[Record]]:
        shown = importance.first_view(self.ranked, self.joined, first)
        reading = self.reading
        graph = {
            "v": 1,
            "meta": {
                "title": clean_name(options.title),
                "first": first,
                "cap": cap,
                "text": options.text,
                "base": options.base,
                "strict": options.strict,
            },
            "types": self.types,
            "classes": [ontology.load().classes(type_) for type_ in self.types],
            "publishers": self.publishers,
            "relations": [
                {
                    "id": p.id,
                    "u": _iri(p.id),
                    "n": clean_name(p.label),
                    "l": clean_name(p.lemma),
                    "c": verb_class(p),
                }
                for p in self.relations
            ],
            "communities": self.communities,
            "entities": self._entities(self._layout(shown)),
            "facts": [self._fact(statement) for statement in reading.statements],
            "claims": [self._claim(claim) for claim in reading.claims.values()],
            "articles": [self._article(article) for article in reading.articles.values()],
        }
        texts = Texts(reading, self.entity_at, whole=options.text)
        return graph, [texts.pack(a, self.units[a.id]) for a in reading.articles.values()]

    def _layout(self, shown: Sequence[Entity]) -> dict[str, layout.Point]:
        ids = [entity.id for entity in shown]
        graph: nx.Graph = type(self.joined)()
        graph.add_nodes_from(range(len(ids)))
        at = _places(ids)
        graph.add_edges_from(
            (at[one], at[other])
            for one, other in self.joined.edges(ids)
            if one in at and other in at
        )
        radii = [radius(self.joined.degree(id_)) for id_ in ids]
        names = [clean_name(entity.name) for entity in shown]
        circle = {at: number for number, group in enumerate(self.communities) for at in group}
        circles = [circle.get(self.entity_at[id_], -1) for id_ in ids]
        return dict(zip(ids, layout.positions(graph, names, radii, circles), strict=True))

    def _entities(self, places: dict[str, layout.Point]) -> list[Record]:
        return [self._entity(entity, places.get(entity.id)) for entity in self.ranked]

    def _entity(self, entity: Entity, place: layout.Point | None) -> Record:
        record: Record = {
            "id": entity.id,
            "n": clean_name(entity.name),
            "t": self.types.index(entity.type),
            "a": [clean_name(alias) for alias in entity.aliases if alias != entity.name],
            "w": [clean_name(reason) for reason in entity.reasons],
            "s": [*entity.same_as, *entity.close_match],
            "l": int(importance.is_words(entity)),
            "u": int(entity.anonymous),
            "m": entity.mentions,
            "d": entity.articles,
        }
        if entity.of in self.entity_at:
            record["o"] = self.entity_at[entity.of]
        packed = _without_empty(record)
        if place:
            packed["x"], packed["y"] = place
        return packed

    def _fact(self, statement: Statement) -> Record:
        publishers = self._publishers(statement)
        record: Record = {
            "id": statement.id,
            "r": self.relation_at[statement.predicate],
            "p": int(statement.polarity is Polarity.NEGATIVE),
            "k": STANCES.index(statement.stance),
            "c": [self.claim_at[id_] for id_ in statement.claims if id_ in self.claim_at],
            "w": publishers,
            "g": min(statement.independent, publishers),
            "b": round(statement.belief, 3),
            "f": statement.since,
            "u": statement.until,
            "e": self._event_days(statement),
            "h": statement.status.value if statement.status else None,
            "q": [(self.entity_at[id_], role) for id_, role in self.reading.companions(statement)],
            "z": [self.fact_at[id_] for id_ in statement.conflicts if id_ in self.fact_at],
        }
        packed = _without_empty(record)
        packed["s"] = self.entity_at[statement.subject.id]
        if isinstance(statement.object, Ref):
            packed["o"] = self.entity_at[statement.object.id]
        elif statement.object:
            packed["v"] = clean_name(statement.object.value)
        return packed

    def _publishers(self, statement: Statement) -> int:
        """Return how many publishers there are behind it, one for each web site."""
        claims = (self.reading.claims.get(id_) for id_ in statement.claims)
        found = {self.publisher_of.get(claim.article) for claim in claims if claim}
        return len(found) or statement.publishers

    def _event_days(self, statement: Statement) -> Span | None:
        """Return when it happened: since and until, or else the first time that a claim gives."""
        since, until = day_range(statement.since), day_range(statement.until)
        if since or until:
            start, end = since or until, until or since
            return (start[0], max(start[0], end[1])) if start and end else None
        claims = [
            self.reading.claims[id_] for id_ in statement.claims if id_ in self.reading.claims
        ]
        times = (q.value for claim in claims for q in claim.qualifiers if q.role == "time")
        return next((days for days in map(day_range, times) if days), None)

    def _claim(self, claim: Claim) -> Record:
        in_title = claim.evidence.field == "title"
        units = self.title_units if in_title else self.units
        unit = units.get(claim.article, _same)
        record: Record = {
            "h": int(in_title),
            "m": [(unit(start), unit(end)) for start, end in self._marks(claim)],
            "y": int(claim.certainty is Certainty.PROBABLE),
            "w": [self._source(source) for source in claim.attribution],
            "q": [_trimmed(q.role, clean_name(q.name), q.value) for q in claim.qualifiers],
        }
        return _without_empty(record) | {
            "i": claim.id,
            "a": self.article_at.get(claim.article, -1),
            "b": unit(claim.evidence.start),
            "e": unit(claim.evidence.end),
            "c": round(claim.confidence, 2),
        }

    def _marks(self, claim: Claim) -> list[Span]:
        """Return where subject and object stand in the quote, in order, without overlap."""
        refs = (claim.subject, claim.object)
        found = sorted(
            span for ref in refs if isinstance(ref, Ref) and (span := self._mark(claim, ref))
        )
        return [span for i, span in enumerate(found) if i == 0 or span[0] >= found[i - 1][1]]

    def _mark(self, claim: Claim, ref: Ref) -> Span | None:
        """Return the whole mention where a reference stands, or its first mention in the quote."""
        said = claim.evidence
        mentions = [
            (m.start, m.end)
            for m in self.reading.mentions.get(claim.article, ())
            if m.entity == ref.id
            and m.field == said.field
            and said.start <= m.start
            and m.end <= said.end
        ]
        if ref.start is None or ref.end is None or not said.start <= ref.start < said.end:
            return mentions[0] if mentions else None
        around = [m for m in mentions if m[0] <= ref.start and ref.end <= m[1]]
        return around[0] if around else (ref.start, min(ref.end, said.end))

    def _source(self, source: Source) -> list[Any]:
        entity = self.entity_at.get(source.id, -1)
        return [entity, clean_name(source.name), source.cue, int(source.anonymous)]

    def _article(self, article: Article) -> Record:
        record: Record = {
            "n": article.title,
            "u": article.url,
            "d": article.published,
            "e": day_range(article.published),
        }
        if publisher := self.publisher_of[article.id]:
            record["p"] = self.publishers.index(publisher)
        return {"id": article.id} | {
            key: value for key, value in record.items() if value is not None
        }


def _iri(relation: str) -> str:
    return quote(ontology.check_predicate(relation), safe=":/#-_.~")


def _same(offset: int) -> int:
    return offset


def _places(ids: Iterable[str]) -> dict[str, int]:
    return {id_: place for place, id_ in enumerate(ids)}


def _trimmed(*values: str | None) -> list[str]:
    return [value for value in values if value is not None]


def _without_empty(record: Record) -> Record:
    return {key: value for key, value in record.items() if value not in (None, 0, "", [], ())}
