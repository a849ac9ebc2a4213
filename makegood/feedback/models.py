"""Closings, with our account and the customer's, and the sums of a day."""

import datetime as dt
import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.cases.models import Case
from makegood.cases.models.case import without_deleted
from makegood.customers.models import Customer
from makegood.events.keys import uuid7
from makegood.feedback.account import LONGEST, Account, differences
from makegood.staff.models import Team, User


class Went(models.IntegerChoices):
    """How it went, in words."""

    VERY_WELL = 5, _("Very well")
    WELL = 4, _("Well")
    SO_SO = 3, _("So-so")
    BADLY = 2, _("Badly")
    VERY_BADLY = 1, _("Very badly")


class ClosingQuerySet(models.QuerySet["Closing"]):
    def visible_to(self, user: User) -> "ClosingQuerySet":
        """What a member of staff may see: closings of brands that their teams serve, and of their teams."""
        return without_deleted(scope.within(self, user), user)

    def of_case(self, case: Case) -> "ClosingQuerySet":
        """Those of a case and of the cases that were merged into it, newest first."""
        merged = Case.objects.filter(merged_into=case).values("pk")
        return self.filter(Q(case=case) | Q(case__in=merged)).order_by("-opened_at", "-id")

    def answers_of(self, customer: Customer) -> "ClosingQuerySet":
        """What one customer told of their cases, the newest first."""
        return self.filter(case__customer=customer, given_at__isnull=False).order_by("-given_at", "-id")

    def newest_first(self) -> "ClosingQuerySet":
        """By when their customers were asked. Keyset: (-asked_at, -id)."""
        return self.order_by("-asked_at", "-id")

    def before(self, asked_at: dt.datetime, key: uuid.UUID) -> "ClosingQuerySet":
        """The rows behind one row, newest first."""
        return self.filter(Q(asked_at__lt=asked_at) | Q(asked_at=asked_at, id__lt=key))

    def ripe(self, at: dt.datetime) -> "ClosingQuerySet":
        """Answers whose time to count has come."""
        return self.filter(is_counted=False, counts_at__lte=at).order_by("counts_at", "id")


class Closing(models.Model):
    """One time that a case was resolved: how we see it, and how its customer does. `counts_at`: when the answer counts in
    figures; the owner sees it before. `before`, where ours was said with a reply: {"message": its key, "needed": …,
    "went": …, "solved": …, "by": key of the staff}, as ours stood until then."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="closings")
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, db_index=False, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, db_index=False, related_name="+")
    opened_at = models.DateTimeField()
    our_need = models.CharField(max_length=LONGEST, blank=True)
    our_went = models.PositiveSmallIntegerField(null=True, blank=True, choices=Went.choices)
    our_solved = models.BooleanField(null=True, blank=True)
    stated_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    before = models.JSONField(default=dict, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    their_need = models.CharField(max_length=LONGEST, blank=True)
    their_went = models.PositiveSmallIntegerField(null=True, blank=True, choices=Went.choices)
    their_solved = models.BooleanField(null=True, blank=True)
    given_at = models.DateTimeField(null=True, blank=True)
    differs = models.BooleanField(default=False)
    seen_at = models.DateTimeField(null=True, blank=True, help_text="When the owner read the answer.")
    counts_at = models.DateTimeField(null=True, blank=True)
    is_counted = models.BooleanField(default=False)

    objects = ClosingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["case", "opened_at"], name="closing_case"),
            models.Index(fields=["team", "asked_at"], name="closing_team"),
            models.Index(
                fields=["counts_at"], condition=Q(is_counted=False, counts_at__isnull=False), name="closing_ripe"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.opened_at}"

    @property
    def ours(self) -> Account:
        return Account(self.our_need, self.our_went, self.our_solved)

    @property
    def theirs(self) -> Account:
        return Account(self.their_need, self.their_went, self.their_solved)

    @property
    def differences(self) -> frozenset[str]:
        """In what the two accounts differ."""
        return differences(self.ours, self.theirs)


class Day(models.Model):
    """The closings of one day of asking, of a brand and a team, in numbers: a sum kept, never recounted by a page.

    `compared`: both told how they see it; `differ`: otherwise than the other.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, db_index=False, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, db_index=False, related_name="+")
    day = models.DateField()
    asked = models.IntegerField(default=0)
    answered = models.IntegerField(default=0)
    well = models.IntegerField(default=0)
    badly = models.IntegerField(default=0)
    solved = models.IntegerField(default=0)
    unsolved = models.IntegerField(default=0)
    compared = models.IntegerField(default=0)
    differ = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "team", "brand"], name="feedback_day_once")]

    def __str__(self) -> str:
        return f"{self.day} {self.team_id}"
