from django.db import migrations, models


class Migration(migrations.Migration):
    """A low answer is a reason to win a customer back."""

    dependencies = [
        ("recovery", "0005_mornings"),
    ]

    operations = [
        migrations.AlterField(
            model_name="trigger",
            name="kind",
            field=models.CharField(
                choices=[
                    ("broken", "A promise was broken"),
                    ("returned", "Something was returned"),
                    ("again", "They had to ask again and again"),
                    ("complaint", "They complained"),
                    ("low", "They say that it went badly"),
                    ("by-hand", "A colleague opened it"),
                ],
                max_length=9,
            ),
        ),
    ]
