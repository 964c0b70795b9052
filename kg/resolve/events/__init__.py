"""Events told by several articles: which tellings are of one happening.

    A: "Trump fired Comey on Tuesday."  B: "Comey was dismissed on May 9."   →   one event, two tellings

Rooms: *tellings* (what a claim or an event noun tells), *coverage* (which articles are about the same),
*windows* (when), *contradicting* (what rules it out), *comparing* (how alike two tellings are, by named
features with trained weights), *clustering* (who is together), *merging* (the events of a build).
"""

from kg.resolve.events.merging import merge_events

__all__ = ["merge_events"]
