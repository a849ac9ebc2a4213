"""The duty rota: how a team's new cases come to their owners, who takes how many in which languages, and who is away."""

import datetime as dt
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from makegood.calendars.models import Calendar
from makegood.events.keys import uuid7
from makegood.staff.models import Team, User


class Method(models.TextChoices):
    BY_HAND = "hand", pgettext_lazy("how cases come to their owners", "By hand: whoever takes it, or is given it")
    IN_TURN = "turn", pgettext_lazy("how cases come to their owners", "In turn (round robin)")
    LEAST_LOADED = "load", pgettext_lazy("how cases come to their owners", "To whoever has the fewest open cases")


class Rota(models.Model):
    """How the cases of a team without an owner come to one. A team without a row: by hand."""

    team = models.OneToOneField(Team, on_delete=models.CASCADE, primary_key=True, related_name="+")
    method = models.CharField(max_length=4, choices=Method.choices, default=Method.BY_HAND)

    objects: ClassVar[models.Manager["Rota"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.team} {self.method}"


class Duty(models.Model):
    """What one person takes from the rota. Without a row: any number, in any language, at any hour.

    `most`: open cases at once; None: no limit; 0: the rota gives them none. `languages`: codes; empty: any. `hours`: when they are on duty; None: always.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="+")
    most = models.PositiveSmallIntegerField(null=True, blank=True)
    languages = models.JSONField(default=list, blank=True)
    hours = models.ForeignKey(
        Calendar, on_delete=models.SET_NULL, null=True, blank=True, db_index=False, related_name="+"
    )
    given_at = models.DateTimeField(null=True, blank=True, help_text="When the rota last gave them a case.")

    objects: ClassVar[models.Manager["Duty"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.user} {self.most or '∞'}"


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def at(self, moment: dt.datetime) -> "AbsenceQuerySet":
        """Those that last at a moment."""
        return self.filter(since__lte=moment, until__gt=moment)

    def to_come(self, moment: dt.datetime) -> "AbsenceQuerySet":
        """Those that last or lie ahead, next first."""
        return self.filter(until__gt=moment).order_by("since")


class Absence(models.Model):
    """A stretch of time in which somebody is away: from `since`, back at `until`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, db_index=False, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(help_text=_("When they are back."))

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["user", "until"], name="absence_user_until")]

    def __str__(self) -> str:
        return f"{self.user} {self.since:%Y-%m-%d}"
