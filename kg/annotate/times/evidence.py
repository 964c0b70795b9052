"""Are words that could be a time one here?

``May`` in ``Theresa May``, ``2000`` in ``2000 people`` and ``four months`` in ``at the age of four
months`` are none. The pipeline's tags and names decide; the words around a number weigh more than its
guess, since it takes years for amounts and amounts for years.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Match

    from spacy.tokens import Span, Token

NAME_TYPES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT", "LAW"})
AMOUNT_TYPES = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "PRODUCT", "FAC"})
TIME_PREPOSITIONS = frozenset(
    ["in", "on", "since", "until", "till", "by", "during", "from", "before", "after", "through", "throughout", "between", "last", "next", "this", "early", "late", "of", "around"]
)
YEAR_PREPOSITIONS = frozenset(
    ["in", "since", "until", "till", "by", "during", "from", "before", "after", "through", "between", "circa", "late", "early", "mid"]
)
MORE_OR_LESS = frozenset(["about", "over", "nearly", "almost", "some", "than", "least", "roughly", "around", "only"])
# Days with a name of their own, which is not always in the week that the tense points to.
NAMED_DAYS = frozenset(["black", "good", "bloody", "super", "ash", "cyber", "palm", "holy", "easter", "shrove", "whit"])
FIRST_WEAK_YEAR = 1500  # before it a bare number is rather an amount


def is_time(span: Span, name: str, match: Match[str]) -> bool:
    """Say whether a match of the pattern ``name`` stands for a time in its sentence."""
    groups = match.groupdict()
    named = [key for key in ("month", "weekday", "holiday") if groups.get(key)]
    if any(not _is_capital(span, match, key) for key in named):
        return False
    if named and not _has_digit(span):
        return _is_calendar_name(span)
    if name in {"year", "years"}:
        return bool(groups.get("stage") or groups.get("edge")) or _is_year(span)
    if name == "length":
        return not _is_age(span)
    return name != "adverb of repetition" or span.root.tag_ == "RB"


def _is_capital(span: Span, match: Match[str], key: str) -> bool:
    first = span.doc.text[match.start(key)]
    return first.isupper() or first.isdigit()


def _has_digit(span: Span) -> bool:
    return any(char.isdigit() for char in span.text)


def _is_calendar_name(span: Span) -> bool:
    last, before = span[-1], _before(span)
    if last.tag_ == "MD" or any(token.tag_ == "MD" for token in span):
        return False
    if before is not None and before.lower_ in NAMED_DAYS:
        return False
    name = next((token for token in span if token.ent_type_ in NAME_TYPES), None)
    if name is None:
        return not _continues_a_person(span)
    inside = all(span.start <= token.i < span.end for token in _entity(name))
    return inside and before is not None and before.lower_ in TIME_PREPOSITIONS


def _continues_a_person(span: Span) -> bool:
    """Tell ``Theresa May`` by the parse where the names were not seen."""
    last = span[-1]
    return last.lower_ == "may" and last.dep_ == "compound" and last.head.ent_type_ == "PERSON"


def _entity(token: Token) -> list[Token]:
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return list(doc[start:end])


def _before(span: Span) -> Token | None:
    return span.doc[span.start - 1] if span.start > span.sent.start else None


def _after(span: Span) -> Token | None:
    return span.doc[span.end] if span.end < span.sent.end else None


def _is_year(span: Span) -> bool:
    before, after, kind = _before(span), _after(span), span[0].ent_type_
    preposition = before is not None and before.lower_ in YEAR_PREPOSITIONS
    counted = after is not None and after.tag_ in {"NNS", "NN", "CD", "NNPS"}
    if before is not None and before.lower_ in MORE_OR_LESS and not preposition:
        return False
    if kind in AMOUNT_TYPES:
        return preposition and not counted
    if kind == "DATE":
        return True
    if preposition:
        return not counted or kind == "EVENT"
    return kind == "EVENT" or _is_year_of_noun(span, before, after) or _in_brackets(before, after)


def _is_year_of_noun(span: Span, before: Token | None, after: Token | None) -> bool:
    """Tell ``the 1991 earthquake``: an article, a year and one thing."""
    return (
        before is not None
        and before.lower_ in {"the", "a", "his", "her", "its", "their"}
        and after is not None
        and after.tag_ in {"NN", "NNP", "JJ"}
        and int(span.text[:4]) >= FIRST_WEAK_YEAR
    )


def _in_brackets(before: Token | None, after: Token | None) -> bool:
    return before is not None and after is not None and before.text == "(" and after.text == ")"


def _is_age(span: Span) -> bool:
    doc, start, end = span.doc, span.start, span.end
    before = [token.lower_ for token in doc[max(0, start - 2) : start]]
    after = doc[end].lower_ if end < len(doc) else ""
    return (
        after in {"old", "older", "younger"} or before[-1:] == ["aged"] or before == ["age", "of"]
    )
