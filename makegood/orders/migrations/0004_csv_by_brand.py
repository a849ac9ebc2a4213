"""Each brand's tables have numbers of their own."""

from django.db import migrations


def name_the_brands(apps, schema_editor):
    orders = apps.get_model("orders", "Order").objects.filter(source="csv")
    for brand in set(orders.values_list("brand_id", flat=True)):
        orders.filter(brand_id=brand).update(source=f"csv:{brand.hex}")


def forget_the_brands(apps, schema_editor):
    apps.get_model("orders", "Order").objects.filter(source__startswith="csv:").update(source="csv")


class Migration(migrations.Migration):

    dependencies = [("orders", "0003_shops")]

    operations = [migrations.RunPython(name_the_brands, forget_the_brands)]
