"""How much supports a statement: independent publishers, and a belief to recompute by hand.

    belief = 1 - (1 - 0.9 · 0.9) · (1 - 0.9 · 0.7)      an assertion and, elsewhere, a report

Each independent story counts once, with its best claim; copies of it add nothing, nor does a second
report of the same person's word. Belief is no probability of truth: it orders statements by how
well they are supported, and every factor is below.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Certainty, Stance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.model import Claim

# What remains of a claim's confidence by the way it is said.
TRUST = {
    # The article's own voice: edited, correctable, but papers err.
    Stance.ASSERTED: 0.9,
    # Somebody's word: the saying is sure, what is said depends on who says it.
    Stance.REPORTED: 0.7,
    # Wanted, feared or possible: nobody says that it is so.
    Stance.HYPOTHETICAL: 0.2,
}
# A source without a name cannot be asked again.
ANONYMOUS = 0.8
# "Probably", "appears to": the source itself hesitates.
PROBABLE = 0.8
# However many say so.
BELIEF_MAX = 0.99
# Enough places for a reader, few enough to hide the last bits of floating point.
PLACES = 4


@dataclass(frozen=True, slots=True)
class Support:
    """How many articles and independent publishers say something, and how believable."""

    articles: int
    publishers: int
    independent: int
    belief: float


def weigh(
    claims: Sequence[Claim], publisher_of: Mapping[str, str], story_of: Mapping[str, str]
) -> Support:
    """Return the support of claims that say the same.

    ``story_of`` gives the story of each article, the same for copies, ``publisher_of`` its
    publisher. Articles of unknown publisher count as one publisher: nothing shows that they are
    independent.
    """
    publisher = {c.article: publisher_of.get(c.article, "") for c in claims}
    stories: dict[str, set[str]] = {}
    for claim in claims:
        story = story_of.get(claim.article, claim.article)
        stories.setdefault(story, set()).add(publisher[claim.article])
    told: dict[str, tuple[float, set[str]]] = {}
    for claim in claims:
        story = story_of.get(claim.article, claim.article)
        unit = _named_source(claim) or story
        best, papers = told.get(unit, (0.0, set()))
        told[unit] = (max(best, worth(claim)), papers | stories[story])
    worths = {unit: best for unit, (best, _) in told.items()}
    chosen = _independent(worths, {unit: papers for unit, (_, papers) in told.items()})
    return Support(
        articles=len(publisher),
        publishers=len(set(publisher.values())),
        independent=len(_independent(dict.fromkeys(stories, 1.0), stories)),
        belief=noisy_or([worths[unit] for unit in chosen]),
    )


def worth(claim: Claim) -> float:
    """Return what one claim alone is worth: its confidence, discounted by how it is said."""
    value = claim.confidence * TRUST[claim.stance]
    if claim.stance is Stance.REPORTED and all(s.anonymous for s in claim.attribution):
        value *= ANONYMOUS
    return value * (PROBABLE if claim.certainty is Certainty.PROBABLE else 1.0)


def noisy_or(values: Sequence[float]) -> float:
    """Return the belief that independent pieces of evidence give together."""
    doubt = 1.0
    for value in sorted(values):
        doubt *= 1.0 - min(max(value, 0.0), 1.0)
    return round(min(1.0 - doubt, BELIEF_MAX), PLACES)


def _named_source(claim: Claim) -> str | None:
    """Return the id of the person or body whose word a report is."""
    if claim.stance is not Stance.REPORTED or not claim.attribution:
        return None
    innermost = claim.attribution[0]
    return None if innermost.anonymous else innermost.id


def _independent(worths: Mapping[str, float], papers: Mapping[str, set[str]]) -> list[str]:
    """Return the most valuable stories that can each be given a publisher of its own.

    A wire story in two papers and a story that one of them has alone make two; two stories of one
    paper make one. Choosing greedily by worth is optimal here (a transversal matroid).
    """
    story_of_paper: dict[str, str] = {}
    every = {paper for found in papers.values() for paper in found}
    chosen: list[str] = []
    for story in sorted(worths, key=lambda story: (-worths[story], story)):
        if len(story_of_paper) == len(every):
            break
        if _place(story, papers, story_of_paper):
            chosen.append(story)
    return chosen


def _place(story: str, papers: Mapping[str, set[str]], story_of_paper: dict[str, str]) -> bool:
    """Give a story a paper of its own, moving others where needed; tell whether that worked."""
    came_from: dict[str, str] = {}
    asking = [story]
    for asker in asking:
        for paper in sorted(papers[asker]):
            if paper in came_from:
                continue
            came_from[paper] = asker
            holder = story_of_paper.get(paper)
            if holder is not None:
                asking.append(holder)
                continue
            _shift(paper, came_from, story_of_paper)
            return True
    return False


def _shift(free: str, came_from: Mapping[str, str], story_of_paper: dict[str, str]) -> None:
    """Let each story on the way to a free paper move on, from the last to the first."""
    paper_of = {story: paper for paper, story in story_of_paper.items()}
    paper: str | None = free
    while paper is not None:
        story = came_from[paper]
        story_of_paper[paper] = story
        paper = paper_of.get(story)
