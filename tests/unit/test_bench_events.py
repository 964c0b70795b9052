"""The measure of events and parties over articles: what is compared and how groups are scored."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import ecb_events
import ecb_parties
import train_events

from kg.resolve.events.coverage import Coverage
from kg.resolve.events.parties import Party
from kg.resolve.events.tellings import Telling

TEXTS = {
    "a": "Judge Moss fined the ferry of Ostby",
    "b": "The judge of Ostby fined a ferry",
    "c": "Apple growers hope for rain",
    "d": "Plum growers fear the frost",
}
COVERAGE = Coverage(TEXTS, {})


def party(article, *heads):
    return Party(articles=frozenset({article}), heads=frozenset(heads))


def test_parties_of_articles_that_are_alike_are_compared_if_they_share_a_noun():
    corpus = ecb_parties.PartyCorpus(
        parties=(
            party("a", "judge"),
            party("b", "judge"),
            party("b", "ferry"),
            party("c", "judge"),
        ),
        chains=((("1", "J"),), (("1", "J"),), (("1", "F"),), (("2", "J"),)),
        coverage=COVERAGE,
    )
    assert corpus.pairs == [(0, 1)]
    right = ecb_parties.score(corpus, [[0, 1], [2], [3]])
    apart = ecb_parties.score(corpus, [[0], [1], [2], [3]])
    assert right.f1 == pytest.approx(1.0)
    # B³ by hand: recall (0.5 + 0.5 + 1 + 1) / 4, precision 1
    assert (apart.b3.recall, apart.b3.precision) == (0.75, 1.0)


def test_joining_over_topics_costs_precision():
    corpus = ecb_events.EventCorpus(
        tellings=tuple(Telling(id=str(n), article="a", word="fine") for n in range(2)),
        chains=(("1", "E"), ("2", "E")),
        coverage=COVERAGE,
    )
    assert ecb_events.score(corpus, [[0, 1]]).b3.precision == 0.5
    assert ecb_events.by_word(corpus) == [[0], [1]]


def test_training_finds_what_tells_two_from_one():
    rows = np.array([[1.0, 1.0], [1.0, 1.0], [1.0, 0.0], [1.0, 0.0]] * 10)
    same = np.array([1.0, 1.0, 0.0, 0.0] * 10)
    bias, weight = train_events.fit(rows, same)
    assert bias < 0 < bias + weight
    chances = train_events.folded(rows, same, np.arange(40) % 5)
    assert ((chances > 0.5) == (same > 0.5)).all()
