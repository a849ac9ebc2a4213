from django.db import migrations, models


class Migration(migrations.Migration):
    """Blind copies of replies. A server of the version before writes no such column."""

    dependencies = [("cases", "0031_bulk_kinds")]

    operations = [
        migrations.AddField(
            model_name="message",
            name="bcc",
            field=models.JSONField(
                blank=True, db_default=[], default=list, help_text="Blind copies: staff alone ever read who got them."
            ),
        ),
    ]
