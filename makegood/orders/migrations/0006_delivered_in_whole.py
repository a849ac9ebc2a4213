"""Of what was delivered before single pieces were counted, all pieces arrived."""

from django.db import migrations
from django.db.models import F


def count_the_delivered(apps, schema_editor):
    lines = apps.get_model("orders", "OrderLine").objects
    lines.filter(order__delivered_at__isnull=False).update(delivered=F("quantity"))


class Migration(migrations.Migration):

    dependencies = [("orders", "0005_delivered_pieces")]

    operations = [migrations.RunPython(count_the_delivered, migrations.RunPython.noop)]
