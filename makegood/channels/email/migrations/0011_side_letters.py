import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0028_side_conversations'),
        ('email', '0010_asking_letters'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='outgoing',
            name='side_word',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.sideword'),
        ),
        migrations.AlterField(
            model_name='outgoing',
            name='kind',
            field=models.CharField(choices=[('reply', 'Reply'), ('greeting', 'Greeting'), ('question', 'Question'), ('asking', 'Asking'), ('notice', 'Notice'), ('account', 'Account'), ('remedy', 'Remedy'), ('task', 'Task'), ('side', 'Side')], max_length=8),
        ),
        migrations.AddIndex(
            model_name='outgoing',
            index=models.Index(condition=models.Q(('side_word__isnull', False)), fields=['side_word'], name='outgoing_side_word'),
        ),
    ]
