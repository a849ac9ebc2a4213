# Fields of the organisation's own.

import django.db.models.deletion
import makegood.events.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0022_kinds'),
        ('orders', '0006_delivered_in_whole'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Field',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('slug', models.CharField(max_length=60, unique=True)),
                ('name', models.CharField(max_length=60)),
                ('names', models.JSONField(blank=True, default=dict)),
                ('position', models.PositiveIntegerField(default=0)),
                ('retired_at', models.DateTimeField(blank=True, null=True)),
                ('type', models.CharField(choices=[('text', 'Text'), ('number', 'Number'), ('date', 'Date'), ('choice', 'One choice'), ('choices', 'Several choices'), ('person', 'A colleague'), ('order', 'One of the customer’s orders')], default='text', max_length=7)),
                ('needed', models.CharField(choices=[('never', 'Never'), ('resolve', 'To resolve the case'), ('always', 'Always, when the fields are saved')], default='never', max_length=7)),
                ('help', models.CharField(blank=True, max_length=200)),
                ('helps', models.JSONField(blank=True, default=dict)),
                ('choices', models.JSONField(blank=True, default=list)),
                ('kinds', models.JSONField(blank=True, default=list)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FieldChange',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.TextField(blank=True)),
                ('after', models.TextField(blank=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='field_changes', to='cases.case')),
                ('field', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.field')),
            ],
        ),
        migrations.CreateModel(
            name='FieldValue',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('slot', models.CharField(blank=True, help_text='Which of several choices it is.', max_length=64)),
                ('key', models.CharField(blank=True, max_length=100)),
                ('text', models.TextField(blank=True)),
                ('number', models.DecimalField(blank=True, decimal_places=6, max_digits=20, null=True)),
                ('day', models.DateField(blank=True, null=True)),
                ('found_at', models.BigIntegerField(blank=True, help_text="Its row of SQLite's search index.", null=True)),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='field_values', to='cases.case')),
                ('field', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='values', to='cases.field')),
                ('order', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orders.order')),
                ('person', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['field', 'key'], name='field_value_key'), models.Index(condition=models.Q(('number__isnull', False)), fields=['field', 'number'], name='field_value_number'), models.Index(condition=models.Q(('day__isnull', False)), fields=['field', 'day'], name='field_value_day')],
                'constraints': [models.UniqueConstraint(fields=('case', 'field', 'slot'), name='field_value_once_a_slot')],
            },
        ),
    ]
