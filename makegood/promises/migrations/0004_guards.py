# From here on the database refuses to change the ledger, and queues each entry for its seal.

from django.db import migrations

from makegood.promises import guards


class Migration(migrations.Migration):

    dependencies = [
        ('promises', '0003_seals'),
    ]

    operations = [
        migrations.RunPython(
            lambda apps, editor: guards.install(editor.connection),
            lambda apps, editor: guards.remove(editor.connection),
        ),
    ]
