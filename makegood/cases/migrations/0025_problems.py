import django.db.models.deletion
import makegood.events.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Known problems, the cases they cause, and what was told to all whom they concern."""

    dependencies = [
        ('cases', '0024_links'),
        ('orders', '0006_delivered_in_whole'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='bulk',
            name='deed',
            field=models.CharField(choices=[('take', 'Take'), ('give', 'Give to a colleague'), ('hand', 'Hand over to a team'), ('tag', 'Add tags'), ('untag', 'Take tags off'), ('resolve', 'Resolve'), ('junk', 'Junk'), ('tie', 'Tie to a known problem'), ('tell', 'Tell all customers'), ('undo', 'Undo')], max_length=8),
        ),
        migrations.CreateModel(
            name='Problem',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('ref', models.CharField(max_length=12, unique=True)),
                ('title', models.CharField(max_length=200)),
                ('state', models.CharField(choices=[('open', 'Open'), ('mending', 'Being mended'), ('solved', 'Solved')], default='open', max_length=7)),
                ('known', models.TextField(blank=True, help_text='What is known of it.')),
                ('workaround', models.TextField(blank=True, help_text='What customers can do meanwhile.')),
                ('tied', models.PositiveIntegerField(default=0)),
                ('opened_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('solved_at', models.DateTimeField(blank=True, null=True)),
                ('opened_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('product', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='orders.product')),
            ],
        ),
        migrations.AddField(
            model_name='bulk',
            name='problem',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.problem'),
        ),
        migrations.CreateModel(
            name='Telling',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('texts', models.JSONField(default=dict)),
                ('otherwise', models.CharField(blank=True, max_length=5)),
                ('resolves', models.BooleanField(default=False)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('problem', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='tellings', to='cases.problem')),
            ],
        ),
        migrations.AddField(
            model_name='bulk',
            name='telling',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='bulk', to='cases.telling'),
        ),
        migrations.CreateModel(
            name='Tie',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='tie', to='cases.case')),
                ('problem', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='ties', to='cases.problem')),
            ],
        ),
        migrations.AddIndex(
            model_name='problem',
            index=models.Index(fields=['opened_at', 'id'], name='problem_opened'),
        ),
        migrations.AddIndex(
            model_name='telling',
            index=models.Index(fields=['problem', 'at'], name='telling_problem'),
        ),
        migrations.AddIndex(
            model_name='tie',
            index=models.Index(fields=['problem', 'at', 'id'], name='tie_problem'),
        ),
    ]
