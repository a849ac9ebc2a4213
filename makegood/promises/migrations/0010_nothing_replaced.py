# On SQLite a REPLACE went past the guards: from here on it is refused, too.

from django.db import migrations

from makegood.promises import guards


class Migration(migrations.Migration):

    dependencies = [
        ('promises', '0009_excuses'),
    ]

    operations = [
        migrations.RunPython(
            lambda apps, editor: guards.install(editor.connection),
            migrations.RunPython.noop,
        ),
    ]
