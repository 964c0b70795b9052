"""Three short articles give the claims that a reader went through line by line.

``make golden`` writes ``tests/data/golden.txt`` anew and shows what changed, for the reader's eyes.
"""

import json
import tempfile
from itertools import groupby
from pathlib import Path

import pytest

import kg

pytestmark = pytest.mark.model

ARTICLES = Path(__file__).parents[1] / "golden"
REVIEWED = Path(__file__).parents[1] / "data" / "golden.txt"


def line(row):
    """Return a claim on one line: stance, triple, qualifiers, source."""
    stance = row["stance"] + (" not" if row["polarity"] == "negative" else "")
    thing = row["object"] or {}
    parts = [
        row["subject"]["name"],
        row["predicate"]["label"],
        thing.get("name", thing.get("value")),
    ]
    told = [
        f"{q['role']}: {q['name']}" + (f" = {q['value']}" if q.get("value") else "")
        for q in row["qualifiers"]
    ]
    status = [row["status"]] if "status" in row else []
    sources = ["by " + a["name"] for a in row["attribution"]]
    beside = "; ".join([*status, *told, *sources])
    return (
        f"  {stance}: "
        + " – ".join(map(str, filter(None, parts)))
        + (f" ({beside})" if beside else "")
    )


def written():
    """Build the articles and return every sentence with the claims that rest on it."""
    with tempfile.TemporaryDirectory() as folder:
        kg.build([ARTICLES], Path(folder) / "out")
        text = (Path(folder) / "out" / "claims.jsonl").read_text(encoding="utf-8")
    rows = sorted(
        map(json.loads, text.splitlines()),
        key=lambda r: (
            r["article"]["url"],
            r["evidence"]["start"],
            r["evidence"]["quote"],
            line(r),
        ),
    )
    lines = []
    for _, article in groupby(rows, key=lambda r: r["article"]["url"]):
        for quote, claims in groupby(article, key=lambda r: r["evidence"]["quote"]):
            lines += [quote.replace("\n", " "), *map(line, claims), ""]
    return "\n".join(lines)


def test_the_golden_articles_give_the_reviewed_claims():
    assert written() == REVIEWED.read_text(encoding="utf-8")


if __name__ == "__main__":
    REVIEWED.write_text(written(), encoding="utf-8", newline="\n")
