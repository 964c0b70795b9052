"""Annotates articles so that a bad one never harms another.

A shard of articles goes through the analyst together. When one raises or takes too long, what is
left of the shard goes through one by one, and the culprit becomes an `Issue`. What an article
yields must not depend on its neighbours; that is the analyst's promise.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from typing import TYPE_CHECKING

from kg.errors import ArticleRejected
from kg.model import Article, Extraction, Issue
from kg.store import Result

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import FrameType

    from kg.pipeline.stages import Analyst

STAGE = "annotate"
FAILED, TOO_SLOW, CRASHED = "failed", "too-slow", "crashed"
FAILURES = frozenset({FAILED, TOO_SLOW, CRASHED})


class _TooSlowError(Exception):
    """An article has used up its time."""


def analysed(analyse: Analyst, articles: Sequence[Article], seconds: float) -> Iterator[Result]:
    """Yield a result for each article, in order, whatever happens to some.

    ``seconds`` is the time for one article; it can be enforced only in a main thread.
    """
    done = 0
    if len(articles) > 1:
        # Nothing is lost here: whoever raised will raise again when alone, and be recorded.
        with contextlib.suppress(Exception):
            for extraction in _timed(analyse, articles, seconds):
                yield Result(article=articles[done], extraction=extraction)
                done += 1
    for article in articles[done:]:
        yield _alone(analyse, article, seconds)


def _alone(analyse: Analyst, article: Article, seconds: float) -> Result:
    try:
        (extraction,) = _timed(analyse, [article], seconds)
    except _TooSlowError:
        return failure(article, TOO_SLOW, f"took more than {seconds:g} s")
    except MemoryError:
        return failure(article, CRASHED, "needed more memory than there is")
    except ArticleRejected as error:
        return _refusal(article, error.code, str(error))
    except Exception as error:  # noqa: BLE001 - the boundary: one bad article, one issue
        kind = type(error).__name__
        message = f"Annotation failed ({kind}); please report it with the article's URL."
        return _refusal(article, FAILED, message)
    return Result(article=article, extraction=extraction)


def failure(article: Article, code: str, what: str) -> Result:
    """Return the result of an article that was cut short; the next build tries it again."""
    message = f"Annotation {what}, so the article yields nothing; run kg build again to retry it."
    return Result(article=article, extraction=_nothing(article, code, message), complete=False)


def _refusal(article: Article, code: str, message: str) -> Result:
    return Result(article=article, extraction=_nothing(article, code, message))


def _nothing(article: Article, code: str, message: str) -> Extraction:
    issue = Issue(article=article.id, stage=STAGE, code=code, message=message)
    return Extraction(article=article.id, issues=(issue,))


def _timed(analyse: Analyst, articles: Sequence[Article], seconds: float) -> Iterator[Extraction]:
    # Closed before another begins: the analyst may hold something for the whole shard.
    with contextlib.closing(analyse(articles)) as extractions:
        for _ in articles:
            # The clock stands still while the caller has the result.
            with _alarm(seconds):
                extraction = next(extractions)
            yield extraction


@contextlib.contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    previous = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise _TooSlowError
