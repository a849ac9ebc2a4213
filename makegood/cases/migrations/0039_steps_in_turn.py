import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Steps that wait for those before them, and steps that are left out. A server of the version before writes none of these."""

    dependencies = [
        ('cases', '0038_tone_of_replies'),
        ('staff', '0005_title'),
    ]

    operations = [
        migrations.AddField(
            model_name='playbook',
            name='in_turn',
            field=models.BooleanField(db_default=False, default=False, help_text='One step after another.'),
        ),
        migrations.AddField(
            model_name='playbook',
            name='waiting',
            field=models.JSONField(blank=True, db_default=[], default=list, help_text='The words of the steps that wait for those before them.'),
        ),
        migrations.AddField(
            model_name='step',
            name='by_when',
            field=models.CharField(blank=True, db_default='', max_length=100),
        ),
        migrations.AddField(
            model_name='step',
            name='contractor',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='cases.contractor'),
        ),
        migrations.AddField(
            model_name='step',
            name='is_waiting',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name='step',
            name='left_out',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name='step',
            name='reason',
            field=models.CharField(blank=True, db_default='', help_text='Why it was left out.', max_length=300),
        ),
        migrations.AddField(
            model_name='step',
            name='team',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='staff.team'),
        ),
        migrations.AddField(
            model_name='step',
            name='trouble',
            field=models.CharField(blank=True, db_default='', help_text='Why it could not be given when it opened.', max_length=300),
        ),
        migrations.AddField(
            model_name='step',
            name='waits',
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
