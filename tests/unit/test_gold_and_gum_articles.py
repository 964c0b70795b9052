"""Are the articles and gold facts well formed, and does the GUM recipe keep paragraphs?"""

import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLD = sorted((ROOT / "benchmarks" / "gold").glob("*.json"))
ARTICLES = sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "golden").glob("*.txt")])

CONLLU = """\
# newdoc id = GUM_news_dam
# meta::dateCreated = 2015-09-03
# meta::title = Dam fails
# newpar
# newpar_block = head (1 s)
# text = Dam fails
1\tDam\tdam
# newpar
# newpar_block = p (2 s)
# text = A dam failed.
1\tA\ta
# text = Nobody was hurt.
"""


def gum_articles():
    spec = importlib.util.spec_from_file_location(
        "gum_articles", ROOT / "benchmarks" / "gum_articles.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_article_is_in_the_seed_layout(path):
    url, title, _, _, number, *body = path.read_text(encoding="utf-8").splitlines()
    assert url.startswith("https://")
    assert title
    assert number == "" or number.isdigit()
    assert len(" ".join(body).split()) >= 80


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_gold_facts_can_be_scored(path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    ids = [fact["id"] for fact in gold["facts"]]
    assert len(ids) == len(set(ids))
    for fact in gold["facts"]:
        assert ("subject" in fact) != ("subject_any" in fact)
        assert fact.get("subject", None) in {None, *gold["entities"]}
        assert fact["relation"]
        assert fact["object"]
        assert fact["polarity"] in {"+", "-"}
        assert fact["stance"] in {"fact", "reported", "hypothetical", "*"}


@pytest.mark.parametrize(
    "path", [p for p in GOLD if p.stem.startswith("seeds-")], ids=lambda p: p.stem
)
def test_gold_of_a_seed_names_its_article(path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    article = (ROOT / "seeds" / gold["article"]).read_text(encoding="utf-8")
    assert article.splitlines()[0] == gold["url"]


def test_every_seed_article_has_gold():
    seeds = {p.stem for p in (ROOT / "seeds").glob("*.txt")}
    assert {p.stem.removeprefix("seeds-") for p in GOLD if p.stem.startswith("seeds-")} == seeds


def test_gum_paragraphs_become_lines_without_the_headline():
    assert gum_articles().seed_article(CONLLU).splitlines() == [
        "https://en.wikinews.org/wiki/Dam_fails",
        "Dam fails",
        "",
        "September 3, 2015",
        "0",
        "A dam failed. Nobody was hurt.",
    ]


def test_gum_dateline_wins_over_the_date_of_creation():
    conllu = CONLLU + "# newpar\n# text = Friday, September 4, 2015\n"
    assert gum_articles().seed_article(conllu).splitlines()[3] == "September 4, 2015"


def test_gum_document_without_a_body_is_refused():
    with pytest.raises(ValueError, match="no paragraphs"):
        gum_articles().seed_article("# newdoc id = GUM_news_empty\n")
