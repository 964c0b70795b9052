"""Invented graphs of any size for the viewer's tests and its benchmark; nothing here is news."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field, replace

from kg import ids
from kg.model import (
    Article,
    Attribution,
    Certainty,
    Claim,
    Entity,
    Evidence,
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

GIVEN = (
    "Ada", "Bram", "Céline", "Dario", "Elif", "Farah", "Goran", "Hana",
    "Ivo", "Jelka", "Kofi", "Lena", "Mirko", "Nadia", "Otto", "Petra",
)  # fmt: skip
FAMILY = (
    "Aalto", "Berg", "Castel", "Dvořák", "Eriksen", "Falk", "Grünwald", "Holm",
    "Ibarra", "Jansen", "Krol", "Lind", "Moreau", "Novak",
)  # fmt: skip
TOWNS = (
    "Halden", "Lisvik", "Valdoria", "Montrose", "Skarne", "Baltra",
    "Kestrel", "Aurelia", "Tidal", "Norvik", "Meridian",
)  # fmt: skip
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
        self.random = random.Random(self.seed)  # noqa: S311  # the same graph every time

    def entity(self, type_: str, name: str, **more: object) -> Entity:
        id_ = ids.entity_id(type_, name, str(more.get("of") or ""))
        if id_ not in self.entities:
            last = name.rsplit(maxsplit=1)[-1]
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

    def say(  # noqa: PLR0913  # one sentence has this many parts
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
        opening: str | None = None,
    ) -> None:
        """Write one sentence and the claim that it makes."""
        start = len(self.text) + (1 if self.text else 0)
        self.text += " " if self.text else ""
        self.text += self.random.choice(OPENINGS) if opening is None else opening
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
        quote = self.text[start:end]
        if source and cue:
            self.attributions.append(
                Attribution(
                    article=self.article,
                    kind=SpeechKind.INDIRECT,
                    cue=Span(start=cue[0], end=cue[1], text="according to"),
                    content=(
                        Span(start=start, end=content_end, text=quote[: content_end - start]),
                    ),
                    source=Span(start=spoken[0], end=spoken[1], text=source.name),
                    entity=source.id,
                    anonymous=source.anonymous,
                )
            )
        qualifiers = []
        if recipient:
            qualifiers.append(Qualifier(role="recipient", name=recipient.name, id=recipient.id))
        if time:
            qualifiers.append(Qualifier(role="time", name="at that time", value=time))
        sources = ()
        if source:
            sources = (
                Source(
                    id=source.id, name=source.name, cue="according to", anonymous=source.anonymous
                ),
            )
        self.claims.append(
            Claim(
                id=ids.claim_id(self.article, start, verb),
                article=self.article,
                subject=_ref(subject, first),
                predicate=Predicate(
                    id="org:holds" if status else ids.relation_term(lemma), lemma=lemma, label=verb
                ),
                object=_ref(other, second) if other and second else None,
                polarity=polarity,
                stance=stance,
                certainty=Certainty.PROBABLE if self.random.random() < 0.1 else Certainty.CERTAIN,
                evidence=Evidence(quote=quote, start=start, end=end, extractor="made@1"),
                confidence=round(0.5 + self.random.random() / 2, 2),
                qualifiers=tuple(qualifiers),
                attribution=sources,
                status=status,
            )
        )

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
            groups[
                claim.subject.id, claim.predicate.id, object_id, claim.polarity, claim.stance
            ].append(claim)
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
                    id=made[key],
                    subject=first.subject,
                    predicate=first.predicate,
                    object=first.object,
                    polarity=first.polarity,
                    stance=first.stance,
                    claims=tuple(c.id for c in claims),
                    articles=len({c.article for c in claims}),
                    publishers=publishers,
                    independent=publishers,
                    belief=round(min(0.97, 0.5 + 0.15 * len(claims)), 3),
                    status=first.status,
                    conflicts=tuple(sorted(against)),
                    since="2026-03" if first.status else None,
                )
            )
        return Snapshot(
            article_rows=tuple(self.articles),
            entity_rows=tuple(sorted(self.entities.values(), key=lambda e: e.id)),
            mention_rows=tuple(self.mentions),
            claim_rows=tuple(self.claims),
            attribution_rows=tuple(self.attributions),
            statement_rows=tuple(sorted(statements, key=lambda s: s.id)),
        )


def _ref(entity: Entity, at: tuple[int, int]) -> Ref:
    return Ref(id=entity.id, name=entity.name, type=entity.type, start=at[0], end=at[1])


def story() -> Snapshot:
    """Return a small graph in which every kind of thing happens once, by name."""
    make = Maker(seed=3)
    ibarra = make.entity("Person", "Tomás Ibarra")
    falk = make.entity("Person", "Lena Falk")
    haddad = make.entity("Person", "Omar Haddad")
    council = make.entity("Organization", "Halden Council")
    norvik = make.entity("Organization", "Norvik Energy")
    bay = make.entity("Place", "Skarne Bay")
    mayor = make.entity("Post", "mayor", of=council.id)
    make.begin("Oil 😀 in the bay", "The Halden Courier", "2026-02-04")
    make.say(ibarra, "holds", "hold", mayor, status=PostStatus.CURRENT, opening="😀😀 ")
    make.say(norvik, "polluted", "pollute", bay, opening="👩‍🚒 Naïve or not, ")
    make.say(ibarra, "accused", "accuse", norvik, opening="😀 ")
    make.say(falk, "met", "meet", ibarra, stance=Stance.REPORTED, source=_unnamed(make))
    freedom = _phrase(make, "freedom to do the job")
    make.say(falk, "asked for", "ask for", freedom, recipient=council, time="2026-01")
    make.end()
    make.begin("Mayor denies meeting", "Radio Lisvik", "2026-03-10")
    make.say(falk, "met", "meet", ibarra, polarity=Polarity.NEGATIVE, opening="")
    make.say(ibarra, "accused", "accuse", norvik, opening="")
    make.say(norvik, "sued", "sue", council, stance=Stance.HYPOTHETICAL, opening="")
    make.say(haddad, "hired", "hire", falk, stance=Stance.REPORTED, source=ibarra, opening="")
    make.end()
    return make.view()


def hostile(view: Snapshot, bad: str) -> Snapshot:
    """Return ``view`` with ``bad`` in every field that is shown; only ids keep their form."""
    named = {"name": bad, "aliases": (bad, f"{bad}2"), "same_as": ("javascript:window.ran=1", bad)}
    return replace(
        view,
        article_rows=tuple(
            replace(
                a, title=bad, publisher=bad, url="javascript:window.ran=2", text=f"{a.text} {bad}"
            )
            for a in view.article_rows
        ),
        entity_rows=tuple(
            replace(e, type=bad if e.local else e.type, **named) for e in view.entity_rows
        ),
        claim_rows=tuple(
            replace(
                c,
                qualifiers=(Qualifier(role=bad, name=bad, value=bad),),
                attribution=(Source(id=bad, name=bad, cue=bad, anonymous=True),),
            )
            for c in view.claim_rows
        ),
        statement_rows=tuple(
            replace(
                s,
                predicate=Predicate(id=s.predicate.id, lemma=bad, label=bad),
                since=bad,
                object=s.object or Literal(value=bad),
            )
            for s in view.statement_rows
        ),
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
        make.begin(
            f"{lead.name} and the {choose.choice(TOWNS)} affair", choose.choice(PUBLISHERS), day
        )
        for _ in range(8):
            _sentence(make, near, things)
        make.end()
    return make.view()


def _things(make: Maker, count: int) -> list[Entity]:
    choose = make.random
    things = []
    for number in range(count):
        type_ = choose.choice(
            ["Person"] * 5 + ["Organization"] * 3 + ["Place"] * 2 + ["Group", "Event"]
        )
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
    other = (
        near[int(choose.random() ** 2 * len(near))]
        if choose.random() < 0.85
        else choose.choice(everyone)
    )
    if other.id == subject.id:
        other = everyone[(everyone.index(subject) + 1) % len(everyone)]
    kind = choose.random()
    if kind < 0.12 and subject.type == "Person" and other.type == "Organization":
        post = make.entity("Post", choose.choice(POSTS), of=other.id)
        status = choose.choice(
            [PostStatus.CURRENT, PostStatus.CURRENT, PostStatus.FORMER, PostStatus.ACTING]
        )
        make.say(subject, "holds", "hold", post, status=status)
        return
    if kind < 0.3:
        phrase = _phrase(make, choose.choice(PHRASES))
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


def _phrase(make: Maker, words: str) -> Entity:
    id_ = ids.mention_entity_id(make.article, "phrase", len(make.text), 0)
    make.entities[id_] = Entity(
        id=id_, name=words, type="Phrase", local=True, articles=1, mentions=1
    )
    return make.entities[id_]


def _unnamed(make: Maker) -> Entity:
    id_ = ids.mention_entity_id(make.article, "source", len(make.text), 1)
    make.entities[id_] = Entity(
        id=id_, name="two people briefed on the matter", type="Group", local=True, anonymous=True
    )
    return make.entities[id_]
