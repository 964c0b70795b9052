r"""One line of the judgement log: what one would type after ``kg judge``, and a note.

    >>> one = parse('same "Ann Lee" "Anna Lee @ https://a.example/1"  # both mayor', 3)
    >>> one.judgement.right
    Reference(name='Anna Lee', articles=('https://a.example/1',), type=None)
    >>> written(one.judgement)
    'same "Ann Lee" "Anna Lee @ https://a.example/1"  # both mayor'

A side is a name as an article has it, then ``(Type)`` where one name is two things, then ``@`` and
the articles in which it means this thing, by URL or id. ``(Happening)`` is written after the words of
a claim or of a noun that tells what happens. In angle brackets it is the id of a record
of an authority. ``undo`` before a judgement takes back an earlier line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.errors import JudgementError
from kg.model import Judgement, Reference, Verdict

UNDO = "undo"
_TOKEN = re.compile(r'\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s"#]\S*))(?=\s|#|$)')
_REST = re.compile(r"\s*(?:#\s*(?P<note>.*?))?\s*")
_ESCAPED = re.compile(r"\\(.)")
_SIDE = re.compile(
    r"(?P<name>.*?\S)"
    r"(?:\s+\((?P<type>[A-Z][A-Za-z]+)\))?"
    r"(?:\s+@\s+(?P<articles>(?:https?://|article/)\S*(?:\s+(?:https?://|article/)\S*)*))?"
)
_SIDES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A judgement and whether the line makes it or takes it back."""

    judgement: Judgement
    undo: bool = False


def parse(text: str, number: int = 0) -> Line:
    """Return what a line says; raises `JudgementError` with its number."""
    words, note = _tokens(text, number)
    undo = words[:1] == [UNDO]
    verdict, sides = "".join(words[undo:][:1]), words[undo:][1:]
    if verdict not in set(Verdict):
        raise _unreadable(number, f"{verdict!r} is none of {', '.join(Verdict)}, {UNDO}")
    if len(sides) != _SIDES:
        raise _unreadable(number, f"a judgement has two sides and this has {len(sides)}")
    if not all(side.strip() for side in sides):
        raise _unreadable(number, "one of its sides has no name")
    left, right = map(parse_reference, sides)
    judgement = Judgement(verdict=Verdict(verdict), left=left, right=right, note=note, line=number)
    return Line(judgement=judgement, undo=undo)


def _tokens(text: str, number: int) -> tuple[list[str], str]:
    """Return the words of a line, those in quotation marks as one, and the note after ``#``."""
    words, at = [], 0
    while found := _TOKEN.match(text, at):
        quoted = found["quoted"]
        words.append(found["bare"] if quoted is None else _ESCAPED.sub(r"\1", quoted))
        at = found.end()
    rest = _REST.fullmatch(text, at)
    if rest is None or not words:
        raise _unreadable(number, f"{text.strip()[:80]!r} has a quotation mark too many or too few")
    return words, rest["note"] or ""


def _unreadable(number: int, why: str) -> JudgementError:
    return JudgementError(
        f'Line {number} of the judgement log cannot be read: {why}; write it like same "A" "B".'
    )


def parse_reference(text: str) -> Reference:
    """Return the reference that the words of one side make.

    >>> parse_reference("Lincoln (Place) @ article/1f3a9c02aa11 https://a.example/1")
    Reference(name='Lincoln', articles=('article/1f3a9c02aa11', 'https://a.example/1'), type='Place')
    """
    found = _SIDE.fullmatch(" ".join(text.split()))
    if found is None:
        raise JudgementError("A side of a judgement has no name; give one, as in same A B.")
    articles = tuple((found["articles"] or "").split())
    return Reference(name=found["name"], articles=articles, type=found["type"])


def written(judgement: Judgement, *, undo: bool = False) -> str:
    """Return the line that says this."""
    sides = (f'"{_escaped(written_reference(s))}"' for s in (judgement.left, judgement.right))
    words = [*([UNDO] if undo else []), judgement.verdict.value, *sides]
    note = " ".join(judgement.note.split())
    return " ".join(words) + (f"  # {note}" if note else "")


def written_reference(reference: Reference) -> str:
    """Return a reference as one writes it."""
    name = " ".join(reference.name.split())
    words = [name, *([f"({reference.type})"] if reference.type else [])]
    return " ".join([*words, *(["@", *reference.articles] if reference.articles else [])])


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def key(judgement: Judgement) -> tuple[str, ...]:
    """Return what two lines share that say the same: neither order of sides nor notes matter."""
    sides = sorted(written_reference(side) for side in (judgement.left, judgement.right))
    return (judgement.verdict.value, *sides)


def same_words(a: Judgement, b: Judgement) -> bool:
    """Tell whether two judgements say the same of the same."""
    return key(a) == key(b)
