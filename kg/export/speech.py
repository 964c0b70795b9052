"""Who said which words where: attributions as quotations, mentions as Web Annotations.

    attribution:52ea5b08ee1ffdbe a kg:Attribution ; kg:speech "direct" ; kg:cue "told" ;
        kg:source person:tobias-renner-c6ad62bd ; kg:content attribution:52ea5b08ee1ffdbe-p1 ;
        kg:quote "“I want to keep her,” Mr. Renner told …" ; kg:start 260 ; kg:end 312 .

Only words given verbatim are a ``schema:Quotation``. What the words claim is left to the claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import ids
from kg.export.rdf import Rows, Terms, block, quoted, text
from kg.model import SpeechKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Article, Attribution, Mention


def speech_blocks(terms: Terms, attribution: Attribution, article: Article | None) -> Iterator[str]:
    """Yield an attribution, with the words from its first part to its last, and its passages."""
    source, content = attribution.source, attribution.content
    starts = [span.start for span in content]
    place = [attribution.cue.start, attribution.cue.end, source.start if source else None, *starts]
    id_ = f"attribution/{ids.digest(attribution.article, attribution.kind, *place, length=16)}"
    rows: Rows = [
        ("a", "kg:Attribution"),
        ("prov:wasQuotedFrom", terms.node(attribution.article)),
        ("kg:speech", text(attribution.kind)),
        ("kg:cue", text(attribution.cue.text)),
    ]
    parts = [attribution.cue, *content, *([source] if source else [])]
    first, last = min(part.start for part in parts), max(part.end for part in parts)
    rows += quoted(article.text[first:last], first, last) if article else []
    rows += [("kg:source", terms.node(attribution.entity))] if attribution.entity else []
    rows += [("kg:content", terms.part(id_, "p", n)) for n in range(1, len(content) + 1)]
    yield block(terms.node(id_), rows)
    for number, span in enumerate(content, start=1):
        passage = [*_passage(terms, attribution), *quoted(span.text, span.start, span.end)]
        yield block(terms.part(id_, "p", number), passage)


def _passage(terms: Terms, attribution: Attribution) -> Rows:
    if attribution.kind is not SpeechKind.DIRECT:
        return [("a", "kg:Passage")]
    rows: Rows = [("a", "kg:Passage, schema:Quotation")]
    rows.append(("prov:wasQuotedFrom", terms.node(attribution.article)))
    if attribution.entity:
        rows.append(("schema:spokenByCharacter", terms.node(attribution.entity)))
    return rows


def annotation_blocks(terms: Terms, mention: Mention) -> Iterator[str]:
    """Yield a mention as a Web Annotation with its two selectors."""
    place = (mention.article, mention.field, mention.start, mention.end, mention.entity)
    id_ = f"in/{ids.digest('annotation', *place, length=16)}"
    target, position, exact = (terms.node(f"{id_}-{part}") for part in ("t", "p", "x"))
    rows: Rows = [("a", "oa:Annotation"), ("oa:motivatedBy", "oa:identifying")]
    rows += [("oa:hasBody", terms.node(mention.entity)), ("oa:hasTarget", target)]
    yield block(terms.node(id_), rows)
    source = ("oa:hasSource", terms.node(mention.article))
    yield block(target, [source, ("oa:hasSelector", f"{position}, {exact}")])
    offsets = [("oa:start", str(mention.start)), ("oa:end", str(mention.end))]
    yield block(position, [("a", "oa:TextPositionSelector"), *offsets])
    yield block(exact, [("a", "oa:TextQuoteSelector"), ("oa:exact", text(mention.text))])
