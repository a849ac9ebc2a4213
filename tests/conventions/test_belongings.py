"""Whatever points to a customer says what becomes of it when two customers become one."""

from django.apps import apps

from makegood.customers.belongings import belongings
from makegood.customers.models import Customer, Erasure, Merge

# Rows about customers themselves.
OWN = {Customer, Erasure, Merge}


def test_each_foreign_key_to_a_customer_is_a_belonging():
    declared = {one.model for one in belongings()}
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if not (field.concrete and field.is_relation and field.related_model is Customer) or model in OWN:
                continue
            assert model in declared, (
                f"{model.__name__}.{field.name} points to a customer: declare a Belonging, and name it in the setting "
                "CUSTOMER_BELONGINGS, so that it goes over when they are merged, or stays on purpose."
            )
            assert field.name == "customer", (
                f"{model.__name__}.{field.name}: a belonging calls its customer `customer`."
            )
