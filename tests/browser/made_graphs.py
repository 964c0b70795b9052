"""Invented graphs of any size for the viewer's tests and its benchmark; nothing here is news."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field

from kg import ids
from kg.model import (
    Article,
    Attribution,
    Certainty,
    Claim,
    Entity,
    Evidence,
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

GIVEN = "Ada Bram Céline Dario Elif Farah Goran Hana Ivo Jelka Kofi Lena Mirko Nadia Otto Petra".split()
FAMILY = "Aalto Berg Castel Dvořák Eriksen Falk Grünwald Holm Ibarra Jansen Krol Lind Moreau Novak".split()
TOWNS = "Halden Lisvik Valdoria Montrose Skarne Baltra Kestrel Aurelia Tidal Norvik Meridian".split()
KINDS = {
    "Organization": ("Energy", "Bank", "Union", "Institute", "Council", "Holdings", "Courier"),
    "Place": ("Bay", "Island", "Harbour", "Bridge", "Square"),
    "Group": ("dockworkers", "fishermen", "councillors", "pilots"),
    "Event": ("summit", "strike", "spill", "trial", "election"),
}
VERBS = {
    "met": "meet", "accused": "accuse", "hired": "hire", "sued": "sue", "praised": "praise",
    "visited": "visit", "warned": "warn", "blamed": "blame for", "took over": "take over",
}  # fmt: skip
POSTS = ("mayor", "press secretary", "chief executive", "harbour master", "attorney general")
PHRASES = ("freedom to do the job", "the fallout from the order", "a draft of the report")
PUBLISHERS = ("The Halden Courier", "Radio Lisvik", "Valdoria Business Wire", "Skarne Post")
OPENINGS = ("", "", "😀 ", "On Tuesday, ", "Naïve or not, ")


@dataclass
class Maker:
    """Writes articles sentence by sentence and keeps every offset."""

    seed: int
    articles: list[Article] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    text: str = ""
    article: str = ""

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)

    def entity(self, type_: str, name: str, **more: object) -> Entity:
        id_ = ids.entity_id(type_, name, str(more.get("of") or ""))
        if id_ not in self.entities:
            last = name.split()[-1]
            aliases = (last,) if type_ == "Person" else ()
            self.entities[id_] = Entity(
                id=id_, name=name, type=type_, aliases=aliases, articles=1, mentions=2, **more
            )
        return self.entities[id_]

    def begin(self, title: str, publisher: str, day: str) -> None:
        number = len(self.articles)
        self.article = f"article/{number:06d}"
        self.text = ""
        self._header = (title, publisher, day, f"https://news.example/{number}")

    def end(self) -> None:
        title, publisher, day, url = self._header
        self.articles.append(
            Article(
                id=self.article, text=self.text, sha256=ids.digest(self.text), url=url,
                title=title, published=day, publisher=publisher,
            )
        )  # fmt: skip

    def say(
        self,
        subject: Entity,
        verb: str,
        lemma: str,
        other: Entity | None,
        *,
        stance: Stance = Stance.ASSERTED,
        polarity: Polarity = Polarity.POSITIVE,
        source: Entity | None = None,
        recipient: Entity | None = None,
        status: PostStatus | None = None,
        time: str | None = None,
    ) -> None:
        """Write one sentence and the claim that it makes."""
        start = len(self.text) + (1 if self.text else 0)
        self.text += (" " if self.text else "") + self.random.choice(OPENINGS)
        first = self._mention(subject)
        self.text += " did not, it is said, " if polarity is Polarity.NEGATIVE else " "
        self.text += verb
        second = None
        if other:
            self.text += " "
            second = self._mention(other)
        if recipient:
            self.text += " before "
            self._mention(recipient)
        content_end = len(self.text)
        cue = None
        if source:
            self.text += ", according to "
            cue = (content_end + 2, content_end + 14)
            spoken = self._mention(source)
        self.text += "."
        end = len(self.text)
        if source and cue:
            self.attributions.append(
                Attribution(
                    article=self.article, kind=SpeechKind.INDIRECT,
                    cue=Span(start=cue[0], end=cue[1], text="according to"),
                    content=(Span(start=start, end=content_end, text=self.text[start:content_end]),),
                    source=Span(start=spoken[0], end=spoken[1], text=source.name),
                    entity=source.id, anonymous=source.anonymous,
                )
            )  # fmt: skip
        qualifiers = []
        if recipient:
            qualifiers.append(Qualifier(role="recipient", name=recipient.name, id=recipient.id))
        if time:
            qualifiers.append(Qualifier(role="time", name="at that time", value=time))
        relation = "org:holds" if status else ids.relation_term(lemma)
        self.claims.append(
            Claim(
                id=ids.claim_id(self.article, start, verb), article=self.article,
                subject=Ref(id=subject.id, name=subject.name, type=subject.type, start=first[0], end=first[1]),
                predicate=Predicate(id=relation, lemma=lemma, label=verb),
                object=Ref(id=other.id, name=other.name, type=other.type, start=second[0], end=second[1])
                if other and second else None,
                polarity=polarity, stance=stance,
                certainty=Certainty.PROBABLE if self.random.random() < 0.1 else Certainty.CERTAIN,
                evidence=Evidence(quote=self.text[start:end], start=start, end=end, extractor="made@1"),
                confidence=round(0.5 + self.random.random() / 2, 2),
                qualifiers=tuple(qualifiers),
                attribution=(Source(id=source.id, name=source.name, cue="according to", anonymous=source.anonymous),)
                if source else (),
                status=status,
            )
        )  # fmt: skip

    def _mention(self, entity: Entity) -> tuple[int, int]:
        start = len(self.text)
        self.text += entity.name
        self.mentions.append(
            Mention(
                article=self.article, start=start, end=len(self.text), text=entity.name,
                kind=MentionKind.NAME, type=entity.type, entity=entity.id,
            )
        )  # fmt: skip
        return start, len(self.text)

    def view(self) -> Snapshot:
        """Merge the claims into statements, plainly."""
        publisher = {article.id: article.publisher for article in self.articles}
        groups: dict[tuple, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            object_id = claim.object.id if isinstance(claim.object, Ref) else None
            groups[claim.subject.id, claim.predicate.id, object_id, claim.polarity, claim.stance].append(claim)
        said: dict[tuple, list[str]] = defaultdict(list)
        made = {key: ids.statement_id(*map(str, key)) for key in groups}
        for key, id_ in made.items():
            said[key[:3]].append(id_)
        opposite = {Polarity.POSITIVE: Polarity.NEGATIVE, Polarity.NEGATIVE: Polarity.POSITIVE}
        statements = []
        for key, claims in groups.items():
            first = claims[0]
            against = [
                made[*key[:3], opposite[key[3]], stance]
                for stance in Stance
                if (*key[:3], opposite[key[3]], stance) in made and key[2]
            ]
            publishers = len({publisher[c.article] for c in claims})
            statements.append(
                Statement(
                    id=made[key], subject=first.subject, predicate=first.predicate, object=first.object,
                    polarity=first.polarity, stance=first.stance, claims=tuple(c.id for c in claims),
                    articles=len({c.article for c in claims}), publishers=publishers,
                    independent=publishers, belief=round(min(0.97, 0.5 + 0.15 * len(claims)), 3),
                    status=first.status, conflicts=tuple(sorted(against)),
                    since="2026-03" if first.status else None,
                )
            )  # fmt: skip
        return Snapshot(
            article_rows=tuple(self.articles),
            entity_rows=tuple(sorted(self.entities.values(), key=lambda e: e.id)),
            mention_rows=tuple(self.mentions),
            claim_rows=tuple(self.claims),
            attribution_rows=tuple(self.attributions),
            statement_rows=tuple(sorted(statements, key=lambda s: s.id)),
        )


def made_view(entities: int, *, facts: int = 3, seed: int = 1) -> Snapshot:
    """Return a view with about that many named entities and ``facts`` claims for each."""
    make = Maker(seed)
    choose = make.random
    things = _things(make, entities)
    communities = max(1, entities // 14)
    for _ in range(entities * facts // 8 or 1):
        day = f"2026-{choose.randint(1, 10):02d}-{choose.randint(1, 28):02d}"
        community = choose.randrange(communities)
        near = things[community::communities]
        lead = choose.choice(near)
        make.begin(f"{lead.name} and the {choose.choice(TOWNS)} affair", choose.choice(PUBLISHERS), day)
        for _ in range(8):
            _sentence(make, near, things)
        make.end()
    return make.view()


def _things(make: Maker, count: int) -> list[Entity]:
    choose = make.random
    things = []
    for number in range(count):
        type_ = choose.choice(["Person"] * 5 + ["Organization"] * 3 + ["Place"] * 2 + ["Group", "Event"])
        if type_ == "Person":
            name = f"{choose.choice(GIVEN)} {choose.choice(FAMILY)}"
        else:
            name = f"{choose.choice(TOWNS)} {choose.choice(KINDS[type_])}"
        if any(e.name == name for e in things[-200:]) or count > 300:
            name += f" {number}"
        things.append(make.entity(type_, name))
    return things


def _sentence(make: Maker, near: list[Entity], everyone: list[Entity]) -> None:
    choose = make.random
    # The square draws the important ones more often, as in the news.
    subject = near[int(choose.random() ** 2 * len(near))]
    other = near[int(choose.random() ** 2 * len(near))] if choose.random() < 0.85 else choose.choice(everyone)
    if other.id == subject.id:
        other = everyone[(everyone.index(subject) + 1) % len(everyone)]
    kind = choose.random()
    if kind < 0.12 and subject.type == "Person" and other.type == "Organization":
        post = make.entity("Post", choose.choice(POSTS), of=other.id)
        status = choose.choice([PostStatus.CURRENT, PostStatus.CURRENT, PostStatus.FORMER, PostStatus.ACTING])
        make.say(subject, "holds", "hold", post, status=status)
        return
    if kind < 0.3:
        phrase = make.entity("Phrase", choose.choice(PHRASES), of=None, local=True)
        phrase = Entity(
            id=ids.mention_entity_id(make.article, "phrase", len(make.text), 0),
            name=phrase.name, type="Phrase", local=True, articles=1, mentions=1,
        )  # fmt: skip
        make.entities[phrase.id] = phrase
        make.say(subject, "asked for", "ask for", phrase, recipient=other, time="2026-05")
        return
    verb = choose.choice(sorted(VERBS))
    stance = choose.choice([Stance.ASSERTED] * 6 + [Stance.REPORTED] * 3 + [Stance.HYPOTHETICAL])
    polarity = Polarity.NEGATIVE if choose.random() < 0.08 else Polarity.POSITIVE
    source = None
    if stance is Stance.REPORTED:
        source = _unnamed(make) if choose.random() < 0.5 else choose.choice(near)
    make.say(subject, verb, VERBS[verb], other, stance=stance, polarity=polarity, source=source)
    if polarity is Polarity.NEGATIVE and choose.random() < 0.4:
        make.say(subject, verb, VERBS[verb], other)


def _unnamed(make: Maker) -> Entity:
    id_ = ids.mention_entity_id(make.article, "source", len(make.text), 1)
    make.entities[id_] = Entity(
        id=id_, name="two people briefed on the matter", type="Group", local=True, anonymous=True
    )
    return make.entities[id_]
