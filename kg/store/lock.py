"""Who may write: one build at a time, enforced by the operating system.

The lock is a ``flock`` on a file beside the store, so it is free the moment its holder is gone,
killed or not; the file itself stays and says nothing. The process id in it is only for the message.
"""

from __future__ import annotations

import fcntl
import os
from typing import TYPE_CHECKING, Self

from kg.errors import StoreError, StoreLocked

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_PID = 20


class WriterLock:
    """The exclusive right to write a store, from creation until `release`."""

    def __init__(self, store: Path) -> None:
        """Take the lock; raises `StoreLocked` naming the holder when another process has it."""
        self._path = store.with_name(store.name + ".lock")
        try:
            flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
            self._handle: int | None = os.open(self._path, flags, 0o644)
        except OSError as error:
            raise StoreError(
                f"The lock file {self._path} cannot be opened ({error.strerror}); "
                "check that the folder exists and that you may write in it."
            ) from error
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            # The file of a lock that is being taken at this moment may still be empty.
            holder = os.pread(self._handle, _LONGEST_PID, 0).decode("ascii", "replace").strip()
            self.release()
            raise StoreLocked(
                f"Another build (process {holder or 'unknown'}) is writing {store}; "
                "wait until it has finished, or give this one another store with --store."
            ) from error
        try:
            os.ftruncate(self._handle, 0)
            os.pwrite(self._handle, f"{os.getpid()}\n".encode(), 0)
        except OSError as error:
            self.release()
            raise StoreError(
                f"The lock file {self._path} cannot be written ({error.strerror}); "
                "check that the disk has room."
            ) from error

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()
