"""The document as a whole: offsets, sentences, furniture, determinism, odd texts."""

import pytest

from kg.annotate import Annotator
from kg.model import Article

pytestmark = pytest.mark.model

TEXT = "WASHINGTON — President Trump left on Tuesday. He said:\nNo comment\nMr. Trump was in Paris."


def test_text_is_the_article_s(annotate):
    assert annotate(TEXT).doc.text == TEXT


def test_no_sentence_crosses_a_paragraph(annotate):
    assert all("\n" not in s.text.strip("\n") for s in annotate(TEXT).doc.sents)


def test_dateline_is_skipped_and_stands_alone(annotate):
    document = annotate(TEXT)
    assert [document.doc[i].text for i in sorted(document.skip)] == ["WASHINGTON", "—"]
    assert next(document.doc.sents).text == "WASHINGTON —"


def test_mentions_are_sorted_and_found_by_their_head(annotate):
    document = annotate(TEXT)
    assert list(document.mentions) == sorted(document.mentions, key=lambda m: (m.start, -m.end))
    assert all(document.mention_of_head[m.head] == m for m in document.mentions)


def test_chains_come_in_order_of_first_mention_with_their_own_ids(annotate):
    document = annotate(TEXT)
    firsts = [
        min(m.start for m in document.mentions if m.chain == n) for n in range(len(document.chains))
    ]
    assert firsts == sorted(firsts)
    assert len({c.id for c in document.chains}) == len(document.chains)


def test_times_are_those_of_the_article(annotator):
    article = Article(
        id="article/t", text="He left on Tuesday.", sha256="0", published="2017-06-06"
    )
    assert [t.value for t in annotator.annotate(article).times] == ["2017-06-06"]


@pytest.mark.parametrize(
    "text",
    ["", "\n", "“", "Mr.", "President", "of President", "John Smith,", "\u200b", "习近平是主席。"],
)
def test_odd_text_is_annotated(annotate, text):
    assert annotate(text).doc.text == text


def test_many_and_batch_give_what_one_by_one_gives(annotator):
    articles = [
        Article(id=f"article/{i}", text=t, sha256="0")
        for i, t in enumerate([TEXT, "Ann Lee left."])
    ]
    one_by_one = [annotator.annotate(a).chains for a in articles]
    assert [d.chains for d in annotator.annotate_many(articles)] == one_by_one
    with annotator.batch(articles) as documents:
        assert [d.chains for d in documents] == one_by_one


def test_version_pins_the_pipeline(annotator):
    assert annotator.version == Annotator().version
    assert annotator.version.startswith("core_web_md-")
