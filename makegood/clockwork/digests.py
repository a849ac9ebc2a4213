"""Digests that are due: one mail each, with what was held since the last."""

import datetime as dt

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makegood.channels.email import actions as email
from makegood.events.actions import moment
from makegood.staff.models import User
from makegood.staff.notices import actions as notices
from makegood.staff.notices.models import Digest, Held

MOST = 100  # lines of a mail


def work(*, at: dt.datetime) -> int:
    """The digest that is longest due, by one transaction with its mail, so that whoever is killed here has done both or
    neither; how many were due."""
    # Asked without a transaction first: a look at nothing must not take SQLite's write lock.
    if not Digest.objects.due(at).exists():
        return 0
    with moment():
        taken = notices.take_due(at=at)
        if taken is None:
            return 0
        user, due, held = taken
        if held:
            with translation.override(user.language):
                subject, text = _letter(user, held)
            email.queue_notice(
                key=f"digest.{user.ref.lower()}.{int(due.timestamp())}", to=user, subject=subject, text=text, at=at
            )
    return 1


def _letter(user: User, held: list[Held]) -> tuple[str, str]:
    count = len(held)
    subject = ngettext("Your digest: %(count)d notice", "Your digest: %(count)d notices", count) % {"count": count}
    lines = [f"{one.said}\n{one.url}".strip() for one in held[:MOST]]
    if count > MOST:
        left = count - MOST
        lines.append(ngettext("And %(left)d more.", "And %(left)d more.", left) % {"left": left})
    own = settings.BASE_URL + reverse("profile-notices")
    lines.append(_("You choose what comes here, and when: %(link)s") % {"link": own})
    return subject, "\n\n".join(lines) + "\n"
