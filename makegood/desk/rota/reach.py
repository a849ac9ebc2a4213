"""Whose rota somebody sees, and whose they may change. Reads only."""

from django.db.models import Q, QuerySet

from makegood.brands import scope
from makegood.staff.models import Team, User
from makegood.staff.permissions import MANAGE_ROTA, SEE_ALL, may


def teams(user: User) -> QuerySet[Team]:
    """Those whose rota they see: their own; all, for who sees all brands."""
    return Team.objects.all() if may(user, SEE_ALL) else Team.objects.filter(pk__in=scope.of(user).teams)


def managed(user: User) -> QuerySet[Team]:
    """Those whose rota they set."""
    return teams(user) if may(user, MANAGE_ROTA) else Team.objects.none()


def people(user: User) -> QuerySet[User]:
    """Whose absences they note: their own, and those of who is in a team that they manage."""
    found: QuerySet[User] = User.objects.filter(is_active=True)
    if not may(user, MANAGE_ROTA):
        return found.filter(pk=user.pk)
    return found.filter(Q(teams__in=managed(user)) | Q(pk=user.pk)).distinct()
