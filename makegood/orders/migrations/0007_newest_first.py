from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('orders', '0006_delivered_in_whole'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='order',
            index=models.Index(fields=['-placed_at', '-id'], name='order_newest'),
        ),
    ]
