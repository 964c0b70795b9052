"""Ids that a thing had before more articles told more of it: they lead to what it is now."""

from kg.model import ArticleEntity, Guidance, Judgement, Reference, Verdict
from kg.resolve import resolve


def member(number, name, type_="Person", **fields):
    return ArticleEntity(
        id=f"in/{number}", article=f"article/{number}", type=type_, name=name, mentions=1, **fields
    )


def ids_of(*members, guidance=None):
    resolution = resolve(members, {}, guidance or Guidance())
    return {member.name: resolution.links[member.id] for member in members}, resolution.entities


def test_the_id_by_a_shorter_name_is_a_former_id_of_the_fuller():
    short, full = member(1, "Odo Brandt"), member(2, "Odo K. Brandt")
    (alone, _), (both, entities) = ids_of(short), ids_of(short, full)
    assert alone["Odo Brandt"] != both["Odo Brandt"]
    assert [e.former_ids for e in entities] == [(alone["Odo Brandt"],)]


def test_an_id_that_two_could_have_had_is_nobodys():
    there, here = member(1, "Ann Lee", gender="f"), member(2, "Ann Lee", gender="m")
    alone, _ = ids_of(there)
    both, entities = ids_of(there, here)
    assert len(entities) == 2
    assert alone["Ann Lee"] not in both.values()
    assert all(e.former_ids == () for e in entities)


def test_an_id_that_a_thing_has_now_is_no_former_id():
    _, entities = ids_of(member(1, "Odo Brandt"), member(2, "Ida Brandt"))
    assert all(e.former_ids == () for e in entities)


def test_a_post_is_followed_when_what_it_is_of_gets_a_fuller_name():
    bank = member(1, "TNB", "Organization", forms=("TNB",))
    head = member(3, "governor", "Post", of="in/1")
    fuller = member(2, "Tarn National Bank", "Organization", forms=("TNB", "Tarn National Bank"))
    alone, _ = ids_of(bank, head)
    both, entities = ids_of(bank, head, fuller)
    assert both["TNB"] == both["Tarn National Bank"] != alone["TNB"]
    post = next(e for e in entities if e.type == "Post")
    assert post.id != alone["governor"]
    assert alone["governor"] in post.former_ids


def test_judging_two_the_same_keeps_the_ids_of_both():
    one, other = member(1, "Sergei Kolm"), member(2, "Sergius Kolm")
    apart, _ = ids_of(one, other)
    same = Judgement(
        verdict=Verdict.SAME,
        left=Reference(name="Sergei Kolm", articles=("article/1",)),
        right=Reference(name="Sergius Kolm", articles=("article/2",)),
    )
    now, (entity,) = ids_of(one, other, guidance=Guidance(judgements=(same,)))
    assert {*now.values(), *entity.former_ids} == {*apart.values()}
