from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("email", "0006_fewer_indexes"),
    ]

    operations = [
        migrations.AlterField(
            model_name="outgoing",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "Waiting"),
                    ("sent", "Sent"),
                    ("failed", "Failed"),
                    ("bounced", "Bounced"),
                    ("nowhere", "Nowhere"),
                ],
                default="waiting",
                max_length=8,
            ),
        ),
    ]
