# The hash chain over the ledger.

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('promises', '0002_faults'),
    ]

    operations = [
        migrations.CreateModel(
            name='Salt',
            fields=[
                ('entry', models.UUIDField(primary_key=True, serialize=False)),
                ('salt', models.BinaryField(null=True)),
                ('erased_at', models.DateTimeField(blank=True, null=True)),
                ('erased_by', models.CharField(blank=True, max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('position', models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ('entry', models.UUIDField(unique=True)),
                ('content', models.BinaryField(help_text='Digest of the salted entry: it can be checked while the salt is there.')),
                ('previous', models.BinaryField(unique=True)),
                ('digest', models.BinaryField(unique=True)),
                ('sealed_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Unsealed',
            fields=[
                ('entry', models.UUIDField(primary_key=True, serialize=False)),
            ],
        ),
    ]
