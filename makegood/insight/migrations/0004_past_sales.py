"""What was sold before its figures were kept is noted, and counted by the worker as everything else is."""

from django.db import migrations

NOTE = "INSERT INTO insight_uncountedsale (order_id) SELECT id FROM orders_order WHERE seller_id IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("insight", "0003_sales")]

    operations = [migrations.RunSQL(NOTE, "DELETE FROM insight_uncountedsale")]
