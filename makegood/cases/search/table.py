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
    # How common thousands of words are, not hundreds.
    "ALTER TABLE cases_search ALTER COLUMN tokens SET STATISTICS 500",
]


def make(connection: BaseDatabaseWrapper) -> None:
    """Make it, empty, in a database where it is not."""
    with connection.cursor() as cursor:
        for statement in POSTGRESQL if connection.vendor == "postgresql" else SQLITE:
            cursor.execute(statement)
