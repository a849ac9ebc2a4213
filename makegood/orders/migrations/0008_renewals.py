import django.db.models.deletion
import makegood.events.keys
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('orders', '0007_newest_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='Renewal',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('renewed_at', models.DateTimeField()),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('order', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renewals', to='orders.order')),
            ],
            options={
                'indexes': [models.Index(fields=['order', 'renewed_at'], name='renewal_of_order')],
            },
        ),
    ]
