"""Are pairs of articles judged as their README says, on mentions made by hand?"""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import pairs

from kg.model import Mention, MentionKind

ONE = "Ann Lee of the Tarn Bank met Lee. TB lent."
OTHER = "A. Lee and the TB."


def mention(article, text, words, entity, type_="Person", **fields):
    start = text.index(words)
    return Mention(
        article=article, start=start, end=start + len(words), text=words, kind=MentionKind.NAME,
        type=type_, entity=entity, **fields,
    )  # fmt: skip


MENTIONS = {
    "one": [
        mention("one", ONE, "Ann Lee", "in/1"),
        mention("one", ONE, "the Tarn Bank", "in/2", "Organization"),
        mention("one", ONE, "TB", "in/3", "Organization"),
    ],
    "other": [
        mention("other", OTHER, "A. Lee", "in/4"),
        mention("other", OTHER, "TB", "in/5", "Organization"),
    ],
}


def pair(kind, type_, names, **fields):
    return {
        "id": "x1", "kind": kind, "phenomenon": "made up", "type": type_,
        "first_name": names[0], "second_name": names[1],
        "first": {"id": "one", "text": ONE}, "second": {"id": "other", "text": OTHER},
    } | fields  # fmt: skip


def verdict(made, **shared):
    links = {"in1": "ann", "in2": "bank", "in3": "tb", "in4": "ann", "in5": "tb"} | shared
    entities = {f"in/{key[2:]}": entity for key, entity in links.items() if entity}
    return pairs.judge(made, MENTIONS, entities)


def test_an_alias_passes_when_the_two_names_are_one():
    one = pair("alias", "Person", ("Ann Lee", "A. Lee"))
    assert verdict(one).passed
    assert not verdict(one, in4="other").passed


def test_a_homonym_passes_when_they_are_not():
    one = pair("homonym", "Person", ("Ann Lee", "A. Lee"))
    assert not verdict(one).passed
    assert verdict(one, in4="other").passed


@pytest.mark.parametrize("kind", pairs.KINDS)
def test_a_name_that_is_not_found_is_no_success(kind):
    one = pair(kind, "Person", ("Ann Lee", "A. Lee"))
    silent = verdict(one, in4="")
    assert not silent.found
    assert not silent.passed


def test_other_forms_count_against_a_homonym_but_not_for_an_alias():
    named = ("Tarn Bank", "TB")
    assert not verdict(pair("homonym", "Organization", named, first_also=["TB"])).passed
    assert not verdict(pair("alias", "Organization", named, first_also=["TB"])).passed
    assert verdict(pair("alias", "Organization", named), in2="tb").passed


def test_a_mention_of_a_fitting_type_goes_before_one_that_overlaps_more():
    mentions = [
        mention("one", ONE, "the Tarn Bank met Lee", "in/8"),
        mention("one", ONE, "Tarn", "in/9", "Organization"),
    ]
    found = pairs.entities_of(
        "Tarn Bank", "Organization", ONE, mentions, {"in/8": "lee", "in/9": "tarn"}
    )
    assert found == {"tarn"}


def test_a_name_is_whole_words_of_the_text_and_not_of_the_title():
    titled = [mention("one", ONE, "Ann Lee", "in/1", field="title")]
    assert pairs.entities_of("Ann Lee", "Person", ONE, titled, {"in/1": "ann"}) == frozenset()
    assert pairs.entities_of("An", "Person", ONE, MENTIONS["one"], {"in/1": "ann"}) == frozenset()


def test_figures_count_what_was_found_merged_and_passed():
    good = verdict(pair("alias", "Person", ("Ann Lee", "A. Lee")))
    bad = verdict(pair("alias", "Person", ("Ann Lee", "A. Lee")), in4="other")
    expected = {"pairs": 2, "found": 2, "merged": 1, "passed": 1}
    assert pairs.figures([good, bad]) == expected
    assert pairs.describe(bad) == "x1 apart: Ann Lee | A. Lee (made up)"


def test_the_pairs_are_complete_and_name_what_their_texts_name():
    every = [json.loads(line) for line in pairs.lines(pairs.PAIRS)]
    assert [sum(p["kind"] == kind for p in every) for kind in pairs.KINDS] == [50, 50]
    assert len({p["id"] for p in every}) == 100
    for one in every:
        assert one["type"] in pairs.FITTING
        for side in pairs.SIDES:
            forms = [one[f"{side}_name"], *one.get(f"{side}_also", ())]
            assert all(form in one[side]["text"] for form in forms)
