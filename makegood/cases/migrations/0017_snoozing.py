from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """A case is snoozed, and comes back."""

    dependencies = [("cases", "0016_bulk")]

    operations = [
        migrations.AddField(
            model_name="case",
            name="snoozed_until",
            field=models.DateTimeField(blank=True, help_text="It is wanted back then.", null=True),
        ),
        migrations.AddField(
            model_name="case",
            name="returns_at",
            field=models.DateTimeField(
                blank=True, help_text="When a snoozed case comes back: then, or in time for a promise.", null=True
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="returned_at",
            field=models.DateTimeField(blank=True, help_text="When it last came back.", null=True),
        ),
        migrations.AlterField(
            model_name="case",
            name="is_open",
            field=models.BooleanField(
                default=True, help_text="State is an open one, it lies on no shelf, and is not snoozed."
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=Q(("returns_at__isnull", False)), fields=["returns_at", "id"], name="case_snoozed"
            ),
        ),
    ]
