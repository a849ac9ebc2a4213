import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

import makegood.events.keys


class Migration(migrations.Migration):
    """A reply leaves at a time of its own."""

    dependencies = [("cases", "0020_mentions"), ("staff", "0001_staff")]

    operations = [
        migrations.AlterField(
            model_name="message",
            name="delivery",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", ""),
                    ("later", "Leaves later"),
                    ("held", "Can be undone"),
                    ("waiting", "Waiting to be sent"),
                    ("sent", "Sent"),
                    ("failed", "Not delivered"),
                    ("undone", "Undone"),
                ],
                default="",
                max_length=7,
            ),
        ),
        migrations.CreateModel(
            name="PlannedReply",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("leaves_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("is_returned", models.BooleanField(default=False)),
                (
                    "message",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="planned", to="cases.message"
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
                    models.Index(condition=Q(ended_at=None), fields=["leaves_at", "id"], name="planned_to_leave"),
                    models.Index(condition=Q(is_returned=True), fields=["staff", "id"], name="planned_returned"),
                ],
            },
        ),
    ]
