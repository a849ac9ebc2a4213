# A mail to a contractor carries a word of a task.

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0011_tasks'),
        ('email', '0008_remedy_letters'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='outgoing',
            name='task_word',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.taskword'),
        ),
        migrations.AlterField(
            model_name='outgoing',
            name='kind',
            field=models.CharField(choices=[('reply', 'Reply'), ('greeting', 'Greeting'), ('question', 'Question'), ('notice', 'Notice'), ('account', 'Account'), ('remedy', 'Remedy'), ('task', 'Task')], max_length=8),
        ),
        migrations.AddIndex(
            model_name='outgoing',
            index=models.Index(condition=models.Q(('task_word__isnull', False)), fields=['task_word'], name='outgoing_task_word'),
        ),
    ]
