"""Read GUM documents: words with offsets, entity mentions, OntoGUM chains.

    document = read_gum(shared / "bench" / "gum", "GUM_news_crane")
    document.text[word.start : word.end] == word.form        # for each of document.words

The text is made of the words themselves, a paragraph on each line, the headline first, so that
every offset is exact. What Entity= and OntoGUM say is kept as mentions by word numbers; discourse,
salience and bridging are ignored.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from kg.model import Article

DEVELOP = (
    "crane",
    "homeopathic",
    "korea",
    "questionnaire",
    "soccer",
    "warhol",
    "warming",
    "worship",
)
TRAIN = ("afghan", "clock", "expo", "flag", "ie9", "iodine", "lanterns")
HELD = ("asylum", "hackers", "stampede")  # gold articles: never looked at, never tuned on

_META = re.compile(r"# meta::(\w+) = (.*)")
_BRACKET = re.compile(r"\((?P<open>[^()]+)(?P<single>\))?|(?P<close>[^()]+)\)")
PROPER = ("NNP", "NNPS")
_FLAT = ("flat", "flat:name")
_WITHIN = (
    "flat",
    "flat:name",
    "compound",
    "amod",
)  # what stands between a title and its name's head


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A token: its place in the text, its Penn tag, the number of its head word (-1: none)."""

    form: str
    start: int
    end: int
    tag: str
    head: int
    relation: str
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """Words ``[start, end)`` with their head word; ``title`` is of a Wikipedia page."""

    start: int
    end: int
    head: int
    chain: str
    type: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GumDocument:
    """One document; ``entities`` are GUM's own mentions, ``ontogum`` those of OntoNotes' scheme."""

    name: str
    text: str
    words: tuple[Word, ...]
    published: str | None
    entities: tuple[GoldMention, ...]
    ontogum: tuple[GoldMention, ...]

    def article(self) -> Article:
        """Return the text as an article, to be annotated."""
        return Article(id=f"in/{self.name}", text=self.text, sha256="", published=self.published)

    def sentence(self, word: int) -> str:
        """Return the sentence of a word."""
        inside = [w for w in self.words if w.sentence == self.words[word].sentence]
        return self.text[inside[0].start : inside[-1].end]

    def string(self, mention: GoldMention) -> str:
        """Return the words of a mention."""
        return self.text[self.words[mention.start].start : self.words[mention.end - 1].end]


def gum_names(folder: Path, genre: str) -> list[str]:
    """Return the names of the documents of a genre, ``news`` or ``interview``, in order."""
    return sorted(path.stem for path in folder.glob(f"GUM_{genre}_*.conllu"))


def read_gum(folder: Path, name: str) -> GumDocument:
    """Return a document of the folder; raises OSError where it is not there."""
    conllu = (folder / f"{name}.conllu").read_text(encoding="utf-8")
    onto = (folder / "ontogum" / f"{name}.conll").read_text(encoding="utf-8")
    text, words, entity_cells = _parse(conllu)
    meta = {m[1]: m[2] for m in map(_META.fullmatch, conllu.splitlines()) if m}
    cells = [line.split("\t")[2] for line in onto.splitlines() if re.match(r"\d+\t", line)]
    if len(cells) != len(words):
        raise ValueError(f"{name}: OntoGUM has {len(cells)} words, GUM has {len(words)}")
    return GumDocument(
        name=name,
        text=text,
        words=words,
        published=meta.get("dateCreated"),
        entities=tuple(_entity(b, words) for b in _brackets(entity_cells)),
        ontogum=_chained(_brackets(cells), words),
    )


def _parse(conllu: str) -> tuple[str, tuple[Word, ...], list[str]]:
    """Return the text, its words and the Entity= cell of each."""
    text, separator = "", ""
    words: list[Word] = []
    cells: list[str] = []
    base, sentence, joined_until = 0, -1, 0
    unspaced_range = False
    for line in conllu.splitlines():
        if re.fullmatch(r"# newpar\s*", line):
            separator = "\n" if words else ""
        elif line.startswith("# sent_id"):
            base, sentence, joined_until = len(words), sentence + 1, 0
        elif match := re.match(r"(\d+)-(\d+)\t", line):
            joined_until = int(match[2])
            unspaced_range = "SpaceAfter=No" in line
        elif re.match(r"\d+\t", line):
            number, form, _, _, tag, _, head, relation, _, misc = line.split("\t")
            text += separator + form
            words.append(
                Word(
                    form=form,
                    start=len(text) - len(form),
                    end=len(text),
                    tag=tag,
                    head=base + int(head) - 1 if head != "0" else -1,
                    relation=relation,
                    sentence=sentence,
                )
            )
            fields = dict(f.split("=", 1) for f in misc.split("|") if "=" in f)
            cells.append(fields.get("Entity", ""))
            last_of_range = int(number) == joined_until
            glued = (
                int(number) < joined_until
                or (last_of_range and unspaced_range)
                or fields.get("SpaceAfter") == "No"
            )
            separator = "" if glued else " "
    return text, tuple(words), cells


def _brackets(cells: list[str]) -> list[tuple[int, int, str]]:
    """Return the bracketed ranges of a column (``(1`` … ``1)``) in order of their starts."""
    waiting: list[tuple[int, str]] = []
    found: list[tuple[int, int, str]] = []
    for number, cell in enumerate(cells):
        for match in _BRACKET.finditer(cell):
            if match["close"] is None:
                if match["single"]:
                    found.append((number, number + 1, match["open"]))
                else:
                    waiting.append((number, match["open"]))
                continue
            label = match["close"]
            # the innermost open bracket with that number
            at = max(i for i, (_, o) in enumerate(waiting) if o.split("-", 1)[0] == label)
            start, opened = waiting.pop(at)
            found.append((start, number + 1, opened))
    return sorted(found, key=lambda f: (f[0], -f[1], f[2]))


def _chained(
    brackets: list[tuple[int, int, str]], words: tuple[Word, ...]
) -> tuple[GoldMention, ...]:
    """Return OntoGUM's mentions; one that was marked twice counts once, as in the scorers."""
    label_of: dict[tuple[int, int], str] = {}
    for start, end, label in brackets:
        label_of.setdefault((start, end), label)
    return tuple(
        GoldMention(start=s, end=e, head=head_word(words, s, e), chain=label)
        for (s, e), label in label_of.items()
    )


def _entity(bracket: tuple[int, int, str], words: tuple[Word, ...]) -> GoldMention:
    """Read ``1-person-new-sssss-cf1-1-coref-Title``: group, type, …, kind of link, identity."""
    start, end, label = bracket
    parts = label.split("-")
    return GoldMention(
        start=start,
        end=end,
        head=head_word(words, start, end),
        chain=parts[0].split("[")[0],
        type=parts[1],
        title=unquote(parts[7]) if len(parts) > 7 else "",
    )


def head_word(words: tuple[Word, ...], start: int, end: int) -> int:
    """Return the word that the phrase hangs by; with a name in it, the last of the name.

    Universal Dependencies hang a name by its first word, or by the title before it (``director
    General Suleiman al-Amr``, ``coauthor Colette Heald``); most parsers take its last.
    """
    head = next((i for i in range(start, end) if not start <= words[i].head < end), start)
    while names := [i for i in range(head + 1, end) if _goes_on(words, head, i)]:
        head = names[-1]
    return head


def _goes_on(words: tuple[Word, ...], head: int, word: int) -> bool:
    """Tell whether a word carries on the name or title at ``head``."""
    if words[word].head != head:
        return False
    if words[word].relation in _FLAT:
        return True
    between = (words[i] for i in range(head + 1, word))
    return (
        words[word].relation == "appos"
        and words[word].tag in PROPER
        and all(w.relation in _WITHIN for w in between)
    )
