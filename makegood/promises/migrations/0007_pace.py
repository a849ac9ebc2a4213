# How long promises took, counted as they settle.

import django.db.models.deletion
import makegood.events.keys
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('brands', '0001_brands'),
        ('promises', '0006_fewer_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Pace',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=40)),
                ('week', models.DateField()),
                ('step', models.PositiveSmallIntegerField()),
                ('count', models.IntegerField(default=0)),
                ('brand', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='brands.brand')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('brand', 'key', 'week', 'step'), name='pace_once_a_week_and_step')],
            },
        ),
    ]
