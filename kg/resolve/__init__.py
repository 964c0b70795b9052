"""Mentions to entities: who is who over all articles.

Rooms: *blocking* and *comparing* for people's names, *clustering* and *deciding* for who they are,
*organizations*, *places*, *peoples* and *posts* for the rest, *canonical* for names and ids.
"""

from kg.resolve.resolution import resolve

__all__ = ["resolve"]
