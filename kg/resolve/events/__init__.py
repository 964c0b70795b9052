"""Events told by several articles: which tellings are of one happening.

    A: "Trump fired Comey on Tuesday."  B: "Comey was dismissed on May 9."   →   one event, two tellings

Rooms: *tellings* (what a claim or an event noun tells), *coverage* (which articles are about the same),
*windows* (when), *contradicting* (what rules it out), *comparing* and *parties* (how alike two tellings
are and those who take part, by named features with trained *weights*), *pairing* (which are compared),
*clustering* (which are together), *judged* and *finding* (what a person decided),
*describing* (names, times, reasons), *merging* (the events of a build).
"""

from kg.resolve.events.finding import HappeningFinder, Told, told_by_claims, told_by_noun
from kg.resolve.events.merging import merge_events

__all__ = ["HappeningFinder", "Told", "merge_events", "told_by_claims", "told_by_noun"]
