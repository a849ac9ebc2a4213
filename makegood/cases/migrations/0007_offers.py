# What a reply promises besides, until it leaves.

import django.db.models.deletion
import makegood.events.keys
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0006_scanned'),
    ]

    operations = [
        migrations.CreateModel(
            name='Offer',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(help_text='Names the sentence.', max_length=16)),
                ('words', models.CharField(max_length=500)),
                ('due_at', models.DateTimeField(blank=True, null=True)),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offers', to='cases.message')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('message', 'key'), name='offer_once_a_message')],
            },
        ),
    ]
