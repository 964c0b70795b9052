"""Make seed-layout files of GUM's news documents, which the gold of `gold/gum-*.json` is about.

    python benchmarks/gum_articles.py SHARED_GUM_DIR OUT_DIR crane korea soccer

writes `OUT_DIR/gum-crane.txt` and so on: URL, title, no keywords, date, 0, then one paragraph a
line. The headline is left out of the body, where it would be a claim without a verb. Annotations
other than paragraphs and sentence texts are ignored. The texts are CC BY and stay outside the
repository.
"""

import argparse
import re
import sys
from datetime import date
from pathlib import Path

META = re.compile(r"# meta::(\w+) = (.*)")
TEXT = re.compile(r"# text = (.*)")
DATELINE = re.compile(r"\w+day, \w+ \d{1,2}, \d{4}")


def paragraphs(conllu: str) -> list[str]:
    """Return the document's paragraphs in order, sentences joined by one space."""
    result: list[list[str]] = []
    for line in conllu.splitlines():
        if re.fullmatch(r"# newpar\s*", line):
            result.append([])
        elif match := TEXT.fullmatch(line):
            if not result:
                result.append([])
            result[-1].append(match[1].strip())
    return [" ".join(sentences) for sentences in result if sentences]


def wiki_url(title: str) -> str:
    """Return the article's address: `A b` gives `https://en.wikinews.org/wiki/A_b`."""
    return "https://en.wikinews.org/wiki/" + title.replace(" ", "_")


def published(meta: dict[str, str], body: list[str]) -> str:
    """Return the date as `June 6, 2017`: the dateline's if there is one, as readers saw it."""
    for line in body:
        if DATELINE.fullmatch(line):
            return line.partition(", ")[2]
    day = date.fromisoformat(meta["dateCreated"])
    return f"{day:%B} {day.day}, {day.year}"


def seed_article(conllu: str) -> str:
    """Return a GUM news document in the seed layout.

    The first paragraph is the headline. Raises ValueError if the document has no text.
    """
    meta = {m[1]: m[2] for m in map(META.fullmatch, conllu.splitlines()) if m}
    title, *body = paragraphs(conllu) or [""]
    if not body:
        raise ValueError(
            "the document has no paragraphs below its headline: is it a GUM news file?"
        )
    header = [wiki_url(title), title, "", published(meta, body), "0"]
    return "\n".join([*header, *body]) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gum_dir", type=Path)
    parser.add_argument("out_dir", type=Path)
    parser.add_argument("names", nargs="+", metavar="NAME")
    args = parser.parse_args()
    args.out_dir.mkdir(parents=True, exist_ok=True)
    for name in args.names:
        source = args.gum_dir / f"GUM_news_{name}.conllu"
        target = args.out_dir / f"gum-{name}.txt"
        target.write_text(seed_article(source.read_text(encoding="utf-8")), encoding="utf-8")
        print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
