"""Do the coreference measures give the numbers of the literature, and are gold files read right?"""

import importlib
import json
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[2] / "benchmarks"))

chains, gum, own, coreference, ecb, meantime, links = (
    importlib.import_module(name)
    for name in ("chains", "gum", "own", "coreference", "ecb", "meantime", "links")
)


def partition(text):
    return [frozenset(chain) for chain in text.split()]


# Pradhan et al. 2014, section 3: the key and response of its figure 1
PRADHAN = (partition("abc defg"), partition("ab cd fghi"))
# Bagga and Baldwin 1998, and Luo 2005 after them: five, two and five mentions
TRUTH = partition("12345 67 89ABC")


def numbers(tally):
    return round(tally.recall, 3), round(tally.precision, 3), round(tally.f1, 3)


def test_muc_of_pradhans_example():
    assert numbers(chains.muc(*PRADHAN)) == (0.4, 0.4, 0.4)


def test_b_cubed_of_pradhans_example():
    assert numbers(chains.b_cubed(*PRADHAN)) == (0.417, 0.5, 0.455)


def test_ceaf_e_of_pradhans_example():
    assert numbers(chains.ceaf_e(*PRADHAN)) == (0.65, 0.433, 0.52)


def test_conll_is_the_mean_of_three():
    expected = (0.4 + 2 * 0.5 * (35 / 84) / (0.5 + 35 / 84) + 0.52) / 3
    assert chains.conll([PRADHAN]).f1 == pytest.approx(expected)


@pytest.mark.parametrize(
    ("response", "muc_precision", "b_cubed_precision", "ceaf_f1"),
    [
        ("12345 6789ABC", 9 / 10, 16 / 21, 0.733),
        ("1234589ABC 67", 9 / 10, 7 / 12, 0.667),
        ("123456789ABC", 9 / 11, 3 / 8, 0.294),
    ],
)
def test_bagga_and_baldwins_example(response, muc_precision, b_cubed_precision, ceaf_f1):
    given = partition(response)
    assert numbers(chains.muc(TRUTH, given))[:2] == (1.0, round(muc_precision, 3))
    assert numbers(chains.b_cubed(TRUTH, given))[:2] == (1.0, round(b_cubed_precision, 3))
    assert numbers(chains.ceaf_e(TRUTH, given))[2] == ceaf_f1


def test_muc_of_vilains_example():
    # Vilain et al. 1995: a chain of four broken in two has lost one link of three
    assert numbers(chains.muc(partition("ABCD"), partition("AB CD"))) == (0.667, 1.0, 0.8)


def test_singletons_earn_nothing_from_muc_and_all_from_b_cubed():
    alone = partition("a b c")
    assert numbers(chains.muc(alone, alone)) == (0.0, 0.0, 0.0)
    assert numbers(chains.b_cubed(alone, alone)) == (1.0, 1.0, 1.0)


def test_mentions_of_one_side_only_cost_that_side():
    tally = chains.b_cubed(partition("ab"), partition("abxy"))
    assert numbers(tally) == (1.0, 0.25, 0.4)


def test_nothing_given_is_nothing_found():
    result = chains.conll([(partition("ab"), [])])
    assert result.f1 == 0.0
    assert numbers(result.mentions) == (0.0, 0.0, 0.0)


def test_documents_are_summed_before_dividing():
    documents = [(partition("abcd"), partition("abcd")), (partition("ef"), partition("e f"))]
    assert chains.conll(documents).muc.recall == pytest.approx(3 / 4)


CONLLU = """\
# newdoc id = GUM_news_dam
# meta::dateCreated = 2015-09-03
# newpar
# sent_id = GUM_news_dam-1
# text = Dam fails
1\tDam\tdam\tNOUN\tNN\t_\t2\tnsubj\t_\tEntity=(1-object-new-sssss-cf1-1-coref)
2\tfails\tfail\tVERB\tVBZ\t_\t0\troot\t_\t_
# newpar
# sent_id = GUM_news_dam-2
# text = Mayor Ann Lee's dam (old) broke.
1\tMayor\tmayor\tNOUN\tNN\t_\t5\tnmod:poss\t_\tEntity=(1-object-giv-sssss-cf1-5-coref(2-person-new-sssss-cf2-1-sgl-Ann_Lee
2\tAnn\tAnn\tPROPN\tNNP\t_\t1\tflat\t_\t_
3-4\tLee's\t_\t_\t_\t_\t_\t_\t_\t_
3\tLee\tLee\tPROPN\tNNP\t_\t1\tflat\t_\t_
4\t's\t's\tPART\tPOS\t_\t1\tcase\t_\tEntity=2)
5\tdam\tdam\tNOUN\tNN\t_\t9\tnsubj\t_\t_
6\t(\t(\tPUNCT\t-LRB-\t_\t7\tpunct\t_\tSpaceAfter=No
7\told\told\tADJ\tJJ\t_\t5\tamod\t_\tSpaceAfter=No
8\t)\t)\tPUNCT\t-RRB-\t_\t7\tpunct\t_\tEntity=1)
9\tbroke\tbreak\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
10\t.\t.\tPUNCT\t.\t_\t9\tpunct\t_\t_
"""
CELLS = ["(1)", "_", "(1(2", "_", "_", "2)", "_", "_", "_", "1)", "_", "_"]
FORMS = ["Dam", "fails", "Mayor", "Ann", "Lee", "'s", "dam", "(", "old", ")", "broke", "."]


@pytest.fixture
def dam(tmp_path):
    (tmp_path / "ontogum").mkdir()
    (tmp_path / "GUM_news_dam.conllu").write_text(CONLLU)
    rows = "".join(
        f"{i}\t{form}\t{cell}\n" for i, (form, cell) in enumerate(zip(FORMS, CELLS, strict=True))
    )
    (tmp_path / "ontogum" / "GUM_news_dam.conll").write_text(f"# begin document\n{rows}")
    return gum.read_gum(tmp_path, "GUM_news_dam")


def test_gum_text_has_its_words_at_their_offsets(dam):
    assert dam.text == "Dam fails\nMayor Ann Lee's dam (old) broke."
    assert [dam.text[w.start : w.end] for w in dam.words] == FORMS


def test_gum_mentions_have_type_title_and_the_head_of_the_name(dam):
    person = next(m for m in dam.entities if m.type == "person")
    assert (person.title, dam.string(person)) == ("Ann_Lee", "Mayor Ann Lee's")
    assert dam.words[person.head].form == "Lee"


def test_nested_brackets_close_the_right_mention(dam):
    assert [(m.chain, dam.string(m)) for m in dam.ontogum] == [
        ("1", "Dam"),
        ("1", "Mayor Ann Lee's dam (old)"),
        ("2", "Mayor Ann Lee's"),
    ]


def mention(words, head, chain, *, kind="name", governor=0):
    start, end = words
    return own.OwnMention(
        start=start, end=end, head=head, governor=governor, phrase=(start, end), chain=chain,
        kind=kind, type="Thing", reason="",
    )  # fmt: skip


def test_our_mention_is_the_gold_one_with_its_head(dam):
    ours = [mention((4, 5), 4, 0), mention((6, 7), 6, 1), mention((0, 1), 0, 1)]
    pairs = own.paired(ours, dam.ontogum)
    assert {i: dam.string(dam.ontogum[j]) for i, j in pairs.items()} == {
        0: "Mayor Ann Lee's",
        1: "Mayor Ann Lee's dam (old)",
        2: "Dam",
    }


def test_name_and_apposition_are_one_unit():
    name, apposition = mention((0, 1), 0, 7, governor=9), mention((2, 3), 2, 7, governor=0)
    elsewhere = mention((5, 6), 5, 7, governor=4)
    assert own.units([name, apposition, elsewhere]) == [(0, 1), (2,)]


def test_chains_of_one_do_not_count_as_ours(dam):
    ours = (mention((4, 5), 4, 0), mention((6, 7), 6, 1), mention((0, 1), 0, 1))
    read = coreference.Read(gum=dam, own=ours)
    assert [len(chain) for chain in coreference.own_chains(read)] == [2]


def test_gold_mentions_that_we_lack_stay_alone(dam):
    read = coreference.Read(gum=dam, own=(mention((0, 1), 0, 1),))
    assert sorted(len(chain) for chain in coreference.projected(read)) == [1, 1, 1]


def test_a_pronoun_is_judged_by_the_nearest_noun_before_it(dam):
    # were "fails" a pronoun in the chain of "Dam": gold has no such mention, so the link is wrong
    right = (mention((0, 1), 0, 1), mention((6, 7), 6, 1, kind="pronoun"))
    wrong = (mention((0, 1), 0, 1), mention((1, 2), 1, 1, kind="pronoun"))
    verdicts = [
        [link.right for link in coreference.pronoun_links(coreference.Read(gum=dam, own=ours))]
        for ours in (right, wrong)
    ]
    assert verdicts == [[True], [False]]


def test_the_gold_articles_are_in_no_part():
    named = {name.removeprefix("GUM_news_") for name in coreference.part_names(Path(), "develop")}
    named |= {name.removeprefix("GUM_news_") for name in coreference.part_names(Path(), "train")}
    assert named.isdisjoint(gum.HELD)
    assert len(named) == 15


ECB = """\
<Document doc_name="2_1ecb.xml">
<token t_id="1" sentence="0">Lee</token><token t_id="2" sentence="0">'s</token>
<token t_id="3" sentence="0">dam</token><token t_id="4" sentence="0">broke</token>
<token t_id="5" sentence="0">.</token><token t_id="6" sentence="1">It</token>
<token t_id="7" sentence="1">fell</token>
<Markables>
<HUMAN_PART_PER m_id="1"><token_anchor t_id="1"/></HUMAN_PART_PER>
<ACTION_OCCURRENCE m_id="2"><token_anchor t_id="4"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="3"><token_anchor t_id="7"/></ACTION_OCCURRENCE>
<HUMAN_PART_PER m_id="9" instance_id="HUM1"/>
</Markables>
<Relations><CROSS_DOC_COREF r_id="5" note="HUM1"><source m_id="1"/><target m_id="9"/>
</CROSS_DOC_COREF></Relations>
</Document>
"""


def test_ecb_keeps_careful_sentences_and_chains_across_documents(tmp_path):
    (tmp_path / "2").mkdir()
    (tmp_path / "2" / "2_1ecb.xml").write_text(ECB)
    header = "Topic,File,Sentence Number\n"
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text(header + "2,1ecb,0\n")
    (document,) = ecb.read_topic(tmp_path, "2")
    assert document.text == "Lee's dam broke.\nIt fell"
    assert [(document.text[m.start : m.end], m.kind, m.chain) for m in document.mentions] == [
        ("Lee", "entity", "HUM1"),
        ("broke", "event", "2_1ecb:2"),
    ]


def test_meantime_mentions_are_found_in_the_text(tmp_path):
    text = "Dam breaks May 1, 2015 The dam (built by Dam Ltd.) broke. Dam Ltd. was sorry."
    spans = [(0, [0], "Dam"), (2, [0, 1], "The dam"), (2, [5, 6], "Dam Ltd."),
             (3, [0, 1], "Dam Ltd."), (9, [0], "Dam")]  # fmt: skip
    mentions = [
        {"kind": "entity", "doc": "a", "chain": words, "type": "ORG", "sentence": sentence,
         "tokens": tokens, "text": words, "head": words.split()[-1]}
        for sentence, tokens, words in spans
    ]  # fmt: skip
    (tmp_path / "articles.jsonl").write_text(json.dumps({"id": "a", "text": text}) + "\n")
    (tmp_path / "mentions.jsonl").write_text("\n".join(map(json.dumps, mentions)))
    (article,) = meantime.read_meantime(tmp_path)
    assert article.unplaced == 0
    assert [(m.start, text[m.start : m.end]) for m in article.mentions] == [
        (0, "Dam"),
        (text.index("The dam"), "The dam"),
        (text.index("Dam Ltd."), "Dam Ltd."),
        (text.rindex("Dam Ltd."), "Dam Ltd."),
    ]


def link(kind, number):
    return links.Link(
        article="a", start=number, kind=kind, mention="it", sentence="", entity="", before="",
        reason="",
    )  # fmt: skip


def test_a_sample_is_drawn_again_by_its_seed():
    pool = [link("pronoun", i) for i in range(50)] + [link("title", i) for i in range(50)]
    drawn = links.draw(pool, 10, 1)
    assert drawn == links.draw(pool, 10, 1) != links.draw(pool, 10, 2)
    assert sorted(one.kind for one in drawn) == ["pronoun"] * 5 + ["title"] * 5


def test_a_sample_short_of_titles_has_more_pronouns():
    pool = [link("pronoun", i) for i in range(50)] + [link("title", 1)]
    drawn = links.draw(pool, 10, 1)
    assert sorted(one.kind for one in drawn) == ["pronoun"] * 9 + ["title"]
    assert len(set(drawn)) == len(drawn)


def test_verdicts_are_counted_and_an_empty_one_is_refused():
    lines = [json.dumps({"kind": "title", "mention": "it", "verdict": v}) for v in ("right", "")]
    assert links.count(lines[:1])["title"]["right"] == 1
    with pytest.raises(ValueError, match="write one of"):
        links.count(lines)


def test_wilsons_interval_of_nine_in_ten():
    low, high = links.interval(9, 10)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)
