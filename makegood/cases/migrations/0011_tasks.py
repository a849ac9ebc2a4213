# Tasks inside a case, and the contractors who are given some.

import datetime
import django.db.models.deletion
import makegood.events.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('brands', '0001_brands'),
        ('cases', '0010_handovers'),
        ('promises', '0009_excuses'),
        ('staff', '0001_staff'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Contractor',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('address', models.CharField(max_length=320)),
                ('language', models.CharField(default='en', max_length=5)),
                ('answer_days', models.PositiveSmallIntegerField(default=1)),
                ('is_active', models.BooleanField(default=True)),
                ('brands', models.ManyToManyField(blank=True, related_name='+', to='brands.brand')),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('ref', models.CharField(max_length=12, unique=True)),
                ('key', models.CharField(max_length=16, unique=True)),
                ('what', models.CharField(max_length=300)),
                ('name', models.CharField(blank=True, help_text='What the contractor was called when it was given.', max_length=200)),
                ('address', models.CharField(blank=True, help_text="The contractor's mail address; empty for a team.", max_length=320)),
                ('language', models.CharField(blank=True, max_length=5)),
                ('given_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('asked', 'Asked'), ('answered', 'Answered'), ('accepted', 'Taken on'), ('done', 'Done'), ('declined', 'Declined'), ('back', 'Taken back')], default='asked', max_length=8)),
                ('is_open', models.BooleanField(default=True)),
                ('says_at', models.DateTimeField(blank=True, help_text='When they last said that it will be done.', null=True)),
                ('next_due_at', models.DateTimeField(default=datetime.datetime(9999, 1, 1, 0, 0, tzinfo=datetime.timezone.utc), help_text="Copy of the earliest owed commitment's due time.")),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('trouble', models.TextField(blank=True, help_text='Why the last mail to them did not arrive.')),
                ('answer', models.ForeignKey(db_index=False, help_text='That they answer in time.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='promises.commitment')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='cases.case')),
                ('contractor', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='cases.contractor')),
                ('due', models.ForeignKey(blank=True, db_index=False, help_text='That it is done in time.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='promises.commitment')),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('taken_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='staff.team')),
            ],
        ),
        migrations.CreateModel(
            name='TaskWord',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('given', 'Gave the task'), ('told', 'Wrote'), ('answered', 'Answered'), ('accepted', 'Took it on'), ('done', 'It is done'), ('declined', 'Declined it'), ('back', 'Took it back'), ('filed', 'Automatic answer')], max_length=8)),
                ('at', models.DateTimeField()),
                ('sender', models.CharField(blank=True, help_text='The address it came from; empty for our own.', max_length=320)),
                ('sender_name', models.CharField(blank=True, max_length=200)),
                ('text', models.TextField(blank=True)),
                ('quoted', models.TextField(blank=True)),
                ('language', models.CharField(blank=True, max_length=5)),
                ('says_at', models.DateTimeField(blank=True, help_text='When they say that it will be done.', null=True)),
                ('authenticated', models.BooleanField(default=True, help_text="False: the sender's address is not proved.")),
                ('stranger', models.BooleanField(default=False, help_text='From an address that we did not ask.')),
                ('raw', models.CharField(blank=True, help_text='Digest of the stored mail.', max_length=64)),
                ('has_files', models.BooleanField(default=False)),
                ('staff', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('task', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='words', to='cases.task')),
            ],
        ),
        migrations.CreateModel(
            name='TaskFile',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('digest', models.CharField(max_length=64)),
                ('name', models.CharField(max_length=255)),
                ('content_type', models.CharField(default='application/octet-stream', max_length=120)),
                ('size', models.PositiveBigIntegerField()),
                ('scanned_at', models.DateTimeField(blank=True, null=True)),
                ('refused', models.CharField(blank=True, help_text='What the scanner found in it.', max_length=200)),
                ('word', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='cases.taskword')),
            ],
        ),
        migrations.AddConstraint(
            model_name='contractor',
            constraint=models.UniqueConstraint(fields=('name', 'address'), name='contractor_once'),
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(condition=models.Q(('is_open', True)), fields=['next_due_at', 'id'], name='task_open'),
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(condition=models.Q(('is_open', True)), fields=['team', 'next_due_at', 'id'], name='task_team_open'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('address', ''), ('team__isnull', False)), models.Q(('team__isnull', True), models.Q(('address', ''), _negated=True)), _connector='OR'), name='task_for_a_team_or_an_address'),
        ),
        migrations.AddIndex(
            model_name='taskword',
            index=models.Index(fields=['task', 'at', 'id'], name='task_word_at'),
        ),
        migrations.AddIndex(
            model_name='taskfile',
            index=models.Index(condition=models.Q(('scanned_at', None)), fields=['id'], name='task_file_to_scan'),
        ),
        migrations.AddIndex(
            model_name='taskfile',
            index=models.Index(fields=['digest'], name='task_file_digest'),
        ),
    ]
