"""Two names that an article itself gives to one thing.

    "Zorbex, the shipping line formerly known as Orla Lines"   →   Zorbex is Orla Lines
    "Ida Lund, who won under her maiden name, Ida Voss"        →   Ida Lund is Ida Voss

The name that follows the words is another name of the last thing named before them in the sentence,
if that is of its type, or a person just before. Towns are left out: what stands last before
"formerly known as" is often the country they lie in.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kg.model import Verdict
from kg.names import name_key
from kg.resolve.rulings import Ruling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.model import Article, ArticleEntity

_CUES_MAX = 50  # in one article; more is no news
_AROUND = 400  # characters before and after the words
CALLED = "an article calls it both"
_OTHER_NAME = re.compile(
    r"(?P<just>,|\()?\s*\b(?:(?:also|better|formerly|previously|once|now|professionally|widely|popularly)\s+)*"
    r"(?:known(?:\s+\w+ly)?\s+as|formerly(?:\s+called|\s+named)?|n[ée]e|a\.?k\.?a\.?|alias"
    r"|(?:maiden|stage|pen|birth|real|former|original)\s+name(?:\s+(?:of|is|was))?|renamed(?:\s+itself)?"
    r"|changed\s+(?:its|his|her)\s+name\s+to),?\s+(?:the\s+)?[“\"‘']?(?=[A-ZÀ-Þ])"
)
_SENTENCE_END = re.compile(r"[.!?][”\"]?\s")
_NAMED = frozenset({"Person", "Organization", "Product", "Work", "Facility", "Event", "Law"})


def stated(members: Iterable[ArticleEntity], articles: Mapping[str, Article]) -> Iterator[Ruling]:
    """Yield what articles say of two names of one thing."""
    there: dict[str, list[ArticleEntity]] = {}
    for member in members:
        if member.type in _NAMED:
            there.setdefault(member.article, []).append(member)
    for article, named in sorted(there.items()):
        text = articles[article].text if article in articles else ""
        for cue in islice(_OTHER_NAME.finditer(text), _CUES_MAX):
            pair = _pair(cue, text, named)
            if pair:
                yield _ruling(*pair)


def _ruling(one: ArticleEntity, other: ArticleEntity) -> Ruling:
    return Ruling(
        verdict=Verdict.SAME,
        left=frozenset({one.id}),
        right=frozenset({other.id}),
        subject=f"{one.name} and {other.name}",
        line=0,
        because=CALLED,
    )


def _pair(
    cue: re.Match[str], text: str, named: Sequence[ArticleEntity]
) -> tuple[ArticleEntity, ArticleEntity] | None:
    after = _longest(text[cue.end() : cue.end() + _AROUND], named)
    sentence = _SENTENCE_END.split(text[max(0, cue.start() - _AROUND) : cue.start()])[-1]
    before = [(end, m) for m in named if m is not after and (end := _last(sentence, m)) >= 0]
    if after is None or not before:
        return None
    end, last = max(before, key=lambda found: (found[0], found[1].id))
    just_before = last.type == "Person" and cue["just"] and end == len(sentence.rstrip())
    if name_key(last.name) == name_key(after.name) or not (last.type == after.type or just_before):
        return None
    return last, after


def _longest(text: str, named: Iterable[ArticleEntity]) -> ArticleEntity | None:
    """Return the thing with whose longest name a text begins."""
    found = [
        (len(form), m)
        for m in named
        for form in (m.name, *m.forms)
        if re.match(rf"{re.escape(form)}(?!\w)", text)
    ]
    return max(found, key=lambda one: (one[0], one[1].id), default=(0, None))[1]


def _last(sentence: str, member: ArticleEntity) -> int:
    """Return where the last of a thing's names in a sentence ends, -1 where none stands."""
    ends = [
        found.end()
        for form in {member.name, *member.forms}
        for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", sentence)
    ]
    return max(ends, default=-1)
