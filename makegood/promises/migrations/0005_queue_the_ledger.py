# What was written before there was a sealer is sealed, too.

from django.db import migrations

QUEUE = """
INSERT INTO promises_unsealed (entry)
SELECT id FROM promises_ledgerentry WHERE id NOT IN (SELECT entry FROM promises_unsealed)
"""


class Migration(migrations.Migration):

    dependencies = [
        ('promises', '0004_guards'),
    ]

    operations = [
        migrations.RunSQL(QUEUE, migrations.RunSQL.noop),
    ]
