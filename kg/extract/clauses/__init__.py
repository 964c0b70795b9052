"""Clauses: who does what to whom in one verb's clause, by grammar alone.

    "She has blamed Mr. Brandt for the delay" → blame: She, Mr. Brandt, for: the delay

Every predicate of a sentence (verb, copula, participle of a reduced relative clause) gives one
`Clause` with its subjects, objects and prepositional arguments, understood subjects included (control
and raising: Rosenbaum 1967; "asked Comey to drop" – Comey is to drop). Whether the clause is so, and
on whose word, is the affair of `kg.extract.stance` and `kg.extract.attribution`.

Each module handles one construction and imports only those above it:

    predicates        which words head a clause: verbs and copulas, no auxiliaries
    verb_forms        passive, finite, bare, infinitive
    persons           nouns that may name somebody who acts
    relative          "the clerk who …": what a relative pronoun stands for
    objects           direct objects; the gap of "the order she signed"
    verb_chain        "wants to start selling": verbs with one subject
    coordination      "told to stop and leave": what goes with what
    attachment        clauses that parsers attach too high or too low
    subjects          subjects, also the understood ones of infinitives and participles
    copulas           "is a judge": what is said to be
    particles         "turn down", "take place"
    arguments         what prepositions bring, and in which role
    causation         "caused the crane to fall"
    content_clauses   "said that …"
    clause            all of these, put together: `clauses`

Labels are those of spaCy's English pipelines (ClearNLP's version of Stanford Dependencies).
"""

from kg.extract.clauses.arguments import CIRCUMSTANCES, SETTING_PREPOSITIONS, Argument, is_reflexive
from kg.extract.clauses.attachment import governor_of
from kg.extract.clauses.causation import caused_clause, causees
from kg.extract.clauses.clause import Clause, clauses
from kg.extract.clauses.content_clauses import content_clause, is_content_of, is_coordinate
from kg.extract.clauses.coordination import coordinated_with, first_coordinate
from kg.extract.clauses.objects import direct_objects
from kg.extract.clauses.particles import particle
from kg.extract.clauses.predicates import SUBJECTS, is_predicate
from kg.extract.clauses.relative import antecedent, is_relative
from kg.extract.clauses.subjects import subjects
from kg.extract.clauses.verb_chain import continues, gerund_complement, is_excessive
from kg.extract.clauses.verb_forms import FINITE, is_bare, is_finite, is_infinitive, is_passive

__all__ = [
    "CIRCUMSTANCES",
    "FINITE",
    "SETTING_PREPOSITIONS",
    "SUBJECTS",
    "Argument",
    "Clause",
    "antecedent",
    "caused_clause",
    "causees",
    "clauses",
    "content_clause",
    "continues",
    "coordinated_with",
    "direct_objects",
    "first_coordinate",
    "gerund_complement",
    "governor_of",
    "is_bare",
    "is_content_of",
    "is_coordinate",
    "is_excessive",
    "is_finite",
    "is_infinitive",
    "is_passive",
    "is_predicate",
    "is_reflexive",
    "is_relative",
    "particle",
    "subjects",
]
