"""A new database gets its tables straight from the models, an old one step by step: both must be the same in the end."""

import json

import pytest

from tests.serving import serving

# All that the catalogue tells, without names that a database gives by itself and the order in which columns came.
SQLITE = """
for table in connection.introspection.table_names():
    found[table] = asked(f'SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo({table!r})')
    found[table] += asked(f'SELECT "from", "table", "to", on_delete FROM pragma_foreign_key_list({table!r})')
    with connection.cursor() as cursor:
        rules = connection.introspection.get_constraints(cursor, table).values()
    found[table] += [{**rule, "definition": None} for rule in rules]
    found[table] += asked("SELECT coalesce(sql, '') FROM sqlite_master WHERE tbl_name = %s AND type <> 'table'", [table])
"""
# Django's own auth_group_permissions, which nobody uses, has a key of 32 bits by its model and of 64 by its migrations.
POSTGRESQL = """
NAMES = "SELECT relname, relkind FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'S', 'm')"
found["names"] = asked(NAMES)
found["columns"] = asked('''SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
    a.attidentity, a.attgenerated, a.attstattarget, pg_get_expr(d.adbin, d.adrelid) FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    AND (c.relname, a.attname) <> ('auth_group_permissions', 'id')''')
found["rules"] = asked('''SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace''')
INDEXES = "SELECT tablename, regexp_replace(indexdef, 'INDEX [^ ]+ ON', 'INDEX ON') FROM pg_indexes WHERE schemaname = 'public'"
found["indexes"] = asked(INDEXES)
found["triggers"] = asked("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal")
"""
TOLD = """
import json
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
found = {{}}
def asked(sql, values=None):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()
{catalogue}
found["steps"] = list(map(list, MigrationRecorder(connection).applied_migrations()))
found["types"] = asked("SELECT app_label, model FROM django_content_type")
print(json.dumps(found, default=str))
"""


def tables_after(*command):
    with serving(start=False, empty=True) as makegood:
        makegood.command(*command)
        catalogue = POSTGRESQL if "MAKEGOOD_DATABASE_URL" in makegood.environment else SQLITE
        return json.loads(makegood.command("shell", "--no-imports", "-c", TOLD.format(catalogue=catalogue)))


def told_apart(one, other):
    """By name: what only the first tells."""
    return {name: told for name in one if (told := [row for row in one[name] if row not in other.get(name, ())])}


@pytest.mark.timeout(600)
def test_a_new_database_is_what_all_steps_lead_to():
    made, led = tables_after("prepare"), tables_after("migrate")
    assert told_apart(made, led) == told_apart(led, made) == {}
