from django.db import migrations, models


class Migration(migrations.Migration):
    """What a template does besides its words. A server of the version before writes no such column."""

    dependencies = [("cases", "0032_blind_copies")]

    operations = [
        migrations.AddField(
            model_name="template",
            name="does",
            field=models.JSONField(
                blank=True, db_default={}, default=dict,
                help_text="What a reply with it does besides: tags, kind, takes, resolves, snooze_days.",
            ),
        ),
    ]
