"""Spreads articles over processes, and survives those that hang or die.

Each process loads the language pipeline once and is handed shards of articles; what they yield
comes back as values, never as spaCy objects. A process that dies, or is silent for too long, is
replaced; of its shard, what it had not answered is tried again article by article, and an article
that takes a process with it when alone is recorded and left out. Results come in the order of the
articles, whichever process was faster.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import threading
import time
from collections import deque
from itertools import islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, TypeAlias

from kg.errors import KgError
from kg.limits import DEFAULT as LIMITS
from kg.pipeline.analysing import CRASHED, TOO_SLOW, analysed, failure

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from multiprocessing.connection import Connection

    from kg.model import Article
    from kg.pipeline.stages import Analyst
    from kg.store import Result

SHARD = 16
"""Articles handed over at once: enough that processes do not wait, few enough to lose little."""
_START_S = 180.0
"""Loading the language pipeline from a cold disk takes seconds, on a busy laptop many."""
_PATIENCE = 1.5
"""A process notices by itself that an article is too slow; one that does not is stuck in C code."""

Numbered: TypeAlias = "tuple[int, Article]"


def in_this_process(
    articles: Iterable[Article], load: Callable[[], Analyst], seconds: float
) -> Generator[Result, None, None]:
    """Yield a result for each article, without other processes."""
    analyse = load()
    remaining = iter(articles)
    while shard := list(islice(remaining, SHARD)):
        yield from analysed(analyse, shard, seconds)


def in_processes(
    articles: Iterable[Article], load: Callable[[], Analyst], seconds: float, count: int
) -> Generator[Result, None, None]:
    """Yield a result for each article, in order, from ``count`` processes."""
    pool = _Pool(articles, load, seconds, count)
    try:
        yield from pool.results()
    finally:
        pool.close()


class _Worker:
    """One process, and what it still owes."""

    def __init__(self, load: Callable[[], Analyst], seconds: float) -> None:
        self._patience = seconds * _PATIENCE
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, load, seconds), daemon=True)
        self._process.start()
        # Only the child may hold its end, or its death would go unnoticed.
        theirs.close()
        self.ready = False
        self.owes: deque[Numbered] = deque()
        self.deadline = time.monotonic() + _START_S

    def give(self, shard: list[Numbered]) -> None:
        self.owes.extend(shard)
        self.connection.send([article for _, article in shard])
        if self.ready:
            self.deadline = time.monotonic() + self._patience

    def receive(self) -> tuple[int, Result] | None:
        """Return one numbered result, or None for the sign that the process is ready."""
        message = self.connection.recv()
        if isinstance(message, str):
            raise KgError(message)
        self.ready = True
        self.deadline = time.monotonic() + self._patience
        if message is None:
            return None
        index, _ = self.owes.popleft()
        return index, message

    def stop(self) -> None:
        self._process.kill()
        self._process.join()
        self.connection.close()


class _Pool:
    """The processes, the shards to come, and the results that wait for an earlier one."""

    def __init__(
        self,
        articles: Iterable[Article],
        load: Callable[[], Analyst],
        seconds: float,
        count: int,
    ) -> None:
        self._fresh = enumerate(articles)
        self._again: deque[list[Numbered]] = deque()
        self._load = load
        self._seconds = seconds
        self._count = count
        self._workers: list[_Worker] = []

    def results(self) -> Iterator[Result]:
        waiting: dict[int, Result] = {}
        following = 0
        while self._hand_out():
            waiting.update(self._collect())
            while following in waiting:
                yield waiting.pop(following)
                following += 1

    def close(self) -> None:
        for worker in self._workers:
            worker.stop()
        self._workers.clear()

    def _hand_out(self) -> bool:
        """Give every idle process a shard; tell whether any is at work."""
        idle = [worker for worker in self._workers if not worker.owes]
        while shard := self._next_shard(bool(idle) or len(self._workers) < self._count):
            worker = idle.pop() if idle else self._hire()
            worker.give(shard)
        return any(worker.owes for worker in self._workers)

    def _next_shard(self, wanted: bool) -> list[Numbered]:  # noqa: FBT001 - read by one caller
        if not wanted:
            return []
        return self._again.popleft() if self._again else list(islice(self._fresh, SHARD))

    def _hire(self) -> _Worker:
        worker = _Worker(self._load, self._seconds)
        self._workers.append(worker)
        return worker

    def _collect(self) -> Iterator[tuple[int, Result]]:
        """Yield what has come; wait until something comes or somebody is too late."""
        busy = [worker for worker in self._workers if worker.owes]
        patience = min(worker.deadline for worker in busy) - time.monotonic()
        heard = wait([worker.connection for worker in busy], timeout=max(0.0, patience))
        for worker in busy:
            if worker.connection in heard:
                try:
                    if answer := worker.receive():
                        yield answer
                except (EOFError, OSError):
                    yield from self._bury(worker, CRASHED, "ended its process")
            elif time.monotonic() > worker.deadline:
                yield from self._bury(worker, TOO_SLOW, f"took more than {self._seconds:g} s")

    def _bury(self, worker: _Worker, code: str, what: str) -> Iterator[tuple[int, Result]]:
        """Take leave of a process, and see to what it owed."""
        worker.stop()
        self._workers.remove(worker)
        if not worker.ready:
            raise KgError(
                "A worker process ended before the language pipeline was loaded; "
                "run kg doctor, or build with --workers 1 to see why."
            )
        if len(worker.owes) == 1:
            index, article = worker.owes[0]
            yield index, failure(article, code, what)
        else:
            self._again.extend([numbered] for numbered in worker.owes)


def _serve(connection: Connection, load: Callable[[], Analyst], seconds: float) -> None:
    """Be a worker: answer shards until the other end is closed."""
    # Ctrl-C goes to every process of a terminal; only the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        analyse = load()
    except Exception as error:  # noqa: BLE001 - the boundary: told to the parent, which raises
        connection.send(
            f"The language pipeline could not be loaded ({error}); run kg doctor to see what to do."
        )
        return
    _cap_memory(LIMITS.worker_bytes)
    connection.send(None)
    try:
        while True:
            for result in analysed(analyse, connection.recv(), seconds):
                connection.send(result)
    except (EOFError, OSError):
        return


def _end_with_parent() -> None:
    """End this process, whatever it is doing, when the one that started it is gone."""
    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(1)


def _cap_memory(size_bytes: int) -> None:
    """Make a request for more memory fail in the one process that makes it."""
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    soft = size_bytes if hard == resource.RLIM_INFINITY else min(size_bytes, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
