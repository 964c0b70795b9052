"""What is quoted, who is said to say it, and which quoted words nobody spoke.

    '“I have not had that discussion,” Sean Spicer told reporters'  →  speaker Spicer, cue told
    'the so-called “Muslim ban”'                                    →  no speech

The speaker is read from syntax, from what stands around the marks, from the sentence before, or
from the label of a transcript; who that is, coreference decides.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.annotate.marks import Quoted, quoted_ranges
from kg.annotate.sentences import structure
from kg.annotate.syntax import CLAUSES, child, clause_head, understood_subject
from kg.document import Quotation
from kg.lexicon.speech import NAMING_VERBS, QUOTING_VERBS, SPEECH_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TERMINAL = frozenset({".", "!", "?", "…", "..."})
_SHORT = 5
_CLAUSE = 3  # words in the shortest quoted sentence: ``I am leaving``
_WRITING = frozenset({"write", "publish", "read", "sing", "produce", "release", "post"})
_CUE_REACH = 14
_CLIMB = 4  # verbs between quoted words and their cue: ``said he wanted to be “free”``
_HANGING = frozenset({"parataxis", "ccomp", "advcl", "dep", "relcl"})


def find_quotations(doc: Doc, skip: frozenset[int]) -> list[Quotation]:
    """Return the quotations of a document in order, transcripts' turns included."""
    ranges = quoted_ranges(doc, skip)
    inside = frozenset(i for q in ranges for i in range(q.start, q.end))
    found: list[Quotation] = []
    for i, quoted in enumerate(ranges):
        previous = (found[-1], ranges[i - 1]) if found else None
        found.append(_attributed(doc, quoted, inside, previous))
    found = _looked_ahead(doc, ranges, found)
    return sorted([*found, *_turns(doc, inside)], key=lambda q: q.start)


def _attributed(
    doc: Doc, quoted: Quoted, inside: frozenset[int], previous: tuple[Quotation, Quoted] | None
) -> Quotation:
    """Return a quotation with the nearest evidence for its speaker."""
    base = Quotation(start=quoted.start, end=quoted.end)
    cue = (
        _governing(doc, quoted, inside)
        or _following(doc, quoted, inside)
        or _preceding(doc, quoted, inside)
        or _source_phrase(doc, quoted, inside)
    )
    if cue is not None:
        speaker = _speaker(cue, inside)
        if cue.lemma_.lower() in NAMING_VERBS and not _sentence(doc, quoted):
            return replace(base, speech=False, speaker=_index(speaker), cue=cue.i)
        if cue.lemma_.lower() in _WRITING and _title_like(doc, quoted):
            return replace(base, speech=False)
        if speaker is not None or (cue.lemma_ in SPEECH_VERBS and _sentence(doc, quoted)):
            return replace(base, speaker=_index(speaker), cue=cue.i)
    caption = _caption(doc, quoted)
    if caption is not None:
        return replace(base, speaker=caption.i)
    if previous is not None and _carries_on(doc, quoted, previous):
        return replace(base, speaker=previous[0].speaker)
    return replace(base, speech=_sentence(doc, quoted))


def _index(token: Token | None) -> int | None:
    return None if token is None else int(token.i)


# -- the cue ---------------------------------------------------------------------------------------


def _quotes(token: Token, inside: frozenset[int]) -> bool:
    return (
        token.i not in inside
        and token.lemma_.lower() in QUOTING_VERBS
        and token.pos_ in ("VERB", "AUX")
    )


def _governing(doc: Doc, quoted: Quoted, inside: frozenset[int]) -> Token | None:
    """Return the reporting verb that the quoted words hang on, or that hangs on them."""
    for token in doc[quoted.start : quoted.end]:
        if token.is_punct or token.is_space:
            continue
        for near in token.children:
            if near.i >= quoted.end and near.dep_ in _HANGING and _quotes(near, inside):
                return near
        above = token
        while above.head.i != above.i and above.i in inside:
            above = above.head
        for _ in range(_CLIMB):
            if _quotes(above, inside) and not _within_subject(token, above):
                return above
            if above.head.i == above.i or above.dep_ in ("relcl", "advcl", "conj"):
                break
            above = above.head
    return None


def _within_subject(token: Token, verb: Token) -> bool:
    above = token
    while above.head.i not in (verb.i, above.i):
        above = above.head
    return above.dep_ in ("nsubj", "nsubjpass")


def _following(doc: Doc, quoted: Quoted, inside: frozenset[int]) -> Token | None:
    """Return the reporting verb right after a quotation: ``,” he said`` or ``?” said Smith``."""
    if quoted.end >= len(doc) or not _may_be_followed(doc, quoted):
        return None
    for token in doc[quoted.end : quoted.end + _CUE_REACH]:
        if (
            token.i in inside
            or token.text in _TERMINAL
            or token.text == ":"
            or (token.is_space and "\n" in token.text)
        ):
            return None
        if _quotes(token, inside) and token.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
            return token if _speaker(token, inside) is not None else None
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("relcl", "acl", "aux", "auxpass"):
            return None
    return None


def _may_be_followed(doc: Doc, quoted: Quoted) -> bool:
    last = doc[quoted.end - 2] if quoted.end - 2 > quoted.start else None
    after = doc[quoted.end]
    return after.text == "," or (last is not None and last.text in (",", "?", "!", "—", "–", "…"))


def _preceding(doc: Doc, quoted: Quoted, inside: frozenset[int]) -> Token | None:
    """Return the reporting verb before a quotation: ``he said, “…``, ``she explained: “…``."""
    before = doc[quoted.start - 1] if quoted.start else None
    if before is None or (
        before.text not in (",", ":", ";") and before.lemma_ not in QUOTING_VERBS | {"that"}
    ):
        return None
    for i in range(quoted.start - 1, max(-1, quoted.start - 1 - 2 * _CUE_REACH), -1):
        token = doc[i]
        if (
            i in inside
            or (token.is_space and "\n" in token.text)
            or (token.text in _TERMINAL and i < quoted.start - 2)
        ):
            return None
        if _quotes(token, inside) and _speaker(token, inside) is not None:
            return token
    return None


def _source_phrase(doc: Doc, quoted: Quoted, inside: frozenset[int]) -> Token | None:
    """Return ``according`` of ``according to X`` in a sentence of the quotation."""
    first = doc[quoted.start].sent.start
    last = doc[quoted.end - 1].sent.end
    for token in doc[first:last]:
        if token.i not in inside and token.lower_ == "according":
            return token
    return None


# -- the speaker -----------------------------------------------------------------------------------


def _speaker(cue: Token, inside: frozenset[int]) -> Token | None:
    """Return the head of who speaks, outside the marks, or None."""
    if cue.lower_ == "according":
        prep = child(cue, "prep")
        return child(prep, "pobj") if prep is not None else None
    who = understood_subject(cue)
    if who is None or who.i in inside:
        who = _inverted(cue, inside)
    if who is not None and who.tag_ in ("WP", "WDT"):
        clause = clause_head(who)
        who = clause.head if clause.dep_ == "relcl" else None
    if who is None or who.i in inside or who.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    return None if child(cue, "auxpass") else who


def _inverted(cue: Token, inside: frozenset[int]) -> Token | None:
    """Return the noun in ``said Mr. Smith`` where the parser took it for an object."""
    after = [
        t
        for t in cue.rights
        if t.i not in inside and t.dep_ in ("dobj", "attr", "oprd", "nsubj", "npadvmod")
    ]
    return (
        after[0]
        if after
        and after[0].pos_ in ("PROPN", "NOUN", "PRON")
        and after[0].left_edge.i == cue.i + 1
        else None
    )


def _caption(doc: Doc, quoted: Quoted) -> Token | None:
    """Return the name in ``“…” - Matthew Ingram`` at the end of a paragraph."""
    i = quoted.end
    if i + 1 >= len(doc) or doc[i].text not in ("-", "—", "–", "--", "―"):
        return None
    names = []
    for token in doc[i + 1 : i + 8]:
        if (token.is_space and "\n" in token.text) or token.text == ",":
            break
        names.append(token)
    if not names or not all(t.text[0].isupper() or t.is_punct or t.is_space for t in names):
        return None
    words = [t for t in names if t.is_alpha or "." in t.text]
    return words[-1] if words else None


def _carries_on(doc: Doc, quoted: Quoted, previous: tuple[Quotation, Quoted]) -> bool:
    """Tell whether a full-sentence quotation goes on with the speaker of the one before it.

    It does in the same paragraph, and in the next one where the mark before was left open.
    """
    quotation, before = previous
    if quotation.speaker is None or not quotation.speech:
        return False
    breaks = sum(1 for t in doc[before.end : quoted.start] if t.is_space and "\n" in t.text)
    if breaks:
        return breaks == 1 and not before.closed and doc[quoted.start - 1].is_space
    return _sentence(doc, quoted) and doc[quoted.start].is_sent_start is not False


def _looked_ahead(doc: Doc, ranges: list[Quoted], found: list[Quotation]) -> list[Quotation]:
    """Return the quotations with a speaker named only later in the same speech.

    ``“It was late. “We left,” he said``: parts of a quotation that the paragraph leaves
    unattributed
    take the speaker of the next part when it follows with nothing but a cue in between.
    """
    result = list(found)
    for i in range(len(found) - 2, -1, -1):
        here, there = result[i], result[i + 1]
        if here.speaker is None and there.speaker is not None and not ranges[i].closed:
            gap = doc[here.end : there.start]
            if all(t.is_space for t in gap):
                result[i] = replace(here, speaker=there.speaker, speech=True)
    return result


# -- speech or not ---------------------------------------------------------------------------------


def _sentence(doc: Doc, quoted: Quoted) -> bool:
    """Tell whether the quoted words make a sentence of their own."""
    words = [t for t in doc[quoted.start : quoted.end] if not (t.is_punct or t.is_space)]
    if not words:
        return False
    finite = any(t.tag_ in _FINITE for t in words)
    ends = doc[quoted.end - 2].text in _TERMINAL | {","}
    if _title_like(doc, quoted) and not ends:
        return False
    if not finite:
        return ends and len(words) > _SHORT and words[0].text[0].isupper()
    return (
        len(words) >= _CLAUSE
        and (ends or len(words) > _SHORT)
        and any(t.dep_ in CLAUSES for t in words)
    )


def _title_like(doc: Doc, quoted: Quoted) -> bool:
    """Tell whether the quoted words are written like the title of a work: each with a capital."""
    words = [t for t in doc[quoted.start : quoted.end] if not (t.is_punct or t.is_space)]
    small = ("ADP", "DET", "CCONJ", "PART")
    return len(words) > 1 and all(t.text[0].isupper() or t.pos_ in small for t in words)


# -- transcripts -----------------------------------------------------------------------------------


_GENERIC_LABELS = frozenset({"q", "a", "question", "answer"})


def _turns(doc: Doc, inside: frozenset[int]) -> list[Quotation]:
    """Return the turns of a transcript as quotations of the speaker in their label.

    ``Q:`` and ``A:`` name nobody: in an explainer the paper asks and answers itself.
    """
    turns = []
    for turn in structure(doc).turns:
        names = [
            t
            for t in doc[turn.label : turn.start]
            if t.is_alpha and t.lower_ not in _GENERIC_LABELS
        ]
        if names and turn.label not in inside and turn.start not in inside:
            turns.append(Quotation(start=turn.start, end=turn.end, speaker=names[-1].i))
    return turns
