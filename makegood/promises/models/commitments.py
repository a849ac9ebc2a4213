"""Commitments: promises made to one customer each, with their due time."""

import datetime as dt
import functools
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.module_loading import import_string

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.calendars.models import CalendarVersion
from makegood.customers.models import Customer
from makegood.events.keys import uuid7
from makegood.promises.models.charters import CharterLine, Form
from makegood.promises.models.faults import Fault
from makegood.staff.models import Team, User
from makegood.staff.permissions import DELETE_CASES, may

OWN_WORDS = "own-words"  # the key of what a person promised, beside those of charter lines


Rows = TypeVar("Rows", bound=models.QuerySet[Any, Any])


def without_deleted(rows: Rows, user: User, *, about: str) -> Rows:
    """Of promises, by what they are `about`, those that this person may see though it was deleted, or that was not. Whoever
    keeps what was deleted is known by settings: promises know no cases."""
    if may(user, DELETE_CASES):
        return rows
    return rows.exclude(_out_of_sight()(about))


@functools.lru_cache(maxsize=1)
def _out_of_sight() -> Callable[[str], Q]:
    return import_string(settings.PROMISES_OUT_OF_SIGHT)  # type: ignore[no-any-return]


class State(models.TextChoices):
    OPEN = "open"
    PAUSED = "paused"
    KEPT = "kept"
    BROKEN = "broken"
    EXCUSED = "excused"


class CommitmentQuerySet(models.QuerySet["Commitment"]):
    def about(self, key: str) -> "CommitmentQuerySet":
        """The commitments of one case or order, oldest first."""
        return self.filter(about=key).order_by("made_at", "id")

    def to_customer(self) -> "CommitmentQuerySet":
        """What its customer is shown: not what we promised among ourselves, and not what need not be kept."""
        return self.exclude(customer=None).exclude(state=State.EXCUSED)

    def running(self) -> "CommitmentQuerySet":
        """Open or paused."""
        return self.filter(state__in=(State.OPEN, State.PAUSED))

    def concerned(self, key: str, *, message: str | None = None) -> "CommitmentQuerySet":
        """Those of one case that an event may still change: running, owed, broken not for good, kept by `message`."""
        changeable = Q(state__in=(State.OPEN, State.PAUSED)) | Q(owed=True) | Q(state=State.BROKEN, final_at=None)
        if message:
            changeable |= Q(settled_by=message)
        return self.filter(changeable, about=key)

    def owed(self) -> "CommitmentQuerySet":
        """Still to be done: running, or broken and not yet done all the same."""
        return self.filter(owed=True)

    def due(self, at: dt.datetime) -> "CommitmentQuerySet":
        """Open ones whose time has come and that no pressed reply holds."""
        return self.filter(state=State.OPEN, due_at__lte=at).exclude(held_until__gt=at)

    def for_change(self) -> "CommitmentQuerySet":
        """Locked until the transaction ends, so that a sweep and a fact never both settle one."""
        return self.select_for_update(of=("self",))

    def ripe(self, *, until: dt.datetime, noticed_until: dt.datetime) -> "CommitmentQuerySet":
        """Breaks to be made final: before `until`, noticed some time ago, waiting for nobody; the eldest first."""
        noticed = Q(noticed_at=None) | Q(noticed_at__lte=noticed_until)
        breaks = self.filter(noticed, state=State.BROKEN, final_at=None, waits_for=None, settled_at__lt=until)
        return breaks.order_by("settled_at", "id")

    def held(self) -> "CommitmentQuerySet":
        """Breaks of which a lead has yet to say whether a fault of ours made them."""
        return self.filter(waits_for__isnull=False)

    def visible_to(self, user: User) -> "CommitmentQuerySet":
        """What a member of staff may see: promises of brands that their teams serve, and of their teams; of what was
        deleted only if they may delete."""
        return without_deleted(scope.within(self, user), user, about="about")

    def to_warn(self, at: dt.datetime) -> "CommitmentQuerySet":
        """Open ones of which owner and lead should hear before they break."""
        return self.filter(warn_at__lte=at)


class Commitment(models.Model):
    """A promise made to one customer. `about` is the key of the case (or order, or person) it concerns."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    about = models.CharField(max_length=40)
    key = models.CharField(max_length=40)
    # No index of their own: each of these has more commitments than an index helps to find, and each mail writes three.
    line = models.ForeignKey(
        CharterLine, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="commitments"
    )
    calendar = models.ForeignKey(
        CalendarVersion, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, db_index=False, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, db_index=False, related_name="+")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, null=True, blank=True, related_name="commitments")
    promised_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    form = models.CharField(max_length=6, choices=Form.choices, default=Form.WITHIN)
    words = models.TextField(blank=True)
    ends_on = models.JSONField(default=list)
    work_seconds = models.PositiveBigIntegerField(null=True, blank=True)
    used_seconds = models.PositiveBigIntegerField(default=0)
    made_at = models.DateTimeField()
    running_since = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True)
    warn_at = models.DateTimeField(null=True, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True, help_text="Since when its clock stands still.")
    paused_by = models.CharField(max_length=40, blank=True, help_text="Key of the reply for which it stands still.")
    held_until = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=7, choices=State.choices, default=State.OPEN)
    owed = models.BooleanField(default=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=40, blank=True, help_text="Key of the message that kept it.")
    done_at = models.DateTimeField(null=True, blank=True, help_text="When it was done all the same, after the break.")
    noticed_at = models.DateTimeField(null=True, blank=True, help_text="When we saw that it is broken.")
    waits_for = models.ForeignKey(
        Fault, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="held",
        help_text="A lead has to say.",
    )  # fmt: skip
    released_at = models.DateTimeField(null=True, blank=True, help_text="When a lead said that it stands.")
    final_at = models.DateTimeField(null=True, blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["about"], name="commitment_about"),
            models.Index(fields=["due_at"], condition=Q(state="open"), name="commitment_due"),
            models.Index(fields=["warn_at"], condition=Q(warn_at__isnull=False), name="commitment_warn"),
            models.Index(
                fields=["settled_at", "id"],
                condition=Q(state="broken", final_at__isnull=True, waits_for__isnull=True),
                name="commitment_not_final",
            ),
            models.Index(fields=["noticed_at"], condition=Q(noticed_at__isnull=False), name="commitment_noticed"),
            models.Index(
                fields=["waits_for", "brand", "key"], condition=Q(waits_for__isnull=False), name="commitment_held"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.key} {self.state}"

    @property
    def is_by_hand(self) -> bool:
        """Whether somebody promised it in their own words, and no event keeps it: only a person can say it is done."""
        return self.key == OWN_WORDS and not self.ends_on

    @property
    def finished_at(self) -> dt.datetime | None:
        """When it was done, in time or late; None while it is not."""
        return self.settled_at if self.state == State.KEPT else self.done_at

    @property
    def remaining_seconds(self) -> int:
        """Work time left when the clock last started; 0 when none or without a deadline."""
        return max(0, (self.work_seconds or 0) - self.used_seconds)


def commitments_by_about(keys: Iterable[str]) -> dict[str, list[Any]]:
    """What is owed in several cases at once, one query: {about: [commitments by due time]}."""
    found: dict[str, list[Any]] = {key: [] for key in keys}
    for commitment in Commitment.objects.owed().filter(about__in=list(found)).order_by("due_at"):
        found[commitment.about].append(commitment)
    return found
