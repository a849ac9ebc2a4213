# Faults of ours, breaks that wait for a lead, and for which reply a clock stands still.

import django.db.models.deletion
import makegood.events.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('brands', '0001_brands'),
        ('calendars', '0001_calendars'),
        ('customers', '0001_customers'),
        ('promises', '0001_promises'),
        ('staff', '0001_staff'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Fault',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('cause', models.CharField(choices=[('outage', 'Makegood was not running'), ('clock', 'The clock of a machine jumped, or the machine slept'), ('flood', 'Far more promises broke at once than ever should')], max_length=6)),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('noticed_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Ruling',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('reason', models.CharField(blank=True, choices=[('our-fault', 'Our system was at fault, and nobody was kept waiting by us'), ('wrong-promise', 'The promise should not have been made: a mistake in the charter'), ('not-real', 'No real matter of a customer: a test or an import'), ('other', 'Another reason, said below')], help_text='Empty: all follows.', max_length=13)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('count', models.PositiveIntegerField(default=0, help_text='How many breaks it was about.')),
            ],
        ),
        migrations.RemoveIndex(
            model_name='commitment',
            name='commitment_not_final',
        ),
        migrations.AddField(
            model_name='commitment',
            name='noticed_at',
            field=models.DateTimeField(blank=True, help_text='When we saw that it is broken.', null=True),
        ),
        migrations.AddField(
            model_name='commitment',
            name='paused_at',
            field=models.DateTimeField(blank=True, help_text='Since when its clock stands still.', null=True),
        ),
        migrations.AddField(
            model_name='commitment',
            name='paused_by',
            field=models.CharField(blank=True, help_text='Key of the reply for which it stands still.', max_length=40),
        ),
        migrations.AddField(
            model_name='commitment',
            name='released_at',
            field=models.DateTimeField(blank=True, help_text='When a lead said that it stands.', null=True),
        ),
        migrations.AlterField(
            model_name='ledgerentry',
            name='kind',
            field=models.CharField(choices=[('made', 'Made'), ('paused', 'Paused'), ('resumed', 'Resumed'), ('held', 'Held'), ('released', 'Released'), ('kept', 'Kept'), ('broken', 'Broken'), ('excused', 'Excused'), ('corrected', 'Corrected'), ('reopened', 'Reopened'), ('done late', 'Done Late'), ('moved', 'Moved'), ('warned', 'Warned')], max_length=9),
        ),
        migrations.AddIndex(
            model_name='fault',
            index=models.Index(fields=['until'], name='fault_until'),
        ),
        migrations.AddConstraint(
            model_name='fault',
            constraint=models.UniqueConstraint(fields=('cause', 'since'), name='fault_once'),
        ),
        migrations.AddField(
            model_name='commitment',
            name='waits_for',
            field=models.ForeignKey(blank=True, help_text='A lead has to say.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='held', to='promises.fault'),
        ),
        migrations.AddIndex(
            model_name='commitment',
            index=models.Index(condition=models.Q(('final_at__isnull', True), ('state', 'broken'), ('waits_for__isnull', True)), fields=['settled_at', 'id'], name='commitment_not_final'),
        ),
        migrations.AddIndex(
            model_name='commitment',
            index=models.Index(condition=models.Q(('noticed_at__isnull', False)), fields=['noticed_at'], name='commitment_noticed'),
        ),
        migrations.AddIndex(
            model_name='commitment',
            index=models.Index(condition=models.Q(('waits_for__isnull', False)), fields=['waits_for', 'brand', 'key'], name='commitment_held'),
        ),
        migrations.AddField(
            model_name='ruling',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='ruling',
            name='fault',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rulings', to='promises.fault'),
        ),
        migrations.AddConstraint(
            model_name='ruling',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reason', 'other'), _negated=True), models.Q(('words', ''), _negated=True), _connector='OR'), name='ruling_other_needs_words'),
        ),
    ]
