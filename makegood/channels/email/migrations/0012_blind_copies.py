from django.db import migrations, models


class Migration(migrations.Migration):
    """Blind copies of mails. A server of the version before writes no such column."""

    dependencies = [("email", "0011_side_letters")]

    operations = [
        migrations.AddField(
            model_name="outgoing",
            name="bcc",
            field=models.JSONField(
                blank=True, db_default=[], default=list, help_text="In the envelope alone, in no header."
            ),
        ),
    ]
