"""Claims and entities to statements: what all articles say together, and how well supported.

Rooms: *relink* for ids, *merging* for statements, *copies* and *support* for what counts how often,
*tenure* for dates of posts, *succession* for who followed whom, *conflicts* for what contradicts what.
"""

from kg.assemble.merging import assemble
from kg.assemble.relink import Relinker, relink

__all__ = ["Relinker", "assemble", "relink"]
