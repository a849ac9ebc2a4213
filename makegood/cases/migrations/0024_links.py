import django.db.models.deletion
import makegood.events.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Cases are linked with each other."""

    dependencies = [
        ('cases', '0023_fields'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('way', models.CharField(choices=[('child-of', 'Child of'), ('parent-of', 'Parent of'), ('duplicate-of', 'Duplicate of'), ('duplicated-by', 'Duplicated by'), ('blocked-by', 'Blocked by'), ('blocks', 'Blocks'), ('related', 'Related to')], max_length=13)),
                ('at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('told_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='cases.case')),
                ('ended_by', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links_here', to='cases.case')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('case', 'other'), name='link_once_a_pair'), models.UniqueConstraint(condition=models.Q(('ended_at', None), ('way', 'child-of')), fields=('case',), name='link_to_one_parent'), models.CheckConstraint(condition=models.Q(('case', models.F('other')), _negated=True), name='link_to_another')],
            },
        ),
    ]
