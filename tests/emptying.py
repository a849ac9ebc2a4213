"""Emptying the database after a test that commits: only tables that have rows, and nothing that migrating made.

Django's own way truncates every table and makes its permissions anew, a third of a second for each such test.
"""

from functools import cache

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from makegood.promises import guards

SEARCH = "cases_search"  # no table of Django's
FROM_MIGRATING = {"django_content_type", "auth_permission"}


ROUNDS = 3


def empty(connection: BaseDatabaseWrapper) -> None:
    """Take all rows away. A page that a browser left may still be answered meanwhile, and write: then once more."""
    for left in reversed(range(ROUNDS)):
        try:
            _empty(connection)
        except IntegrityError:
            if not left:
                raise
        else:
            return


def _empty(connection: BaseDatabaseWrapper) -> None:
    """The ledger may be emptied for it; nothing else ever does that."""
    full = _full(connection)
    with guards.lifted(connection), transaction.atomic(), connection.cursor() as cursor:
        for table in full:  # in any order: foreign keys are looked at in the end
            cursor.execute(f"DELETE FROM {table}")


def _full(connection: BaseDatabaseWrapper) -> list[str]:
    each = (f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {table})" for table in _tables())
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(each))
        return [name for (name,) in cursor.fetchall()]


@cache
def _tables() -> list[str]:
    models = apps.get_models(include_auto_created=True)
    return sorted({SEARCH, *(model._meta.db_table for model in models if model._meta.managed)} - FROM_MIGRATING)
