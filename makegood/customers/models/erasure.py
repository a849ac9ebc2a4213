"""A customer who is erased: who wanted it, how far it has come, and how much went."""

from django.db import models

from makegood.customers.models.customer import Customer
from makegood.events.keys import uuid7
from makegood.staff.models import User


class ErasureQuerySet(models.QuerySet["Erasure"]):
    def running(self) -> "ErasureQuerySet":
        """Not done, the longest waiting first."""
        return self.filter(done_at=None).order_by("asked_at", "id")


class Erasure(models.Model):
    """One erasure, which stays. `addresses` are there to find what is left, and go when it is done."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    customer = models.OneToOneField(Customer, on_delete=models.PROTECT, related_name="erasure")
    by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    asked_at = models.DateTimeField()
    addresses = models.JSONField(default=list)
    cases = models.PositiveIntegerField(default=0)
    messages = models.PositiveIntegerField(default=0)
    files = models.PositiveIntegerField(default=0)
    mails = models.PositiveIntegerField(default=0)
    tidying_at = models.DateTimeField(
        null=True, blank=True, help_text="Nothing was left then but traces in the search index."
    )
    done_at = models.DateTimeField(null=True, blank=True)

    objects = ErasureQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["asked_at"], condition=models.Q(done_at=None), name="erasure_running")]

    def __str__(self) -> str:
        return f"{self.customer_id} {self.asked_at}"
