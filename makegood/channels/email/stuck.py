"""What those who look after mail must know on every page: that mail cannot be taken, waits, or is parked."""

import datetime as dt
import shutil

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makegood.brands import standing
from makegood.channels.email.models import RawMail
from makegood.staff import permissions
from makegood.staff.models import User
from makegood.staff.permissions import person
from makegood.ui.banners import Banner

# Below this there is no room for a large mail, its files, and what the database writes on the way.
LEAST_FREE = 500_000_000
MEGABYTE = 1_000_000
LATE = dt.timedelta(minutes=5)
MOST_COUNTED = 100


def waiting(user: User) -> QuerySet[RawMail] | None:
    """Mail that is not taken in yet: hardly ever is there any. Asked by its state alone, or all mail would be read."""
    if not permissions.may(user, permissions.MANAGE_PARKED):
        return None
    return RawMail.objects.visible_to(user).filter(state=RawMail.State.RECEIVED)


def parked(user: User) -> QuerySet[RawMail] | None:
    """Mail that could not be."""
    return RawMail.objects.visible_to(user).parked() if permissions.may(user, permissions.MANAGE_PARKED) else None


def tell_disk(request: HttpRequest) -> list[Banner]:
    """A question to the disk."""
    free = shutil.disk_usage(settings.DATA_DIR).free
    if not permissions.may(person(request), permissions.MANAGE_PARKED) or free >= LEAST_FREE:
        return []
    told = _(
        "%(megabytes)d MB are left. Once it is full no mail can be taken; whoever sends it keeps it and tries again."
    )
    return [Banner(_("The disk is almost full."), told % {"megabytes": free // MEGABYTE}, tone="error")]


def tell_late(request: HttpRequest) -> list[Banner]:
    """Mail that should have been taken in by now, and why the next to be tried waits."""
    found = waiting(person(request)) if standing.of(person(request)).get("untaken") else None
    late = found.filter(stored_at__lt=timezone.now() - LATE).order_by("run_at") if found is not None else None
    first = late.first() if late is not None else None
    if first is None:
        return []
    return [Banner(_("Mail waits to be taken in."), first.reason[:200], url=reverse("parked"), act=_("Look at it"))]


def tell_parked(request: HttpRequest) -> list[Banner]:
    """How many there are, up to a hundred."""
    found = parked(person(request)) if standing.of(person(request)).get("parked") else None
    count = found[:MOST_COUNTED].count() if found is not None else 0
    title = ngettext("%(count)d mail could not be taken in.", "%(count)d mails could not be taken in.", count)
    return [Banner(title % {"count": count}, url=reverse("parked"), act=_("Look at it"))] if count else []
