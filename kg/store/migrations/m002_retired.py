"""Ids that a later build no longer gives, where things are named, and fields that rows got.

    retired     the last that was known of an id: its mentions lead to what it is now
    mentioned   the articles that name a thing, whether or not a claim speaks of it

What a store remembers of earlier builds stays in the store: files in OUT depend on the articles
alone.
"""

STATEMENTS = (
    "CREATE TABLE retired (id TEXT PRIMARY KEY, payload TEXT NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE mentioned (
      entity TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (entity, article)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX mentioned_by_article ON mentioned (article)",
    "UPDATE entity SET payload = json_set(payload, '$.former_ids', json('[]'))",
    """
    UPDATE statement SET payload =
      json_set(payload, '$.predecessors', json('[]'), '$.successors', json('[]'))
    """,
)
