"""QASRL-GS: do our clauses have the arguments that readers gave every verb of 500 sentences?

    python benchmarks/qasrl.py SHARED/bench/qasrl-gs

After P. Roit and others, "Controlled Crowdsourcing for High-Quality QA-SRL Annotation", ACL 2020.
For each verb, people asked questions ("Who responded?") and marked the answers. Unlabelled argument
detection: an argument of ours and an answer match where their tokens have an intersection over
union of 0.3 or more; arguments and answers are paired one to one, as many as can be. A verb for
which we have no clause loses all its answers. Negation: a verb is denied where at least half of its
questions ask what did *not* happen; ours is the polarity that a claim of the verb carries.

Ignored: the wording of the questions, that is, which role an argument has.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from measures import Row, document, f1, folder_parser, need, run, share, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from spacy.tokens import Token

    from kg.document import Document, TimeExpression
    from kg.extract.clauses import Argument, Clause

# Tokens of the sentence, counted from 0.
Words: TypeAlias = frozenset[int]

ENOUGH = 0.3


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb by its sentence and token, with its arguments and whether it is denied."""

    sentence: str
    index: int
    arguments: tuple[Words, ...]
    negated: bool


def overlap(left: Words, right: Words) -> float:
    """Return the intersection of two sets of tokens over their union."""
    return share(len(left & right), len(left | right))


def pairs(gold: Sequence[Words], found: Sequence[Words]) -> int:
    """Return how many arguments can be paired with answers, one to one (Kuhn 1955)."""
    holder: dict[int, int] = {}

    def place(argument: int, tried: set[int]) -> bool:
        for answer, words in enumerate(gold):
            if answer not in tried and overlap(words, found[argument]) >= ENOUGH:
                tried.add(answer)
                if answer not in holder or place(holder[answer], tried):
                    holder[answer] = argument
                    return True
        return False

    return sum(place(argument, set()) for argument in range(len(found)))


def score(gold: Iterable[Verb], found: Mapping[tuple[str, int], Verb]) -> dict[str, float | int]:
    """Compare verbs; ``found``, by sentence and token, may hold verbs that nobody asked about."""
    verbs = answers = arguments = right = seen = agree = denied = denials = both = 0
    for verb in gold:
        verbs += 1
        answers += len(verb.arguments)
        ours = found.get((verb.sentence, verb.index))
        denied += verb.negated
        if ours is None:
            continue
        seen += 1
        arguments += len(ours.arguments)
        right += pairs(verb.arguments, ours.arguments)
        agree += verb.negated == ours.negated
        denials += ours.negated
        both += verb.negated and ours.negated
    precision, recall = share(right, arguments), share(right, answers)
    return {
        "verbs": verbs,
        "with a clause": share(seen, verbs),
        "argument recall": recall,
        "precision": precision,
        "F1": f1(precision, recall),
        "negation right": share(agree, seen),
        "denials found": share(both, denied),
        "denials right": share(both, denials),
    }


def read_sentences(path: Path) -> dict[str, str]:
    """Return the sentences by id, their tokens separated by one space."""
    with need(path).open(encoding="utf-8", newline="") as stream:
        return {row["qasrl_id"]: row["tokens"] for row in csv.DictReader(stream)}


def read_gold(path: Path) -> list[Verb]:
    """Return the verbs with all answers to their questions, which may be several to one."""
    questions = defaultdict[tuple[str, int], list[dict[str, str]]](list)
    with need(path).open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            questions[row["qasrl_id"], int(row["verb_idx"])].append(row)
    return [
        Verb(
            sentence,
            index,
            tuple(words for row in rows for words in _ranges(row["answer_range"])),
            2 * sum(row["is_negated"] == "True" for row in rows) >= len(rows),
        )
        for (sentence, index), rows in questions.items()
    ]


def _ranges(text: str) -> Iterator[Words]:
    """Yield the tokens of ``14:23~!~11:13``."""
    for part in text.split("~!~"):
        start, end = map(int, part.split(":"))
        yield frozenset(range(start, end))


def our_verbs(sentence: str, tokens: str) -> Iterator[Verb]:
    """Yield the verbs of our clauses, with tokens as the data counts them."""
    from kg.extract.clauses import clauses  # noqa: PLC0415 - loads spaCy
    from kg.extract.stance import setting  # noqa: PLC0415 - as above

    analysed = document(tokens)
    quotations = {i: q for q in analysed.quotations for i in range(q.start, q.end)}
    count = [tokens.count(" ", 0, token.idx) for token in analysed.doc]
    arguments = defaultdict[int, dict[Words, None]](dict)
    negated: dict[int, bool] = {}
    for clause in clauses(analysed.doc):
        for position, verb in enumerate(clause.verbs):
            found = setting(analysed, clause.verbs[position:], quotations)
            negated[verb.i] = found.polarity == "negative"
            for words in _arguments(analysed, clause, verb):
                arguments[verb.i][frozenset(count[i] for i in words)] = None
    for i, denied in negated.items():
        yield Verb(sentence, count[i], tuple(arguments[i]), denied)


def _arguments(analysed: Document, clause: Clause, verb: Token) -> Iterator[tuple[int, ...]]:
    """Yield the tokens of each argument of one verb of a clause.

    Of ``want to replace him``, *want* has the subject and what is wanted.
    """
    from kg.extract.adjuncts import adjuncts  # noqa: PLC0415 - loads spaCy
    from kg.extract.clauses import content_clause  # noqa: PLC0415 - as above
    from kg.extract.timing import Timetable  # noqa: PLC0415 - as above

    when = Timetable(analysed).of(clause)
    if when is not None:
        yield tuple(range(when.start, when.end))
    things = [*clause.subjects]
    things += [a.token for a in clause.arguments if _bearer(clause, a) == verb]
    things += [] if verb != clause.verb else clause.objects
    yield from (words for thing in things for words in _mentions(analysed, thing))
    yield from (tuple(range(t.start, t.end)) for t in analysed.times if _is_when(analysed, t, verb))
    yield from (a.tokens for a in adjuncts(verb))
    yield from ((c.i,) for c in verb.children if c.dep_ == "advmod")
    yield from (_phrase(c) for c in verb.children if c.dep_ == "npadvmod")
    if verb != clause.verb:
        below = clause.verbs[clause.verbs.index(verb) + 1]
        yield tuple(t.i for t in below.subtree)
        return
    content = content_clause(verb)
    if content is not None:
        yield tuple(t.i for t in content.subtree if not t.is_punct)


def _mentions(analysed: Document, token: Token) -> Iterator[tuple[int, ...]]:
    """Yield a phrase and what else stands for it in the sentence: of *he*, the name.

    Readers answered with any of them, often with several.
    """
    yield _phrase(token)
    own = analysed.mention_of_head.get(token.i)
    if own is not None:
        same = (m for m in analysed.mentions if m.chain == own.chain and m != own)
        yield from (tuple(range(m.start, m.end)) for m in same)


def _phrase(token: Token) -> tuple[int, ...]:
    from kg.extract.phrases import phrase  # noqa: PLC0415 - loads spaCy

    return phrase(token, limit=30).tokens


def _bearer(clause: Clause, argument: Argument) -> Token:
    """Return the verb of a chain that an argument hangs on; else the lowest."""
    above = (a for a in argument.token.ancestors if a in clause.verbs)
    return next(above, clause.verb)


def _is_when(analysed: Document, time: TimeExpression, verb: Token) -> bool:
    """Tell whether a time expression hangs on a verb, by itself or by a preposition."""
    above = analysed.doc[time.start : time.end].root.head
    return verb in {above, above.head if above.dep_ == "prep" else above}


def rows(folder: Path) -> list[Row]:
    """Score our clauses on the development part."""
    gold = read_gold(folder / "wikinews.dev.gold.csv")
    sentences = read_sentences(folder / "wikinews.dev.full.csv")
    asked = dict.fromkeys(verb.sentence for verb in gold)
    found = {(v.sentence, v.index): v for s in asked for v in our_verbs(s, sentences[s])}
    return [Row("QASRL-GS, Wikinews", score(gold, found))]


def main() -> None:
    args = folder_parser(__doc__, "the folder of wikinews.dev.gold.csv").parse_args()
    show(rows(args.data))


if __name__ == "__main__":
    raise SystemExit(run(main))
