"""The store: one SQLite file, the only truth; every graph and file is a projection of it.

    with Store.open(path, write=True) as store:
        store.add(articles)

It keeps every version of every article, what each yields, and the last complete build that readers
see. What it ignores: how any of this is computed. `sqlite3` appears only in this room.
"""

from kg.store.lock import WriterLock
from kg.store.publication import Publication
from kg.store.store import Result, Store
from kg.store.view import StoredView

__all__ = ["Publication", "Result", "Store", "StoredView", "WriterLock"]
