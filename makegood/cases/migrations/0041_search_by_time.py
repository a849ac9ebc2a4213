import datetime as dt

from django.db import migrations

MAKE = [
    "CREATE INDEX cases_search_at ON cases_search (at, message_id)",
    # How common thousands of words are, not hundreds.
    "ALTER TABLE cases_search ALTER COLUMN tokens SET STATISTICS 500",
    "ANALYZE cases_search",
]
DROP = ["ALTER TABLE cases_search ALTER COLUMN tokens SET STATISTICS -1", "DROP INDEX cases_search_at"]
# When the words were said; those of a field, when its value was made, which its key tells.
MOMENTS = """SELECT found.was, found.message_id, said.at FROM search_was AS found
LEFT JOIN cases_message AS said ON said.id = found.message_id"""
ANEW = """CREATE VIRTUAL TABLE cases_search USING fts5(
tokens, case_id UNINDEXED, message_id UNINDEXED, tokenize = 'ascii', detail = none)"""
PUT = """INSERT INTO cases_search (rowid, tokens, case_id, message_id)
SELECT placed.place, was.tokens, was.case_id, was.message_id
FROM search_placed AS placed CROSS JOIN search_was AS was WHERE was.was = placed.was ORDER BY placed.place"""


def by_time(apps, schema_editor):
    """PostgreSQL: an index by time. SQLite: the rows put in the order of time, as they are read from the last."""
    if schema_editor.connection.vendor == "postgresql":
        for statement in MAKE:
            schema_editor.execute(statement)
        return
    with schema_editor.connection.cursor() as cursor, schema_editor.connection.cursor() as reading:
        cursor.execute("CREATE TABLE search_was (was integer PRIMARY KEY, tokens, case_id, message_id)")
        cursor.execute("INSERT INTO search_was SELECT rowid, tokens, case_id, message_id FROM cases_search")
        cursor.execute("CREATE TABLE search_moment (was integer, moment integer)")
        cursor.execute("CREATE TABLE search_placed (place integer PRIMARY KEY, was integer)")
        reading.execute(MOMENTS)
        cursor.executemany("INSERT INTO search_moment VALUES (%s, %s)", _moments(reading))
        reading.execute("SELECT was, moment FROM search_moment ORDER BY moment, was")
        cursor.executemany("INSERT INTO search_placed VALUES (%s, %s)", _placed(reading))
        cursor.execute("DROP TABLE cases_search")
        cursor.execute(ANEW)
        cursor.execute(PUT)
        cursor.execute("CREATE INDEX search_placed_was ON search_placed (was)")
        cursor.execute(
            "UPDATE cases_fieldvalue SET found_at = (SELECT place FROM search_placed WHERE was = found_at) "
            "WHERE found_at IS NOT NULL"
        )
        cursor.execute("DROP TABLE search_placed")
        cursor.execute("DROP TABLE search_moment")
        cursor.execute("DROP TABLE search_was")


def _moments(rows):
    for row, key, at in rows:
        yield row, _moment(key, at)


def _placed(rows):
    """Pairs of place and row; each place once, one behind another."""
    last = 0
    for row, moment in rows:
        last = max(moment, last + 1)
        yield last, row


def _moment(key, at):
    """Milliseconds since 1970."""
    if at is None:
        return int(key[:12], 16)
    at = at if isinstance(at, dt.datetime) else dt.datetime.fromisoformat(at)
    return round((at if at.tzinfo else at.replace(tzinfo=dt.UTC)).timestamp() * 1000)


def not_by_time(apps, schema_editor):
    """SQLite's rows stay: an older version puts new ones behind them."""
    if schema_editor.connection.vendor == "postgresql":
        for statement in DROP:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("cases", "0040_nudges")]
    operations = [migrations.RunPython(by_time, not_by_time)]
