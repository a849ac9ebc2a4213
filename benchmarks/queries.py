"""What a page asks of the database, and the ways the database goes for it that may grow with its rows."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

# A table or an index walked through, rows put into order: harmless in a table of ten rows.
GROWING = {"sqlite": ("SCAN ", "USE TEMP B-TREE"), "postgresql": ("Seq Scan", "Sort ", "Aggregate")}


def told(client: Client, address: str, *, plans: bool) -> dict[str, Any]:
    """How many queries one page takes; with `plans`, those whose way may grow, each as its statement and that way."""
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    statements = [query["sql"] for query in queries.captured_queries if query["sql"].startswith(("SELECT", "WITH"))]
    found: dict[str, Any] = {"queries": len(queries)}
    if plans:
        found["ways"] = [[one, way] for one in dict.fromkeys(statements) if (way := _way(one))]
    return found


def _way(statement: str) -> list[str]:
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    with connection.cursor() as cursor:
        # As it was sent, so nothing in it is a place for a value.
        cursor.cursor.execute(explain + statement)
        lines = [str(row[-1]) for row in cursor.fetchall()]
    return [line for line in lines if any(sign in line for sign in GROWING[connection.vendor])]
