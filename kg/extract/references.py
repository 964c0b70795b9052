"""References: what a token of a document refers to, as a `Ref`, a `Literal` or nothing.

A mention that *annotate* resolved refers to its chain. Any other noun phrase becomes a local thing
(``Phrase``, or ``Event`` when its noun happens), named by its words. A pronoun that was not resolved
refers to nothing we know, and claims about it are not made.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg import ids
from kg.extract.clauses import FINITE, antecedent, is_relative
from kg.extract.lemmas import lemma_of
from kg.extract.negation import denies
from kg.extract.once import children
from kg.extract.phrases import Phrase, is_one_phrase, join, movable_phrases, phrase
from kg.extract.voices import cited
from kg.lexicon.nominals import EVENT_NOUNS
from kg.model import ArticleEntity, Literal, Ref

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.document import Document, TimeExpression

# Pronouns that stand for people in general rather than for somebody mentioned before.
_INDEFINITE = frozenset(
    "someone somebody everyone everybody anyone anybody "
    "many some others several few most those both one".split()
)
# Pronouns that deny: the claim is negative, so what it denies is said of anyone.
_NOBODY = {"nobody": "anyone", "one": "anyone", "none": "any of them", "nothing": "anything"}
_MEASURING = frozenset({"compound", "nummod", "nmod", "amod", "npadvmod"})
_VALUE_ENTITIES = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_PEOPLE = frozenset(
    "people person official officials source sources man men woman women aide aides adviser advisers "
    "advisor advisors lawyer lawyers spokesman spokeswoman spokesperson spokespeople witness witnesses "
    "diplomat diplomats executive executives employee employees officer officers police authorities "
    "insider insiders analyst analysts expert experts critic critics supporter supporters friend friends "
    "ally allies lawmaker lawmakers senator senators congressman member members resident residents "
    "scientist scientists researcher researchers doctor doctors poster author user blogger reporter "
    "reporters journalist journalists relative relatives neighbor neighbors neighbour colleague "
    "colleagues student students worker workers activist activists one those someone others".split()
)


_TOLD_BY_CLAUSE = frozenset("those anyone anybody everyone everybody someone somebody".split())


class References:
    """Hands out references within one document, and keeps the local things it makes.

    Each distinct phrase is made once; `made` returns them in order of their ids.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._names = [chain.name for chain in document.chains]
        self._made: dict[str, ArticleEntity] = {}
        apart = (t for t in document.times if not _owns(document, t))
        self._times = frozenset(i for t in apart for i in range(t.start, t.end))
        self._shorten()

    def _shorten(self) -> None:
        """Name described people and bodies by their phrase; only sources keep their whole wording.

        "Two people who were briefed" tells how much a source can know; "the smugglers who crossed the
        river" are smugglers.
        """
        doc = self._document.doc
        sources = {q.speaker for q in self._document.quotations if q.speech} | set(cited(doc))
        heads: dict[int, list[int]] = {}
        for mention in self._document.mentions:
            heads.setdefault(mention.chain, []).append(mention.head)
        for number, chain in enumerate(self._document.chains):
            described = chain.local and chain.name not in chain.forms
            if described and not sources.intersection(heads.get(number, ())):
                self._names[number] = phrase(doc[heads[number][0]], without=self._times).text(doc)

    def chains(self) -> tuple[ArticleEntity, ...]:
        """Return the document's chains under the names that claims use."""
        pairs = zip(self._document.chains, self._names, strict=True)
        return tuple(replace(chain, name=name) for chain, name in pairs)

    @property
    def made(self) -> tuple[ArticleEntity, ...]:
        """The local things made so far, by id."""
        return tuple(self._made[key] for key in sorted(self._made))

    def thing(self, token: Token, *, bare: bool = False) -> Ref | Literal | None:
        """Return what a noun, name, number or adjective refers to; None for an unresolved pronoun.

        A ``bare`` thing leaves out the phrases that are read as arguments of its verb.
        """
        known = self.named_right_after(token) or self.known(token) or self._described(token)
        if (
            known is not None
            and _happening(token) is None
            and not is_one_phrase(token)
            and not _one_of(token, known)
            and not self._counted(token)
        ):
            return known
        if not any(c.isalnum() for c in token.text) and token.ent_type_ not in _VALUE_ENTITIES:
            return None
        if token.lower_ in {"we", "us", "i", "me"}:
            return self._speaker(token)
        if denies(token) and token.lower_ in _NOBODY:
            return self._local(Phrase(token.i, (token.i,)), "Phrase", name=_NOBODY[token.lower_])
        if _stands_for_something(token):
            return None
        left_out = {t.i for p in movable_phrases(token) for t in p.subtree} if bare else set()
        happening = _happening(token)
        if happening is not None:
            return self._event_of(token, happening)
        content = _with_content(token) or _told_by_clause(token)
        without = (self._times - self._time_at(token)) | (left_out - {token.i})
        words = phrase(token, clauses=content, without=without)
        verbs = () if content else _verbs_in(token, words)
        if verbs and token.dep_ in {"attr", "acomp", "conj"}:
            return None  # "is mainly Buddhist and the agency rates …"
        words = _without_clauses(token, words, verbs)
        relative = _relative_within(token, words)
        if relative is not None:
            return self._of_which(token, words, relative)
        if token.ent_type_ in _VALUE_ENTITIES and token.pos_ in {"NUM", "NOUN", "SYM"}:
            start, end = words.span(token.doc)
            return Literal(value=words.text(token.doc), start=start, end=end)
        return self._local(words, self._type(token))

    def _time_at(self, token: Token) -> frozenset[int]:
        """``150 hours can be stored``: a length that is spoken of is named in full."""
        times = (t for t in self._document.times if t.start <= token.i < t.end)
        return frozenset(i for t in times for i in range(t.start, t.end))

    def _of_which(self, noun: Token, words: Phrase, relative: Token) -> Ref | None:
        """``the bank, the head of which resigned``: the head of the bank."""
        of = antecedent(relative)
        whole = self.thing(of) if of is not None and relative.head.lower_ == "of" else None
        kept = tuple(i for i in words.tokens if i < relative.head.i)
        if not kept:
            return None
        name = join(noun.doc, kept)
        name = f"{name} of {whole.name}" if isinstance(whole, Ref) else name
        return self._local(Phrase(words.head, kept), self._type(noun), name=name)

    def known(self, token: Token) -> Ref | None:
        """Return the chain that a token's mention belongs to, if any."""
        mention = self._document.mention_of_head.get(token.i)
        if mention is None:
            return None
        chain = self._document.chains[mention.chain]
        start, end = self._document.offsets(mention)
        return Ref(
            id=chain.id,
            name=self._names[mention.chain],
            type=chain.type,
            start=start,
            end=end,
        )

    def _speaker(self, token: Token) -> Ref | None:
        """``"I saw it"``: the speaker. ``"We are in contact"``: he and others, whom only he could name."""
        quotations = self._document.quotations
        quotation = next((q for q in quotations if q.start <= token.i < q.end and q.speech), None)
        if quotation is None or quotation.speaker is None:
            return None
        speaker = token.doc[quotation.speaker]
        if speaker.pos_ == "PRON" and self.known(speaker) is None:
            return None
        id_, name, _ = self.source(speaker)
        if token.lower_ in {"we", "us"}:
            return self._local(Phrase(token.i, (token.i,)), "Group", name=f"we ({name})")
        known = self.known(speaker)
        return known or Ref(id=id_, name=name, type="Person")

    def is_named(self, token: Token) -> bool:
        """Tell whether a token is the head of a name."""
        return self._document.name_at(token.i) is not None

    def description(self, token: Token) -> Ref:
        """Return the phrase of a noun as a thing of its own, though it describes something known."""
        return self._local(phrase(token, without=self._times - {token.i}), self._type(token))

    def _counted(self, token: Token) -> bool:
        """``13 million iPads``, ``two Airbuses``: some of what the name names."""
        name = self._document.name_at(token.i)
        return name is not None and any(
            c.dep_ == "nummod" and c.i < name.start and c.i not in self._times
            for c in children(token)
        )

    def _described(self, token: Token) -> Ref | None:
        """``Rod Rosenstein, the deputy who recommended it``: the deputy is Rosenstein."""
        return self.known(token.head) if token.dep_ == "appos" and token.pos_ == "NOUN" else None

    def named_right_after(self, noun: Token) -> Ref | None:
        """Return the person whose name stands right after a common noun: ``goalkeeper Mouez Hassen``.

        Parsers take such a noun for the head of the phrase when a possessor or an article is before it.
        """
        for child in children(noun):
            mention = self._document.name_at(child.i)
            if child.dep_ != "appos" or mention is None:
                continue
            if (
                self._document.chains[mention.chain].type == "Person"
                and mention.start == noun.i + 1
            ):
                return self.known(child)
        return None

    def source(self, token: Token, cue: Token | None = None) -> tuple[str, str, bool]:
        """Return id, name and anonymity of a source; one that is not named keeps its whole wording.

        What hangs on the ``cue`` is what it says, and no part of its name: ``a statement saying …``.
        """
        known = self._document.mention_of_head.get(token.i)
        if known is not None:
            chain = self._document.chains[known.chain]
            return chain.id, self._names[known.chain], chain.anonymous
        said = {t.i for t in cue.subtree} if cue is not None and token.is_ancestor(cue) else set()
        words = phrase(token, clauses=True, limit=24, without=said)
        person = lemma_of(token) in _PEOPLE or token.lower_ in _PEOPLE
        ref = self._local(words, "Person" if person else self._type(token), anonymous=person)
        return ref.id, ref.name, person

    def event(self, verb: Token, name: str, tokens: tuple[int, ...]) -> Ref:
        """Return the event that an infinitive or gerund names: ``offered to resign``: resignation."""
        return self._local(Phrase(verb.i, tokens), "Event", name=name)

    def content(self, verb: Token, name: str, tokens: tuple[int, ...]) -> Ref:
        """Return the local thing that a whole clause stands for: what was said."""
        return self._local(Phrase(verb.i, tokens), "Phrase", name=name)

    def post(
        self, label: str, of: str | None, span: tuple[int, int], person: str, *, held: bool
    ) -> Ref:
        """Return the post of this label, of this organisation or place; made once an article.

        One of nothing is made once a person: two generals of one article need not hold one post.
        ``held`` tells whether the person is said to hold it here.
        """
        what = of or ids.role_link(person)
        key = ids.mention_entity_id(self._document.article.id, f"post {label} {what}", 0, 0)
        made = self._made.setdefault(
            key,
            ArticleEntity(
                id=key,
                article=self._document.article.id,
                type="Post",
                name=label,
                forms=(label,),
                of=of,
                mentions=1,
            ),
        )
        if held:
            holders = tuple(sorted({*made.holders, person}))
            self._made[key] = replace(made, holders=holders)
        return Ref(id=key, name=label, type="Post", start=span[0], end=span[1])

    def _event_of(self, noun: Token, verb: Token) -> Ref:
        first = phrase(noun).tokens[0]
        tokens = tuple(t.i for t in noun.doc[first : verb.right_edge.i + 1] if not t.is_space)
        return self._local(Phrase(noun.i, tokens[:16]), "Event")

    def _type(self, token: Token) -> str:
        return "Event" if lemma_of(token) in EVENT_NOUNS and token.pos_ != "PROPN" else "Phrase"

    def _local(
        self, words: Phrase, type_: str, *, name: str | None = None, anonymous: bool = False
    ) -> Ref:
        doc = self._document.doc
        start, end = words.span(doc)
        name = name or words.text(doc)
        key = ids.mention_entity_id(self._document.article.id, type_ + name, start, end)
        self._made.setdefault(
            key,
            ArticleEntity(
                id=key,
                article=self._document.article.id,
                type=type_,
                name=name,
                forms=(name,),
                local=True,
                anonymous=anonymous,
                mentions=1,
            ),
        )
        return Ref(id=key, name=name, type=type_, start=start, end=end)


def _owns(document: Document, time: TimeExpression) -> bool:
    """``last year's attacks``, ``a 20-minute walk``: what owns or measures a thing is part of its name."""
    doc = document.doc
    if time.end < len(doc) and doc[time.end].tag_ == "POS":
        return True
    root = doc[time.start : time.end].root
    return time.kind == "duration" and root.dep_ in _MEASURING and root.head.i >= time.end


def _happening(noun: Token) -> Token | None:
    """``ended with Sweden winning``, ``result in a claim being withdrawn``: what happens is meant."""
    if noun.dep_ != "pobj" or noun.i + 1 >= len(noun.doc):
        return None
    after = noun.nbor(1)
    verb = after.head if after.lower_ == "being" and after.dep_ == "auxpass" else after
    fits = verb.dep_ in {"acl", "advcl", "pcomp"} and after.tag_ == "VBG"
    return (
        verb
        if fits and noun.head.lower_ in {"with", "in", "to", "of", "from", "by", "after"}
        else None
    )


def _with_content(noun: Token) -> bool:
    """``is not a finding that crimes occurred``: a predicate noun is nothing without its clause."""
    clauses = (c for c in children(noun) if c.dep_ == "acl")
    that = any(g.dep_ == "mark" and g.lower_ == "that" for c in clauses for g in children(c))
    return noun.dep_ == "attr" and that


def _told_by_clause(token: Token) -> bool:
    """``thanked those who helped``: the pronoun is nothing without its clause."""
    return token.lower_ in _TOLD_BY_CLAUSE and any(c.dep_ == "relcl" for c in children(token))


def _stands_for_something(token: Token) -> bool:
    """Tell whether a word is a pronoun that means nothing without what it stands for."""
    if token.pos_ == "PRON" and (token.lower_ not in _INDEFINITE or is_relative(token)):
        return True
    return token.lower_ in {"it", "this", "that", "there", "which", "who", "what", "these"}


def _verbs_in(token: Token, words: Phrase) -> tuple[Token, ...]:
    tokens = (token.doc[i] for i in words.tokens)
    return tuple(t for t in tokens if t.tag_ in FINITE and t.pos_ != "PROPN")


def _without_clauses(token: Token, words: Phrase, verbs: tuple[Token, ...]) -> Phrase:
    """``the people and a warship was deployed``: leave out a clause that parsers took into a phrase."""
    taken = {
        t.i
        for verb in verbs
        for part in children(token)
        if part == verb or part.is_ancestor(verb)
        for t in part.subtree
    }
    return Phrase(words.head, tuple(i for i in words.tokens if i not in taken or i == token.i))


def _relative_within(noun: Token, words: Phrase) -> Token | None:
    """Return the relative pronoun that stands in a phrase for what it is of: ``the head of which``."""
    after = (t for p in children(noun) if p.dep_ == "prep" for t in children(p))
    return next((t for t in after if t.tag_ == "WDT" and t.i in words.tokens), None)


def _one_of(token: Token, known: Ref) -> bool:
    """``One Rohingya``, ``was the only Democrat``: a person of the group, not the group."""
    if known.type == "Group" and token.dep_ == "attr" and token.tag_ in {"NN", "NNP"}:
        return True
    return known.type == "Group" and any(
        c.lower_ in {"one", "a", "an", "another"} for c in children(token)
    )
