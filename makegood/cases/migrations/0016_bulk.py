# Bulk work: one act on many cases.

import django.db.models.deletion
import makegood.events.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0015_saved_views'),
        ('staff', '0001_staff'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Bulk',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('deed', models.CharField(choices=[('take', 'Take'), ('give', 'Give to a colleague'), ('hand', 'Hand over to a team'), ('tag', 'Add tags'), ('untag', 'Take tags off'), ('resolve', 'Resolve'), ('junk', 'Junk'), ('undo', 'Undo')], max_length=8)),
                ('words', models.TextField(blank=True)),
                ('total', models.PositiveIntegerField()),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('owner', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='staff.team')),
                ('undoes', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='undone_by', to='cases.bulk')),
            ],
        ),
        migrations.CreateModel(
            name='BulkRow',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('done', 'Done'), ('skipped', 'Nothing to do'), ('refused', 'Not done')], default='waiting', max_length=8)),
                ('told', models.CharField(blank=True, max_length=300)),
                ('before', models.JSONField(blank=True, null=True)),
                ('bulk', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='cases.bulk')),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
            ],
        ),
        migrations.AddIndex(
            model_name='bulk',
            index=models.Index(condition=models.Q(('finished_at', None)), fields=['at'], name='bulk_to_do'),
        ),
        migrations.AddIndex(
            model_name='bulkrow',
            index=models.Index(condition=models.Q(('state', 'waiting')), fields=['bulk', 'number'], name='bulk_row_waiting'),
        ),
        migrations.AddConstraint(
            model_name='bulkrow',
            constraint=models.UniqueConstraint(fields=('bulk', 'number'), name='bulk_row_once_a_number'),
        ),
    ]
