"""Spellings of one word: British and American, written out and short.

    >>> spelt("centre for labour studies"), spelt("saint orla"), spelt("mt lund")
    ('center for labor studies', 'st orla', 'mount lund')
    >>> transliterated("aleksandr") == transliterated("alexander")
    True

Words are given and returned as `kg.names.name_key` has them. A word is listed if both spellings
stand in names of bodies and places in the news; one that means something else is not (meter).
Given names are listed if one name of another alphabet has several spellings in English papers.
"""

from __future__ import annotations

import re

_AMERICAN = {
    "centre": "center", "centres": "centers", "labour": "labor", "defence": "defense",
    "theatre": "theater", "theatres": "theaters", "harbour": "harbor", "organisation": "organization",
    "organisations": "organizations", "programme": "program", "programmes": "programs",
    "colour": "color", "honour": "honor", "favour": "favor", "neighbourhood": "neighborhood",
    "behaviour": "behavior", "licence": "license", "offence": "offense",
    "fibre": "fiber", "aluminium": "aluminum", "jewellery": "jewelry", "tyre": "tire",
    "catalogue": "catalog", "aeroplane": "airplane", "archaeology": "archeology",
    "paediatrics": "pediatrics", "paediatric": "pediatric", "orthopaedic": "orthopedic",
    "civilisation": "civilization", "modernisation": "modernization", "privatisation": "privatization",
    "standardisation": "standardization", "industrialisation": "industrialization",
    "counselling": "counseling", "travellers": "travelers", "grey": "gray", "plough": "plow",
}  # fmt: skip
_SHORT = {"saint": "st", "mt": "mount", "ft": "fort", "bros": "brothers", "dept": "department",
          "assn": "association", "intl": "international", "natl": "national", "univ": "university",
          "govt": "government", "cty": "county"}  # fmt: skip
_WORDS = _AMERICAN | _SHORT
# Clubs print their kind in full or by its initials.
_CLUBS = {"association football club": "afc", "football club": "fc", "rugby club": "rfc",
          "cricket club": "cc", "basketball club": "bc", "hockey club": "hc"}  # fmt: skip
_CLUB = re.compile(rf"\b(?:{'|'.join(_CLUBS)})\b")

# One given name of another alphabet, in the spellings of English papers.
_TRANSLITERATIONS = """
aleksandr alexander alexandr aleksander oleksandr | aleksei alexei alexey aleksey oleksiy |
andrei andrey andriy | anatoly anatoli anatolii | dmitri dmitry dimitri dmitriy dmytro |
evgeny yevgeny evgeni yevgeni eugeny | fyodor fedor | gennady gennadi | georgy georgi georgii |
grigory grigori | igor ihor | konstantin constantine | mikhail mykhailo | nikolai nikolay mykola |
oleg oleh | pavel pavlo | sergei sergey serhiy sergiy | valery valeri valeriy |
vasily vasili vasyl | viktor victor | vitaly vitali vitaliy | vladimir volodymyr | yuri yury yuriy |
abdullah abdulla abdallah | ahmed ahmad | ali aly | bashar basher | faisal faysal feisal |
hassan hasan | hussein hussain husayn husein | ibrahim ebrahim | jamal gamal | khaled khalid |
mahmoud mahmud | mohammed muhammad mohamed mohammad muhammed mohamad | moammar muammar |
mustafa mostafa moustafa | omar umar | osama usama | saddam sadam | said saeed sayed saeid |
salah saleh | tarek tariq tarik | yasser yasir yasser | youssef yusuf yousef yousuf | zayed zaid zayd
"""
_FAMILY = {
    name: family.split()[0] for family in _TRANSLITERATIONS.split("|") for name in family.split()
}
# Arabic q and k are one letter to many papers; German papers write umlauts out where they must.
_QAF = re.compile(r"q(?!u)")
_UMLAUT = re.compile(r"(?<![aeiouq])([aou])e(?![aeiou])")


def spelt(key: str) -> str:
    """Return a name key in one spelling of its words."""
    words = " ".join(_WORDS.get(word, word) for word in key.split())
    return _CLUB.sub(lambda club: _CLUBS[club[0]], words)


def transliterated(key: str) -> str:
    """Return one spelling for all that a given name has in English papers."""
    return _FAMILY.get(key) or folded(key)


def folded(key: str) -> str:
    """Return a surname in one spelling: ``moeller`` as ``moller``, ``qasim`` as ``kasim``.

    >>> folded("moeller"), folded("al qasim"), folded("bauer")
    ('moller', 'al kasim', 'bauer')
    """
    return _UMLAUT.sub(r"\1", _QAF.sub("k", key))
