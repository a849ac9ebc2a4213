import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Indexes of the few customers who were merged or belong to a company. One of all of them holds nothing but empty values,
    and after ANALYZE SQLite rather reads every customer than ask it."""

    dependencies = [("customers", "0006_notes_and_consents")]

    operations = [
        migrations.AlterField(
            model_name="customer",
            name="company",
            field=models.ForeignKey(
                blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT,
                related_name="people", to="customers.company",
            ),
        ),
        migrations.AlterField(
            model_name="customer",
            name="merged_into",
            field=models.ForeignKey(
                blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT,
                related_name="merged", to="customers.customer",
            ),
        ),
        migrations.AddIndex(
            model_name="customer",
            index=models.Index(
                condition=models.Q(("company__isnull", False)), fields=["company"], name="customer_of_company"
            ),
        ),
        migrations.AddIndex(
            model_name="customer",
            index=models.Index(
                condition=models.Q(("merged_into__isnull", False)), fields=["merged_into"], name="customer_merged_into"
            ),
        ),
    ]  # fmt: skip
