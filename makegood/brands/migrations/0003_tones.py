from django.db import migrations, models

TONES = [("formal", "Formal"), ("friendly", "Friendly")]


class Migration(migrations.Migration):
    """Two tones of a brand: the signatures that there are stay as the formal ones, and formal is the usual tone. A server of
    the version before writes no such columns."""

    dependencies = [("brands", "0002_tracks_time")]

    operations = [
        migrations.AddField(
            model_name="brand",
            name="friendly_signature",
            field=models.JSONField(blank=True, db_default={}, default=dict),
        ),
        migrations.AddField(
            model_name="brand",
            name="tone",
            field=models.CharField(
                choices=TONES, db_default="formal", default="formal", help_text="How it usually addresses people.",
                max_length=8,
            ),
        ),
    ]
