"""A build: articles in, the store brought up to date, the files written.

    read → store ⇄ annotate, extract (only what is new) → resolve → relink → assemble → files

Every step can be stopped anywhere. What articles yield is kept a batch at a time, so a later build
goes on from there; readers see the new build when all of it is in the store, and each file when it
is whole.
"""

from __future__ import annotations

import os
import time
from contextlib import closing
from dataclasses import astuple, replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kg import ids
from kg.errors import ExportError
from kg.export import ExportOptions
from kg.limits import DEFAULT as LIMITS
from kg.model import Article, Extraction, Guidance, Issue
from kg.pipeline.analysing import FAILURES, STAGE
from kg.pipeline.guidance import read_guidance, with_kept
from kg.pipeline.report import BuildReport, Progress, Tally
from kg.pipeline.stages import Stages, standard_stages
from kg.pipeline.workers import SHARD, in_processes, in_this_process
from kg.store import Publication, Result, Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO

    from kg.model import Claim, Resolution

Report: TypeAlias = "Callable[[Progress], None]"

_READ_BATCH = 64
_TITLE = ExportOptions().title
_NO_GUIDANCE = Guidance()


def build(  # noqa: PLR0913 - the options of one command
    paths: Sequence[Path | str],
    out: Path | str,
    *,
    store: Path | str | None = None,
    workers: int | None = None,
    strict: bool = False,
    base: str = ids.DEFAULT_BASE,
    text: bool = True,
    title: str = _TITLE,
    judgements: Path | str | None = None,
    authorities: Sequence[Path | str] = (),
    progress: Report | None = None,
    stdin: BinaryIO | None = None,
    stages: Stages | None = None,
) -> BuildReport:
    """Add the articles of ``paths`` to the store and write the graph into ``out``.

    ``paths`` are files, folders, or ``-`` for JSON Lines on ``stdin``. ``store`` is
    ``out/store.sqlite`` where None. ``workers`` processes annotate; where None, one for each core
    but no more than there is work for, and 1 means this process. What was annotated before is not
    annotated again. One article that fails is listed in ``issues.jsonl`` and the rest goes on.
    ``judgements`` is a log of who is who, ``authorities`` are lists of known people, organisations
    and places; both decide anew at every build.

    The files depend on the articles, the options and the version alone. Raises `StoreLocked` while
    another build writes the same store, `ExportError` and `StoreError` where the disk refuses,
    `JudgementError` where judgements cannot be read or contradict each other.
    """
    started = time.monotonic()
    out_dir = _folder(Path(out))
    path = Path(store) if store is not None else out_dir / "store.sqlite"
    _folder(path.parent)
    options = ExportOptions(base=base, strict=strict, text=text, title=title)
    known = read_guidance(Path(judgements) if judgements else None, [Path(a) for a in authorities])
    with Store.open(path, write=True) as opened:
        work = _Build(stages or standard_stages(), opened, progress or _silent)
        refused = work.read(paths, stdin)
        annotated = work.annotate(workers)
        tally, statements = work.publish(known)
        files = work.write(out_dir, options)
        articles = len(opened.articles())
    return BuildReport(
        articles=articles,
        skipped=articles - annotated,
        rejected=refused + tally.failed,
        people=tally.types["Person"],
        organisations=tally.types["Organization"],
        places=tally.types["Place"],
        claims=dict(sorted(tally.stances.items())),
        statements=statements,
        judgements=len(known.judgements),
        unfollowed=tally.unfollowed,
        seconds=time.monotonic() - started,
        files=tuple(files),
    )


def _silent(_: Progress) -> None:
    """Report to nobody."""


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            f"The folder {path} cannot be made ({error.strerror}); name another one with -o."
        ) from error
    return path


class _Build:
    """The steps of one build, on one store."""

    def __init__(self, stages: Stages, store: Store, report: Report) -> None:
        self._stages = stages
        self._store = store
        self._report = report

    def read(self, paths: Sequence[Path | str], stdin: BinaryIO | None) -> int:
        """Take every article of ``paths`` into the store; return how many were refused."""
        refused = 0
        done = 0
        for path in paths:
            issues: list[Issue] = []
            accepted: set[str] = set()
            found = self._stages.read([path], stdin=stdin)
            while batch := list(islice(found, _READ_BATCH)):
                articles = [item for item in batch if isinstance(item, Article)]
                issues.extend(item for item in batch if isinstance(item, Issue))
                accepted.update(article.id for article in articles)
                self._store.add(articles)
                done += len(batch)
                self._report(Progress(stage="reading", done=done))
            self._store.reject(_origin(path, issues), issues)
            refused += len({issue.article for issue in issues} - accepted)
        return refused

    def annotate(self, workers: int | None) -> int:
        """Annotate what is new; return how many articles that were."""
        pending = self._store.pending(self._stages.key)
        if not pending:
            return 0
        articles = self._store.articles()
        waiting = (articles[article] for article in pending)
        count = _worker_count(workers, len(pending))
        load, seconds = self._stages.load_analyst, LIMITS.article_seconds
        # Closed here and now, also when the build is stopped: no process may outlive it.
        with closing(
            in_this_process(waiting, load, seconds)
            if count == 1
            else in_processes(waiting, load, seconds, count)
        ) as results:
            self._keep(results, len(pending))
        return len(pending)

    def _keep(self, results: Iterator[Result], total: int) -> None:
        """Store results batch by batch, and those at hand when the build is stopped."""
        self._report(Progress(stage="annotating", total=total))
        batch: list[Result] = []
        try:
            for done, result in enumerate(results, start=1):
                batch.append(result)
                self._report(Progress(stage="annotating", done=done, total=total))
                if len(batch) == SHARD:
                    self._store.save(self._stages.key, batch)
                    batch = []
        finally:
            if batch:
                self._store.save(self._stages.key, batch)

    def publish(self, known: Guidance = _NO_GUIDANCE) -> tuple[Tally, int]:
        """Resolve and assemble everything, and give it to the readers in one step."""
        self._report(Progress(stage="resolving"))
        articles = self._store.articles()
        known = replace(known, judgements=with_kept(known.judgements, self._store.kept()))
        resolution = self._stages.resolve(self._store.article_entities(), articles, known)
        told, judgements = self._told(resolution), known.judgements
        resolution = self._stages.merge_events(told, resolution, articles, judgements)
        entities = {entity.id: entity for entity in resolution.entities}
        tally = Tally()
        tally.entities(resolution.entities)
        tally.unfollowed = len(resolution.issues)
        with self._store.publishing() as publication:
            publication.resolution(resolution)
            claims = tally.claims(self._relinked(publication, resolution, tally))
            statements = self._stages.assemble(claims, articles, entities)
            publication.statements(statements)
        return tally, len(statements)

    def _told(self, resolution: Resolution) -> Iterator[Claim]:
        """Yield every claim with ids of entities, for the merging of events."""
        for article, claims in self._store.claims():
            extraction = Extraction(article=article, claims=claims)
            yield from self._stages.relink(extraction, resolution).claims

    def _relinked(
        self, publication: Publication, resolution: Resolution, tally: Tally
    ) -> Iterator[Claim]:
        """Yield every claim with ids of entities, publishing each article on the way."""
        for extraction in self._store.extractions():
            linked = self._stages.relink(extraction, resolution)
            publication.extraction(linked)
            tally.failed += any(i.stage == STAGE and i.code in FAILURES for i in linked.issues)
            yield from linked.claims

    def write(self, out_dir: Path, options: ExportOptions) -> Sequence[Path]:
        """Write the files of the contract."""
        self._report(Progress(stage="writing"))
        with self._store.view() as view:
            return self._stages.write_all(view, out_dir, options)


def _origin(path: Path | str, issues: Sequence[Issue]) -> str:
    """Return what refusals are remembered by: a place on disk, or for a stream what was refused."""
    if str(path) == "-":
        return ids.digest("-", *chain.from_iterable(astuple(issue) for issue in issues))
    return ids.digest("path", str(Path(path).resolve()))


def _worker_count(wanted: int | None, pending: int) -> int:
    """Return how many processes to use: one for each shard at most, for each costs a start."""
    shards = max(1, pending // SHARD)
    if wanted is not None:
        return max(1, min(wanted, pending))
    return min(_cores(), shards)


def _cores() -> int:
    """Return how many cores this process may use, which in a container are fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
