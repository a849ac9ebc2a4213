"""An ask: somebody wants to grant more than they may, and a lead is to answer."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from makegood.brands import scope
from makegood.cases.models import Case
from makegood.cases.models.case import without_deleted
from makegood.events.keys import uuid7
from makegood.promises import money
from makegood.promises.models import Commitment
from makegood.promises.remedies import RemedyKind
from makegood.recovery.models.remedy import Remedy
from makegood.staff.models import User


class AskState(models.TextChoices):
    WAITING = "waiting", _("Waiting for an answer")
    GRANTED = "granted", _("Granted")
    DECLINED = "declined", _("Declined")


class AskQuerySet(models.QuerySet["Ask"]):
    def visible_to(self, user: User) -> "AskQuerySet":
        """Those of cases that a member of staff may see, and their own."""
        return without_deleted(scope.within(self, user, through="case__", own=Q(asked_by=user)), user)

    def waiting(self) -> "AskQuerySet":
        """Without an answer, the longest waiting first."""
        return self.filter(state=AskState.WAITING).order_by("asked_at", "id")

    def of_case(self, case: Case) -> "AskQuerySet":
        """Those of a case, newest first."""
        return self.filter(case__in=Case.objects.part_of(case).values("pk")).order_by("-asked_at", "-id")

    def chosen(self, most: int) -> "AskQuerySet":
        """The first `most`, in order, for other tables to be joined to: as of cases, lest all customers be walked."""
        keys = self.values("pk")[:most]
        return Ask.objects.filter(pk__in=keys).order_by(*self.query.order_by)


class Ask(models.Model):
    """What is wanted for whom, and why. `ref` (`G-…`) is what the promise to answer in time is about."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    ref = models.CharField(max_length=12, unique=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="asks")
    kind = models.CharField(max_length=8, choices=RemedyKind.choices)
    minor = models.PositiveBigIntegerField(null=True, blank=True, help_text="Counted in the currency's smallest unit.")
    currency = models.CharField(max_length=3, blank=True)
    words = models.TextField(blank=True, help_text="Free text to the customer.")
    why = models.TextField(blank=True, help_text="To the lead.")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    due = models.ForeignKey(Commitment, on_delete=models.PROTECT, db_index=False, related_name="+")
    state = models.CharField(max_length=8, choices=AskState.choices, default=AskState.WAITING)
    answered_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True, help_text="What the lead said.")
    remedy = models.OneToOneField(Remedy, on_delete=models.PROTECT, null=True, blank=True, related_name="ask")

    objects = AskQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["asked_at", "id"], condition=Q(state="waiting"), name="ask_waiting")]

    def __str__(self) -> str:
        return f"{self.ref} {self.state}"

    @property
    def amount(self) -> Decimal | None:
        """How much, in `currency`; None where it is no money."""
        return money.of_minor(self.minor, self.currency) if self.minor is not None else None
