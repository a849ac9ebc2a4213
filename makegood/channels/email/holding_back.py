"""What keeps a reply from leaving: a file of its own that the virus scanner refused, or has not looked at yet."""

import datetime as dt

from django.utils import translation
from django.utils.translation import gettext as _

from makegood.cases import scanning
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing


def is_held_back(outgoing: Outgoing, *, at: dt.datetime) -> bool:
    """Whether a claimed mail may not leave now. A refused file stops it for good, and its writer is told which."""
    message = outgoing.message
    if message is None:
        return False
    told = scanning.refusal(message)
    if told:
        email.mark_unsent(outgoing, trouble=told, for_good=True, reason=scanning.REFUSED, at=at)
        return True
    if any(scanning.waits(file) for file in message.attachments.all()):
        with translation.override(message.staff.language if message.staff else None):
            waits = _("The virus scanner has not yet looked at the files of this reply.")
        email.mark_unsent(outgoing, trouble=waits, for_good=False, counts=False, at=at)
        return True
    return False
