"""Who holds which post, and when, as W3C ORG has it: memberships with a role and an interval.

    membership:19656ffb1f10 a org:Membership ;
        org:member person:mara-0c806176 ; kg:post post:mayor-4965ca89 ; kg:status kg:Former .

One person's standing to one post is one membership over all articles. Its dates come from the
merged statement, as precisely as the texts give them. Whether a claim is to be believed is not
asked here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import ids
from kg.export.rdf import Rows, Terms, block, individual, instant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.model import Claim, Ref, Statement

HOLDS = "org:holds"


def membership_block(terms: Terms, claim: Claim, post: Ref, post_of: Mapping[str, str]) -> str:
    """Return the membership that a claim about a post tells of; ``post_of`` says of what it is."""
    of = next((q.id for q in claim.qualifiers if q.role == "of" and q.id), None)
    organization = post_of.get(post.id) or of
    rows: Rows = [
        ("a", "org:Membership"),
        ("org:member", terms.node(claim.subject.id)),
        ("kg:post", terms.node(post.id)),
        ("org:role", terms.node(ids.entity_id("Role", post.name))),
    ]
    rows += [("org:organization", terms.node(organization))] if organization else []
    rows += [("kg:status", individual(claim.status))] if claim.status else []
    rows.append(("kg:supportedBy", terms.node(claim.id)))
    return block(_membership(terms, claim, post), rows)


def tenure_blocks(terms: Terms, statement: Statement, post: Ref) -> Iterator[str]:
    """Yield the time that somebody held a post, as far as the texts tell."""
    ends = (("Beginning", statement.since), ("End", statement.until))
    known = [(name, found) for name, value in ends if value and (found := instant(value))]
    if not known:
        return
    interval = terms.node(f"{statement.id}-interval")
    nodes = {name: terms.node(f"{statement.id}-{name.lower()}") for name, _ in known}
    yield block(_membership(terms, statement, post), [("org:memberDuring", interval)])
    edges = [(f"time:has{name}", node) for name, node in nodes.items()]
    yield block(interval, [("a", "time:ProperInterval"), *edges])
    for name, found in known:
        yield block(nodes[name], [("a", "time:Instant"), found])


def _membership(terms: Terms, said: Claim | Statement, post: Ref) -> str:
    return terms.node(f"membership/{ids.digest(said.subject.id, post.id, said.status)}")
