from django.db import migrations, models

KINDS = [
    "reply", "greeting", "question", "asking", "notice", "account", "remedy", "task", "side", "copy", "nudge",
]


class Migration(migrations.Migration):
    """A mail that reminds a customer who does not answer."""

    dependencies = [("email", "0013_copies_apart")]

    operations = [
        migrations.AlterField(
            model_name="outgoing",
            name="kind",
            field=models.CharField(choices=[(one, one.title()) for one in KINDS], max_length=8),
        ),
    ]
