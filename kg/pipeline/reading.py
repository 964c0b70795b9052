"""A finished build, opened for reading: its rows, and the same as a networkx graph.

with open_store("outputs/store.sqlite") as store:
    for claim in store.view().claims(): ...
    store.graph().number_of_nodes()
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from kg.store import StoredView

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from kg.view import View


class OpenStore:
    """A store as its last complete build left it; made by `open_store`."""

    def __init__(self, path: Path) -> None:
        self._view = StoredView(path)

    def view(self) -> View:
        """Return the rows of the build, streamed in a fixed order."""
        return self._view

    def graph(self) -> MultiDiGraph:
        """Return the build as a networkx graph, in memory."""
        from kg.export.graph import to_networkx  # noqa: PLC0415 - rows alone need no networkx

        return to_networkx(self._view)

    def close(self) -> None:
        """Let go of the file."""
        self._view.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(path: Path | str) -> OpenStore:
    """Open the store at ``path`` for reading; a folder stands for the ``store.sqlite`` in it.

    Raises `StoreError` where there is none or it cannot be read.
    """
    given = Path(path)
    return OpenStore(given / "store.sqlite" if given.is_dir() else given)
