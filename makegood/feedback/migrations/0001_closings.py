import django.db.models.deletion
import makegood.events.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Closings, as both sides saw them, and the sums of a day."""

    initial = True

    dependencies = [
        ('brands', '0001_brands'),
        ('cases', '0010_handovers'),
        ('staff', '0001_staff'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Closing',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('opened_at', models.DateTimeField()),
                ('our_need', models.CharField(blank=True, max_length=300)),
                ('our_went', models.PositiveSmallIntegerField(blank=True, choices=[(5, 'Very well'), (4, 'Well'), (3, 'So-so'), (2, 'Badly'), (1, 'Very badly')], null=True)),
                ('our_solved', models.BooleanField(blank=True, null=True)),
                ('asked_at', models.DateTimeField(blank=True, null=True)),
                ('their_need', models.CharField(blank=True, max_length=300)),
                ('their_went', models.PositiveSmallIntegerField(blank=True, choices=[(5, 'Very well'), (4, 'Well'), (3, 'So-so'), (2, 'Badly'), (1, 'Very badly')], null=True)),
                ('their_solved', models.BooleanField(blank=True, null=True)),
                ('given_at', models.DateTimeField(blank=True, null=True)),
                ('differs', models.BooleanField(default=False)),
                ('seen_at', models.DateTimeField(blank=True, help_text='When the owner read the answer.', null=True)),
                ('counts_at', models.DateTimeField(blank=True, null=True)),
                ('is_counted', models.BooleanField(default=False)),
                ('brand', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='brands.brand')),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='closings', to='cases.case')),
                ('stated_by', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='staff.team')),
            ],
            options={
                'indexes': [models.Index(fields=['case', 'opened_at'], name='closing_case'), models.Index(fields=['team', 'asked_at'], name='closing_team'), models.Index(condition=models.Q(('counts_at__isnull', False), ('is_counted', False)), fields=['counts_at'], name='closing_ripe')],
            },
        ),
        migrations.CreateModel(
            name='Day',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('day', models.DateField()),
                ('asked', models.IntegerField(default=0)),
                ('answered', models.IntegerField(default=0)),
                ('well', models.IntegerField(default=0)),
                ('badly', models.IntegerField(default=0)),
                ('solved', models.IntegerField(default=0)),
                ('unsolved', models.IntegerField(default=0)),
                ('compared', models.IntegerField(default=0)),
                ('differ', models.IntegerField(default=0)),
                ('brand', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='brands.brand')),
                ('team', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='staff.team')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('day', 'team', 'brand'), name='feedback_day_once')],
            },
        ),
    ]
