"""A recovery: winning back one customer in one matter; what made it open, and the steps taken."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.cases.models import Case
from makegood.cases.models.case import without_deleted
from makegood.customers.models import Customer
from makegood.events.keys import uuid7
from makegood.promises.models import Commitment
from makegood.recovery.models.cause import Cause
from makegood.staff.models import Team, User


class Outcome(models.TextChoices):
    """How a recovery ended, as we see it. Whether they came back, their orders and words tell."""

    WON = "won", _("Won back")
    LOST = "lost", _("Not won back")
    NEEDLESS = "needless", _("There was nothing to make good")
    JOINED = "joined", _("Goes on in another recovery")


class StepName(models.TextChoices):
    """The steps of handling a complaint after ISO 10002, in their usual order."""

    ACKNOWLEDGED = "acknowledged", _("Acknowledged")
    UNDERSTOOD = "understood", _("Understood")
    OWNED = "owned", _("Owned")
    PUT_RIGHT = "put-right", _("Put right")
    COMPENSATED = "compensated", _("Compensated")
    CONFIRMED = "confirmed", _("Confirmed by the customer")
    LEARNED = "learned", _("Learned from")


class RecoveryQuerySet(models.QuerySet["Recovery"]):
    def visible_to(self, user: User) -> "RecoveryQuerySet":
        """What a member of staff may see: recoveries of brands that their teams serve, of their teams, and their own."""
        return without_deleted(scope.within(self, user, own=Q(owner=user)), user)

    def of_case(self, case: Case) -> "RecoveryQuerySet":
        """Those of a case and of the cases that were merged into it, the open one first, then the newest."""
        found = self.filter(case__in=Case.objects.part_of(case).values("pk"))
        return found.order_by(models.F("ended_at").desc(nulls_first=True), "-opened_at", "-id")

    def running(self) -> "RecoveryQuerySet":
        """Not ended."""
        return self.filter(ended_at=None)

    def for_change(self) -> "RecoveryQuerySet":
        """Locked until the transaction ends."""
        return self.select_for_update(of=("self",))

    def for_pages(self) -> "RecoveryQuerySet":
        """With all that a row or a page shows, in one query."""
        return self.select_related("case", "customer", "owner", "team", "due", "cause__parent__parent")

    def chosen(self, most: int) -> "RecoveryQuerySet":
        """The first `most`, in order, for other tables to be joined to: as of cases, lest all customers be walked. Asked by
        itself: PostgreSQL would join the many tables of a row for all recoveries, and choose afterwards."""
        keys = list(self.values_list("pk", flat=True)[:most])
        return Recovery.objects.filter(pk__in=keys).order_by(*self.query.order_by)


class Recovery(models.Model):
    """Winning back a customer in one matter. `about` is the key (`C-…`, `O-…`) of the matter, `due` our own clock.

    `next_at` is a copy of its due time while nobody has acknowledged it, and far away afterwards.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    ref = models.CharField(max_length=12, unique=True)
    about = models.CharField(max_length=40)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="recoveries")
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, db_index=False, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, db_index=False, related_name="+")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, db_index=False, related_name="recoveries")
    owner = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+",
        help_text="None: the team's duty rota.",
    )  # fmt: skip
    due = models.ForeignKey(Commitment, on_delete=models.PROTECT, db_index=False, related_name="+")
    opened_at = models.DateTimeField()
    next_at = models.DateTimeField()
    responded_at = models.DateTimeField(null=True, blank=True, help_text="When the customer first heard from us.")
    understanding = models.TextField(blank=True, help_text="What went wrong for them, in the customer's words.")
    is_understood = models.BooleanField(null=True, blank=True, help_text="What the customer said of it; none: nothing.")
    is_good = models.BooleanField(null=True, blank=True, help_text="Whether all is well again, as the customer says.")
    cause = models.ForeignKey(Cause, on_delete=models.PROTECT, null=True, blank=True, related_name="recoveries")
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)

    objects = RecoveryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["about"], condition=Q(ended_at=None), name="recovery_once_a_matter"),
        ]
        indexes = [
            models.Index(fields=["next_at", "id"], condition=Q(ended_at=None), name="recovery_running"),
            models.Index(fields=["opened_at", "id"], name="recovery_opened"),
            models.Index(fields=["customer", "opened_at"], name="recovery_customer"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.about}"

    @property
    def facets(self) -> dict[str, str]:
        """What figures may ask about its events."""
        known = {"brand": self.brand_id, "team": self.team_id, "customer": self.customer_id}
        return {name: str(value) for name, value in known.items() if value}


class Trigger(models.Model):
    """Why a recovery opened, or what came on top. `key` names the fact, so that the same one never counts twice."""

    class Kind(models.TextChoices):
        BROKEN = "broken", _("A promise was broken")
        RETURNED = "returned", _("Something was returned")
        AGAIN = "again", _("They had to ask again and again")
        COMPLAINT = "complaint", _("They complained")
        LOW = "low", _("They say that it went badly")
        BY_HAND = "by-hand", pgettext_lazy("trigger", "A colleague opened it")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    recovery = models.ForeignKey(Recovery, on_delete=models.CASCADE, related_name="triggers")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    key = models.CharField(max_length=60)
    at = models.DateTimeField()
    staff = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="trigger_once_a_fact")]
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Step(models.Model):
    """One step taken. `staff` is None where the customer took it, or where it took itself."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    recovery = models.ForeignKey(Recovery, on_delete=models.CASCADE, db_index=False, related_name="steps")
    name = models.CharField(max_length=12, choices=StepName.choices)
    at = models.DateTimeField()
    staff = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recovery", "name"], name="step_once_a_recovery")]

    def __str__(self) -> str:
        return f"{self.name} {self.at}"
