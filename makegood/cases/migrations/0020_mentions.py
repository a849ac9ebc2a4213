import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

import makegood.events.keys


class Migration(migrations.Migration):
    """Colleagues are named in notes."""

    dependencies = [("cases", "0019_presence"), ("staff", "0001_staff")]

    operations = [
        migrations.CreateModel(
            name="Mention",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="mentions", to="cases.message"
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
                "indexes": [models.Index(fields=["staff", "id"], condition=Q(read_at=None), name="mention_unread")],
                "constraints": [models.UniqueConstraint(fields=["staff", "message"], name="mention_once_a_note")],
            },
        ),
    ]
