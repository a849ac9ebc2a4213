# Cases by the day they were opened, for lists and filter words.

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0013_tags'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('shelf', '')), fields=['opened_at', 'id'], name='case_opened'),
        ),
    ]
