import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A playbook is started on many cases at once, and one step of it ticked."""

    dependencies = [("cases", "0042_cases_that_follow")]

    operations = [
        migrations.AddField(
            model_name="bulk",
            name="playbook",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="cases.playbook",
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
                    ("start", "Start a checklist"),
                    ("tick", "Tick a step"),
                    ("tell", "Tell all customers"),
                    ("undo", "Undo"),
                ],
                max_length=8,
            ),
        ),
    ]
