"""Names that the tagger missed but that show what they are, or are known from elsewhere.

'SPICER: Yes.'                           →  SPICER is a person
'Colette Heald led it. Heald noted …'     →  Heald is a person
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.annotate.namecut import after_title
from kg.annotate.namespan import PROPER, Name, capital, next_is_no_noun, speaks
from kg.annotate.sentences import structure
from kg.annotate.syntax import tagged, written
from kg.annotate.titles import is_honorific, is_occupation, is_post, title_before
from kg.lexicon.demonyms import GROUPS, place_of
from kg.lexicon.given_names import gender_of_given
from kg.lexicon.organizations import EVENT_NAMES, INSTITUTIONS, type_of_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

# Who speaks in a transcript without being named.
_ROLES_IN_TALK = frozenset(
    {"question", "answer", "interviewer", "moderator", "host", "audience", "narrator", "voice"}
)
_SMALL = frozenset({"of", "the", "for", "and", "on", "in", "&", "a", "to"})
_ARTICLES = frozenset({"the", "a", "an"})
_NO_NAMES = frozenset({"DATE", "TIME", "MONEY", "CARDINAL"})
_GIVEN_AND_SURNAME = (2, 3)  # words in a name that a known given name begins


def labels(doc: Doc, covered: set[int]) -> list[Name]:
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
            found.append(Name(words[0], words[-1] + 1, "Person"))
    return found


def untagged(doc: Doc, covered: set[int] | frozenset[int]) -> list[Name]:
    """Return runs of proper nouns that the tagger left out and that show what they are."""
    found: list[Name] = []
    end = 0
    for token in tagged(doc, PROPER):
        if token.i < end:
            continue
        end = token.i
        while end < len(doc) and _in_run(doc, end, token.i, covered):
            end += 1
        if end > token.i:
            found.extend(_typed_run(doc, token.i, end))
    return found


def _in_run(doc: Doc, i: int, start: int, covered: set[int] | frozenset[int]) -> bool:
    token = doc[i]
    if token.tag_ not in PROPER or i in covered or (i > start and token.is_sent_start):
        return False
    return not token.is_space and capital(token) and not is_honorific(token)


def _typed_run(doc: Doc, start: int, end: int) -> Iterator[Name]:
    start = after_title(doc, start, end)
    named_like_person = (
        end - start in _GIVEN_AND_SURNAME and gender_of_given(doc[start].text) is not None
    )
    if is_post(doc[end - 1]) or (doc[end - 1].ent_type_ in _NO_NAMES and not named_like_person):
        return
    text = doc[start:end].text
    # a lone capitalised word at the head of a sentence proves nothing
    lone = end - start == 1 and doc[start].is_sent_start
    if (title_before(doc, start) and next_is_no_noun(doc, end)) or (
        start > 0 and is_honorific(doc[start - 1])
    ):
        yield Name(start, end, "Person")
    elif text.lower() in INSTITUTIONS:
        yield Name(start, end, "Organization")
    elif text.lower() in EVENT_NAMES:
        yield Name(start, end, "Event")
    elif not lone and (text.lower() in GROUPS or place_of(text)):
        yield Name(start, end, "Group")
    elif end - start > 1 and (kind := type_of_head(doc[end - 1].text)):
        yield Name(start, end, kind)
    elif (
        end - start in (2, 3) and gender_of_given(doc[start].text) and next_is_no_noun(doc, end)
    ) or (not lone and speaks(doc[end - 1])):
        yield Name(start, end, "Person")


def initials(doc: Doc, names: list[Name], covered: set[int] | frozenset[int]) -> list[Name]:
    """Return the initials in brackets after a name, with its type: ``Global Water Fund (GWF)``."""
    found = []
    for name in names:
        i = name.end + 1
        if i + 1 >= len(doc) or i in covered or (doc[i - 1].text, doc[i + 1].text) != ("(", ")"):
            continue
        letters = [
            doc[j].text[0] for j in range(name.start, name.end) if doc[j].lower_ not in _SMALL
        ]
        if len(letters) > 1 and doc[i].text.replace(".", "") == "".join(letters).upper():
            found.append(Name(i, i + 1, name.type))
    return found


def known_elsewhere(
    doc: Doc, types: dict[str, str], covered: set[int] | frozenset[int]
) -> list[Name]:
    """Return further places of names known from other places of the text or from keywords."""
    first: dict[str, list[list[str]]] = defaultdict(list)
    for key in types:
        words = key.split()
        first[words[0]].append(words)
    found = []
    taken = set(covered)
    for token in written(doc, first):
        for words in sorted(first[token.lower_], key=lambda w: (-len(w), w)):
            place = range(token.i, token.i + len(words))
            if taken.isdisjoint(place) and _same_words(
                doc[place.start : place.stop], words, types[" ".join(words)]
            ):
                taken.update(place)
                found.append(Name(place.start, place.stop, types[" ".join(words)]))
                break
    return found


def _same_words(span: Span, words: list[str], type_: str) -> bool:
    if [t.lower_ for t in span] != words or not all(capital(t) or not t.is_alpha for t in span):
        return False
    if type_ == "Person" and span.start and span.doc[span.start - 1].lower_ in _ARTICLES:
        return False
    # one word that may begin any sentence must at least be tagged as a name, or stand as a subject
    if span[-1].tag_ in PROPER or (len(words) > 1 and span[0].tag_ in PROPER):
        return True
    return span[-1].tag_.startswith("NN") and span[-1].dep_ in ("nsubj", "pobj", "dobj")
