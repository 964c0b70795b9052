"""Read MEANTIME: Wikinews on Airbus and Apple, entities chained across articles.

    articles = read_meantime(shared / "bench" / "meantime")
    articles[0].mentions[0].start                 # an offset in articles[0].text

The release gives a mention's sentence and words but no offsets. Each sentence with mentions is
placed where most of its mentions' words are found, in the order of the text; a mention that still
is not at its place is left out and counted in ``unplaced``. Only the first six sentences (headline
and date line among them) were annotated densely, and only their mentions are kept. Events are
ignored.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model import Article

DENSE = 6
_SLACK = 3  # words that a sentence may be tokenised differently before a mention
_PIECE = re.compile(r"\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeantimeMention:
    """An entity mention by its offsets and its head's; ``type`` is PER, ORG, LOC, PRO or FIN."""

    start: int
    end: int
    head: tuple[int, int]
    type: str
    chain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeantimeArticle:
    """One article; up to ``dense_end`` its mentions are all there."""

    name: str
    text: str
    dense_end: int
    mentions: tuple[MeantimeMention, ...]
    unplaced: int

    def article(self) -> Article:
        """Return the text as an article, to be annotated."""
        return Article(id=f"in/{self.name}", text=self.text, sha256=self.name)


@dataclass(frozen=True, slots=True)
class _Raw:
    sentence: int
    first: int
    text: str
    head: str
    type: str
    chain: str


def read_meantime(folder: Path) -> list[MeantimeArticle]:
    """Return all articles in order."""
    raw: dict[str, list[_Raw]] = {}
    for line in (folder / "mentions.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if item["kind"] == "entity" and item["sentence"] < DENSE:
            mention = _Raw(
                item["sentence"], item["tokens"][0], item["text"], item["head"], item["type"],
                item["chain"],
            )  # fmt: skip
            raw.setdefault(item["doc"], []).append(mention)
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    articles = sorted((json.loads(line) for line in lines), key=lambda a: a["id"])
    return [_article(a["id"], a["text"], raw.get(a["id"], [])) for a in articles]


def _article(name: str, text: str, raw: Sequence[_Raw]) -> MeantimeArticle:
    offsets = [match.start() for match in _PIECE.finditer(text)]
    bare = "".join(text[i] for i in offsets)
    mentions: list[MeantimeMention] = []
    unplaced, floor, dense_end = 0, 0, 0
    for sentence in sorted({m.sentence for m in raw}):
        inside = sorted((m for m in raw if m.sentence == sentence), key=lambda m: m.first)
        placed = _place(bare, inside, floor)
        unplaced += len(inside) - len(placed)
        for mention, at in placed:
            size = len(_bare(mention.text))
            inner = max(_bare(mention.text).find(_bare(mention.head)), 0)
            last = at + inner + max(len(_bare(mention.head)), 1) - 1
            mentions.append(
                MeantimeMention(
                    start=offsets[at],
                    end=offsets[at + size - 1] + 1,
                    head=(offsets[at + inner], offsets[last] + 1),
                    type=mention.type,
                    chain=mention.chain,
                )
            )
        if placed:
            floor = max(at + len(_bare(m.text)) for m, at in placed)
            dense_end = _sentence_end(text, offsets[floor - 1] + 1)
    return MeantimeArticle(
        name=name,
        text=text,
        dense_end=dense_end,
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.chain))),
        unplaced=unplaced,
    )


def _bare(words: str) -> str:
    return "".join(words.split())


def _place(bare: str, inside: Sequence[_Raw], floor: int) -> list[tuple[_Raw, int]]:
    """Return where a sentence's mentions are: in order, each at the first fit, the most in all.

    Mentions that overlap share words, so that the next may begin inside the last.
    """
    best: list[tuple[_Raw, int]] = []
    first = inside[0]
    start = bare.find(_bare(first.text), floor)
    while start >= 0 and len(best) < len(inside):
        placed, at = [], start
        for before, mention in zip([first, *inside], inside, strict=False):
            gap = mention.first - before.first
            found = bare.find(_bare(mention.text), at if gap == 0 else at + gap)
            # a word has some five letters and seldom more than twice as many
            if 0 <= found <= at + 14 * (gap + _SLACK):
                placed.append((mention, found))
                at = found
        if len(placed) > len(best):
            best = placed
        start = bare.find(_bare(first.text), start + 1)
    return best


def _sentence_end(text: str, after: int) -> int:
    """Return where the sentence that goes on at an offset ends, as far as stops tell."""
    match = re.compile(r"(?<!\b[A-Z])[.!?][\"'”]*\s").search(text, after)
    return match.end() if match else len(text)
