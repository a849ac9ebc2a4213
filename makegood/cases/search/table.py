"""The index of words, which is no model: a table of the full-text search that the database itself has."""

from django.db.backends.base.base import BaseDatabaseWrapper

SQLITE = [
    "CREATE VIRTUAL TABLE cases_search USING fts5("
    "tokens, case_id UNINDEXED, message_id UNINDEXED, tokenize = 'ascii', detail = none)",
]
POSTGRESQL = [
    "CREATE TABLE cases_search (message_id uuid PRIMARY KEY, case_id uuid NOT NULL, at timestamptz NOT NULL, "
    "tokens tsvector NOT NULL)",
    "CREATE INDEX cases_search_tokens ON cases_search USING gin (tokens)",
    "CREATE INDEX cases_search_at ON cases_search (at, message_id)",
    # By stretches of the table, as messages come in mostly in order: a long time is found in it as fast as a short one.
    "CREATE INDEX cases_search_stretch ON cases_search USING brin (at timestamptz_minmax_multi_ops) "
    "WITH (pages_per_range = 128, autosummarize = on)",
    # How common thousands of words are, not hundreds.
    "ALTER TABLE cases_search ALTER COLUMN tokens SET STATISTICS 500",
]


def make(connection: BaseDatabaseWrapper) -> None:
    """Make it, empty, in a database where it is not."""
    with connection.cursor() as cursor:
        for statement in POSTGRESQL if connection.vendor == "postgresql" else SQLITE:
            cursor.execute(statement)
