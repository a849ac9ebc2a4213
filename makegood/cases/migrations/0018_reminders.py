import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

import makegood.events.keys


class Migration(migrations.Migration):
    """A person is reminded of a case."""

    dependencies = [("cases", "0017_snoozing"), ("staff", "0001_staff")]

    operations = [
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500)),
                ("due_at", models.DateTimeField()),
                ("came_at", models.DateTimeField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="cases.case",
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
                "indexes": [
                    models.Index(
                        condition=Q(("came_at", None), ("done_at", None)), fields=["due_at", "id"], name="reminder_due"
                    ),
                    models.Index(condition=Q(("done_at", None)), fields=["staff", "came_at"], name="reminder_standing"),
                    models.Index(fields=["case", "staff"], name="reminder_case"),
                ],
            },
        ),
    ]
