"""Saved views: a filter with a name, an order and columns, one's own, a team's, or everybody's."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from makegood.brands import scope
from makegood.events.keys import uuid7
from makegood.staff import permissions
from makegood.staff.models import Team, User

LONGEST_NAME = 60


class Reach(models.TextChoices):
    OWN = "own", _("For me")
    TEAM = "team", _("For a team")
    ALL = "all", _("For everybody")


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    def visible_to(self, user: User) -> "SavedViewQuerySet":
        """One's own, those of one's teams and everybody's, in the order of the list."""
        shared = Q(reach=Reach.ALL) | Q(reach=Reach.TEAM, team__in=scope.of(user).teams)
        return self.filter(Q(reach=Reach.OWN, owner=user) | shared).order_by("position", "id")

    def changed_by(self, user: User) -> "SavedViewQuerySet":
        """What a person may change: their own; with the ability those of their teams and everybody's."""
        if permissions.may(user, permissions.SHARE_VIEWS):
            return self.visible_to(user)
        return self.visible_to(user).filter(reach=Reach.OWN)


class SavedView(models.Model):
    """`text` are its filter words, understood anew for whoever looks: `owner:me` is theirs. `sort` names an order,
    `columns` what its rows show."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=LONGEST_NAME)
    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="saved_views")
    reach = models.CharField(max_length=4, choices=Reach.choices, default=Reach.OWN)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    text = models.CharField(max_length=500)
    sort = models.CharField(max_length=8, blank=True)
    columns = models.JSONField(default=list)
    position = models.PositiveIntegerField(default=0)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(reach="team", team__isnull=False) | ~Q(reach="team") & Q(team__isnull=True),
                name="view_of_a_team_names_it",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """Its name in addresses, beside those of standing views."""
        return f"v-{self.pk.hex}"
