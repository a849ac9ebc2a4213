"""Orders in cases: which ones a case is about, and what customers hold against us with one click."""

from django.db import models
from django.db.models.functions import Coalesce

from makegood.cases.models.case import Case, CaseQuerySet, Shelf
from makegood.cases.models.message import Message
from makegood.events.keys import uuid7
from makegood.orders.differences import Difference
from makegood.orders.models import Order
from makegood.staff.models import User


class ConcernQuerySet(models.QuerySet["Concern"]):
    def of_case(self, case: Case) -> "ConcernQuerySet":
        """Those of a case, and of the cases that were merged into it."""
        return self.filter(case__in=Case.objects.part_of(case).values("pk"))

    def cases_of(self, seller: User) -> CaseQuerySet:
        """The cases, in work or done, about what somebody sold: of those that were merged, the ones that they became."""
        of_them = self.filter(order__seller=seller)
        present = of_them.annotate(present=Coalesce("case__merged_into", "case")).values("present")
        return Case.objects.filter(pk__in=present, shelf=Shelf.NONE)


class Concern(models.Model):
    """A case is about an order, as somebody said or the customer wrote. `by` is a key as in events."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="concerns")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="concerns")
    noted_at = models.DateTimeField()
    by = models.CharField(max_length=40, blank=True)

    objects = ConcernQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "order"], name="concern_once_a_case")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.order_id}"


class Claim(models.Model):
    """Delivered is not as promised, and the customer says so: once for each order and difference."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, db_index=False, related_name="claims")
    difference = models.CharField(max_length=7, choices=Difference.choices)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="claims")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order", "difference"], name="claim_once_an_order")]

    def __str__(self) -> str:
        return f"{self.order_id} {self.difference}"
