import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """An index of the few cases that were merged. One of all of them holds nothing but empty values, and after ANALYZE
    SQLite rather reads every case than ask it."""

    dependencies = [("cases", "0008_orders_in_cases")]

    operations = [
        migrations.AlterField(
            model_name="case",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="cases.case",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("merged_into__isnull", False)), fields=["merged_into"], name="case_merged_into"
            ),
        ),
    ]
