import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Few cases follow another: of an index full of empty values the planner expects nothing, and walks all cases."""

    dependencies = [("cases", "0041_search_by_time")]
    operations = [
        migrations.AlterField(
            model_name="case",
            name="follows",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="followed_by",
                to="cases.case",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("follows__isnull", False)), fields=["follows"], name="case_follows"
            ),
        ),
    ]
