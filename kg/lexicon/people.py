"""Nouns for people: what a described person is called, and what that tells of their gender.

    >>> gender_of_noun("spokeswoman")
    'f'

Posts are in `kg.lexicon.titles`; groups that act as one (team, party) in
`kg.lexicon.organizations`.
"""

from __future__ import annotations

from functools import lru_cache

# Nouns that describe a person and are neither a post nor an occupation. Singular, lower case.
PERSON_NOUNS = frozenset(
    """
    activist addict admirer adolescent adult advocate ally amputee ancestor applicant arsonist
    assailant assassin asylum-seeker athlete attacker attendee backer beneficiary billionaire
    bishop bodyguard bomber boy boyfriend bride bridegroom brother buyer bystander caller
    candidate captive celebrity champion child citizen civilian clergyman cleric clerk client
    climber colleague collector companion compatriot competitor complainant conservative
    constituent contender contractor convict cop creator criminal critic customer daughter dealer
    defector defendant defender demonstrator deportee descendant detainee disciple dissident donor
    drinker dweller elder employee employer enemy evacuee exile fan father fighter finalist
    firefighter fisher fisherman follower foreigner freelancer friend fugitive gambler gamer girl
    girlfriend graduate granddaughter grandfather grandmother grandson guard guardian guerrilla
    guest gunman hacker heir heiress hero holder homeowner hostage hunter husband immigrant
    individual infant informant inhabitant inmate insider insurgent intruder islander jihadist
    juror kid kidnapper killer lad lady landlord laureate layman liberal lover maid man marcher
    martyr merchant migrant militant militiaman millionaire miner mistress moderate mother
    motorist murderer native neighbor neighbour nephew newcomer niece nominee novice nun observer
    occupant offender official onlooker operative opponent organiser orphan outsider participant
    partisan passenger passer-by patient patriot peacekeeper pedestrian pensioner people performer
    perpetrator person petitioner pilgrim pioneer plaintiff politician politico predecessor
    prisoner protester protestor rebel recipient recruit refugee relative resident respondent
    retiree rider rioter rival robber runner sailor scion seeker settler shareholder sibling
    sister smuggler someone son source specialist spectator sponsor spouse staffer stepfather
    stepmother stranger subordinate subscriber successor supporter survivor suspect swimmer teen
    teenager tenant terrorist thief toddler tourist traitor traveler traveller troublemaker tycoon
    user veteran victim viewer villager visitor voter widow widower wife winner witness woman
    worker worshiper worshipper youngster youth
    """.split()
)

# Nouns that say what one person is to another.
RELATION_NOUNS = frozenset(
    """
    aunt boyfriend brother brother-in-law child cousin daughter daughter-in-law ex-husband ex-wife
    father father-in-law fiance fiancee fiancé fiancée girlfriend granddaughter grandfather
    grandmother grandson half-brother half-sister husband mother mother-in-law nephew niece parent
    partner sibling sister sister-in-law son son-in-law spouse stepbrother stepdaughter stepfather
    stepmother stepsister stepson uncle widow widower wife
    """.split()
)

MALE_NOUNS = frozenset(
    """
    alderman archbishop assemblyman bishop boy boyfriend bridegroom brother brother-in-law
    businessman cardinal chairman clergyman congressman councilman craftsman emperor father
    father-in-law fiance fiancé fireman fisherman gentleman grandfather grandson groom gunman guy
    half-brother husband imam king lad man monk nephew policeman pope priest prince salesman son
    son-in-law spokesman statesman stepbrother stepfather stepson sultan uncle waiter widower
    """.split()
)
FEMALE_NOUNS = frozenset(
    """
    actress assemblywoman aunt bride businesswoman chairwoman congresswoman councilwoman daughter
    daughter-in-law empress ex-wife fiancee fiancée girl girlfriend granddaughter grandmother
    half-sister heiress lady mistress mother mother-in-law niece nun policewoman princess queen
    saleswoman sister sister-in-law spokeswoman stepdaughter stepmother stepsister waitress widow
    wife woman
    """.split()
)

# Plurals whose singular the lemmatizer does not give.
_IRREGULAR = {"people": "person", "children": "child", "wives": "wife", "thieves": "thief"}


@lru_cache(maxsize=1 << 14)  # the same words are asked for in every article
def person_noun(word: str) -> str:
    """Return the singular, lower case, of a noun as written."""
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("men"):
        return low[:-3] + "man"
    if low.endswith("ies"):
        return low[:-3] + "y"
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low


def gender_of_noun(word: str) -> str | None:
    """Return ``m`` or ``f`` where a noun for a person tells the gender."""
    low = word.lower()
    if low in MALE_NOUNS:
        return "m"
    return "f" if low in FEMALE_NOUNS else None
