"""The first schema.

Typed columns where SQL selects, joins or counts; packed JSON where rows are only ever read whole,
by article (what one article yields) or by id (an entity): there tables would cost several times the
disk and buy no query.

    version, rejected, extraction   what came in, and what each article yields on its own
    live, resolved, …, issue        the last complete build, replaced in one transaction
"""

STATEMENTS = (
    # Text is last: SQLite reads a row from the left, and the rules below need none of it.
    """
    CREATE TABLE version (
      id TEXT NOT NULL, sha256 TEXT NOT NULL, text_sha256 TEXT NOT NULL,
      url TEXT, published TEXT, title TEXT NOT NULL, publisher TEXT, author TEXT,
      keywords TEXT NOT NULL,
      ingested_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
      text TEXT NOT NULL,
      PRIMARY KEY (id, sha256)
    )
    """,
    "CREATE INDEX version_by_text ON version (text_sha256, id)",
    # The newest version of each article, by what it says of itself and never by when it came in,
    # so that the order of arrival cannot matter.
    """
    CREATE VIEW newest AS
    SELECT id, sha256, text_sha256, url FROM (
      SELECT id, sha256, text_sha256, url,
        row_number() OVER (PARTITION BY id ORDER BY published DESC, sha256 DESC) AS place
      FROM version
    ) WHERE place = 1
    """,
    # Of several articles with one text the one whose URL sorts first stands for all.
    """
    CREATE VIEW ranked AS
    SELECT id, sha256, url,
      row_number() OVER same AS place,
      first_value(id) OVER same AS kept_id, first_value(url) OVER same AS kept_url
    FROM newest
    WINDOW same AS (PARTITION BY text_sha256 ORDER BY url IS NULL, url, id)
    """,
    "CREATE VIEW current AS SELECT id, sha256 FROM ranked WHERE place = 1",
    """
    CREATE TABLE rejected (
      origin TEXT NOT NULL, article TEXT NOT NULL, stage TEXT NOT NULL, code TEXT NOT NULL,
      message TEXT NOT NULL,
      PRIMARY KEY (origin, article, stage, code, message)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE extraction (
      article TEXT NOT NULL, sha256 TEXT NOT NULL, stage TEXT NOT NULL,
      complete INTEGER NOT NULL, issues TEXT NOT NULL,
      entities BLOB NOT NULL, mentions BLOB NOT NULL, claims BLOB NOT NULL,
      attributions BLOB NOT NULL,
      PRIMARY KEY (article, sha256)
    )
    """,
    "CREATE TABLE live (article TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE resolved (
      article TEXT PRIMARY KEY,
      mentions BLOB NOT NULL, claims BLOB NOT NULL, attributions BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE appearance (
      entity TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (entity, article)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX appearance_by_article ON appearance (article)",
    """
    CREATE TABLE entity (
      id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, local INTEGER NOT NULL,
      payload TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE entity_name (
      folded TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (folded, entity)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX entity_name_by_entity ON entity_name (entity)",
    "CREATE TABLE link (member TEXT PRIMARY KEY, entity TEXT NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE statement (
      id TEXT PRIMARY KEY, subject TEXT NOT NULL, predicate TEXT NOT NULL, object TEXT,
      polarity TEXT NOT NULL, stance TEXT NOT NULL, articles INTEGER NOT NULL,
      publishers INTEGER NOT NULL, independent INTEGER NOT NULL, belief REAL NOT NULL,
      payload TEXT NOT NULL
    )
    """,
    "CREATE INDEX statement_by_subject ON statement (subject)",
    """
    CREATE TABLE issue (
      article TEXT NOT NULL, stage TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
      PRIMARY KEY (article, stage, code, message)
    ) WITHOUT ROWID
    """,
)
