from django.db import migrations, models


class Migration(migrations.Migration):
    """The line under a person's name. A server of the version before writes no such column."""

    dependencies = [("staff", "0004_looks")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="title",
            field=models.CharField(blank=True, db_default="", default="", max_length=120),
        ),
    ]
