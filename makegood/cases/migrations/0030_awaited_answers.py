from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """An answer is awaited until a time: set with a reply, standing in the case once that has left."""

    dependencies = [("cases", "0029_public_forms")]

    operations = [
        migrations.AddField(
            model_name="message",
            name="awaited_until",
            field=models.DateTimeField(
                blank=True, help_text="Once it has left an answer is awaited until then.", null=True
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="awaited_since",
            field=models.DateTimeField(
                blank=True,
                help_text="When we asked what they have not answered: somebody is told, or was, if none comes.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="awaited_until",
            field=models.DateTimeField(
                blank=True, help_text="If no answer has come by then, the owner is told.", null=True
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=Q(("awaited_until__isnull", False)), fields=["awaited_until", "id"], name="case_awaited"
            ),
        ),
    ]
