"""Given names that tell the gender of their bearer nearly always, in the news of English papers.

    >>> gender_of_given("Sarah")
    'f'

A name borne by both (Leslie, Kim, Jean, Andrea) is in neither list: nothing is guessed. The lists
are short on purpose; a wrong gender breaks a pronoun's link, an unknown one only leaves it open.
"""

from __future__ import annotations

_MALE = frozenset(
    """
    aaron abdul abdullah abraham adam adolf adrian ahmad ahmed alan albert alberto alec alejandro
    alexander alexei alfred ali allan allen alvin amir anatoly anders andre andreas andrei andrew
    andy angus anthony antonio anwar arnold arthur asif atul barack barry bashar ben benjamin
    bernard bernie bertrand bill billy bjorn bob bobby boris brad bradley brendan brent brett
    brian bruce bruno bryan byron carl carlos cedric charles charlie chris christopher chuck
    clarence claude clint clive colin conor craig curtis cyril damien dan daniel darrell darren
    dave david dean denis dennis derek diego dieter dimitri dirk dmitri dmitry dominic don donald
    doug douglas duncan dwight earl ed eddie edgar edmund eduardo edward edwin elijah elliott elon
    emmanuel enrique eric erik ernest ernesto eugene evan fabio felipe felix fernando fidel floyd
    francisco francois frank franklin franz fred frederick fritz gareth gary gavin gene geoff
    geoffrey george gerald gerard gerhard gilbert giorgio giovanni giuseppe glenn gordon graham
    greg gregory guillermo gunther gustav guy hamid hank hans harold harry harvey hassan hector
    heinrich helmut henri henrik henry herbert herman hosni howard hugh hugo hussein ian ibrahim
    igor imran isaac ivan jack jacob jacques jake jamal james jared jason javier jay jeff jeffrey
    jeremy jerome jerry jim jimmy joachim joe joel johan john johnny jon jonathan jorge jose
    joseph josh joshua juan julian julio julius junichiro justin karl keith ken kenneth kenny
    kevin khalid klaus kofi konstantin kurt kyle larry lars laurence lawrence leo leon leonard
    leonardo leonid lewis liam lloyd louis luca lucas luigi luis luke magnus mahmoud malcolm
    manuel marc marcel marco marcus mario mark martin marvin matt matthew maurice mauricio max
    maxim mehmet michael michel miguel mike mikhail mitch mitt mohamed mohammad mohammed muammar
    muhammad murray mustafa nathan nathaniel neil nelson nicholas nick nicolas nigel noam norman
    olaf oleg oliver omar osama oscar otto owen pablo patrick paul pavel pedro pete peter phil
    philip philippe phillip pierre rafael rajiv ralph ramon randy raul ray raymond recep reginald
    rene rex ricardo richard rick rob robert roberto rod roderick rodney rodrigo roger roland ron
    ronald rory ross roy rudolf rudy rupert russell ryan saddam salman sam samuel scott sean
    sebastian sergei sergey sergio seth shaun shawn shinzo sidney silvio simon spencer stan
    stanley stefan stephan stephen steve steven stuart sven tariq ted terrence theodore thomas tim
    timothy toby todd tom tommy tony travis trevor tyler umberto vaclav victor viktor vincent
    vladimir wallace walter warren wayne wilhelm will william willy winston wolfgang xavier yasser
    yitzhak yusuf zachary zbigniew
    """.split()
)
_FEMALE = frozenset(
    """
    abigail adele adriana agnes aisha alexandra alice alicia alison allison amanda amber amelia
    amy ana anastasia angela angelina anita ann anna anne annette annie antonia ashley audrey
    barbara beatrice becky bernadette beth bethany betty beverly bonnie brenda bridget brigitte
    camilla carla carly carmen carol carole caroline carolyn catherine cathy cecilia celia
    charlotte chelsea cheryl chloe christina christine cindy claire clara claudia colleen
    condoleezza connie cristina cynthia daisy danielle dawn debbie deborah denise diana diane
    dianne dolores donna dora doris dorothy edith eileen elaine eleanor elena elisabeth elise
    elizabeth ellen emily emma erica erin esther eva evelyn fatima felicity fiona frances
    francesca gabriela gabrielle gail georgia georgina geraldine gertrude gina giulia gladys
    gloria grace greta gwen hannah harriet heather heidi helen helena hilary hillary holly ida
    ilhan indira ines ingrid irene irina iris isabel isabella ivanka jacqueline jane janet janice
    jasmine jeanne jennifer jenny jessica jill jo joan joanna joanne josephine joyce juanita
    judith judy julia julie juliet kamala karen karin kate katherine kathleen kathryn kathy katie
    katrina kirsten kristen kristin laila laura lauren leila lena lila lillian lily linda lisa liz
    lois loretta lorraine louise lucia lucille lucy lydia lynne madeleine maggie malala marcia
    margaret margarita maria marianne marie marilyn marina marjorie marta martha mary maryam
    matilda maureen maya megan meghan melania melanie melinda melissa mercedes meredith michelle
    mildred miranda miriam moira molly monica muriel nadia nancy naomi natalia natalie natasha
    nathalie nellie nicole nina nora norma olga olivia pamela patricia patsy patty paula pauline
    peggy penelope penny phyllis priscilla rachel rebecca renee rhonda rita roberta rosa rosalind
    rose rosemary roxanne ruth sabrina sally samantha sandra sara sarah shannon sharon sheila
    shirley silvia simone sofia sonia sonja sophia sophie stella stephanie sue susan susanna
    suzanne svetlana sylvia tamara tanya tara tatiana teresa thelma theresa tiffany tina tracy
    tulsi ursula valentina valerie vanessa vera veronica victoria viola violet virginia vivian
    wanda wendy whitney winifred yolanda yulia yvonne zoe
    """.split()
)


def gender_of_given(name: str) -> str | None:
    """Return ``m`` or ``f`` where a given name tells, or None."""
    low = name.lower()
    if low in _MALE:
        return "m"
    return "f" if low in _FEMALE else None
