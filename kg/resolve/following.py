"""Who an article says to have followed whom.

    "Ida Lund will succeed Odo Brandt as mayor"       →   Lund, Brandt, and these words
    "Mayor Brandt, who was replaced by Ms. Lund"      →   Brandt, Lund, and these words

Two names with nothing but the verb between them. Whether it came to it does not matter here:
whoever is only to follow somebody in a post is named to the same post.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.names import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.model import Article, ArticleEntity

_VERB = re.compile(
    r"\b(?:(?:to|will|would|can|may|might|could|should|has|had|was|were|is|be|been|being|and|who)\s+)*"
    r"(?:replac(?:e|es|ed|ing)|succeed(?:s|ed|ing)?|(?:take|takes|took|taken|taking)\s+over\s+from)"
    r"(?:\s+by)?\s+"
)
_AROUND = 80  # characters before and after the verb
# A sentence ends, an abbreviated address does not.
_STOP = re.compile(
    r"(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\b[GS]en)(?<!\bGov)(?<!\bRep)[.!?](?=\s|$)|\n"
)
_ADDRESS = re.compile(r"^(?:Mr|Mrs|Ms|Dr|Gen|Sen|Gov|Rep)\.?\s+")
_CUES_MAX = 50  # in one article; more is no news


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """Two members of one article, one of whom followed the other, and what it says around that."""

    one: str
    other: str
    words: str


def followed(
    members: Iterable[ArticleEntity], articles: Mapping[str, Article]
) -> Iterator[Following]:
    """Yield the members of one article of whom it says that one followed the other."""
    people: dict[str, list[ArticleEntity]] = {}
    for member in members:
        if member.type == "Person":
            people.setdefault(member.article, []).append(member)
    for id_, named in sorted(people.items()):
        article = articles.get(id_)
        if article and len(named) > 1:
            for text in (article.title, article.text):
                yield from _in(text or "", named)


def _in(text: str, named: Sequence[ArticleEntity]) -> Iterator[Following]:
    for number, verb in enumerate(_VERB.finditer(text)):
        if number == _CUES_MAX:
            return
        before = _STOP.split(text[max(0, verb.start() - _AROUND) : verb.start()])[-1]
        after = _STOP.split(text[verb.end() : verb.end() + _AROUND])[0]
        first = [m.id for m in named if _ends(before, m)]
        last = [m.id for m in named if _begins(after, m)]
        if len(first) == len(last) == 1 and first != last:
            words = f"{before}{verb[0]}{after}"
            yield Following(one=first[0], other=last[0], words=words)


def _names(member: ArticleEntity) -> set[str]:
    """Return the names of a person in its article."""
    forms = {member.name, *member.forms}
    return (forms | {split(form).surname for form in forms}) - {""}


def _ends(text: str, member: ArticleEntity) -> bool:
    """Tell whether a text ends with a name of a person, or with the name and a comma."""
    text = text.rstrip().removesuffix(",")
    return any(text.endswith(n) and not _in_word(text[: -len(n)][-1:]) for n in _names(member))


def _begins(text: str, member: ArticleEntity) -> bool:
    """Tell whether a text begins with a name of a person, whatever its address."""
    text = _ADDRESS.sub("", text, count=1)
    return any(text.startswith(n) and not _in_word(text[len(n) :][:1]) for n in _names(member))


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
