from django.db import migrations, models


class Migration(migrations.Migration):
    """That a customer who does not answer is reminded by itself: on the case, and with a reply until it leaves. A server of the version
    before writes no such columns."""

    dependencies = [("cases", "0039_steps_in_turn")]

    operations = [
        migrations.AddField(
            model_name='case',
            name='nudge',
            field=models.JSONField(blank=True, db_default={}, default=dict, help_text='How: by (who asked), since, resolves (days after it), step (what falls due).'),
        ),
        migrations.AddField(
            model_name='case',
            name='nudge_at',
            field=models.DateTimeField(blank=True, help_text='When the customer is reminded by itself, or the case resolved, if none comes.', null=True),
        ),
        migrations.AddField(
            model_name='message',
            name='nudge_days',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Days after which the customer is reminded; 0: not at all; empty: as the brand does.', null=True),
        ),
        migrations.AddField(
            model_name='message',
            name='nudge_resolves',
            field=models.PositiveSmallIntegerField(db_default=0, default=0, help_text='Days after the reminder until the case is resolved; 0: it is not.'),
        ),
        migrations.AlterField(
            model_name='template',
            name='does',
            field=models.JSONField(blank=True, db_default={}, default=dict, help_text='What a reply with it does besides: tags, kind, takes, resolves, snooze_days, hand_over, nudge_days, nudge_resolves.'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('nudge_at__isnull', False)), fields=['nudge_at', 'id'], name='case_to_nudge'),
        ),
    ]
