"""Which spans are names, and of what type: the statistical tagger's answer, repaired.

    'Gov. Chris Christie of New Jersey'  →  Chris Christie (Person), New Jersey (Place)

Titles are cut off, possessives dropped, initials and suffixes joined; one name has one type all over
the article, by vote, where titles (Gov. X is a person) and head words (X Department is an
organisation) outvote the tagger; a name found once is found everywhere. Lower-case names are ignored.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.sentences import structure
from kg.annotate.titles import is_honorific, is_occupation, is_post, title_before
from kg.lexicon.demonyms import GROUPS, place_of
from kg.lexicon.given_names import gender_of_given
from kg.lexicon.organizations import EVENT_NAMES, INSTITUTIONS, type_of_head
from kg.lexicon.speech import SPEECH_VERBS
from kg.lexicon.titles import ABBREVIATIONS, BRANCHES
from kg.names import SUFFIXES, natural_order, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Span, Token

_TYPES = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "NORP": "Group",
    "FAC": "Facility", "EVENT": "Event", "WORK_OF_ART": "Work", "PRODUCT": "Product", "LAW": "Law",
}  # fmt: skip
# Words that are a post or a demonym and, at the front of a name, more often a given name.
_GIVEN_POSTS = frozenset({"dean", "rector", "major", "prince", "king", "judge", "marshal"})
_GIVEN_DEMONYMS = frozenset({"christian", "roma", "dane", "german", "french", "pole", "israel"})
# Who speaks in a transcript without being named.
_ROLES_IN_TALK = frozenset(
    {
        "question",
        "answer",
        "interviewer",
        "moderator",
        "host",
        "audience",
        "narrator",
        "voice",
        "wikinews",
        "wn",
    }
)
_LONGEST = 4  # tokens of a person's name with an ``of`` in it; more is a title run into a name
_ARTICLES = frozenset({"the", "a", "an"})
_NO_NAMES = frozenset({"DATE", "TIME", "MONEY", "CARDINAL"})
_PROPER = frozenset({"NNP", "NNPS"})
# How much each kind of evidence for a type weighs against one answer of the tagger.
_TITLE_VOTE, _HEAD_VOTE, _LIST_VOTE, _VERB_VOTE = 8, 6, 6, 2


@dataclass(slots=True)
class Name:
    """A name in the text; ``votes`` is the evidence for its type that its surroundings give."""

    start: int
    end: int
    type: str
    head: int = -1
    titled: bool = False
    tagged: bool = True


def find_names(doc: Doc, keywords: tuple[str, ...], skip: frozenset[int]) -> list[Name]:
    """Return the names of a document, without overlaps, in order."""
    spans = [part for ent in doc.ents if ent.label_ in _TYPES for part in _repaired(doc, ent)]
    spans = _without_overlaps(name for name in spans if name.start not in skip)
    spans += _labels(doc, _covered(spans))
    spans += _untagged(doc, _covered(spans) | skip)
    spans = _joined(doc, sorted(spans, key=lambda n: n.start))
    types = _vote(doc, spans, keywords)
    spans += _known_elsewhere(doc, types, _covered(spans) | skip)
    return [_finished(doc, n, types) for n in _without_overlaps(spans) if _key(doc, n) in types]


# -- cutting ---------------------------------------------------------------------------------------


def _repaired(doc: Doc, ent: Span) -> Iterator[Name]:
    """Yield the names in one entity of the tagger, trimmed; a line break splits it."""
    start = ent.start
    for i in range(ent.start, ent.end + 1):
        if i == ent.end or doc[i].is_space or (doc[i].is_sent_start and i > ent.start):
            name = _trimmed(doc, start, i, _TYPES[ent.label_])
            if name is not None:
                yield name
            start = i + 1 if i < ent.end and doc[i].is_space else i


def _trimmed(doc: Doc, start: int, end: int, type_: str) -> Name | None:
    """Return the name in a span without what does not belong to it, or None if nothing is left."""
    if type_ == "Person":
        end = next((i for i in range(start, end) if doc[i].tag_ == "POS"), end)
        if end - start > _LONGEST and any(t.lower_ == "of" for t in doc[start:end]):
            return None
    while start < end and _droppable_first(doc, start, type_):
        start += 1
    while start < end and _droppable_last(doc, start, end - 1, type_):
        end -= 1
    if _only_part_of_post(doc, start, end):
        return None
    if type_ == "Person" or title_before(doc, end):
        start = _after_title(doc, start, end)
    if (
        start >= end
        or not any(_capital(t) for t in doc[start:end])
        or doc[start].lower_[:4] == "anti"
    ):
        return None
    return Name(start, end, type_)


def _droppable_first(doc: Doc, i: int, type_: str) -> bool:
    token = doc[i]
    if token.lower_ == "the":
        # ``The New York Times`` in mid-sentence is how the paper calls itself
        mid_sentence = token.is_title and i > 0 and not token.is_sent_start
        return not (mid_sentence and type_ in ("Organization", "Work") and doc[i - 1].is_alpha)
    if token.lower_ in ("a", "an", "this", "that", "its", "his", "her", "their"):
        return True
    return token.is_space or (token.is_punct and token.text not in "([") or token.tag_ == "POS"


def _droppable_last(doc: Doc, start: int, i: int, type_: str) -> bool:
    token = doc[i]
    if token.tag_ in ("POS", "IN", "DT") or _stray_mark(doc, start, i):
        return True
    if i > start and token.tag_ == "CD" and type_ in ("Place", "Person", "Group"):
        return True
    # ``State Department Spokesperson``: the post is no part of the organisation's name
    of = any(t.lower_ == "of" for t in doc[start:i])
    return i > start and type_ != "Person" and is_post(token) and not of


def _only_part_of_post(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a span names a post or its field: ``Attorney General``, ``Home`` of ``Home Secretary``."""
    words = doc[start:end]
    if start >= end:
        return True
    if all(
        is_post(t) or t.lower_ in BRANCHES or t.lower_ in ("of", "the", "deputy", "vice")
        for t in words
    ):
        after = end < len(doc) and is_post(doc[end])
        before = start > 1 and doc[start - 1].lower_ == "of" and is_post(doc[start - 2])
        return after or before or any(is_post(t) for t in words)
    return False


def _stray_mark(doc: Doc, start: int, i: int) -> bool:
    token = doc[i]
    if token.text == ")":
        return "(" not in {t.text for t in doc[start:i]}
    return token.is_space or (token.is_punct and token.text != "!")


def _after_title(doc: Doc, start: int, end: int) -> int:
    """Return where a name starts after what describes its bearer.

    ``Justice Secretary Ken Clarke``, ``Scientologist Tom Cruise``; but Dean is a given name too.
    """
    posts = [i for i in range(start, end - 1) if is_post(doc[i]) and not is_honorific(doc[i])]
    posts = [i for i in posts if i > start or doc[i].lower_ not in _GIVEN_POSTS]
    first = max(posts) + 1 if posts else start
    while end - first > 2 and _describes(doc[first]):
        first += 1
    return first


def _describes(token: Token) -> bool:
    """Tell whether a token says of which nation or faith somebody is, and is no given name."""
    known = token.lower_ in GROUPS or place_of(token.text) is not None
    return known and gender_of_given(token.text) is None and token.lower_ not in _GIVEN_DEMONYMS


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() or token.text[:1].isdigit()


# -- finding what the tagger missed ----------------------------------------------------------------


def _labels(doc: Doc, covered: set[int]) -> list[Name]:
    """Return the names in the speakers' labels of a transcript: ``SPICER: Yes.``"""
    found = []
    for turn in structure(doc).turns:
        words = [
            t.i for t in doc[turn.label : turn.start] if t.is_alpha and t.is_upper and len(t) > 1
        ]
        words = [
            i
            for i in words
            if not (is_post(doc[i]) or is_occupation(doc[i]) or is_honorific(doc[i]))
        ]
        if (
            words
            and doc[words[-1]].lower_ not in _ROLES_IN_TALK
            and not covered.intersection(words)
        ):
            found.append(Name(words[0], words[-1] + 1, "Person", tagged=False))
    return found


def _untagged(doc: Doc, covered: set[int] | frozenset[int]) -> list[Name]:
    """Return runs of proper nouns that the tagger left out and that show what they are."""
    found: list[Name] = []
    i = 0
    while i < len(doc):
        end = i
        while end < len(doc) and _in_run(doc, end, i, covered):
            end += 1
        if end > i:
            found.extend(_typed_run(doc, i, end))
        i = max(end, i + 1)
    return found


def _in_run(doc: Doc, i: int, start: int, covered: set[int] | frozenset[int]) -> bool:
    token = doc[i]
    if i in covered or token.is_space or (i > start and token.is_sent_start):
        return False
    return token.tag_ in _PROPER and _capital(token) and not is_honorific(token)


def _typed_run(doc: Doc, start: int, end: int) -> Iterator[Name]:
    start = _after_title(doc, start, end)
    named_like_person = end - start in (2, 3) and gender_of_given(doc[start].text) is not None
    if is_post(doc[end - 1]) or (doc[end - 1].ent_type_ in _NO_NAMES and not named_like_person):
        return
    text = doc[start:end].text
    # a lone capitalised word at the head of a sentence proves nothing
    lone = end - start == 1 and doc[start].is_sent_start
    if (title_before(doc, start) and _next_is_no_noun(doc, end)) or (
        start > 0 and is_honorific(doc[start - 1])
    ):
        yield Name(start, end, "Person", tagged=False)
    elif text.lower() in INSTITUTIONS:
        yield Name(start, end, "Organization", tagged=False)
    elif text.lower() in EVENT_NAMES:
        yield Name(start, end, "Event", tagged=False)
    elif not lone and (text.lower() in GROUPS or place_of(text)):
        yield Name(start, end, "Group", tagged=False)
    elif end - start > 1 and (kind := type_of_head(doc[end - 1].text)):
        yield Name(start, end, kind, tagged=False)
    elif (
        end - start in (2, 3) and gender_of_given(doc[start].text) and _next_is_no_noun(doc, end)
    ) or (not lone and _speaks(doc[end - 1])):
        yield Name(start, end, "Person", tagged=False)


def _next_is_no_noun(doc: Doc, end: int) -> bool:
    return end >= len(doc) or doc[end].pos_ not in ("NOUN", "PROPN")


def _speaks(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lemma_ in SPEECH_VERBS and token.head.pos_ == "VERB"


def _known_elsewhere(
    doc: Doc, types: dict[str, str], covered: set[int] | frozenset[int]
) -> list[Name]:
    """Return further places of names known from other places of the text or from keywords."""
    first: dict[str, list[list[str]]] = defaultdict(list)
    for key in types:
        words = key.split()
        first[words[0]].append(words)
    found = []
    taken = set(covered)
    for token in doc:
        for words in sorted(first.get(token.lower_, ()), key=lambda w: (-len(w), w)):
            span = doc[token.i : token.i + len(words)]
            if _same_words(span, words, types[" ".join(words)]) and not taken.intersection(
                range(span.start, span.end)
            ):
                taken.update(range(span.start, span.end))
                found.append(Name(span.start, span.end, types[" ".join(words)], tagged=False))
                break
    return found


def _same_words(span: Span, words: list[str], type_: str) -> bool:
    if [t.lower_ for t in span] != words or not all(_capital(t) or not t.is_alpha for t in span):
        return False
    if type_ == "Person" and span.start and span.doc[span.start - 1].lower_ in _ARTICLES:
        return False
    # one word that may begin any sentence must at least be tagged as a name, or stand as a subject
    if span[-1].tag_ in _PROPER or (len(words) > 1 and span[0].tag_ in _PROPER):
        return True
    return span[-1].tag_.startswith("NN") and span[-1].dep_ in ("nsubj", "pobj", "dobj")


# -- joining ---------------------------------------------------------------------------------------


def _joined(doc: Doc, names: list[Name]) -> list[Name]:
    """Return names grown over their initials, particles, hyphenated parts and suffixes."""
    joined: list[Name] = []
    for name in names:
        previous = joined[-1] if joined else None
        if previous is not None and name.start < previous.end:
            continue
        limit = previous.end if previous else 0
        if name.type == "Person":
            _grow(doc, name, limit)
        if previous is not None and _one_person(doc, previous, name):
            previous.end = name.end
            continue
        joined.append(name)
    return joined


def _grow(doc: Doc, name: Name, limit: int) -> None:
    while name.start > limit and _part_of_name(doc, name.start - 1, name):
        name.start -= 1
    while name.end < len(doc) and _continues(doc, name):
        name.end += 1


def _part_of_name(doc: Doc, i: int, name: Name) -> bool:
    """Tell whether the token before a person's name is an unrecognised given name."""
    token = doc[i]
    if doc[i + 1].is_sent_start or token.ent_type_ not in ("", "PERSON") or not _capital(token):
        return False
    if is_honorific(token) or is_post(token) or place_of(token.text) or type_of_head(token.text):
        return False
    in_name = name.start <= token.head.i < name.end
    return (
        token.tag_ == "NNP"
        and token.dep_ == "compound"
        and in_name
        and token.lower_ not in ABBREVIATIONS
    )


def _continues(doc: Doc, name: Name) -> bool:
    """Tell whether the token after a person's name belongs to it: a suffix or the rest of the name."""
    token = doc[name.end]
    # ``Theresa May`` is tagged a name and a month
    if token.is_sent_start or token.ent_type_ not in ("", "PERSON", "DATE"):
        return False
    if token.lower_.rstrip(".") in SUFFIXES and token.text[0].isupper():
        return True
    last = doc[name.end - 1]
    return (
        token.tag_ == "NNP"
        and last.dep_ == "compound"
        and last.head.i == token.i
        and token.is_title
        and not is_post(token)
        and type_of_head(token.text) is None
    )


def _one_person(doc: Doc, left: Name, right: Name) -> bool:
    if left.type != "Person" or right.type != "Person" or doc[right.start].is_sent_start:
        return False
    between = doc[left.end : right.start]
    if len(between) == 0:
        return doc[left.end - 1].head.i in range(right.start, right.end)
    return len(between) == 1 and between[0].text == "-" and not doc[left.end - 1].whitespace_


# -- voting ----------------------------------------------------------------------------------------


def _vote(doc: Doc, names: list[Name], keywords: tuple[str, ...]) -> dict[str, str]:
    """Return the type of each name (by its key) that the evidence of the whole article favours."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        votes[_key(doc, name)].update(_evidence(doc, name))
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
        and _next_is_no_noun(doc, name.end)
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
        and 2 <= len(text) <= 6
    ):
        # ``KCNA``: capitals throughout are initials of a body more often than of a person
        votes["Organization"] += _VERB_VOTE
    if text in GROUPS:
        votes["Group"] += _LIST_VOTE
    votes.update(_evidence_of_words(doc, name, last))
    return votes


def _with_article(doc: Doc, name: Name) -> bool:
    """Tell whether an article stands before a name by itself: nobody is called ``the Zeitgeist``."""
    root = doc[name.start : name.end].root
    before = doc[name.start - 1] if name.start else None
    modifies = root.dep_ in ("compound", "nmod", "poss", "amod")
    return before is not None and before.lower_ in ("the", "a", "an", "this") and not modifies


def _evidence_of_words(doc: Doc, name: Name, last: Token) -> Counter[str]:
    votes: Counter[str] = Counter()
    several = name.end - name.start > 1
    if (
        several
        and not name.titled
        and (head := _head_word(doc, name))
        and (kind := type_of_head(head))
    ):
        votes[kind] += _HEAD_VOTE
    elif several and name.type not in ("Place", "Person") and gender_of_given(doc[name.start].text):
        votes["Person"] += _VERB_VOTE
    if name.type in ("Facility", "Place", "Product", "Work") and _speaks(last):
        votes["Organization" if name.type == "Facility" else name.type] += _VERB_VOTE
    return votes


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
    types = {surname: "Person" for surname in sorted(surnames) if len(surname) > 2} | types
    return {
        key: "Person"
        if key in surnames and type_ in ("Organization", "Place", "Product", "Work")
        else type_
        for key, type_ in types.items()
    }


# -- finishing -------------------------------------------------------------------------------------


def _finished(doc: Doc, name: Name, types: dict[str, str]) -> Name:
    """Return a name with its final type, its honorific and its head."""
    name.type = types[_key(doc, name)]
    if name.type == "Person":
        while (
            name.start > 0
            and not doc[name.start].is_sent_start
            and is_honorific(doc[name.start - 1])
        ):
            name.start -= 1
    name.head = doc[name.start : name.end].root.i
    return name


def _key(doc: Doc, name: Name) -> str:
    words = [t.lower_ for t in doc[name.start : name.end]]
    return " ".join(words[1:] if words[0] == "the" and len(words) > 1 else words)


def _covered(names: Iterable[Name]) -> set[int]:
    return {i for name in names for i in range(name.start, name.end)}


def _without_overlaps(names: Iterable[Name]) -> list[Name]:
    """Return names in order; of two that overlap, the longer."""
    kept: list[Name] = []
    taken: set[int] = set()
    for name in sorted(names, key=lambda n: (n.start - n.end, n.start)):
        tokens = set(range(name.start, name.end))
        if not tokens & taken:
            kept.append(name)
            taken |= tokens
    return sorted(kept, key=lambda n: n.start)
