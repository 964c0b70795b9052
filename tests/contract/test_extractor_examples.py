"""Every extractor shows what it finds by examples in its docstring, and they are true."""

import re
import sys

import pytest

from kg.extract import EXTRACTORS, extract
from kg.model import Article, Ref

pytestmark = pytest.mark.model

EXAMPLE = re.compile(r'^\s*"(?P<sentence>[^"]+)"\s+→ (?P<claim>.+)$', re.MULTILINE)


def examples():
    for extractor in EXTRACTORS:
        module = sys.modules[extractor.claims.__module__]
        found = EXAMPLE.findall(module.__doc__)
        assert found, f"{module.__name__} shows no example"
        yield from ((extractor.name, *pair) for pair in found)


@pytest.mark.parametrize(("name", "sentence", "claim"), list(examples()))
def test_an_example_gives_its_claim(annotator, name, sentence, claim):
    article = Article(id="article/x", text=sentence, sha256="0" * 64, published="2017-06-06")
    rows = []
    for row in extract(annotator.annotate(article)).claims:
        value = row.object.name if isinstance(row.object, Ref) else row.object and row.object.value
        rows.append(
            (row.evidence.extractor, f"{row.subject.name} – {row.predicate.label} – {value}")
        )
    assert (name, claim) in rows


def test_extractors_have_distinct_versioned_names():
    names = [extractor.name for extractor in EXTRACTORS]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+@\d+", name) for name in names)
