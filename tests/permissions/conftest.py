"""The house of the walks, built once for a whole file; what each test does in it is undone."""

import pytest
from django.db import transaction
from django.test import Client

from tests.permissions import house as houses
from tests.permissions.house import House


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker) -> House:
    """Stands in a transaction around the tests of one file, and was never there afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        house = houses.build()
        for user in house.people.values():
            client = Client()
            client.force_login(user)
            house.signed_in[user.pk] = client.cookies.output(header="", sep=";")
        yield house
        transaction.set_rollback(True)


@pytest.fixture
def house(built, db) -> House:
    return built
