"""Mailboxes of an older version: their silence counts from the day of the upgrade."""

from django.db import migrations
from django.utils import timezone


def begin(apps, schema_editor):
    apps.get_model("email", "Mailbox").objects.filter(opened_at=None).update(opened_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [("email", "0002_fetching")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
