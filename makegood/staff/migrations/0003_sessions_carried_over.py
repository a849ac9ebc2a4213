"""Sessions of before stay: nobody is signed out by an upgrade. Whose they are is noted when they are used next."""

from django.db import migrations
from django.utils import timezone


def carry_over(apps, schema_editor):
    before, ours = apps.get_model("sessions", "Session"), apps.get_model("staff", "Session")
    lasting = before.objects.filter(expire_date__gt=timezone.now()).values("session_key", "session_data", "expire_date")
    ours.objects.bulk_create((ours(**row) for row in lasting.iterator()), batch_size=500, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [
        ("staff", "0002_sessions"),
        ("sessions", "0001_initial"),
    ]

    operations = [migrations.RunPython(carry_over, migrations.RunPython.noop)]
