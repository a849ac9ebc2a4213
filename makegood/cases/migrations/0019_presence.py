import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import makegood.events.keys


class Migration(migrations.Migration):
    """Who has a case open."""

    dependencies = [("cases", "0018_reminders"), ("staff", "0001_staff")]

    operations = [
        migrations.CreateModel(
            name="Presence",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("is_writing", models.BooleanField(default=False)),
                ("is_gone", models.BooleanField(default=False)),
                ("until", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "staff",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["changed_at"], name="presence_changed")],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "staff"), name="presence_once_a_person"),
                ],
            },
        ),
    ]
