import django.db.models.deletion
import makegood.events.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Side conversations with third parties, inside cases."""

    dependencies = [
        ('cases', '0027_hours'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SideConversation',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=16, unique=True)),
                ('subject', models.CharField(blank=True, max_length=300)),
                ('address', models.CharField(max_length=320)),
                ('started_at', models.DateTimeField()),
                ('is_open', models.BooleanField(default=True)),
                ('is_unread', models.BooleanField(default=False)),
                ('trouble', models.TextField(blank=True, help_text='Why the last mail to them did not arrive.')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='side_conversations', to='cases.case')),
                ('started_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='SideWord',
            fields=[
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('ours', 'Wrote'), ('theirs', 'Answered'), ('filed', 'Automatic answer')], max_length=6)),
                ('at', models.DateTimeField()),
                ('sender', models.CharField(blank=True, help_text='The address it came from; empty for our own.', max_length=320)),
                ('sender_name', models.CharField(blank=True, max_length=200)),
                ('text', models.TextField(blank=True)),
                ('quoted', models.TextField(blank=True)),
                ('authenticated', models.BooleanField(default=True, help_text="False: the sender's address is not proved.")),
                ('stranger', models.BooleanField(default=False, help_text='From an address that we did not write to.')),
                ('raw', models.CharField(blank=True, help_text='Digest of the stored mail.', max_length=64)),
                ('has_files', models.BooleanField(default=False)),
                ('conversation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='words', to='cases.sideconversation')),
                ('staff', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='SideFile',
            fields=[
                ('digest', models.CharField(max_length=64)),
                ('name', models.CharField(max_length=255)),
                ('content_type', models.CharField(default='application/octet-stream', max_length=120)),
                ('size', models.PositiveBigIntegerField()),
                ('scanned_at', models.DateTimeField(blank=True, null=True)),
                ('refused', models.CharField(blank=True, help_text='What the scanner found in it.', max_length=200)),
                ('id', models.UUIDField(default=makegood.events.keys.uuid7, editable=False, primary_key=True, serialize=False)),
                ('word', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='cases.sideword')),
            ],
        ),
        migrations.AddIndex(
            model_name='sideword',
            index=models.Index(fields=['conversation', 'at', 'id'], name='side_word_at'),
        ),
        migrations.AddIndex(
            model_name='sidefile',
            index=models.Index(condition=models.Q(('scanned_at', None)), fields=['id'], name='side_file_to_scan'),
        ),
        migrations.AddIndex(
            model_name='sidefile',
            index=models.Index(fields=['digest'], name='side_file_digest'),
        ),
    ]
