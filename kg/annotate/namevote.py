"""Of what type each name is, by vote over the whole article.

    'Gov. Washington … Washington said'  →  Washington is a person here

Titles, head words and lists outvote the tagger, whose answer is one vote for each occurrence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.annotate.namespan import next_is_no_noun, speaks, text_key
from kg.annotate.titles import is_honorific, is_post, title_before
from kg.lexicon.demonyms import GROUPS
from kg.lexicon.given_names import gender_of_given
from kg.lexicon.organizations import (
    EVENT_NAMES,
    INSTITUTIONS,
    PAIRS_OF_HEADS,
    PLAYING,
    type_of_head,
)
from kg.names import natural_order, split

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from kg.annotate.namespan import Name

# How much each kind of evidence for a type weighs against one answer of the tagger.
_TITLE_VOTE, _HEAD_VOTE, _LIST_VOTE, _VERB_VOTE = 8, 6, 6, 2
_INITIALS = range(2, 7)  # length of a word in capitals that is a body's initials
_TEAM_VOTE = 16  # a place that plays once is a team all through the report of the match
_HIGHEST_SCORE = 20
_DASHES = frozenset({"-", "–", "—"})
_DONE_TO_TEAMS = frozenset({"beat", "defeat", "thrash", "trounce", "outplay", "overcome"})
_SHORTEST = 3  # letters of a surname that is looked for by itself


def vote(doc: Doc, names: list[Name], keywords: tuple[str, ...]) -> dict[str, str]:
    """Return the type of each name (by its key) that the evidence of the whole article favours."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        votes[text_key(doc, name)].update(_evidence(doc, name))
    for person in filter(None, map(natural_order, keywords)):
        surname = split(person).surname.lower()
        votes[surname]["Person"] += _LIST_VOTE
    types = {key: max(sorted(count), key=lambda t: count[t]) for key, count in votes.items()}
    return _with_surnames(types)


def _evidence(doc: Doc, name: Name) -> Counter[str]:
    """Return the votes that one occurrence gives for the type of its name."""
    votes = Counter({name.type: 1})
    text = doc[name.start : name.end].text.lower().removeprefix("the ")
    last = doc[name.end - 1]
    if name.start > 0 and is_honorific(doc[name.start - 1]):
        votes["Person"] += _TITLE_VOTE
        name.titled = True
    elif (
        title_before(doc, name.start)
        and next_is_no_noun(doc, name.end)
        and not type_of_head(last.text)
    ):
        votes["Person"] += _TITLE_VOTE if name.type in ("Person", "Place", "Group") else _VERB_VOTE
        name.titled = True
    if text in INSTITUTIONS:
        votes["Organization"] += _LIST_VOTE
    if name.type == "Person" and _with_article(doc, name):
        votes["Phrase"] += _VERB_VOTE
    if text in EVENT_NAMES:
        votes["Event"] += _LIST_VOTE
    if (
        name.type == "Person"
        and name.end - name.start == 1
        and last.is_upper
        and len(text) in _INITIALS
    ):
        # ``KCNA``: capitals throughout are initials of a body more often than of a person
        votes["Organization"] += _VERB_VOTE
    if (
        name.type in ("Organization", "Place", "Work")
        and not type_of_head(last.text)
        and _holds_a_post(last)
    ):
        votes["Person"] += _HEAD_VOTE
    if text in GROUPS:
        votes["Group"] += _LIST_VOTE
    votes.update(_evidence_of_words(doc, name, last))
    return votes


def _holds_a_post(last: Token) -> bool:
    """Tell whether a post stands in apposition: ``Marković, the prime minister of Montenegro,``."""
    return any(c.dep_ == "appos" and is_post(c) and c.tag_ == "NN" for c in last.children)


def _with_article(doc: Doc, name: Name) -> bool:
    """Tell whether an article stands before a name: nobody is called ``the Zeitgeist``."""
    root = doc[name.start : name.end].root
    before = doc[name.start - 1] if name.start else None
    modifies = root.dep_ in ("compound", "nmod", "poss", "amod")
    return before is not None and before.lower_ in ("the", "a", "an", "this") and not modifies


def _evidence_of_words(doc: Doc, name: Name, last: Token) -> Counter[str]:
    votes: Counter[str] = Counter()
    several = name.end - name.start > 1
    if name.type in ("Place", "Group") and _plays(last):
        votes["Organization"] += _TEAM_VOTE
    if (
        several
        and not name.titled
        and (head := _head_word(doc, name))
        and (kind := _pair_of_heads(doc, name) or type_of_head(head))
    ):
        votes[kind] += _HEAD_VOTE
    elif several and name.type not in ("Place", "Person") and gender_of_given(doc[name.start].text):
        votes["Person"] += _VERB_VOTE
    if name.type in ("Facility", "Place", "Product", "Work") and speaks(last):
        votes["Organization" if name.type == "Facility" else name.type] += _VERB_VOTE
    return votes


def _pair_of_heads(doc: Doc, name: Name) -> str | None:
    words = doc[max(name.start, name.end - 2) : name.end]
    return PAIRS_OF_HEADS.get(" ".join(t.lower_ for t in words))


def _plays(last: Token) -> bool:
    """Tell whether a place is a team here: ``Chelsea beat Norhaven``."""
    if last.dep_ == "nsubj" and last.head.lemma_ in PLAYING:
        return True
    return _by_a_score(last) or (last.dep_ == "dobj" and last.head.lemma_ in _DONE_TO_TEAMS)


def _by_a_score(last: Token) -> bool:
    """``Norhaven 2 – 1 Oslo``: a team's name stands on either side of a score."""
    doc, i = last.doc, last.i
    return any(_is_score(words) for words in (doc[max(0, i - 3) : i], doc[i + 1 : i + 4]))


def _is_score(words: Span) -> bool:
    """Tell a score from days (``Oslo, 10–12 June``) and from votes, which are more."""
    texts = [t.text for t in words]
    if len(texts) != len("2-1") or texts[1] not in _DASHES or words[0].ent_type_ == "DATE":
        return False
    return all(n.isdigit() and int(n) < _HIGHEST_SCORE for n in (texts[0], texts[2]))


def _head_word(doc: Doc, name: Name) -> str:
    """Return the word that says what a name is: ``Ministry`` of ``Ministry of Defence``."""
    words = doc[name.start : name.end]
    cut = next(
        (i for i, t in enumerate(words) if i and t.lower_ in ("of", "for", "on")), len(words)
    )
    return str(words[cut - 1].text)


def _with_surnames(types: dict[str, str]) -> dict[str, str]:
    """Return the types with each bare surname of a person in the article a person too."""
    surnames = {
        key.split()[-1] for key, type_ in sorted(types.items()) if type_ == "Person" and " " in key
    }
    types = {surname: "Person" for surname in sorted(surnames) if len(surname) >= _SHORTEST} | types
    return {
        key: "Person"
        if key in surnames and type_ in ("Organization", "Place", "Product", "Work")
        else type_
        for key, type_ in types.items()
    }
