"""Whose speech a paragraph of an interview or a transcript is.

    >>> speaker_label("SPICER: We will look into it.")
    ('SPICER', 8)
    >>> speaker_label("The result: a disaster.")

A label is followed by a colon (after Q and A also a full stop) and stands at the beginning. A
normal sentence with a colon is no label; of two readings the cautious one is taken.
"""

from __future__ import annotations

import re

_LETTER = re.compile(r"(?P<label>[QA])(?:: ?|\. )(?=[^\s.])")
# After `A.` two capitals in a row are a name: `A. Scott Berg wrote`.
_NAME_AFTER = re.compile(r"(?!Mr|Mrs|Ms|Dr|President|I\b)[A-Z][\w’'-]* [A-Z]")
_WORD = r"(?:Mc|Mac|De|O[’'])?[A-Z][A-Z.'’-]"
_CAPITALS = re.compile(
    rf"(?P<label>{_WORD}+(?: \(?{_WORD}*\)?){{0,4}})"
    r"(?: \([^()]{1,60}\)| \[[^\[\]]{1,60}\])?: ?(?=\S)"
)
_NAME = re.compile(
    r"(?P<label>(?:The |Mr\. |Mrs\. |Ms\. |Dr\. |Sen\. |Rep\. |Gov\. |Gen\. )?"
    r"[A-Z][a-z][\w'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|von|of|bin|al)){0,3}): (?=[\"“A-Z0-9])"
)
# Words before a colon that announce a text of another kind.
_ANNOUNCEMENTS = frozenset(
    "advertisement analysis answer background breaking caption caveat clarification comment "
    "conclusion correction credit date details editorial example exclusive explainer fact facts "
    "factbox figure file graphic headline here image info key latest lesson link live location map "
    "more myth note notes now opinion option part photo photos picture place poll preview price "
    "problem profile quiz reality reason related reminder report result review rule score see "
    "solution source sources spoiler statement step story summary table tip title today topic "
    "translation truth update updated verdict video warning watch what when where who why winner "
    "read deadline next previously bottom line news editor’s editor's".split()
)
# Headlines have colons too (`Jane Doe: A Life`); in a label of ordinary letters only the speech
# itself tells a speaker.
_SPEECH = re.compile(
    r"\b(?:I|I[’'](?:m|ve|d|ll)|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|[Mm]e|[Uu]s|Yes|No|Yeah|Well"
    r"|Thanks|Thank|Oh|Hi|Hello)\b|\?"
)
_LOOK = 200


def speaker_label(paragraph: str) -> tuple[str, int] | None:
    """Return the speaker's label and the offset where the speech begins, or None."""
    head = paragraph[:_LOOK]
    match = _letter(head) or _CAPITALS.match(head) or _spoken(head)
    if match is None or _announces(match["label"]):
        return None
    return match["label"], match.end()


def _letter(head: str) -> re.Match[str] | None:
    match = _LETTER.match(head)
    initial = match is not None and match[0] == "A. " and _NAME_AFTER.match(head, match.end())
    return None if initial else match


def _spoken(head: str) -> re.Match[str] | None:
    match = _NAME.match(head)
    return match if match is not None and _SPEECH.search(head, match.end()) else None


def _announces(label: str) -> bool:
    return any(word in _ANNOUNCEMENTS for word in label.lower().split())
