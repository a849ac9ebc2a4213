from django.db import migrations, models


class Migration(migrations.Migration):
    """Whether staff note how long they work on cases. A server of the version before writes no such column."""

    dependencies = [("brands", "0001_brands")]

    operations = [
        migrations.AddField(
            model_name="organisation",
            name="tracks_time",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Whether staff note how long they work on cases."
            ),
        ),
    ]
