# Saved views.

import django.db.models.deletion
import makegood.events.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0014_opened'),
        ('staff', '0001_staff'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=60)),
                ('reach', models.CharField(choices=[('own', 'For me'), ('team', 'For a team'), ('all', 'For everybody')], default='own', max_length=4)),
                ('text', models.CharField(max_length=500)),
                ('sort', models.CharField(blank=True, max_length=8)),
                ('columns', models.JSONField(default=list)),
                ('position', models.PositiveIntegerField(default=0)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_views', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='staff.team')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('reach', 'team'), ('team__isnull', False)), models.Q(models.Q(('reach', 'team'), _negated=True), ('team__isnull', True)), _connector='OR'), name='view_of_a_team_names_it')],
            },
        ),
    ]
