import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The kind of many cases is set at once."""

    dependencies = [("cases", "0030_awaited_answers")]

    operations = [
        migrations.AddField(
            model_name="bulk",
            name="kind",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.kind",
            ),
        ),
        migrations.AlterField(
            model_name="bulk",
            name="deed",
            field=models.CharField(
                choices=[
                    ("take", "Take"),
                    ("give", "Give to a colleague"),
                    ("hand", "Hand over to a team"),
                    ("tag", "Add tags"),
                    ("untag", "Take tags off"),
                    ("resolve", "Resolve"),
                    ("junk", "Junk"),
                    ("tie", "Tie to a known problem"),
                    ("kind", "Set the kind"),
                    ("tell", "Tell all customers"),
                    ("undo", "Undo"),
                ],
                max_length=8,
            ),
        ),
    ]
