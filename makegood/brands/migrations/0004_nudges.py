from django.db import migrations, models


class Migration(migrations.Migration):
    """After how many days of silence a brand reminds its customers. A server of the version
    before writes no such columns."""

    dependencies = [("brands", "0003_tones")]

    operations = [
        migrations.AddField(
            model_name='brand',
            name='nudge_days',
            field=models.PositiveSmallIntegerField(db_default=0, default=0, help_text='Days of silence after which customers are reminded; 0: they are not.'),
        ),
        migrations.AddField(
            model_name='brand',
            name='nudge_resolves',
            field=models.PositiveSmallIntegerField(db_default=0, default=0, help_text='Days after the reminder until the case is resolved; 0: it is not.'),
        ),
    ]
