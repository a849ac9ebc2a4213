"""The tables of a database: a new one gets them straight from the models, in seconds; an old one is led here step by step.

Both ways end at the same tables; `tests/faults/test_tables.py` compares them.
"""

from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection, router
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from makegood.cases.search import table
from makegood.promises import guards

Step = tuple[str, str]


def are_there() -> bool:
    """Whether the database has any tables of ours, of whatever version."""
    return bool(MigrationRecorder(connection).applied_migrations())


def missing() -> list[Step]:
    """The migrations that have not been made here: app and name, in their order."""
    executor = MigrationExecutor(connection)
    return [(one.app_label, one.name) for one, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def bring() -> None:
    """Bring the database to this version, whatever it is. Either it is made whole, or it stays as it was."""
    if are_there():
        call_command("migrate", interactive=False, verbosity=0)
    else:
        _make_all()


def _make_all() -> None:
    steps = missing()
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            made = model._meta
            if made.managed and not made.proxy and router.allow_migrate_model(connection.alias, model):
                editor.create_model(model)
        table.make(connection)
        guards.install(connection)
        recorder = MigrationRecorder(connection)
        recorder.ensure_schema()
        for app, name in steps:
            recorder.record_applied(app, name)
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)
