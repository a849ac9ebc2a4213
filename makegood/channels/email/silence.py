"""Mailboxes that have fallen silent: administrators hear it once, as nobody misses a mail that did not come."""

import datetime as dt

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makegood.channels.email import actions as email
from makegood.channels.email.models import Mailbox
from makegood.staff.models import User


def work(*, at: dt.datetime) -> int:
    """Tell of mailboxes from which nothing came for longer than is set; how many."""
    told = 0
    for box in Mailbox.objects.filter(is_active=True, silent_after_hours__gt=0, silence_told_at=None):
        # One that never had mail is silent from the day it was opened: that is when forwarding was set up wrong.
        since = max((moment for moment in (box.last_mail_at, box.opened_at) if moment), default=None)
        if since is None or at - since < dt.timedelta(hours=box.silent_after_hours):
            continue
        for user in User.objects.administrators():
            with translation.override(user.language):
                subject = _("Nothing has come to %(address)s") % {"address": box.address}
                text = ngettext(
                    "Nothing has come to %(address)s for %(hours)d hour. It may be quiet, or mail may be lost on the way.\n\n"
                    "Look at the mailbox:\n%(link)s\n",
                    "Nothing has come to %(address)s for %(hours)d hours. It may be quiet, or mail may be lost on the way.\n\n"
                    "Look at the mailbox:\n%(link)s\n",
                    box.silent_after_hours,
                ) % {
                    "address": box.address,
                    "hours": box.silent_after_hours,
                    "link": f"{settings.BASE_URL}/settings/mail/",
                }
            key = f"silent.{box.pk.hex}.{int(since.timestamp())}.{user.ref.lower()}"
            email.queue_notice(key=key, to=user, subject=subject, text=text, at=at)
        email.note_silence(box, at=at)
        told += 1
    return told


def forget_old(*, at: dt.datetime) -> int:
    """Delete raw mail that has been kept as long as is set; how many."""
    return email.forget_old_mail(before=at - dt.timedelta(days=settings.RAW_MAIL_DAYS))
