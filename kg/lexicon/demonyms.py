"""Adjectives and nouns of nationality, and the place each is of.

    >>> PLACE_OF["french"]
    'France'

``the French president`` is president of France; ``two Frenchmen`` are a group of people. Words that
are a religion, a party or a movement are in `GROUPS`: they are of no place.
"""

from __future__ import annotations

from functools import lru_cache

_PAIRS = """
Afghanistan: afghan | Albania: albanian | Algeria: algerian | Angola: angolan | Argentina:
argentine, argentinian | Armenia: armenian | Australia: australian, aussie | Austria: austrian |
Azerbaijan: azerbaijani, azeri | Bahrain: bahraini | Bangladesh: bangladeshi | Belarus:
belarusian, belarussian | Belgium: belgian | Bolivia: bolivian | Bosnia: bosnian | Brazil:
brazilian | Britain: british, briton | Bulgaria: bulgarian | Burma: burmese | Cambodia: cambodian
| Cameroon: cameroonian | Canada: canadian | Chad: chadian | Chile: chilean | China: chinese |
Colombia: colombian | Congo: congolese | Costa Rica: costa rican | Croatia: croatian, croat |
Cuba: cuban | Cyprus: cypriot | Czech Republic: czech | Denmark: danish, dane | Ecuador:
ecuadorian, ecuadorean | Egypt: egyptian | England: english, englishman | Eritrea: eritrean |
Estonia: estonian | Ethiopia: ethiopian | Europe: european | Fiji: fijian | Finland: finnish, finn
| France: french, frenchman | Gaza: gazan | Georgia: georgian | Germany: german | Ghana: ghanaian
| Greece: greek | Guatemala: guatemalan | Guinea: guinean | Guyana: guyanese | Haiti: haitian |
Honduras: honduran | Hungary: hungarian | Iceland: icelandic, icelander | India: indian |
Indonesia: indonesian | Iran: iranian | Iraq: iraqi | Ireland: irish, irishman | Israel: israeli |
Italy: italian | Ivory Coast: ivorian | Jamaica: jamaican | Japan: japanese | Jordan: jordanian |
Kazakhstan: kazakh | Kenya: kenyan | Kosovo: kosovar | Kuwait: kuwaiti | Kyrgyzstan: kyrgyz |
Laos: laotian | Latvia: latvian | Lebanon: lebanese | Liberia: liberian | Libya: libyan |
Lithuania: lithuanian | Luxembourg: luxembourgish | Macedonia: macedonian | Madagascar: malagasy |
Malawi: malawian | Malaysia: malaysian | Maldives: maldivian | Mali: malian | Malta: maltese |
Mauritania: mauritanian | Mexico: mexican | Moldova: moldovan | Mongolia: mongolian | Montenegro:
montenegrin | Morocco: moroccan | Mozambique: mozambican | Myanmar: burmese | Namibia: namibian |
Nepal: nepalese, nepali | Netherlands: dutch, dutchman | New Zealand: new zealander, kiwi |
Nicaragua: nicaraguan | Niger: nigerien | Nigeria: nigerian | North Korea: north korean | Norway:
norwegian | Oman: omani | Pakistan: pakistani | Panama: panamanian | Paraguay: paraguayan | Peru:
peruvian | Philippines: philippine, filipino, filipina | Poland: polish, pole | Portugal:
portuguese | Puerto Rico: puerto rican | Qatar: qatari | Romania: romanian | Russia: russian |
Rwanda: rwandan | Salvador: salvadoran | Saudi Arabia: saudi, saudi arabian | Scotland: scottish,
scot, scots | Senegal: senegalese | Serbia: serbian, serb | Sierra Leone: sierra leonean |
Singapore: singaporean | Slovakia: slovak, slovakian | Slovenia: slovenian, slovene | Somalia:
somali | South Africa: south african | South Korea: south korean | South Sudan: south sudanese |
Soviet Union: soviet | Spain: spanish, spaniard | Sri Lanka: sri lankan | Sudan: sudanese |
Sweden: swedish, swede | Switzerland: swiss | Syria: syrian | Taiwan: taiwanese | Tajikistan:
tajik | Tanzania: tanzanian | Thailand: thai | Tibet: tibetan | Tunisia: tunisian | Turkey:
turkish, turk | Turkmenistan: turkmen | Uganda: ugandan | Ukraine: ukrainian | United States:
american | Uruguay: uruguayan | Uzbekistan: uzbek | Venezuela: venezuelan | Vietnam: vietnamese |
Wales: welsh, welshman | Yemen: yemeni | Zambia: zambian | Zimbabwe: zimbabwean | Africa: african
| Asia: asian | Catalonia: catalan | Chechnya: chechen | Crimea: crimean | Kashmir: kashmiri |
Bavaria: bavarian | California: californian | Texas: texan | London: londoner | New York: new
yorker
"""


def _read() -> dict[str, str]:
    """Return the place of each word above; a word of two places keeps the first."""
    places: dict[str, str] = {}
    for pair in " ".join(_PAIRS.split()).split(" | "):
        place, words = pair.split(": ")
        for word in words.split(", "):
            places.setdefault(word, place)
    return places


PLACE_OF = _read()

# Religions, parties and movements: people who share a belief, of no place.
GROUPS = frozenset(
    """
    alawite anglican anglicans arab arabs baptist baptists buddhist buddhists catholic catholics
    christian christians communist communists conservative conservatives democrat democratic
    democrats evangelical evangelicals hindu hindus hispanic hispanics hutu hutus islamic islamist
    islamists jew jewish jews kurd kurdish kurds labour latino latinos liberal liberals marxist
    marxists methodist methodists mormon mormons muslim muslims nazi nazis orthodox palestinian
    palestinians pashtun pashtuns protestant protestants republican republicans rohingya roma
    salafist salafists scientologist scientologists shia shias shiite shiites sikh sikhs socialist
    socialists sunni sunnis tamil tamils tories tory tutsi tutsis uighur uighurs uyghur uyghurs
    wahhabi
    """.split()
)

# Names of one place. The first is the name that an article's chain prefers when several are used.
SAME_PLACE = (
    (
        "United States",
        "United States of America",
        "US",
        "U.S.",
        "USA",
        "U.S.A.",
        "U.S.A",
        "America",
    ),
    ("United Kingdom", "UK", "U.K.", "Great Britain", "Britain"),
    ("European Union", "EU", "E.U."),
    ("United Nations", "UN", "U.N."),
    ("United Arab Emirates", "UAE", "U.A.E."),
    ("North Korea", "DPRK", "Democratic People's Republic of Korea"),
    ("South Korea", "Republic of Korea"),
    ("Washington, D.C.", "Washington D.C.", "Washington DC", "Washington, DC"),
    ("New York City", "NYC"),
    ("Democratic Republic of Congo", "Democratic Republic of the Congo", "DRC"),
)


# Countries that have a word for who is from there, by all their names.
_NO_COUNTRIES = {
    "Africa", "Asia", "Bavaria", "California", "E.U.", "EU", "Europe", "European Union", "London",
    "NYC", "New York", "New York City", "Texas", "U.N.", "UN", "United Nations",
    "Washington D.C.", "Washington DC", "Washington, D.C.", "Washington, DC",
}  # fmt: skip
COUNTRIES = frozenset(PLACE_OF.values()).union(*SAME_PLACE) - _NO_COUNTRIES


@lru_cache(maxsize=1 << 14)  # the same words are asked for in every article
def place_of(word: str) -> str | None:
    """Return the place of a demonym in any number, or None: ``Iraqis`` is Iraq."""
    low = word.lower()
    return PLACE_OF.get(low) or PLACE_OF.get(low.removesuffix("s")) or _of_men(low)


def _of_men(low: str) -> str | None:
    return PLACE_OF.get(low[:-3] + "man") if low.endswith("men") else None
