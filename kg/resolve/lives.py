"""What sentences tell of when somebody lived: an age, a death, a deed of another century.

    "Ida Lund, 58, said …" in 2021            →   born in 1962 or 1963, alive in 2021
    "Brandt, who died at sea in 1934"         →   dead since 1934
    "Voss, who mapped the bay in the 1790s"   →   alive in 1790

Two people of one name are two if they were born years apart, or if one was dead when the other
spoke. Read are only sentences that name the person, and an age without a name where an article
gives one and names nobody else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_YEAR = re.compile(
    r"\b(?:in|since|of|the|during|after|until) (?:early |late )?(1[0-9]{3}|20[0-9]{2})s?\b"
)
_DIED = (
    r"(?:died|drowned|was (?:\w+ )?(?:killed|shot|murdered|assassinated|executed|found dead|buried)"
    r"|has died|had died|was hanged)"
)
_SPEAKS = (
    r"(?:said|says|told|warned|announced|will|has been named|promised|apologi[sz]ed|refuses|refused"
    r"|has|won|made|hit|joined|takes|wants|is)"
)
SIGN = "\N{NULL}"  # no article has it: control characters are taken out when it is read
_NAME = f"(?<!\\w){SIGN}(?!\\w)"
_CALLED = re.compile(_NAME)
_AGE = re.compile(
    rf"{_NAME}, (?:aged )?(\d{{1,3}})(?=[,.;])|{_NAME}, an? (\d{{1,3}})-year-old"
    rf"|\b(\d{{1,3}})-year-old {_NAME}"
)
_DIED_AFTER = re.compile(rf"{_NAME}(?:,[^.]*?\b(?:who|until he|until she))? {_DIED}\b(.*)")
_DIED_BEFORE = re.compile(rf"\bwho {_DIED}\b(.*?){_NAME}")
_ACTS = re.compile(rf"{_NAME}(?:,[^,.]*)?,? {_SPEAKS}\b|said (?:[\w ]+ )?{_NAME}")
_OLD = re.compile(r"\b(\d{1,3})[- ]year[- ]old\b")
_OLDEST = 115
_HISTORIC = 90  # years before an article in which nobody who acts in it did anything
STORM = re.compile(r"(?:tropical )?(?:hurricane|cyclone|typhoon|storm) ", re.IGNORECASE)
_SLACK = 2  # years: ages are rounded, and an article may be a year late


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """The years between which somebody was born, and years in which dead, and alive."""

    born: tuple[int, int] | None = None
    dead: int | None = None
    alive: int | None = None
    acted: int | None = None


UNKNOWN = Life()


def season_of(name: str, text: str, year: int | None) -> int | None:
    """Return the year of a storm, whose name another year's storm has again; of others None.

    It is the one that is said of the storm, else that of the article.
    """
    if not STORM.match(name):
        return None
    said = re.search(
        r"(?:storm|hurricane|cyclone|typhoon)s? (?:of|in) (1[0-9]{3}|20[0-9]{2})", text
    )
    return int(said[1]) if said else year


def marked(sentence: str, names: Iterable[str]) -> str:
    """Return a sentence with a sign in place of some names, so that patterns need not have them."""
    for name in sorted(names, key=lambda n: (-len(n), n)):
        sentence = sentence.replace(name, SIGN)
    return sentence


def life_of(sentences: Sequence[str], *, year: int | None, alone: bool) -> Life:
    """Return what sentences of an article of a year, `marked`, tell of somebody's life.

    ``alone`` says that the article names no other person.
    """
    if year is None:
        return UNKNOWN
    about = [s for s in sentences if _CALLED.search(s)]
    age = _age(about, sentences if alone else about)
    dead = _death(about, year)
    years = [int(y) for s in about for y in _YEAR.findall(s)]
    acted = min((y for y in years if y <= year - _HISTORIC), default=None)
    speaks = any(_ACTS.search(sentence) for sentence in about)
    return Life(
        born=(year - age - 1, year - age) if age is not None and dead is None else None,
        dead=dead,
        alive=year if dead is None and acted is None and speaks else None,
        acted=acted,
    )


def _age(about: Sequence[str], sentences: Sequence[str]) -> int | None:
    said = [age for s in about for found in _AGE.findall(s) for age in found if age]
    # "said the 36-year-old": in a sentence that names somebody the age may be another's.
    said = said or [age for s in sentences if s not in about for age in _OLD.findall(s)]
    ages = {int(age) for age in said if int(age) <= _OLDEST}
    return min(ages) if len(ages) == 1 else None


def _death(about: Sequence[str], year: int) -> int | None:
    """Return the year in which somebody had died: the one that is said, else that of the article."""
    for sentence in about:
        if found := _DIED_AFTER.search(sentence) or _DIED_BEFORE.search(sentence):
            said = _YEAR.search(found[1])
            return int(said[1]) if said else year
    return None


def contradict(a: Life, b: Life) -> str | None:
    """Return in words why two lives are two people's, or None if they can be one's."""
    if a.born and b.born and (a.born[0] > b.born[1] + _SLACK or b.born[0] > a.born[1] + _SLACK):
        return "born years apart"
    for x, y in ((a, b), (b, a)):
        if x.dead and y.alive and y.alive > x.dead:
            return "one was dead when the other spoke"
        if x.acted and y.alive and y.alive - x.acted > _HISTORIC:
            return "one lived in another century"
    return None
