import django.db.models.deletion
from django.db import migrations, models

import makegood.events.keys


class Migration(migrations.Migration):
    """Kinds of cases."""

    dependencies = [("cases", "0021_planned_replies")]

    operations = [
        migrations.CreateModel(
            name="Kind",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("slug", models.CharField(max_length=60, unique=True)),
                ("name", models.CharField(max_length=60)),
                ("names", models.JSONField(blank=True, default=dict)),
                ("position", models.PositiveIntegerField(default=0)),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={"abstract": False},
        ),
        migrations.AddField(
            model_name="case",
            name="kind",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="cases",
                to="cases.kind",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(condition=models.Q(("kind__isnull", False)), fields=["kind"], name="case_kind"),
        ),
    ]
