"""Processes that hang, die or never start; results in order all the same."""

import multiprocessing
from itertools import islice

import fakes
import pytest

from kg.errors import KgError
from kg.pipeline.workers import SHARD, in_processes, in_this_process


def articles(count, **poison):
    """Return articles of which some are poison: ``n3="!die"`` is the fourth."""
    return [
        fakes.article(poison.get(f"n{n}", f"Ann{n} sees Bob."), f"https://a.example/{n}")
        for n in range(count)
    ]


def codes(results):
    return [i.code for r in results for i in r.extraction.issues if i.stage == "annotate"]


def test_processes_give_what_one_process_gives_in_order():
    some = articles(2 * SHARD + 3)
    alone = list(in_this_process(some, fakes.load_analyst, 20))
    assert [result.article for result in alone] == some
    assert list(in_processes(some, fakes.load_analyst, 20, 2)) == alone


def test_a_death_costs_only_the_article_that_caused_it():
    some = articles(SHARD + 4, n2="!die", n5="!raise")
    results = list(in_processes(some, fakes.load_analyst, 20, 2))
    assert [result.article for result in results] == some
    assert codes(results) == ["crashed", "failed"]
    assert [r.complete for r in results].count(False) == 1
    assert not results[2].complete
    assert all(r.extraction.claims for n, r in enumerate(results) if n not in (2, 5))


def load_deaf_analyst():
    """Return an analyst that no signal reaches, as if it were stuck in C code."""
    import signal  # noqa: PLC0415 - runs in the worker

    def analyse(some):
        for one in some:
            signal.signal(signal.SIGALRM, signal.SIG_IGN)
            yield fakes.extraction_of(one)

    return analyse


def test_a_process_that_is_stuck_is_replaced():
    some = articles(3, n1="!hang")
    results = list(in_processes(some, load_deaf_analyst, 0.5, 1))
    assert [result.article for result in results] == some
    assert codes(results) == ["too-slow"]


def test_a_pipeline_that_cannot_be_loaded_is_told():
    with pytest.raises(KgError, match=r"model was loaded.*kg doctor"):
        list(in_processes(articles(2), fakes.refuse_to_load, 20, 2))


def die_at_once():
    """Stand in for a loader that takes the process with it."""
    fakes.extraction_of(fakes.article("!die"))


def test_a_process_that_dies_while_loading_is_told():
    with pytest.raises(KgError, match="before the language pipeline was loaded"):
        list(in_processes(articles(2), die_at_once, 20, 1))


def test_no_process_is_left_when_the_caller_stops():
    results = in_processes(articles(SHARD), fakes.load_analyst, 20, 2)
    assert len(list(islice(results, 1))) == 1
    results.close()
    assert multiprocessing.active_children() == []
