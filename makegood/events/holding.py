"""Holding a name for the rest of a transaction, so that two who mean the same thing go one after the other."""

from django.db import connection


def hold(name: str) -> None:
    """Wait until nobody else holds `name`, and keep it until this transaction ends.

    On SQLite a verb's transaction is the only one that writes, so it holds every name. Raises RuntimeError outside a
    transaction, where nothing could be held.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a name is held by a transaction")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])
