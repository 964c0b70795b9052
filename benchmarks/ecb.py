"""Read ECB+: web news by topic, with mentions of entities and events chained across documents.

    for document in read_topic(shared / "bench" / "ecbplus", "2"): ...

Only mentions in the sentences that were annotated with care are kept
(`ECBplus_coreference_sentences.csv`). A chain's name is the annotators' instance across documents,
else the document's own. Of the relations, causes and times are ignored.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from kg.model import Article

_MARKS = {"``": "“", "''": "”"}
_NO_SPACE_BEFORE = frozenset([".", ",", ";", ":", "!", "?", ")", "]", "%", "”", "'", "n't", "…"])
_NO_SPACE_AFTER = frozenset(["(", "[", "“", "$", "£", "€", "#"])


@dataclass(frozen=True, slots=True, kw_only=True)
class EcbMention:
    """A mention by the offsets of its words; ``kind`` is ``entity``, ``event`` or ``time``."""

    start: int
    end: int
    kind: str
    chain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EcbDocument:
    """One text, a sentence on each line; ``annotated`` are the ranges of the careful sentences."""

    name: str
    topic: str
    text: str
    annotated: tuple[tuple[int, int], ...]
    mentions: tuple[EcbMention, ...]

    def article(self) -> Article:
        """Return the text as an article, to be annotated."""
        return Article(id=f"in/{self.name}", text=self.text, sha256=self.name)


def topics(folder: Path) -> list[str]:
    """Return the numbers of all topics, in order."""
    return sorted((p.name for p in folder.iterdir() if p.name.isdigit()), key=int)


def read_topic(folder: Path, topic: str) -> Iterator[EcbDocument]:
    """Yield the documents of a topic that have careful sentences, by name."""
    careful = _careful_sentences(folder)
    for path in sorted((folder / topic).glob("*.xml")):
        sentences = careful.get((topic, path.stem.split("_", 1)[1]))
        if sentences:
            yield _document(path, topic, sentences)


@cache
def _careful_sentences(folder: Path) -> dict[tuple[str, str], frozenset[int]]:
    found: dict[tuple[str, str], set[int]] = {}
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found.setdefault((row["Topic"], row["File"]), set()).add(int(row["Sentence Number"]))
    return {key: frozenset(numbers) for key, numbers in found.items()}


def _document(path: Path, topic: str, sentences: frozenset[int]) -> EcbDocument:
    root = ET.parse(path).getroot()  # noqa: S314 - data that the reader chose, as all of this folder
    text, offsets, sentence_of = _laid_out(root)
    chain_of = _chains(root, path.stem)
    mentions = []
    for markable in root.iterfind("Markables/*"):
        tokens = [anchor.get("t_id", "") for anchor in markable.iterfind("token_anchor")]
        if not tokens or sentence_of[tokens[0]] not in sentences:
            continue
        number = markable.get("m_id", "")
        mentions.append(
            EcbMention(
                start=min(offsets[t][0] for t in tokens),
                end=max(offsets[t][1] for t in tokens),
                kind=_kind(markable.tag),
                chain=chain_of.get(number, f"{path.stem}:{number}"),
            )
        )
    return EcbDocument(
        name=path.stem,
        topic=topic,
        text=text,
        annotated=tuple(_ranges(offsets, sentence_of, sentences)),
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.end, m.kind, m.chain))),
    )


def _laid_out(root: ET.Element) -> tuple[str, dict[str, tuple[int, int]], dict[str, int]]:
    """Return the text, and each token's offsets and sentence, by its id."""
    text, last = "", ""
    offsets: dict[str, tuple[int, int]] = {}
    sentence_of: dict[str, int] = {}
    before = -1
    for token in root.iterfind("token"):
        form = _MARKS.get(token.text or "", token.text or "")
        sentence = int(token.get("sentence", "0"))
        if text and sentence != before:
            text += "\n"
        elif text and not _glued(last, form):
            text += " "
        number = token.get("t_id", "")
        offsets[number] = len(text), len(text) + len(form)
        sentence_of[number] = sentence
        text += form
        last, before = form, sentence
    return text, offsets, sentence_of


def _glued(last: str, form: str) -> bool:
    suffix = form.startswith("'") and len(form) <= 3
    return form in _NO_SPACE_BEFORE or suffix or last in _NO_SPACE_AFTER


def _chains(root: ET.Element, name: str) -> dict[str, str]:
    """Return the chain of each mention that has one."""
    instance = {m.get("m_id", ""): m.get("instance_id", "") for m in root.iterfind("Markables/*")}
    chain_of: dict[str, str] = {}
    for relation in root.iterfind("Relations/*"):
        if relation.tag not in ("CROSS_DOC_COREF", "INTRA_DOC_COREF"):
            continue
        target = relation.find("target")
        own = f"{name}:r{relation.get('r_id')}"
        across = instance.get(target.get("m_id", ""), "") if target is not None else ""
        for source in relation.iterfind("source"):
            chain_of[source.get("m_id", "")] = across or relation.get("note") or own
    return chain_of


def _kind(tag: str) -> str:
    if tag.startswith(("ACTION", "NEG_ACTION")):
        return "event"
    return "time" if tag.startswith("TIME") else "entity"


def _ranges(
    offsets: dict[str, tuple[int, int]], sentence_of: dict[str, int], sentences: frozenset[int]
) -> Iterator[tuple[int, int]]:
    for sentence in sorted(sentences):
        inside = [offsets[t] for t, s in sentence_of.items() if s == sentence]
        if inside:
            yield inside[0][0], inside[-1][1]
