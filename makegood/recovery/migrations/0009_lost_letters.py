from django.db import migrations, models


class Migration(migrations.Migration):
    """The letter of a remedy came back, and was sent to another address. A server of the version before writes neither."""

    dependencies = [
        ('recovery', '0008_past_customers'),
    ]

    operations = [
        migrations.AddField(
            model_name='remedy',
            name='letter_to',
            field=models.CharField(blank=True, db_default='', help_text='Where it was sent once more; else to the customer.', max_length=320),
        ),
        migrations.AddField(
            model_name='remedy',
            name='undelivered',
            field=models.TextField(blank=True, db_default='', help_text='Why the last letter of it did not arrive.'),
        ),
    ]
