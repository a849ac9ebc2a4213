from django.db import migrations, models


class Migration(migrations.Migration):
    """For how long a reply snoozes its case once it has left. A server of the version before writes no such column."""

    dependencies = [("cases", "0035_step_tasks")]

    operations = [
        migrations.AddField(
            model_name="message",
            name="snooze_days",
            field=models.PositiveSmallIntegerField(
                db_default=0, default=0,
                help_text="Once it has left the case is snoozed for so many days; 0: it is not.",
            ),
        ),
    ]
