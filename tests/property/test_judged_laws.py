"""Laws of judgements and authorities: they win, in any order, and leave no trace when taken back."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import fakes
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.assemble import relink
from kg.errors import JudgementError
from kg.judgements import append, read_log, take_back
from kg.model import (
    Article,
    ArticleEntity,
    AuthorityRecord,
    Guidance,
    Judgement,
    Reference,
    Verdict,
)
from kg.pipeline import build as run
from kg.resolve import AllMembers, Finder, resolve
from kg.resolve.resolution import shared_members

NAMES = [
    "George W. Bush", "George H. W. Bush", "George Bush", "Bush", "Laura Bush", "Bill Clinton",
    "William J. Clinton", "Beyoncé", "HR McMaster", "H.R. McMaster", "Sergei Kislyak",
    "Sergey I. Kislyak",
]  # fmt: skip
THINGS = {
    "Place": ["U.S.", "America", "Georgia", "Springfield"],
    "Organization": ["FBI", "Federal Bureau of Investigation", "Senate", "Georgia"],
    "Post": ["president"],
}
EVERY = sorted({*NAMES, *(name for names in THINGS.values() for name in names)})
ARTICLES = [f"article/{n}" for n in range(5)]


@st.composite
def members(draw, article, number):
    type_ = draw(st.sampled_from(["Person", "Person", *THINGS]))
    name = draw(st.sampled_from(NAMES if type_ == "Person" else THINGS[type_]))
    held = draw(st.sets(st.sampled_from(["president", "actor"])))
    return ArticleEntity(
        id=f"in/{article}-{number}",
        article=article,
        type=type_,
        name=name,
        gender=draw(st.sampled_from([None, None, "m", "f"])) if type_ == "Person" else None,
        posts=tuple(sorted(held)) if type_ == "Person" else (),
        mentions=draw(st.integers(1, 3)),
    )


@st.composite
def corpora(draw):
    used = ARTICLES[: draw(st.integers(1, len(ARTICLES)))]
    found = [draw(members(article, n)) for article in used for n in range(draw(st.integers(1, 4)))]
    return found, {article: Article(id=article, text="", sha256=article) for article in used}


REFERENCES = st.builds(
    Reference,
    name=st.sampled_from([*EVERY, "Nobody", "<http://a.example/1>"]),
    articles=st.sets(st.sampled_from([*ARTICLES, "article/gone"]), max_size=2).map(
        lambda found: tuple(sorted(found))
    ),
    type=st.sampled_from([None, None, "Person", "Place"]),
)
JUDGEMENTS = st.lists(
    st.builds(Judgement, verdict=st.sampled_from(Verdict), left=REFERENCES, right=REFERENCES),
    max_size=5,
).map(lambda found: tuple(replace(j, line=n) for n, j in enumerate(found, start=1)))
RECORDS = st.lists(
    st.builds(
        AuthorityRecord,
        id=st.sampled_from(["http://a.example/1", "http://a.example/2"]),
        name=st.sampled_from(EVERY),
        source=st.sampled_from(["a.csv", "b.csv"]),
        type=st.sampled_from([None, "Person", "Organization"]),
        aliases=st.sets(st.sampled_from(EVERY), max_size=2).map(lambda a: tuple(sorted(a))),
        posts=st.sampled_from([(), ("president",)]),
    ),
    max_size=3,
    unique_by=lambda record: (record.id, record.source),
).map(tuple)


def outcome(found, articles, guidance):
    """Return the resolution, or that the judgements contradict each other."""
    try:
        return resolve(found, articles, guidance)
    except JudgementError:
        return None


@settings(max_examples=200, deadline=None)
@given(corpora(), JUDGEMENTS, RECORDS, st.randoms(use_true_random=False))
def test_any_order_of_everything_resolves_alike(corpus, judgements, records, chance):
    found, articles = corpus
    turned = [list(found), list(judgements), list(records)]
    for values in turned:
        chance.shuffle(values)
    guidance = Guidance(judgements=judgements, records=records)
    other = Guidance(judgements=tuple(turned[1]), records=tuple(turned[2]))
    one, two = outcome(found, articles, guidance), outcome(turned[0], articles, other)
    if one is None or two is None:
        assert one is two
        return
    assert (one.entities, one.links) == (two.entities, two.links)
    assert sorted(map(repr, one.issues)) == sorted(map(repr, two.issues))


@settings(max_examples=200, deadline=None)
@given(corpora(), JUDGEMENTS, RECORDS)
def test_a_judgement_wins(corpus, judgements, records):
    found, articles = corpus
    resolution = outcome(found, articles, Guidance(judgements=judgements, records=records))
    if resolution is None:
        return
    finder = Finder(AllMembers(shared_members(found, {})))
    links, told = resolution.links, len([i for i in resolution.issues if i.code == "judgement"])
    followed = 0
    for judgement in judgements:
        sides = [finder.all_of(side) for side in (judgement.left, judgement.right)]
        if judgement.verdict is Verdict.UNSURE or not all(sides):
            continue
        named = [{links.get(m, m) for m in side} for side in sides]
        record = any(name.startswith("<") for side in named for name in side)
        posts = {entity.startswith("post/") for side in named for entity in side}
        if record or len(posts) > 1:
            continue
        followed += 1
        if judgement.verdict is Verdict.SAME:
            assert len(named[0] | named[1]) == 1
        else:
            assert not named[0] & named[1]
    assert told <= len(judgements) - followed


@settings(max_examples=150, deadline=None)
@given(corpora(), JUDGEMENTS, RECORDS)
def test_every_member_has_one_entity_whatever_is_judged(corpus, judgements, records):
    found, articles = corpus
    resolution = outcome(found, articles, Guidance(judgements=judgements, records=records))
    if resolution is not None:
        assert set(resolution.links) == {m.id for m in found}
        assert len({e.id for e in resolution.entities}) == len(resolution.entities)
        assert sorted(m for e in resolution.entities for m in e.members) == sorted(resolution.links)
        assert not any(set(e.same_as) & set(e.close_match) for e in resolution.entities)


@settings(max_examples=100, deadline=None)
@given(corpora(), JUDGEMENTS)
def test_an_unrelated_article_and_judgement_change_no_other_entity(corpus, judgements):
    found, articles = corpus
    other = [
        ArticleEntity(id="in/x-0", article="article/x", type="Person", name="Ada Lovelace"),
        ArticleEntity(id="in/x-1", article="article/x", type="Person", name="Ada Byron"),
    ]
    more = {**articles, "article/x": Article(id="article/x", text="", sha256="x")}
    extra = Judgement(
        verdict=Verdict.SAME,
        left=Reference(name="Ada Lovelace"),
        right=Reference(name="Ada Byron"),
        line=9,
    )
    before = outcome(found, articles, Guidance(judgements=judgements))
    after = outcome(found + other, more, Guidance(judgements=(*judgements, extra)))
    if before is None or after is None:
        assert before is after
    else:
        assert set(before.entities) <= set(after.entities)


# --- through the store -----------------------------------------------------------------------

LINES = st.sampled_from(["Zorba sees Qux.", "Qux says Zorba.", "Vim sees Qux.", "Zed says Vim."])
TEXTS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)
STORIES = st.dictionaries(st.sampled_from("abcd"), TEXTS, min_size=1, max_size=4)
SIDES = st.builds(
    Reference,
    name=st.sampled_from(["Zorba", "Qux", "Vim", "Zed"]),
    articles=st.sets(st.sampled_from([f"https://{n}.example/" for n in "abcd"]), max_size=3).map(
        lambda found: tuple(sorted(found))
    ),
)
LOGS = st.lists(
    st.builds(Judgement, verdict=st.sampled_from(Verdict), left=SIDES, right=SIDES), max_size=4
)
STAGES = replace(fakes.stages(), resolve=resolve, relink=relink)
TABLES = ("articles", "entities", "mentions", "claims", "attributions", "statements", "issues")


def build(folder, out, log, names=None):
    """Build from some stories; return the files, or None where judgements contradict."""
    paths = [path for path in sorted(folder.iterdir()) if names is None or path.stem in names]
    try:
        run(paths, out, workers=1, stages=STAGES, judgements=log if log.exists() else None)
    except JudgementError:
        return None
    return {name: (out / f"{name}.jsonl").read_bytes() for name in TABLES}


@settings(max_examples=25, deadline=None, derandomize=True)
@given(stories=STORIES, judgements=LOGS, data=st.data())
def test_any_order_of_arrival_and_of_judging_gives_the_same_bytes(stories, judgements, data):
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        folder, log, other = root / "articles", root / "log.txt", root / "other.txt"
        folder.mkdir()
        for name, text in stories.items():
            path = folder / f"{name}.txt"
            path.write_text(f"https://{name}.example/\n2031-06-06\n{text}", encoding="utf-8")
        append(log, judgements)
        expected = build(folder, root / "at-once", log)
        # Articles and judgements come in turns, in any order; some judgements are undone again.
        waiting = data.draw(st.permutations(sorted(stories)))
        saying = data.draw(st.permutations(judgements))
        for n, name in enumerate(waiting):
            append(other, saying[n : n + 1])
            build(folder, root / "in-turns", other, names={name})
        append(other, saying[len(waiting) :])
        for judgement in data.draw(st.permutations(read_log(other))):
            take_back(other, judgement.line)
            if data.draw(st.booleans()):
                build(folder, root / "in-turns", other)
        plain = build(folder, root / "in-turns", other)
        assert plain == build(folder, root / "nobody-judged", root / "no-log.txt")
        append(other, judgements)
        assert build(folder, root / "in-turns", other) == expected
