"""Whether words that could be a time are one here.

``May`` in ``Theresa May``, ``2000`` in ``2000 people`` and ``four months`` in ``at the age of four
months`` are none. The pipeline's tags and names decide; the words around a number weigh more than
its guess, since it takes years for amounts and amounts for years.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.annotate.times.words import MONTHS, ORDINALS, UNITS

if TYPE_CHECKING:
    from re import Match

    from spacy.tokens import Span, Token

# fmt: off
NAME_TYPES: Final = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT", "LAW"})
AMOUNT_TYPES: Final = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "PRODUCT", "FAC"})
TIME_PREPOSITIONS: Final = frozenset({
    "in", "on", "since", "until", "till", "by", "during", "from", "before", "after", "through",
    "throughout", "between", "last", "next", "this", "early", "late", "of", "around",
})
YEAR_PREPOSITIONS: Final = frozenset({
    "in", "since", "until", "till", "by", "during", "from", "before", "after", "through", "between",
    "circa",
})
MORE_OR_LESS: Final = frozenset({
    "about", "over", "nearly", "almost", "some", "than", "least", "roughly", "around", "only",
})
# Days with a name of their own, which is not always in the week that the tense points to.
NAMED_DAYS: Final = frozenset({
    "black", "good", "bloody", "super", "ash", "cyber", "palm", "holy", "easter", "shrove", "whit",
})
# fmt: on
DETERMINERS: Final = frozenset({"the", "a", "his", "her", "its", "their", "our", "my", "that"})
COUNTING: Final = frozenset({"last", "next", "final", "opening", "only"})
WORDS_BY_TAG: Final = {
    "word of repetition": frozenset({"RB", "JJ"}),
    "vague adverb": frozenset({"RB", "NN"}),  # "the future" is a noun
}
COUNTED_TAGS: Final = frozenset({"NN", "NNS", "NNPS", "CD"})
FIRST_WEAK_YEAR: Final = 1500  # before it a bare number is rather an amount


def is_time(span: Span, name: str, match: Match[str]) -> bool:
    """Say whether a match of the pattern ``name`` stands for a time in its sentence."""
    groups = match.groupdict()
    proper = [key for key in ("month", "weekday", "holiday") if groups.get(key)]
    if any(not _is_capital(span, match, key) for key in proper):
        return False
    if proper and not any(char.isdigit() for char in span.text):
        return _is_calendar_name(span) and not _is_christmas_tree(span)
    if name == "year":
        return bool(groups["part"]) or _is_year(span)
    if name == "part of the story's day":
        return groups["unit"] != "day" or _is_of_day(span)
    if name == "length":
        return not _is_age(span) and not _is_year_and_unit(match)
    check = WORDS_BY_TAG.get(name)
    return check is None or _is_word(span, check)


def _is_word(span: Span, tags: frozenset[str]) -> bool:
    """Tell ``now`` and ``annual`` from ``Apocalypse Now`` and ``Daily Mail``."""
    root = span.root
    in_name = root.ent_type_ in NAME_TYPES or (root.tag_ == "JJ" and not root.is_lower)
    return root.tag_ in tags and not in_name


def _is_of_day(span: Span) -> bool:
    """Tell ``the last match of the day`` from ``the order of the day``."""
    before = _before(span)
    if before is None or before.lower_ != "of":
        return before is not None and before.lower_ in {"during", "throughout"}
    return any(
        child.lower_ in COUNTING or child.tag_ == "JJS" or child.lower_ in ORDINALS
        for child in before.head.children
    )


def _is_capital(span: Span, match: Match[str], key: str) -> bool:
    first = span.text[match.start(key) - span.start_char]
    return first.isupper() or first.isdigit()


def _is_calendar_name(span: Span) -> bool:
    """Leave out modals, people called April or May, newspapers and feasts called after a day."""
    before = _before(span)
    word = before.lower_ if before is not None else ""
    if word in NAMED_DAYS or any(token.tag_ == "MD" for token in span):
        return False
    if _follows_first_name(span, before) or _begins_name(span, word):
        return False
    name = [token for token in span if token.ent_type_ in NAME_TYPES]
    return not name or (word in TIME_PREPOSITIONS and not _goes_on(span))


def _follows_first_name(span: Span, before: Token | None) -> bool:
    """Tell ``Theresa May`` by the parse where the names were not seen."""
    return (
        span[0].lower_ in {"may", "april", "june", "august"}
        and before is not None
        and before.pos_ == "PROPN"
        and before.dep_ == "compound"
        and before.head.i == span[0].i
    )


def _begins_name(span: Span, before: str) -> bool:
    """Tell ``March Madness`` and ``April Jones`` from ``in March Mr. Jones``."""
    last = span[-1]
    is_part = last.dep_ == "compound" and last.head.pos_ == "PROPN" and last.head.i == span.end
    return is_part and before not in TIME_PREPOSITIONS and last.lower_ in MONTHS


def _goes_on(span: Span) -> bool:
    """Say whether a name that the span is in goes on beyond it."""
    doc, start, end = span.doc, span.start, span.end
    starts_inside = start < end and doc[start].ent_iob_ == "I"
    return starts_inside or (end < len(doc) and doc[end].ent_iob_ == "I")


def _is_christmas_tree(span: Span) -> bool:
    after = _after(span)
    return span.text == "Christmas" and after is not None and after.pos_ in {"NOUN", "PROPN"}


def _before(span: Span) -> Token | None:
    return span.doc[span.start - 1] if span.start > span.sent.start else None


def _after(span: Span) -> Token | None:
    return span.doc[span.end] if span.end < span.sent.end else None


def _is_year(span: Span) -> bool:
    before, after, kind = _before(span), _after(span), span[0].ent_type_
    word = before.lower_ if before is not None else ""
    is_placed = word in YEAR_PREPOSITIONS
    is_count = after is not None and after.tag_ in COUNTED_TAGS
    if _is_numbered_thing(before, after):
        return False
    if word in MORE_OR_LESS:
        return kind == "DATE" and not is_count
    if kind in AMOUNT_TYPES:
        return is_placed and not is_count
    if kind in {"DATE", "EVENT"}:
        return True
    if is_placed:
        return not is_count
    return _is_year_of_noun(span, word, after) or _in_brackets(before, after)


def _is_numbered_thing(before: Token | None, after: Token | None) -> bool:
    """Tell ``Room 1984``, ``2017 Elm Street`` and ``2000 year old`` from ``Hajj 1991``."""
    address = after is not None and after.ent_type_ == "FAC" and after.ent_iob_ == "B"
    is_number = before is not None and before.lower_ in {"room", "flight", "route", "no.", "number"}
    is_measured = after is not None and after.lower_ in UNITS
    return address or is_number or is_measured


def _is_year_of_noun(span: Span, before: str, after: Token | None) -> bool:
    """Tell ``the 1991 earthquake``: an article, a year and one thing."""
    is_one_thing = after is not None and after.tag_ in {"NN", "NNP", "JJ"}
    return before in DETERMINERS and is_one_thing and int(span.text[:4]) >= FIRST_WEAK_YEAR


def _in_brackets(before: Token | None, after: Token | None) -> bool:
    return before is not None and after is not None and before.text == "(" and after.text == ")"


def _is_year_and_unit(match: Match[str]) -> bool:
    """Tell ``World Cup 2018 day five`` from a length of days."""
    number, unit = match["number"], match["unit"]
    return len(number) == len("2018") and number.isdigit() and not unit.endswith("s")


def _is_age(span: Span) -> bool:
    doc, start, end = span.doc, span.start, span.end
    before = [token.lower_ for token in doc[max(0, start - 2) : start]]
    after = doc[end].lower_ if end < len(doc) else ""
    is_grown = after in {"old", "older", "younger"}
    return is_grown or before[-1:] == ["aged"] or before == ["age", "of"]
