"""Whose calendars somebody may change: a calendar binds every brand that counts on it."""

from django.db.models import QuerySet

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.calendars.models import Calendar
from makegood.staff import permissions
from makegood.staff.models import User


def calendars(user: User) -> QuerySet[Calendar]:
    """Those that only brands of the person's teams count on, or none yet; all, for who sees all brands."""
    if not permissions.may(user, permissions.MANAGE_CALENDARS):
        return Calendar.objects.none()
    if permissions.may(user, permissions.SEE_ALL):
        return Calendar.objects.all()
    elsewhere = Brand.objects.exclude(pk__in=scope.of(user).brands)
    return Calendar.objects.exclude(pk__in=elsewhere.values("calendar"))
