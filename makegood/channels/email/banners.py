"""What staff must know of mail on every page: that answers wait, or that a mailbox is in trouble."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import Exists, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makegood.brands import scope
from makegood.brands.models import Organisation
from makegood.channels.email.models import Mailbox
from makegood.events.prepared import PreparedQuery
from makegood.staff import permissions
from makegood.staff.permissions import person
from makegood.ui.banners import Banner

LASTS = dt.timedelta(minutes=1)
TOLD_OF = (
    "address",
    "smtp_host",
    "fetch_trouble",
    "send_trouble",
    "trouble_since",
    "silence_told_at",
    "silent_after_hours",
)


def _shown(brands: Any) -> QuerySet[Mailbox]:
    shown = Mailbox.objects.filter(is_active=True).only(*TOLD_OF)
    shown = shown.annotate(is_of_demo=Exists(Organisation.objects.filter(is_demo=True)))
    return shown if brands is None else shown.filter(brand__in=brands)


SHOWN = PreparedQuery(_shown)


def tell(request: HttpRequest) -> list[Banner]:
    """One small query, and for those who do not see all brands the ones of their scope, read once a request."""
    user = person(request)
    if not permissions.may(user, permissions.WORK_CASES):
        return []
    url = reverse("mailboxes") if permissions.may(user, permissions.MANAGE_MAIL) else ""
    act = _("Look at the mailboxes") if url else ""
    boxes = SHOWN(brands=None if permissions.may(user, permissions.SEE_ALL) else scope.of(user).brands)
    if any(vars(box)["is_of_demo"] for box in boxes):
        return [Banner(_("This is the demo company."), _("It never sends mail."), tone="info")]
    banners = []
    if not settings.SMTP_URL and any(not box.smtp_host for box in boxes):
        banners.append(
            Banner(
                _("Replies cannot leave yet."),
                _("No outgoing mail server is set, so nothing can leave."),
                url=url,
                act=act,
            )
        )
    for box in boxes:
        trouble = _lasting(box) or box.send_trouble
        if trouble:
            title = _("%(address)s is in trouble.") % {"address": box.address}
            banners.append(Banner(title, trouble[:200], url=url, act=act))
        elif box.silence_told_at:
            title = _("%(address)s has fallen silent.") % {"address": box.address}
            hours = box.silent_after_hours
            told = ngettext("Nothing has come for %(hours)d hour.", "Nothing has come for %(hours)d hours.", hours)
            banners.append(Banner(title, told % {"hours": hours}, url=url, act=act))
    return banners[:4]


def _lasting(box: Mailbox) -> str:
    """Why it cannot be fetched, once that has lasted: servers end long connections, and the next one stands at once."""
    if box.trouble_since is None or timezone.now() - box.trouble_since < LASTS:
        return ""
    return box.fetch_trouble
