"""Posts: who holds which post, from titles, appositions and copulas.

    "Attorney General Jeff Sessions spoke." → Jeff Sessions – holds – attorney general
    "Sean Porter, the former mayor of Boston, left." → Sean Porter – held – mayor

The constructions are found by *annotate*, which needs them to know who "the attorney general" is;
here each becomes one claim per person, post and status.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.bench import Extractor, make_claim
from kg.extract.clauses import is_predicate
from kg.extract.negation import is_contrasted
from kg.extract.once import children
from kg.extract.stance import Setting
from kg.lexicon.embedding import NEAR_MISS_ADVERBS
from kg.model import Certainty, Polarity, PostStatus, Predicate, Qualifier, Ref, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.document import Holding
    from kg.extract.bench import Bench
    from kg.model import Claim

_NAME = "post@1"
# How often each construction is right, by reading: a title before a name can hardly be misread.
_CONFIDENCE = {"title": 0.95, "apposition": 0.92, "copula": 0.9, "possessive": 0.88}
_DEFAULT_CONFIDENCE = 0.85


def post_claims(bench: Bench) -> Iterator[Claim]:
    """Yield one claim for each person, post and status, by its first evidence."""
    seen: set[tuple[str, str, str | None, PostStatus, bool]] = set()
    for holding in (_as_contrasted(bench, h) for h in bench.document.holdings):
        chain = bench.document.chains[holding.person]
        of = bench.document.chains[holding.of] if holding.of is not None else None
        key = (chain.id, holding.label, of.id if of else None, holding.status, holding.negated)
        if key not in seen and not _may_be_another(bench, holding):
            seen.add(key)
            yield _claim(bench, holding)


def _may_be_another(bench: Bench, holding: Holding) -> bool:
    """``He became the first French president to …``: somebody titled so, or of elsewhere, it need not be."""
    doc = bench.document.doc
    if doc[holding.person_token].pos_ != "PRON":
        return False
    alike = [
        h
        for h in bench.document.holdings
        if h.label == holding.label and doc[h.person_token].pos_ != "PRON"
    ]
    others = any(h.person != holding.person and h.construction == "title" for h in alike)
    elsewhere = {h.of for h in alike if h.person == holding.person} - {None}
    return others or bool(elsewhere and holding.of is not None and holding.of not in elsewhere)


def _as_contrasted(bench: Bench, holding: Holding) -> Holding:
    """``is not a lawyer but a judge``: what denies the first post does not deny the second."""
    root = bench.document.doc[holding.start : holding.end].root
    verb = next((t for t in root.ancestors if is_predicate(t)), None)
    told = holding.construction == "copula" and verb is not None
    if told and verb is not None and is_contrasted(root, verb):
        return replace(holding, negated=not holding.negated)
    return holding


def _claim(bench: Bench, holding: Holding) -> Claim:
    doc = bench.document.doc
    chain = bench.document.chains[holding.person]
    of = bench.document.chains[holding.of] if holding.of is not None else None
    person = doc[holding.person_token]
    subject = Ref(
        id=chain.id,
        name=chain.name,
        type=chain.type,
        start=person.idx,
        end=person.idx + len(person),
    )
    words = doc[holding.start : holding.end]
    post = bench.references.post(
        holding.label,
        of.id if of else None,
        (words.start_char, words.end_char),
        chain.id,
        held=not (holding.negated or holding.hypothetical),
    )
    past = _past_time(bench, words.root) if holding.construction == "title" else None
    status = PostStatus.FORMER if past and holding.status is PostStatus.CURRENT else holding.status
    former = status is PostStatus.FORMER
    of_what = [Qualifier(role="of", name=of.name, id=of.id)] if of else []
    qualifiers = (
        *of_what,
        *([Qualifier(role="time", name=past.name, value=past.value)] if past else []),
    )
    claim = make_claim(
        bench,
        subject=subject,
        predicate=Predicate(id="org:holds", lemma="hold", label="held" if former else "holds"),
        obj=post,
        anchor=words.root,
        found=_setting(bench, holding, words.root),
        qualifiers=qualifiers,
        extractor=_NAME,
        score=_CONFIDENCE.get(holding.construction, _DEFAULT_CONFIDENCE),
    )
    return replace(claim, status=status)


def _past_time(bench: Bench, title: Token) -> Qualifier | None:
    """``dismissed by President Bill Clinton in July 1993``: president then, and nobody says still.

    Within a year of publication a title before a name is taken for the present one.
    """
    published = bench.document.article.published
    verb = next((t for t in (title, *title.ancestors) if is_predicate(t)), None)
    when = bench.times.at_verb(verb.i) if verb is not None else None
    if published is None or when is None or when.value is None:
        return None
    year = when.value.rpartition("/")[2][:4]
    if not year.isdecimal() or int(year) >= int(published[:4]) - 1:
        return None
    name = bench.document.doc[when.start : when.end].text
    return Qualifier(role="time", name=name, value=when.value)


def _setting(bench: Bench, holding: Holding, root: Token) -> Setting:
    """A title or apposition is the writer's own; a copula stands in its clause."""
    nearly = any(c.lower_ in NEAR_MISS_ADVERBS for c in children(root))
    polarity = Polarity.NEGATIVE if holding.negated or nearly else Polarity.POSITIVE
    if holding.construction == "copula":
        verb = next((t for t in (root, *root.ancestors) if is_predicate(t)), None)
        if verb is not None:
            found = bench.setting((verb,))
            if holding.hypothetical:
                return Setting(
                    polarity=polarity,
                    stance=Stance.HYPOTHETICAL,
                    certainty=found.certainty,
                    voices=found.voices,
                )
            changed = nearly or is_contrasted(root, verb)
            return replace(found, polarity=polarity) if changed else found
    quoted = bench.quotations.get(root.i)
    if quoted is not None and quoted.speech:
        found = bench.setting((root,))
        return Setting(
            polarity=polarity,
            stance=Stance.REPORTED,
            certainty=Certainty.CERTAIN,
            voices=found.voices,
        )
    stance = Stance.HYPOTHETICAL if holding.hypothetical else Stance.ASSERTED
    return Setting(polarity=polarity, stance=stance, certainty=Certainty.CERTAIN, voices=())


EXTRACTOR = Extractor(name=_NAME, claims=post_claims)
