import makegood.events.keys
from django.db import migrations, models


class Migration(migrations.Migration):
    """Who looked at which case and customer, for audits."""

    dependencies = [
        ('staff', '0003_sessions_carried_over'),
    ]

    operations = [
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('by', models.CharField(help_text='S-…', max_length=40)),
                ('about', models.CharField(help_text='C-… or K-…', max_length=40)),
                ('hour', models.DateTimeField()),
                ('at', models.DateTimeField(db_index=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('about', 'by', 'hour'), name='look_once_an_hour')],
            },
        ),
    ]
