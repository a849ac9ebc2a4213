from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('notices', '0002_by_push'),
    ]

    operations = [
        migrations.AlterField(
            model_name='choice',
            name='kind',
            field=models.CharField(choices=[('mention', 'A colleague mentions you'), ('risk', 'A promise you answer for is due soon'), ('broken', 'A promise you answer for was broken'), ('words', 'The customer of a case of yours wrote'), ('yours', 'A case becomes yours'), ('offer', 'A case is offered to you, or yours is answered'), ('failed', 'A reply of yours was not delivered'), ('task', 'A task is given to you, or yours goes on'), ('side', 'A side conversation in a case of yours is answered'), ('reminder', 'A reminder of yours comes'), ('account', 'A customer sees it otherwise than you'), ('sale', 'A case is about your sale'), ('golden', 'Whom your team can still win back today')], max_length=10),
        ),
        migrations.AlterField(
            model_name='held',
            name='kind',
            field=models.CharField(choices=[('mention', 'A colleague mentions you'), ('risk', 'A promise you answer for is due soon'), ('broken', 'A promise you answer for was broken'), ('words', 'The customer of a case of yours wrote'), ('yours', 'A case becomes yours'), ('offer', 'A case is offered to you, or yours is answered'), ('failed', 'A reply of yours was not delivered'), ('task', 'A task is given to you, or yours goes on'), ('side', 'A side conversation in a case of yours is answered'), ('reminder', 'A reminder of yours comes'), ('account', 'A customer sees it otherwise than you'), ('sale', 'A case is about your sale'), ('golden', 'Whom your team can still win back today')], max_length=10),
        ),
    ]
