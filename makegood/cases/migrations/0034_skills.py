# The skills of people, and which cases ask for them.

import makegood.events.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('brands', '0002_tracks_time'),
        ('cases', '0033_template_acts'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Skill',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('slug', models.CharField(max_length=60, unique=True)),
                ('name', models.CharField(max_length=60)),
                ('names', models.JSONField(blank=True, default=dict)),
                ('position', models.PositiveIntegerField(default=0)),
                ('retired_at', models.DateTimeField(blank=True, null=True)),
                ('brands', models.ManyToManyField(blank=True, related_name='+', to='brands.brand')),
                ('kinds', models.ManyToManyField(blank=True, related_name='+', to='cases.kind')),
                ('people', models.ManyToManyField(blank=True, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
