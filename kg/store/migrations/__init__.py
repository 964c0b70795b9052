"""The schema as a list of steps; step n turns a store of version n - 1 into one of version n.

A step is a module with ``STATEMENTS``, never edited once released: a change of schema is a new one.
"""

from kg.store.migrations import m001_start, m002_retired

MIGRATIONS: tuple[tuple[str, ...], ...] = (m001_start.STATEMENTS, m002_retired.STATEMENTS)
