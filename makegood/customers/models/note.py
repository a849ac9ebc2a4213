"""What our people note about a customer, apart from any case."""

import uuid

from django.db import models

from makegood.customers.models.customer import Customer
from makegood.events.keys import uuid7
from makegood.staff.models import User

LONGEST_NOTE = 2000


class NoteQuerySet(models.QuerySet["Note"]):
    def of_customer(self, customer: Customer | uuid.UUID) -> "NoteQuerySet":
        """Those about one customer, the newest first."""
        return self.filter(customer=customer).order_by("-at", "-id")


class Note(models.Model):
    """One note. Colleagues share it: any of them who sees the customer may change it, `version` then grows by one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, db_index=False, related_name="notes")
    text = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    changed_at = models.DateTimeField(null=True, blank=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["customer", "-at"], name="customer_notes")]

    def __str__(self) -> str:
        return f"{self.customer_id} {self.at}"
