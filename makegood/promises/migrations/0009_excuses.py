# Why a promise that a person made need not be kept: by whom, with a code and words that can be erased.

import django.db.models.deletion
import makegood.events.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('promises', '0008_line_remedies'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Excuse',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('reason', models.CharField(choices=[('agreed-otherwise', 'The customer and we have agreed on something else'), ('not-needed', 'The customer no longer needs it'), ('not-reached', 'We tried in time, and the customer could not be reached'), ('mistaken', 'It was written down by mistake, and nobody was promised anything'), ('other', 'Another reason, said below')], max_length=16)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='excuses', to='promises.commitment')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('reason', 'other'), _negated=True), models.Q(('words', ''), _negated=True), _connector='OR'), name='excuse_other_needs_words')],
            },
        ),
    ]
