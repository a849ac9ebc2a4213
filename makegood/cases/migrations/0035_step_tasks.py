import django.db.models.deletion
import makegood.events.keys
from django.db import migrations, models


class Migration(migrations.Migration):
    """Which steps of a playbook are tasks for others, and the task that a step of a checklist was given as."""

    dependencies = [
        ('cases', '0034_skills'),
        ('staff', '0003_sessions_carried_over'),
    ]

    operations = [
        migrations.CreateModel(
            name='StepTask',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('words', models.CharField(max_length=300)),
                ('by_when', models.CharField(blank=True, help_text='From the moment at which it is given.', max_length=100)),
                ('contractor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.contractor')),
                ('playbook', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='cases.playbook')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='staff.team')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('playbook', 'words'), name='step_task_once'), models.CheckConstraint(condition=models.Q(('contractor__isnull', True), ('team__isnull', False)) | models.Q(('contractor__isnull', False), ('team__isnull', True)), name='step_task_for_a_team_or_a_contractor')],
            },
        ),
        migrations.AddField(
            model_name='step',
            name='task',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='step', to='cases.task'),
        ),
    ]
