from django.db import migrations, models


class Migration(migrations.Migration):
    """Blocked customers are found by an index of their own."""

    dependencies = [
        ('customers', '0004_companies'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='customer',
            index=models.Index(condition=models.Q(('blocked_at__isnull', False)), fields=['-blocked_at', '-id'], name='customer_blocked'),
        ),
    ]
