"""What a customer agrees to, and what not any more: each time that they said so, with how we know."""

import uuid
from typing import ClassVar

from django.db import models

from makegood.customers.models.customer import Customer
from makegood.events.keys import uuid7
from makegood.staff.models import User

LONGEST_PURPOSE = 80
LONGEST_SOURCE = 200


class Purpose(models.Model):
    """For what something of a customer's is used: a newsletter, recorded calls. `key` is the name as it is compared."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=LONGEST_PURPOSE)
    key = models.CharField(max_length=LONGEST_PURPOSE, unique=True)

    objects: ClassVar[models.Manager["Purpose"]] = models.Manager()

    def __str__(self) -> str:
        return self.name


class ConsentQuerySet(models.QuerySet["Consent"]):
    def of_customer(self, customer: Customer | uuid.UUID) -> "ConsentQuerySet":
        """All that one customer said, what holds first: by the day they said it, then as it was noted."""
        return self.filter(customer=customer).order_by("-said_on", "-at", "-id")


class Consent(models.Model):
    """One time that a customer gave their consent, or withdrew it. Never changed: what they say later stands above it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, db_index=False, related_name="consents")
    purpose = models.ForeignKey(Purpose, on_delete=models.PROTECT, db_index=False, related_name="+")
    is_given = models.BooleanField(help_text="Else it is withdrawn.")
    said_on = models.DateField()
    source = models.CharField(max_length=LONGEST_SOURCE, help_text="How we know: by telephone, a form, a letter.")
    by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    at = models.DateTimeField()

    objects = ConsentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["customer", "-said_on"], name="customer_consents")]

    def __str__(self) -> str:
        return f"{self.customer_id} {self.purpose_id} {self.is_given}"
