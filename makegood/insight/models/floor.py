"""What the board shows: cases that wait for us, and the links by which a wall screen shows it."""

import datetime as dt
import uuid

from django.db import models
from django.db.models import Q

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.cases.models import Case
from makegood.events.keys import uuid7
from makegood.staff import permissions
from makegood.staff.models import Team, User


class WaitingQuerySet(models.QuerySet["Waiting"]):
    def visible_to(self, user: User) -> "WaitingQuerySet":
        """Those that a member of staff may see."""
        return scope.within(self, user)


class Waiting(models.Model):
    """A case whose customer waits for us, and since when. Kept as figures are."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, primary_key=True, related_name="+")
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, db_index=False, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, db_index=False, related_name="+")
    since = models.DateTimeField()

    objects = WaitingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["team", "since"], name="waiting_team_since"),
            models.Index(fields=["brand", "since"], name="waiting_brand_since"),
            models.Index(fields=["since"], name="waiting_since"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.since}"

    @property
    def says(self) -> tuple[uuid.UUID, uuid.UUID, dt.datetime]:
        """All that it tells, for comparison."""
        return self.brand_id, self.team_id, self.since


class ScreenQuerySet(models.QuerySet["Screen"]):
    def in_use(self) -> "ScreenQuerySet":
        """Those whose link opens something."""
        return self.filter(revoked_at=None).order_by("name", "id")

    def managed_by(self, user: User) -> "ScreenQuerySet":
        """What somebody may revoke: screens of their teams, and of brands that these serve; all, for who sees all."""
        if not permissions.may(user, permissions.OPEN_SCREENS):
            return self.none()
        if permissions.may(user, permissions.SEE_ALL):
            return self
        reach = scope.of(user)
        return self.filter(Q(team__in=reach.teams) | Q(team=None, brand__in=reach.brands))


class Screen(models.Model):
    """A wall screen: by its signed link the board of one team or brand is shown, though nobody is signed in. Figures
    alone, and names of staff where `shows_people`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.CharField(max_length=24, unique=True)
    name = models.CharField(max_length=80)
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    shows_people = models.BooleanField(default=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = ScreenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(brand__isnull=False) | Q(team__isnull=False), name="screen_of_a_team_or_brand"
            )
        ]

    def __str__(self) -> str:
        return self.name
