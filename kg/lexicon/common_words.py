"""Words that two articles share whatever they are about, so that sharing them tells nothing.

    >>> content_words("The barge sank off Orla on Monday, police said.")
    frozenset({'barge', 'sank', 'orla', 'police'})

Function words, numbers and dates in words, and the words in which news is told (said, announced,
million, year). A plural and its singular count as one.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    """
    about above according across after again against ago all almost alone along already also although
    always among and announced another any anybody anyone anything are around ask asked away back
    became because become been before began begin being below beside between beyond both bring brought
    but call called came can cannot come could day decide decided did does doing done down during
    each early either else end ended enough even ever every everyone everything expected far few find
    first five following for former found four from full further gave get give given goes going gone
    good got great had half has have having hear heard her here hers herself him himself his hour how
    however hundred including into its itself just keep kept know known last late later least left less
    let life like likely little live long longer look made make making man many may mean men met might
    million minute month more morning most much must name named near nearly need never new news next
    night nine nobody none nor not nothing now number off often old once one only open opened other
    others our out over own part people percent person place plan planned put quite rather real remain
    report reported reporter right said same saw say saying second see seem seen set seven several shall
    she should show side since six small some somebody someone something soon spoke still such take
    taken ten than that the their them themselves then there these they thing think third this those
    though thought thousand three through time today together told tomorrow too took toward tried try
    turn turned two under until upon use used very want wanted was way week weekend well went were what
    when where whether which while who whole whom whose why will wish with within without woman women
    work would year yes yesterday yet you young your
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december spring summer autumn winter
    """.split()
)


def content_words(text: str) -> frozenset[str]:
    """Return the words of a text that tell what it is about."""
    found = (_singular(word) for word in _WORD.findall(text.lower()))
    return frozenset(word for word in found if word not in _COMMON)


def _singular(word: str) -> str:
    if word.endswith(("ses", "xes", "ches", "shes")):
        return word[:-2]
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural and len(word) > 3 else word  # noqa: PLR2004 - gas
