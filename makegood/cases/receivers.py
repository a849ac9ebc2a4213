"""Whom a lead may have do the steps of a playbook: those of their own brands. Reads only."""

from django.db.models import Q, QuerySet

from makegood.brands import scope
from makegood.cases.models import Contractor
from makegood.staff.models import Team, User
from makegood.staff.permissions import SEE_ALL, may


def teams(user: User) -> QuerySet[Team]:
    """The teams that serve a brand of theirs, by name."""
    found = Team.objects.order_by("name", "id")
    return found if may(user, SEE_ALL) else found.filter(brands__in=scope.of(user).brands).distinct()


def contractors(user: User) -> QuerySet[Contractor]:
    """Those of the directory who work for a brand of theirs, or for all, by name."""
    found = Contractor.objects.in_use()
    if may(user, SEE_ALL):
        return found
    return found.filter(Q(brands=None) | Q(brands__in=scope.of(user).brands)).distinct()


def own_teams(user: User) -> QuerySet[Team]:
    """The teams whose playbooks they may keep."""
    return Team.objects.all() if may(user, SEE_ALL) else Team.objects.filter(pk__in=scope.of(user).teams)
