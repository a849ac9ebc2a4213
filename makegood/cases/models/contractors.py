"""Contractors: firms and people outside whom we ask to do something for a case."""

from django.db import models
from django.db.models import Q

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.events.keys import uuid7
from makegood.staff import permissions
from makegood.staff.models import User


class ContractorQuerySet(models.QuerySet["Contractor"]):
    def in_use(self) -> "ContractorQuerySet":
        """Those whom we still ask, by name."""
        return self.filter(is_active=True).order_by("name", "id")

    def of_brand(self, brand: Brand) -> "ContractorQuerySet":
        """Those who work for a brand, or for all."""
        return self.filter(Q(brands=None) | Q(brands=brand)).distinct()

    def managed_by(self, user: User) -> "ContractorQuerySet":
        """What somebody may change: who works for one of the brands of their teams, and for all brands where they see
        all."""
        if not permissions.may(user, permissions.MANAGE_CONTRACTORS):
            return self.none()
        if permissions.may(user, permissions.SEE_ALL):
            return self
        return self.filter(brands__in=scope.of(user).brands).distinct()


class Contractor(models.Model):
    """Whom we ask by mail; they have no account. `answer_days`: in how many working days of the brand they answer."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=200)
    address = models.CharField(max_length=320)
    language = models.CharField(max_length=5, default="en")
    answer_days = models.PositiveSmallIntegerField(default=1)
    brands = models.ManyToManyField(Brand, blank=True, related_name="+")
    is_active = models.BooleanField(default=True)

    objects = ContractorQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "address"], name="contractor_once")]
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name
