"""Whoever was there before it was kept who came back is noted, and counted by the worker as everybody else is."""

from django.db import migrations

NOTE = "INSERT INTO recovery_uncountedcustomer (customer_id) SELECT id FROM customers_customer"


class Migration(migrations.Migration):
    dependencies = [("recovery", "0007_coming_back")]

    operations = [migrations.RunSQL(NOTE, "DELETE FROM recovery_uncountedcustomer")]
