"""Draw links of pronouns and titles at random, for a reader to judge; count the verdicts.

    python benchmarks/links.py draw seeds/ -n 100 > links.jsonl     # half pronouns, half titles
    python benchmarks/links.py count links.jsonl                    # once `verdict` is filled in

A line has the mention in its sentence, in double brackets, the entity it was linked to, the
nearest mention of that entity before it, and the reason. ``verdict`` is for the reader: ``right``,
``wrong`` or ``unclear``. The same articles, seed and version draw the same lines. A *title* is any
description (``the attorney general``, ``the company``) linked to something that has a name;
appositions, which stand beside their name and are seldom wrong, are left out.
"""

import argparse
import json
import math
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from coreference import read_part
from measures import NoDataError, annotator, need, run

from kg.document import Document, TokenMention
from kg.model import Article, MentionKind
from kg.sources import read

SEED = 20170606
VERDICTS = ("right", "wrong", "unclear")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link to judge; ``start`` is an offset in the article's text."""

    article: str
    start: int
    kind: str
    mention: str
    sentence: str
    entity: str
    before: str
    reason: str
    verdict: str = ""


def links(document: Document) -> list[Link]:
    """Return all links of pronouns, and of descriptions to things named elsewhere, in order."""
    return [
        _link(document, number)
        for number, mention in enumerate(document.mentions)
        if _is_link(document, mention)
    ]


def _is_link(document: Document, mention: TokenMention) -> bool:
    chain = [m for m in document.mentions if m.chain == mention.chain]
    if mention.kind == MentionKind.PRONOUN:
        return any(m.kind != MentionKind.PRONOUN for m in chain)
    named = any(m.kind == MentionKind.NAME for m in chain)
    above, below = document.doc[mention.head].head.i, {m.head for m in chain}
    beside = above in below - {mention.head} or any(
        document.doc[head].head.i == mention.head for head in below - {mention.head}
    )
    return mention.kind == MentionKind.NOMINAL and named and not beside


def _link(document: Document, number: int) -> Link:
    mention, doc = document.mentions[number], document.doc
    sentence = doc[mention.head].sent
    left = (
        doc[sentence.start : mention.start].text_with_ws if mention.start > sentence.start else ""
    )
    right = doc[mention.end : sentence.end].text if mention.end < sentence.end else ""
    words = doc[mention.start : mention.end]
    marked = f"{left}[[{words.text}]]{words[-1].whitespace_}{right}"
    return Link(
        article=document.article.url or document.article.id,
        start=words.start_char,
        kind="pronoun" if mention.kind == MentionKind.PRONOUN else "title",
        mention=words.text,
        sentence=" ".join(marked.split()),
        entity=document.chains[mention.chain].name,
        before=_before(document, number),
        reason=mention.reason,
    )


def _before(document: Document, number: int) -> str:
    """Return the sentence of the nearest other name or description, before it or else after."""
    mention = document.mentions[number]
    others = [
        i
        for i, m in enumerate(document.mentions)
        if m.chain == mention.chain and m.kind != MentionKind.PRONOUN and i != number
    ]
    nearest = max((i for i in others if i < number), default=min(others, default=None))
    if nearest is None:
        return ""
    other = document.mentions[nearest]
    sentence = document.doc[other.head].sent.text
    return f"{document.doc[other.start : other.end].text}: {' '.join(sentence.split())}"


def draw(pool: Sequence[Link], size: int, seed: int = SEED) -> list[Link]:
    """Return ``size`` links, half of them titles where there are enough, in a shuffled order."""
    dice = random.Random(seed)  # noqa: S311 - a sample that anybody can draw again, no secret
    pronouns = [link for link in pool if link.kind == "pronoun"]
    titles = [link for link in pool if link.kind == "title"]
    drawn = dice.sample(pronouns, min(len(pronouns), (size + 1) // 2))
    drawn += dice.sample(titles, min(len(titles), size - len(drawn)))
    rest = [link for link in pronouns if link not in drawn]
    drawn += dice.sample(rest, min(len(rest), size - len(drawn)))
    dice.shuffle(drawn)
    return drawn


def count(lines: Iterable[str]) -> dict[str, dict[str, int]]:
    """Return the verdicts by kind; raises ValueError at a verdict that is none."""
    found = {kind: dict.fromkeys(VERDICTS, 0) for kind in ("pronoun", "title")}
    for line in lines:
        item = json.loads(line)
        if item["verdict"] not in VERDICTS:
            raise ValueError(
                f"verdict {item['verdict']!r} on {item['mention']!r}; write one of {VERDICTS}"
            )
        found[item["kind"]][item["verdict"]] += 1
    return found


def interval(right: int, total: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share."""
    if not total:
        return 0.0, 1.0
    z = 1.96
    share = right / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    spread = math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    reach = z * spread / (1 + z * z / total)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def measure(shared: Path) -> dict[str, float]:
    """Return how many links we make in a thousand words of the development articles."""
    parts = read_part(shared, "develop")
    words = sum(len(one.gum.words) for one in parts)
    pool = [link for one in parts for link in links(annotator().annotate(one.gum.article()))]
    return {
        f"links develop {kind}s a thousand words": 1000 * len(of_kind) / words
        for kind in ("pronoun", "title")
        if (of_kind := [link for link in pool if link.kind == kind])
    }


def _articles(paths: Sequence[Path]) -> list[Article]:
    found = read([need(path) for path in paths])
    articles = sorted((a for a in found if isinstance(a, Article)), key=lambda a: a.id)
    if not articles:
        raise NoDataError("no article could be read; name files or folders of articles")
    return articles


def _draw(args: argparse.Namespace) -> None:
    documents = (annotator().annotate(article) for article in _articles(args.paths))
    pool = [link for document in documents for link in links(document)]
    for link in draw(pool, args.number, args.seed):
        print(json.dumps(asdict(link), ensure_ascii=False))


def _count(args: argparse.Namespace) -> None:
    verdicts = count(args.file.read_text(encoding="utf-8").splitlines())
    for kind, numbers in verdicts.items():
        total = numbers["right"] + numbers["wrong"]
        low, high = interval(numbers["right"], total)
        share = numbers["right"] / total if total else 0.0
        print(f"{kind}: {numbers}; right {share:.3f} ({low:.3f} to {high:.3f})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("paths", type=Path, nargs="+")
    drawing.add_argument("-n", "--number", type=int, default=100)
    drawing.add_argument("--seed", type=int, default=SEED)
    drawing.set_defaults(act=_draw)
    counting = commands.add_parser("count")
    counting.add_argument("file", type=Path)
    counting.set_defaults(act=_count)
    args = parser.parse_args()
    args.act(args)


if __name__ == "__main__":
    sys.exit(run(main))
