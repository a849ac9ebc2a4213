from django.db import migrations, models


class Migration(migrations.Migration):
    """In which tone a reply is signed. A server of the version before writes no such column."""

    dependencies = [("cases", "0037_handover_with_replies")]

    operations = [
        migrations.AddField(
            model_name="message",
            name="tone",
            field=models.CharField(
                blank=True, choices=[("formal", "Formal"), ("friendly", "Friendly")], db_default="", default="",
                help_text="In which tone it is signed; empty: as its customer is addressed.", max_length=8,
            ),
        ),
    ]
