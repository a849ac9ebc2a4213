from django.db import migrations, models


class Migration(migrations.Migration):
    """What stood before a reply told how we see a case, so that both are taken back together."""

    dependencies = [
        ('feedback', '0001_closings'),
    ]

    operations = [
        migrations.AddField(
            model_name='closing',
            name='before',
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
