"""Who is who over all articles: from what each article tells of a thing to the things themselves.

    resolve(entities, articles).links["in/4f…"]   →   "person/jeff-sessions-1f3a9c02"

A pure function of its arguments: the order of the entities, their number of copies and the machine
change nothing. Claims are not read; they follow by the links (see *assemble*).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.lexicon.spellings import spelt
from kg.model import Entity, Guidance, Resolution, Verdict
from kg.names import name_key
from kg.resolve import gazetteer
from kg.resolve.authorities import match
from kg.resolve.bearers import text_name
from kg.resolve.canonical import entities_of, local_entity
from kg.resolve.clustering import cluster_people
from kg.resolve.deciding import Corpus
from kg.resolve.finding import AllMembers, Finder, is_of_happenings
from kg.resolve.following import followed
from kg.resolve.former import with_former_ids
from kg.resolve.grouping import Group, in_articles
from kg.resolve.inherited import in_headlines
from kg.resolve.judging import judge
from kg.resolve.kinds import agree, vote
from kg.resolve.lives import STORM
from kg.resolve.organizations import group_organizations
from kg.resolve.peoples import group_peoples
from kg.resolve.places import group_places, regions_of
from kg.resolve.posts import group_posts
from kg.resolve.rulings import find_rulings
from kg.resolve.stated import stated
from kg.resolve.surnames import shortened
from kg.resolve.surroundings import Surroundings
from kg.resolve.written_small import with_capitals

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import Article, ArticleEntity
    from kg.resolve.rulings import Rulings


NO_GUIDANCE = Guidance()
NOBODY: Mapping[str, frozenset[str]] = MappingProxyType({})


def resolve(
    entities: Iterable[ArticleEntity],
    articles: Mapping[str, Article],
    guidance: Guidance = NO_GUIDANCE,
) -> Resolution:
    """Return the things that the articles tell of, and the thing of each `ArticleEntity`.

    ``articles`` maps article ids to articles; their keywords help to tell namesakes apart. Local
    and anonymous members become entities of their own. A judgement wins over every rule and every
    authority; raises `JudgementError` where judgements contradict each other.
    """
    members = with_capitals(_unique(entities))
    own = [local_entity(m) for m in members if m.local or m.anonymous]
    shared = _typed(members, articles)
    things = [j for j in guidance.judgements if not is_of_happenings(j)]
    rulings = find_rulings(things, Finder(AllMembers(shared)))
    corpus = told_by(shared, articles)
    grouped = _groups(shared, corpus, rulings)
    told = [*stated(shared, articles), *shortened(grouped, corpus)]
    joined = judge(grouped, told, corpus.company)
    judged = judge(joined, rulings.inside, corpus.company)
    known, issues = match(judged, guidance.records, rulings)
    named = entities_of(known)
    links = _links([*own, *named])
    posts = group_posts(shared, links, followed(shared, articles), in_headlines(shared, articles))
    made = entities_of(judge(posts, rulings.inside, corpus.company))
    links |= _links(made)
    known_before = with_former_ids([*own, *named, *made], shared, links)
    everything = sorted(known_before, key=lambda entity: entity.id)
    unheard = (*guidance.issues, *rulings.issues, *issues)
    return Resolution(entities=tuple(everything), links=dict(sorted(links.items())), issues=unheard)


def _unique(entities: Iterable[ArticleEntity]) -> list[ArticleEntity]:
    """Return the members by id; of two that share an id, the one that reads first."""
    unique: dict[str, ArticleEntity] = {}
    for member in entities:
        other = unique.setdefault(member.id, member)
        if other != member:
            unique[member.id] = min(other, member, key=repr)
    return [unique[id_] for id_ in sorted(unique)]


def _groups(members: Sequence[ArticleEntity], corpus: Corpus, rulings: Rulings) -> list[Group]:
    by_type: dict[str, list[ArticleEntity]] = {}
    for member in members:
        by_type.setdefault(member.type, []).append(member)
    regions = regions_of(members)
    one = [r.left | r.right for r in rulings.inside if r.verdict is Verdict.SAME]
    groups: list[Group] = []
    for type_, same in sorted(by_type.items()):
        if type_ == "Person":
            groups += cluster_people(same, corpus, one)
        elif type_ == "Organization":
            groups += group_organizations(same, regions, gazetteer.is_place, corpus)
        elif type_ == "Place":
            groups += group_places(same, regions, corpus)
        elif type_ == "Group":
            groups += group_peoples(same)
        elif type_ != "Post":
            groups += _by_name(type_, same, corpus)
    return groups


def shared_members(
    entities: Iterable[ArticleEntity], articles: Mapping[str, Article]
) -> list[ArticleEntity]:
    """Return the members that articles can share, with the types that they agree on."""
    return _typed(with_capitals(_unique(entities)), articles)


def _typed(
    members: Iterable[ArticleEntity], articles: Mapping[str, Article]
) -> list[ArticleEntity]:
    shared = [m for m in members if not (m.local or m.anonymous)]
    voted = vote(shared, gazetteer.is_place)
    return agree(voted, _surroundings(voted, articles), gazetteer.is_place)


def told_by(members: Sequence[ArticleEntity], articles: Mapping[str, Article]) -> Corpus:
    """Return what the articles of the members tell beside the members themselves."""
    company: dict[str, set[str]] = {}
    things: dict[str, int] = {}
    for member in members:
        if member.type == "Person":
            name = text_name(member)
            if name:
                company.setdefault(member.article, set()).add(name_key(name.full))
        elif member.type in {"Organization", "Place"}:
            key = name_key(member.name)
            things[key] = things.get(key, 0) + 1
    frozen = {article: frozenset(names) for article, names in company.items()}
    around = _surroundings(members, articles, frozen)
    return Corpus(articles=articles, company=frozen, things=things, around=around)


def _surroundings(
    members: Sequence[ArticleEntity],
    articles: Mapping[str, Article],
    company: Mapping[str, frozenset[str]] = NOBODY,
) -> Surroundings:
    return Surroundings(members, articles, regions_of(members), company)


def _by_name(type_: str, members: Sequence[ArticleEntity], corpus: Corpus) -> list[Group]:
    """Group things of any other type (works, laws, products) by their whole name."""
    named: dict[str, list[ArticleEntity]] = {}
    for member in members:
        # A word without a capital is a kind of thing, not a name.
        is_name = any(c.isupper() for c in member.name)
        key = STORM.sub("", spelt(name_key(member.name)))
        named.setdefault(key if is_name else member.id, []).append(member)
    by_name: dict[tuple[str, str], list[ArticleEntity]] = {}
    for name, same in named.items():
        camps = corpus.camps(same)
        for member in same:
            by_name.setdefault((name, camps.get(member.id, "")), []).append(member)
    return [
        Group(
            type=type_,
            members=tuple(same),
            reasons=(f"same name in {in_articles(len(same))}",) if len(same) > 1 else (),
        )
        for _, same in sorted(by_name.items())
    ]


def _links(entities: Iterable[Entity]) -> dict[str, str]:
    pairs = ((member, entity.id) for entity in entities for member in entity.members)
    return dict(pairs)
