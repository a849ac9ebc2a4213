from django.db import migrations, models


class Migration(migrations.Migration):
    """How a customer wishes to be addressed. A server of the version before writes no such column."""

    dependencies = [("customers", "0007_indexes_of_few")]

    operations = [
        migrations.AddField(
            model_name="customer",
            name="tone",
            field=models.CharField(
                blank=True, choices=[("formal", "Formal"), ("friendly", "Friendly")], db_default="", default="",
                help_text="How they are addressed; empty: as the brand usually does.", max_length=8,
            ),
        ),
    ]
