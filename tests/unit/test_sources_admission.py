import base64

import pytest

from kg.errors import ArticleRejected
from kg.sources.admission import check
from kg.text import canonical

CODE = (
    """
def total(rows):
    result = {}
    for row in rows:
        result[row["id"]] = result.get(row["id"], 0) + row["value"]
    return {key: value for key, value in result.items() if value >= 0}
"""
    * 3
)
TABLE = "id,name,city,amount\n" + "17,Roe Jane,Oslo,300\n18,Doe John,Bergen,200\n" * 20
FRENCH = (
    "Le bateau a coulé vendredi dans la nuit avec plus de deux cents personnes, et la plupart des "
    "passagers ont été sauvés par les pêcheurs qui étaient sur le port."
)
GERMAN = (
    "Das Schiff ist in der Nacht zum Freitag gesunken, und die meisten der zweihundert Menschen "
    "wurden von den Fischern gerettet, die nicht weit von der Küste waren."
)
SPANISH = (
    "El barco se hundió el viernes por la noche con más de doscientas personas, y la mayoría de "
    "los pasajeros fueron rescatados por los pescadores que estaban en el puerto."
)
MARKUP = "<html><body><p>The boat sank.</p><p>It was late.</p><div>Nobody was hurt.</div></body>"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("  \n\t ", "empty"),
        ("... --- !!! 123 456", "empty"),
        ("Photo gallery", "too-short"),
        (CODE, "not-prose"),
        (TABLE, "not-prose"),
        (base64.b64encode(bytes(range(256)) * 20).decode(), "not-prose"),
        ("Oslo Bergen Tromsø Stavanger Trondheim Drammen", "not-prose"),
        (FRENCH, "language"),
        (GERMAN, "language"),
        (SPANISH, "language"),
        ("Корабль затонул в пятницу ночью у берега.", "language"),
        ("غرقت السفينة يوم الجمعة قبالة الساحل", "language"),
        (MARKUP, "markup"),
    ],
)
def test_t1_what_is_no_article_is_refused_with_a_reason(text, code):
    with pytest.raises(ArticleRejected) as refused:
        check(canonical(text))

    assert refused.value.code == code
    assert str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "Boat sinks off Oslo on Friday.",
        "THE BOAT SANK ON FRIDAY, THE MAYOR SAID.",
        "Ministers met in Paris, Le Monde de la Mer reported on Friday, and went home.",
        "The Roes, the Does and the Poes were there: Jane, John, Jack, Jill, Ann, Al, Bo and Cy.",
        "Shares: Acme +3%, Bolt -2%. The index fell.",
    ],
)
def test_odd_prose_is_admitted(text):
    check(canonical(text))


@pytest.mark.parametrize(("words", "admitted"), [(4, False), (5, True), (6, True)])
def test_the_fewest_words(words, admitted):
    text = " ".join("The boats sank on the way".split()[:words]) + "."

    if admitted:
        check(text)
    else:
        with pytest.raises(ArticleRejected):
            check(text)
