"""What those who look after mail must know on every page: that mail cannot be taken, waits, or is parked."""

import datetime as dt
import shutil

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makegood.channels.email.models import RawMail
from makegood.staff import permissions
from makegood.staff.permissions import person
from makegood.ui.banners import Banner

# Below this there is no room for a large mail, its files, and what the database writes on the way.
LEAST_FREE = 500_000_000
MEGABYTE = 1_000_000
LATE = dt.timedelta(minutes=5)
MOST_COUNTED = 100


def tell(request: HttpRequest) -> list[Banner]:
    """Two small queries on partial indexes, and a question to the disk; nothing for those who cannot mend it."""
    user = person(request)
    if not permissions.may(user, permissions.MANAGE_PARKED):
        return []
    banners = []
    free = shutil.disk_usage(settings.DATA_DIR).free
    if free < LEAST_FREE:
        told = _(
            "%(megabytes)d MB are left. Once it is full no mail can be taken; whoever sends it keeps it and tries again."
        )
        banners.append(Banner(_("The disk is almost full."), told % {"megabytes": free // MEGABYTE}, tone="error"))
    seen, url, act = RawMail.objects.visible_to(user), reverse("parked"), _("Look at it")
    late = seen.filter(state=RawMail.State.RECEIVED, stored_at__lt=timezone.now() - LATE).order_by("run_at").first()
    if late is not None:
        banners.append(Banner(_("Mail waits to be taken in."), late.reason[:200], url=url, act=act))
    parked = seen.parked()[:MOST_COUNTED].count()
    if parked:
        title = ngettext("%(count)d mail could not be taken in.", "%(count)d mails could not be taken in.", parked)
        banners.append(Banner(title % {"count": parked}, url=url, act=act))
    return banners
