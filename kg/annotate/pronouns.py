"""Whom the pronouns mean, where the text leaves little doubt.

    'Tom Brandt offered to leave when he told Mayor Keller that he wanted his evenings back'
        →  he, he, his = Jeff Sessions

Candidates must agree in gender, number and kind and must not be barred by syntax (``Mr. Brandt has
not seen him``: not Brandt) or by quotation (nobody calls himself *he*). The rest are weighed by
salience; if two weigh nearly the same, the pronoun stays unlinked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.drafts import Chain, Chains, Draft
from kg.annotate.nominals import of_a_thing
from kg.annotate.salience import main_clause, weight
from kg.annotate.syntax import clause_head, subject, tagged, understood_subject
from kg.annotate.things import ThingFinder
from kg.annotate.weighing import Weigher
from kg.model import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from kg.annotate.layout import Layout
    from kg.document import Quotation


@dataclass(frozen=True, slots=True)
class _Form:
    gender: str | None
    plural: bool
    possessive: bool = False
    reflexive: bool = False


_FORMS = {
    "he": _Form("m", False), "him": _Form("m", False), "his": _Form("m", False, possessive=True),
    "himself": _Form("m", False, reflexive=True),
    "she": _Form("f", False), "her": _Form("f", False), "hers": _Form("f", False, possessive=True),
    "herself": _Form("f", False, reflexive=True),
    "it": _Form("n", False), "its": _Form("n", False, possessive=True),
    "itself": _Form("n", False, reflexive=True),
    "they": _Form(None, True), "them": _Form(None, True),
    "their": _Form(None, True, possessive=True),
    "theirs": _Form(None, True, possessive=True), "themselves": _Form(None, True, reflexive=True),
}  # fmt: skip
_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
_COMPANY = frozenset({"we", "us", "our", "ours", "ourselves"})

_WINDOW = 3  # sentences looked back
_LEAST = 0.5  # salience below which nothing is linked
_MARGIN = 1.4  # how much better than the next the best must be …
_QUOTE_MARGIN = 1.6  # … and in a quotation, where half of the talk is not in the article


class PronounLinker:
    """Links the pronouns of one document, in order of position."""

    def __init__(self, doc: Doc, chains: Chains, layout: Layout, names: dict[int, Draft]) -> None:
        self._doc = doc
        self._chains = chains
        self._layout = layout
        self._names = names
        self._things = ThingFinder(doc, chains, layout)
        self._weigher = Weigher(doc, chains, layout)

    def link(self, skip: frozenset[int]) -> None:
        """Link every pronoun that can be."""
        pronouns = [t for t in tagged(self._doc, ("PRP", "PRP$")) if t.i not in skip]
        for token in pronouns:
            form = _FORMS.get(token.lower_)
            if form is None:
                continue
            found = self._antecedent(token, form)
            if found is None and token.lower_ == "it" and not _stands_for_nothing(token):
                found = self._things.antecedent(token)
            if found is None and form.gender not in ("m", "f") and not form.reflexive:
                found = self._weighed(token, form)
            if found is not None:
                self._chains.join(self._draft(token, form), *found)
        for token in pronouns:
            if token.lower_ in _FIRST_PERSON:
                self._link_speaker(token)
        self._link_company([t for t in pronouns if t.lower_ in _COMPANY])

    def speaker_chain(self, quotation: Quotation) -> int | None:
        """Return the chain of who speaks a quotation."""
        if quotation.speaker is None:
            return None
        return self._chain_of(quotation.speaker)

    def _chain_of(self, token: int) -> int | None:
        chain = self._chains.chain_at(token)
        if chain is None and token in self._names:
            chain = self._chains.chain_at(self._names[token].head)
        return chain

    def _draft(self, token: Token, form: _Form) -> Draft:
        gender = form.gender if form.gender in ("m", "f") else None
        return Draft(
            token.i, token.i + 1, token.i, MentionKind.PRONOUN, "Person" if gender else "Phrase",
            token.text, gender=gender, plural=form.plural,
        )  # fmt: skip

    def _link_speaker(self, token: Token) -> None:
        chain = self._speaks_at(token)
        if chain is not None:
            draft = Draft(token.i, token.i + 1, token.i, MentionKind.PRONOUN, "Person", token.text)
            self._chains.join(draft, chain, "the speaker of the quotation")

    def _speaks_at(self, token: Token) -> int | None:
        """Return the chain of the one person whose words a token is in."""
        quotation = self._layout.quotation.get(token.i)
        chain = self.speaker_chain(quotation) if quotation is not None else None
        if chain is None or self._chains[chain].type != "Person" or self._chains[chain].plural:
            return None
        return chain

    def _link_company(self, pronouns: list[Token]) -> None:
        """Put the *we* of one speaker into one chain: himself and others that only he could name."""
        companies: dict[int, list[Token]] = {}
        for token in pronouns:
            speaker = self._speaks_at(token)
            if speaker is not None:
                companies.setdefault(speaker, []).append(token)
        for speaker, tokens in companies.items():
            if len(tokens) > 1:
                self._open_company(speaker, tokens)

    def _open_company(self, speaker: int, tokens: list[Token]) -> None:
        drafts = [
            Draft(t.i, t.i + 1, t.i, MentionKind.PRONOUN, "Group", t.text, plural=True)
            for t in tokens
        ]
        number = self._chains.open(drafts[0], "the speaker and others")
        self._chains[number].company_of = speaker
        for draft in drafts[1:]:
            self._chains.join(draft, number, "we of the same speaker")

    def _antecedent(self, token: Token, form: _Form) -> tuple[int, str] | None:
        if form.reflexive:
            return self._of_subject(token, form)
        if form.gender in ("m", "f"):
            return self._person(token, form)
        return self._thing(token, form)

    def _of_subject(self, token: Token, form: _Form) -> tuple[int, str] | None:
        who = understood_subject(clause_head(token))
        chain = self._chain_of(who.i) if who is not None else None
        if chain is None or not _agrees(self._chains[chain], form):
            return None
        return chain, "reflexive: subject of its clause"

    # -- he and she --------------------------------------------------------------------------------

    def _person(self, token: Token, form: _Form) -> tuple[int, str] | None:
        barred = self._barred(token)
        scores: dict[int, tuple[float, Draft]] = {}
        here = self._layout.sentence[token.i]
        for mention in self._chains.in_sentences(here - _WINDOW, here):
            chain = self._chains[mention.chain]
            if (
                mention.chain in barred
                or not _agrees(chain, form)
                or not self._in_reach(mention, token)
            ):
                continue
            found = weight(mention, chain, token, self._layout)
            if mention.chain not in scores or found > scores[mention.chain][0]:
                scores[mention.chain] = (found, mention)
        return self._clear_winner(token, scores)

    def _clear_winner(
        self, token: Token, scores: dict[int, tuple[float, Draft]]
    ) -> tuple[int, str] | None:
        ranked = sorted(scores.items(), key=lambda item: (-item[1][0], item[0]))
        if not ranked or ranked[0][1][0] < _LEAST:
            return None
        margin = _QUOTE_MARGIN if token.i in self._layout.quotation else _MARGIN
        if len(ranked) > 1 and ranked[0][1][0] - ranked[1][1][0] < margin:
            return None
        number, (_, mention) = ranked[0]
        near = (
            "in the same sentence"
            if self._layout.sentence[mention.head] == self._layout.sentence[token.i]
            else "a sentence before"
        )
        return number, f"{token.lower_}: the most salient person that agrees, {near}"

    def _in_reach(self, mention: Draft, token: Token) -> bool:
        if mention.start > token.i:
            same = self._layout.sentence[mention.head] == self._layout.sentence[token.i]
            return same and self._cataphoric(mention, token)
        inside = mention.start <= token.i < mention.end
        return not inside and not self._doc[mention.head].is_ancestor(token)

    def _cataphoric(self, mention: Draft, token: Token) -> bool:
        """Tell whether a later mention is the subject of the clause above the pronoun's."""
        clause = clause_head(token)
        if clause.dep_ not in ("advcl", "pcomp") or mention.kind != MentionKind.NAME:
            return False
        main = subject(clause_head(clause.head))
        return main is not None and main.i == mention.head and clause.i < main.i

    def _barred(self, token: Token) -> set[int]:
        """Return the chains that syntax or quotation keeps a pronoun from meaning."""
        chains: list[int | None] = []
        quotation = self._layout.quotation.get(token.i)
        if quotation is not None:
            chains.append(self.speaker_chain(quotation))
        chains.extend(self._chain_of(c.i) for c in token.conjuncts)
        if token.tag_ != "PRP$":
            chains.extend(self._chain_of(t.i) for t in _coarguments(token))
        return {c for c in chains if c is not None}

    # -- it and they -------------------------------------------------------------------------------

    def _thing(self, token: Token, form: _Form) -> tuple[int, str] | None:
        if _stands_for_nothing(token):
            return None
        clause = clause_head(token)
        if token.tag_ == "PRP$":
            who = understood_subject(clause)
        elif token.dep_ in ("nsubj", "nsubjpass") and clause.dep_ in ("ccomp", "advcl"):
            who = understood_subject(clause_head(clause.head))
        else:
            return self._topic(token, form)
        if who is None or who.i == token.i or who.i > token.i or who.is_ancestor(token):
            return None
        chain = self._chain_of(who.i)
        if chain is None and form.plural and who.tag_ == "NNS":
            chain = self._things.chain(who)  # "other sites have stated that they will host it"
        if chain is None or not self._fits(chain, token, form) or chain in self._barred(token):
            return None
        return chain, f"{token.lower_}: the subject of its clause or of the one above"

    def _weighed(self, token: Token, form: _Form) -> tuple[int, str] | None:
        """Return what clearly outweighs everything else that agrees."""
        if _stands_for_nothing(token):
            return None
        head = self._weigher.antecedent(token, self._barred(token), plural=form.plural)
        if head is None:
            return None
        return self._things.chain(head), f"{token.lower_}: the most salient thing that agrees"

    def _fits(self, number: int, token: Token, form: _Form) -> bool:
        body = self._chains[number].type == "Organization"
        return _agrees(self._chains[number], form) and not (body and of_a_thing(token))

    def _topic(self, token: Token, form: _Form) -> tuple[int, str] | None:
        """Return the subject of the sentence before, for a subject, if it alone agrees there."""
        if token.dep_ not in ("nsubj", "nsubjpass") or clause_head(token).dep_ != "ROOT":
            return None
        before = self._layout.sentence[token.i] - 1
        fitting: dict[int, bool] = {}
        for mention in self._chains.in_sentences(before, before):
            if self._fits(mention.chain, token, form):
                head = self._doc[mention.head]
                main = head.dep_ in ("nsubj", "nsubjpass") and main_clause(head)
                fitting[mention.chain] = fitting.get(mention.chain, False) or main
        if len(fitting) == 1 and next(iter(fitting.values())):
            return next(
                iter(fitting)
            ), f"{token.lower_}: the only fitting subject of the sentence before"
        return None


def _agrees(chain: Chain, form: _Form) -> bool:
    if form.gender in ("m", "f"):
        return chain.type == "Person" and not chain.plural and chain.gender in (None, form.gender)
    if form.plural:
        return chain.plural or chain.type == "Group"
    return not chain.plural and chain.type in (
        "Organization",
        "Place",
        "Facility",
        "Product",
        "Work",
        "Event",
        "Law",
    )


def _coarguments(token: Token) -> list[Token]:
    """Return the other arguments of the verb that a pronoun is an argument of."""
    verb = token.head
    if token.dep_ == "pobj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    elif token.dep_ == "pobj" and verb.head.pos_ == "NOUN" and verb.head.dep_ == "dobj":
        # ``I have had no talk with him``: the noun's argument, the verb's clause
        verb = verb.head.head
    if verb.pos_ not in ("VERB", "AUX"):
        return []
    found = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj", "dative", "attr")]
    found += [
        g
        for c in verb.children
        if c.dep_ in ("prep", "agent")
        for g in c.children
        if g.dep_ == "pobj"
    ]
    who = understood_subject(verb)
    if who is not None:
        found.append(who)
    return [t for t in found if t.i != token.i]


_EMPTY_VERBS = frozenset({"seem", "appear", "happen", "rain", "snow", "turn", "take", "matter"})


def _stands_for_nothing(token: Token) -> bool:
    return token.dep_ == "expl" or _pleonastic(token)


def _pleonastic(token: Token) -> bool:
    """Tell whether *it* stands for nothing: it is clear that, it seems, it takes time to."""
    if token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    verb = token.head
    if verb.lemma_ in _EMPTY_VERBS:
        return True
    clausal = any(
        c.dep_ in ("ccomp", "xcomp", "advcl", "csubj") for c in verb.children if c.i > verb.i
    )
    deep = any(
        g.dep_ in ("xcomp", "ccomp", "relcl", "acl") for c in verb.children for g in c.children
    )
    if verb.lemma_ == "be":
        return clausal or deep or any(c.dep_ == "npadvmod" for c in verb.children)
    return token.dep_ == "nsubjpass" and clausal
