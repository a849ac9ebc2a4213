from django.db import migrations, models


class Migration(migrations.Migration):
    """To whom a reply hands its case over once it has left. A server of the version before writes no such column."""

    dependencies = [("cases", "0036_snooze_with_replies")]

    operations = [
        migrations.AddField(
            model_name="message",
            name="hands_over",
            field=models.JSONField(
                blank=True, db_default={}, default=dict,
                help_text="Once it has left the case is offered so: team, owner, reason, template; {}: it is not.",
            ),
        ),
        migrations.AlterField(
            model_name="template",
            name="does",
            field=models.JSONField(
                blank=True, db_default={}, default=dict,
                help_text="What a reply with it does besides: tags, kind, takes, resolves, snooze_days, hand_over.",
            ),
        ),
    ]
