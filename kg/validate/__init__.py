"""Is this graph what it promises to be? SHACL shapes and assertions over a build or an RDF file.

    >>> report = validate(Path("outputs"))      # doctest: +SKIP
    >>> report.conforms                         # doctest: +SKIP
    True

Shapes (``ontology/shapes.ttl``) say what each node must have; assertions (queries for offenders in
``ontology/assertions/``) say what must hold between nodes. Both are data: a new rule is a new file
or a new shape. Quotes are not compared with the articles: the graph has no article text.
"""

from kg.validate.report import Finding, Report, describe
from kg.validate.run import validate

__all__ = ["Finding", "Report", "describe", "validate"]
