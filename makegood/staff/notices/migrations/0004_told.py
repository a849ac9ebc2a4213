import django.db.models.deletion
import makegood.events.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """What somebody was told stands on a page of theirs."""

    dependencies = [
        ('notices', '0003_side_conversations'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('mention', 'A colleague mentions you'), ('risk', 'A promise you answer for is due soon'), ('broken', 'A promise you answer for was broken'), ('words', 'The customer of a case of yours wrote'), ('yours', 'A case becomes yours'), ('offer', 'A case is offered to you, or yours is answered'), ('failed', 'A reply of yours was not delivered'), ('task', 'A task is given to you, or yours goes on'), ('side', 'A side conversation in a case of yours is answered'), ('reminder', 'A reminder of yours comes'), ('account', 'A customer sees it otherwise than you'), ('sale', 'A case is about your sale'), ('golden', 'Whom your team can still win back today')], max_length=10)),
                ('key', models.CharField(max_length=200, unique=True)),
                ('about', models.CharField(blank=True, db_index=True, max_length=20)),
                ('said', models.CharField(max_length=400)),
                ('path', models.CharField(blank=True, max_length=400)),
                ('made_at', models.DateTimeField(db_index=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['user', 'made_at', 'id'], name='notice_newest'), models.Index(fields=['user', 'kind', 'made_at', 'id'], name='notice_of_kind'), models.Index(condition=models.Q(('read_at', None)), fields=['user', 'about'], name='notice_unread')],
            },
        ),
    ]
