"""Writing very many rows quickly: without the secondary indexes, which are made anew at the end."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, transaction

from benchmarks.filling.sheets import Row


def write(sheets: Sequence[tuple[str, list[str], list[Row]]]) -> None:
    """Insert rows (table, columns, rows), all in one transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table, columns, rows in sheets:
            named = ", ".join(f'"{column}"' for column in columns)
            if connection.vendor == "sqlite":
                # The driver itself: Django's cursor would look at each of a million rows.
                places = ", ".join("?" * len(columns))
                cursor.connection.executemany(f'INSERT INTO "{table}" ({named}) VALUES ({places})', rows)
            else:
                with cursor.cursor.copy(f'COPY "{table}" ({named}) FROM STDIN') as copy:
                    for row in rows:
                        copy.write_row(row)


@contextmanager
def in_bulk(tables: Sequence[str]) -> Iterator[None]:
    """Without secondary indexes and triggers, and without waiting for the disk; at the end all stands as before."""
    with connection.cursor() as cursor:
        put_aside = _sqlite(tables) if connection.vendor == "sqlite" else _postgresql(tables)
        for statement, _again in put_aside:
            cursor.execute(statement)
        try:
            yield
        finally:
            for _statement, again in put_aside:
                cursor.execute(again)
        if connection.vendor == "sqlite":
            cursor.execute("ANALYZE")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            # By name: what all databases of a server share may be locked by others.
            cursor.execute(f"VACUUM ANALYZE {', '.join(connection.introspection.table_names(cursor))}")
    connection.close()


def _sqlite(tables: Sequence[str]) -> list[tuple[str, str]]:
    """What is put aside, and how it comes back."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type IN ('index', 'trigger')")
        found = [row for row in cursor.fetchall() if row[2] in tables and row[3]]
    return [
        ("PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = ON"),
        ("PRAGMA synchronous = OFF", "PRAGMA synchronous = FULL"),
        ("PRAGMA cache_size = -400000", "PRAGMA cache_size = -20000"),
        # Triggers come back after the indexes that they may use.
        *((f'DROP {kind} "{name}"', statement) for kind, name, _table, statement in sorted(found)),
    ]


def _postgresql(tables: Sequence[str]) -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes LEFT JOIN pg_constraint ON conname = indexname "
            "WHERE conname IS NULL AND tablename = ANY(%s)",
            [list(tables)],
        )
        indexes = cursor.fetchall()
    return [
        ("SET statement_timeout = 0", "SET statement_timeout = 0"),
        ("SET synchronous_commit = off", "RESET synchronous_commit"),
        ("SET maintenance_work_mem = '1GB'", "SET maintenance_work_mem = '1GB'"),
        *((f'DROP INDEX "{name}"', statement) for name, statement in indexes),
        *(
            (f'ALTER TABLE "{table}" DISABLE TRIGGER USER', f'ALTER TABLE "{table}" ENABLE TRIGGER USER')
            for table in tables
        ),
    ]
