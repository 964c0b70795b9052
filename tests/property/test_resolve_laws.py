"""Laws of *resolve*: a function of what articles tell, whatever their order or number of copies."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Article, ArticleEntity
from kg.resolve import resolve

PEOPLE = [
    "George W. Bush", "George H. W. Bush", "George Bush", "Bush", "Mr. Bush", "Laura Bush",
    "Donald Trump", "Donald J. Trump", "Donald Trump Jr.", "Trump", "Bill Clinton",
    "William J. Clinton", "Hillary Clinton", "Mrs. Clinton", "Xi Jinping", "Xi", "Beyoncé", "Emma",
    "HR McMaster", "H.R. McMaster", "Sergei Kislyak", "Sergey I. Kislyak",
]  # fmt: skip
THINGS = {
    "Place": ["U.S.", "America", "Georgia", "Springfield", "Illinois", "Chicago", "Paris"],
    "Organization": ["FBI", "Federal Bureau of Investigation", "Senate", "Chicago", "ZFU"],
    "Post": ["president", "attorney general", "senator"],
    "Group": ["Democrat", "Democrats", "Democratic", "Americans", "fans"],
    "Event": ["resignation"],
}
KEYWORDS = {"Bush": "George W. Bush", "Trump": "Donald J. Trump", "Clinton": "William J. Clinton"}
AS_PRINTED = ("Bush  George W", "Trump  Donald J", "Clinton  Hillary Rodham")


@st.composite
def members(draw, article, number):
    """Draw what one article tells of one thing."""
    type_ = draw(st.sampled_from(["Person", "Person", "Person", *THINGS]))
    name = draw(st.sampled_from(PEOPLE if type_ == "Person" else THINGS[type_]))
    made = {}
    if type_ == "Person":
        made["gender"] = draw(st.sampled_from([None, None, "m", "f"]))
        held = tuple(draw(st.sets(st.sampled_from(["president", "senator", "actor"]))))
        # A junior and a senior who hold one post are, as far as articles tell, one man.
        made["posts"] = held if not name.endswith("Jr.") else ()
        keyword = KEYWORDS.get(name.split()[-1])
        made["keyword_name"] = draw(st.sampled_from([None, keyword]))
    if type_ == "Post":
        made["of"] = draw(st.sampled_from([None, f"in/{article}-{draw(st.integers(0, 4))}"]))
        holders = draw(st.sets(st.integers(0, 4).filter(lambda n: n != number), max_size=2))
        made["holders"] = tuple(sorted(f"in/{article}-{n}" for n in holders))
    return ArticleEntity(
        id=f"in/{article}-{number}",
        article=article,
        type=type_,
        name=name,
        forms=(name,),
        local=type_ == "Event",
        mentions=draw(st.integers(1, 3)),
        **made,
    )


@st.composite
def corpora(draw):
    """Draw some articles and what they tell."""
    found, articles = [], {}
    for n in range(draw(st.integers(1, 6))):
        id_ = f"article/{n}"
        keywords = tuple(draw(st.sets(st.sampled_from(AS_PRINTED))))
        articles[id_] = Article(id=id_, text="", sha256=id_, keywords=tuple(sorted(keywords)))
        found += [draw(members(id_, number)) for number in range(draw(st.integers(1, 5)))]
    return found, articles


@settings(max_examples=150, deadline=None)
@given(corpora(), st.randoms(use_true_random=False))
def test_any_order_resolves_alike(corpus, chance):
    found, articles = corpus
    shuffled = list(found)
    chance.shuffle(shuffled)
    turned = dict(reversed(articles.items()))
    assert resolve(shuffled, turned) == resolve(found, articles)


@settings(max_examples=50, deadline=None)
@given(corpora())
def test_saying_it_twice_changes_nothing(corpus):
    found, articles = corpus
    assert resolve(found + found, articles) == resolve(found, articles)


@settings(max_examples=100, deadline=None)
@given(corpora())
def test_every_member_has_one_entity_and_local_ones_their_own(corpus):
    found, articles = corpus
    resolution = resolve(found, articles)
    assert set(resolution.links) == {m.id for m in found}
    assert len({e.id for e in resolution.entities}) == len(resolution.entities)
    assert sorted(m for e in resolution.entities for m in e.members) == sorted(resolution.links)
    for entity in resolution.entities:
        if entity.local:
            assert len(entity.members) == 1


@settings(max_examples=100, deadline=None)
@given(corpora())
def test_an_unrelated_article_changes_no_other_entity(corpus):
    found, articles = corpus
    other = [
        ArticleEntity(id="in/x-0", article="article/x", type="Person", name="Ada Lovelace"),
        ArticleEntity(id="in/x-1", article="article/x", type="Place", name="Reykjavik"),
        ArticleEntity(id="in/x-2", article="article/x", type="Organization", name="Royal Society"),
    ]
    more = {**articles, "article/x": Article(id="article/x", text="", sha256="x")}
    after = set(resolve(found + other, more).entities)
    assert set(resolve(found, articles).entities) <= after


@settings(max_examples=150, deadline=None)
@given(corpora())
def test_names_that_cannot_be_one_person_are_never_one(corpus):
    found, articles = corpus
    links = resolve(found, articles).links
    of_name = {}
    for member in found:
        if member.type == "Person":
            of_name.setdefault(member.name, set()).add(links[member.id])
    for left, right in (
        ("George W. Bush", "George H. W. Bush"),
        ("Donald J. Trump", "Donald Trump Jr."),
        ("Bill Clinton", "Hillary Clinton"),
        ("George Bush", "Laura Bush"),
    ):
        assert not of_name.get(left, set()) & of_name.get(right, set())


@settings(max_examples=150, deadline=None)
@given(corpora())
def test_a_post_is_of_one_label_and_of_one_thing(corpus):
    found, articles = corpus
    resolution = resolve(found, articles)
    by_id = {m.id: m for m in found}
    for entity in resolution.entities:
        if entity.type == "Post":
            members = [by_id[id_] for id_ in entity.members]
            of = [by_id[m.of] for m in members if m.of in by_id]
            things = {resolution.links[m.id] for m in of if m.type != "Post"}
            assert len({m.name for m in members}) == 1
            assert things == ({entity.of} if entity.of else set())


@settings(max_examples=150, deadline=None)
@given(corpora())
def test_two_posts_of_nothing_share_no_holder(corpus):
    found, articles = corpus
    resolution = resolve(found, articles)
    by_id = {m.id: m for m in found}
    owner = {}
    for entity in resolution.entities:
        if entity.type == "Post" and not entity.of:
            for member in map(by_id.get, entity.members):
                for holder in member.holders:
                    person = resolution.links.get(holder)
                    if person:
                        assert owner.setdefault((entity.name, person), entity.id) == entity.id


@settings(max_examples=150, deadline=None)
@given(corpora())
def test_a_former_id_is_one_that_an_article_alone_gives_and_leads_to_one_thing(corpus):
    found, articles = corpus
    resolution = resolve(found, articles)
    former = [id_ for entity in resolution.entities for id_ in entity.former_ids]
    assert len(former) == len(set(former))
    assert not set(former) & {entity.id for entity in resolution.entities}
    for entity in resolution.entities:
        if entity.type == "Person":
            alone = (resolve([m], articles) for m in found if m.id in entity.members)
            assert set(entity.former_ids) <= {e.id for one in alone for e in one.entities}
