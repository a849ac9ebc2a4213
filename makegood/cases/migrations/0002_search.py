from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE cases_search USING fts5("
    "tokens, case_id UNINDEXED, message_id UNINDEXED, tokenize = 'ascii', detail = none)",
]
POSTGRESQL = [
    "CREATE TABLE cases_search (message_id uuid PRIMARY KEY, case_id uuid NOT NULL, at timestamptz NOT NULL, tokens tsvector NOT NULL)",
    "CREATE INDEX cases_search_tokens ON cases_search USING gin (tokens)",
]


def make(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE cases_search")


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_cases")]
    operations = [migrations.RunPython(make, drop)]
