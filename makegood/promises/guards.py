"""What the database itself refuses and does: ledger and seals are only added to, and each entry queues for its seal.

A migration that makes one of these tables anew on SQLite loses its triggers, and ends with `install` again; a test and
`makegood check` notice when that was forgotten.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.base.base import BaseDatabaseWrapper

LEDGER, SEALS, QUEUE = "promises_ledgerentry", "promises_seal", "promises_unsealed"
REFUSAL = "the ledger is only added to"
FUNCTIONS = {
    "makegood_refuse": f"BEGIN RAISE EXCEPTION '{REFUSAL}'; END",
    "makegood_queue_for_seal": f"BEGIN INSERT INTO {QUEUE} (entry) SELECT id FROM added; RETURN NULL; END",  # noqa: S608 - our own names
}
ROWS, ALL = "FOR EACH ROW EXECUTE FUNCTION makegood_refuse()", "FOR EACH STATEMENT EXECUTE FUNCTION makegood_refuse()"
# By name: the table, and what stands behind CREATE TRIGGER name.
POSTGRESQL = {
    "ledger_keeps_rows": (LEDGER, f"BEFORE UPDATE OR DELETE ON {LEDGER} {ROWS}"),
    "ledger_keeps_all": (LEDGER, f"BEFORE TRUNCATE ON {LEDGER} {ALL}"),
    "seals_keep_rows": (SEALS, f"BEFORE UPDATE OR DELETE ON {SEALS} {ROWS}"),
    "seals_keep_all": (SEALS, f"BEFORE TRUNCATE ON {SEALS} {ALL}"),
    "ledger_queues": (
        LEDGER,
        f"AFTER INSERT ON {LEDGER} REFERENCING NEW TABLE AS added FOR EACH STATEMENT "
        "EXECUTE FUNCTION makegood_queue_for_seal()",
    ),
}
# REPLACE takes a row away without asking the triggers for DELETE, so whatever stands in its way is refused before.
THERE = f"SELECT 1 FROM {LEDGER} WHERE id = NEW.id"  # noqa: S608 - our own names
LINKED = (
    f"SELECT 1 FROM {SEALS} WHERE position = NEW.position OR entry = NEW.entry "  # noqa: S608 - our own names
    "OR previous = NEW.previous OR digest = NEW.digest"
)
ABORT = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
SQLITE = {
    "ledger_keeps_rows": (LEDGER, f"BEFORE DELETE ON {LEDGER} {ABORT}"),
    "ledger_keeps_words": (LEDGER, f"BEFORE UPDATE ON {LEDGER} {ABORT}"),
    "ledger_keeps_place": (LEDGER, f"BEFORE INSERT ON {LEDGER} WHEN EXISTS ({THERE}) {ABORT}"),
    "seals_keep_rows": (SEALS, f"BEFORE DELETE ON {SEALS} {ABORT}"),
    "seals_keep_words": (SEALS, f"BEFORE UPDATE ON {SEALS} {ABORT}"),
    "seals_keep_place": (SEALS, f"BEFORE INSERT ON {SEALS} WHEN EXISTS ({LINKED}) {ABORT}"),
    "ledger_queues": (LEDGER, f"AFTER INSERT ON {LEDGER} BEGIN INSERT INTO {QUEUE} (entry) VALUES (NEW.id); END"),  # noqa: S608
}


def _triggers(connection: BaseDatabaseWrapper) -> dict[str, tuple[str, str]]:
    return POSTGRESQL if connection.vendor == "postgresql" else SQLITE


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers that are not there."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for name, body in FUNCTIONS.items():
                cursor.execute(f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$")
        for name in missing(connection):
            cursor.execute(f"CREATE TRIGGER {name} {_triggers(connection)[name][1]}")


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: to undo the migration, and for what empties the tests' own database."""
    with connection.cursor() as cursor:
        for name, (table, _) in _triggers(connection).items():
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


@contextmanager
def lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Without the triggers for a while."""
    remove(connection)
    try:
        yield
    finally:
        install(connection)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of triggers that should be there and are not."""
    asked = (
        # A trigger that somebody switched off is as good as gone.
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        present = {row[0] for row in cursor.fetchall()}
    return [name for name in _triggers(connection) if name not in present]
