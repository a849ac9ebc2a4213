from django.db import migrations, models


class Migration(migrations.Migration):
    """A letter that asks how the customer sees their case."""

    dependencies = [
        ("email", "0009_task_letters"),
    ]

    operations = [
        migrations.AlterField(
            model_name="outgoing",
            name="kind",
            field=models.CharField(
                choices=[
                    ("reply", "Reply"),
                    ("greeting", "Greeting"),
                    ("question", "Question"),
                    ("asking", "Asking"),
                    ("notice", "Notice"),
                    ("account", "Account"),
                    ("remedy", "Remedy"),
                    ("task", "Task"),
                ],
                max_length=8,
            ),
        ),
    ]
