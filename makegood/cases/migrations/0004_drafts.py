import django.db.models.deletion
from django.db import migrations, models

import makegood.events.keys


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_merges")]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="fields",
            field=models.JSONField(
                blank=True, default=dict, help_text="The other fields as typed: to, cc, resolves, why_due."
            ),
        ),
        migrations.CreateModel(
            name="DraftFile",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=255)),
                ("content_type", models.CharField(max_length=120)),
                ("size", models.PositiveBigIntegerField()),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="cases.draft"
                    ),
                ),
            ],
        ),
    ]
