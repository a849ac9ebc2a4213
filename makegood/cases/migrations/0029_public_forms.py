# Forms for customers, one a kind; and which fields the customer filled in.

import django.db.models.deletion
import makegood.events.keys
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0028_side_conversations'),
    ]

    operations = [
        migrations.AddField(
            model_name='fieldchange',
            name='from_customer',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.CreateModel(
            name='PublicForm',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('is_offered', models.BooleanField(default=False)),
                ('name', models.CharField(max_length=60)),
                ('names', models.JSONField(blank=True, default=dict)),
                ('introduction', models.CharField(blank=True, max_length=500)),
                ('introductions', models.JSONField(blank=True, default=dict)),
                ('asks', models.JSONField(blank=True, default=dict)),
                ('kind', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='form', to='cases.kind')),
            ],
        ),
    ]
