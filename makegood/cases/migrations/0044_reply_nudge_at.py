from django.db import migrations, models


class Migration(migrations.Migration):
    """A reply has its customer reminded at a time. A server of the version before writes no such column."""

    dependencies = [("cases", "0043_bulk_playbooks")]

    operations = [
        migrations.AddField(
            model_name="message",
            name="nudge_at",
            field=models.DateTimeField(
                blank=True, help_text="When the customer is reminded, if not after so many days.", null=True
            ),
        ),
        migrations.AlterField(
            model_name="message",
            name="nudge_days",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="Days after which the customer is reminded; 0: not at all; empty: at nudge_at, else as the brand does.",
                null=True,
            ),
        ),
    ]
