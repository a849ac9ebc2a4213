from django.db import migrations

MAKE = """CREATE INDEX cases_search_stretch ON cases_search USING brin (at timestamptz_minmax_multi_ops)
WITH (pages_per_range = 128, autosummarize = on)"""


def by_stretches(apps, schema_editor):
    """PostgreSQL: matches of a stretch of time are found without naming each of its messages."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(MAKE)


def away(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX cases_search_stretch")


class Migration(migrations.Migration):
    dependencies = [("cases", "0044_reply_nudge_at")]

    operations = [migrations.RunPython(by_stretches, away)]
