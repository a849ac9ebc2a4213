"""How much each role may grant without asking, and how much has been granted. Kept in the currency's smallest unit."""

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db import models

from makegood.events.keys import uuid7
from makegood.promises import money
from makegood.staff.models import Role, User


class Authority(models.Model):
    """What one role may grant on the spot in one currency: in all of a case, and each person in a month."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    role = models.CharField(max_length=8, choices=Role.choices)
    currency = models.CharField(max_length=3)
    case_minor = models.PositiveBigIntegerField()
    month_minor = models.PositiveBigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["role", "currency"], name="authority_once_a_role_and_currency")]
        ordering = ["role", "currency"]

    def __str__(self) -> str:
        return f"{self.role} {self.currency}"

    @property
    def per_case(self) -> Decimal:
        return money.of_minor(self.case_minor, self.currency)

    @property
    def per_month(self) -> Decimal:
        return money.of_minor(self.month_minor, self.currency)


class Granted(models.Model):
    """How much has been granted under one name: a case (`C-…`), or a person's month (`S-… 2026-06`).

    Counted up by compare-and-swap against the authority, so that any number of people at once never exceed it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    what = models.CharField(max_length=40)
    currency = models.CharField(max_length=3)
    minor = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["what", "currency"], name="granted_once_a_name_and_currency")]

    def __str__(self) -> str:
        return f"{self.what} {self.minor} {self.currency}"


def month_of(user: User, at: dt.datetime) -> str:
    """The name of a person's month, as their own calendar has it."""
    return f"{user.ref} {at.astimezone(ZoneInfo(user.timezone)):%Y-%m}"
