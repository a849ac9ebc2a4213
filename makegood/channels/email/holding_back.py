"""What keeps a reply from leaving: a file of its own that the virus scanner refused, or has not looked at yet."""

import datetime as dt

from django.utils import translation
from django.utils.translation import gettext as _

from makegood.cases import scanning
from makegood.cases.models import SideWord, TaskWord
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing


def is_held_back(outgoing: Outgoing, *, at: dt.datetime) -> bool:
    """Whether a claimed mail may not leave now. A refused file stops it for good, and its writer is told which."""
    message = outgoing.message
    if outgoing.outside is not None:
        return _is_outside_held_back(outgoing, outgoing.outside, at=at)
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


def _is_outside_held_back(outgoing: Outgoing, word: TaskWord | SideWord, *, at: dt.datetime) -> bool:
    """The same of a file that was to go to a contractor or another third party."""
    files = list(word.files.all())
    refused = next((file for file in files if file.refused), None)
    with translation.override(word.staff.language if word.staff else None):
        if refused is not None:
            if isinstance(word, TaskWord):
                told = _("The virus scanner refused the file “%(file)s”, so this task has not left.")
            else:
                told = _("The virus scanner refused the file “%(file)s”, so this mail has not left.")
            told %= {"file": refused.name}
            email.mark_unsent(outgoing, trouble=told, for_good=True, reason=scanning.REFUSED, at=at)
            return True
        if any(scanning.waits(file) for file in files):
            if isinstance(word, TaskWord):
                told = _("The virus scanner has not yet looked at the files of this task.")
            else:
                told = _("The virus scanner has not yet looked at the files of this mail.")
            email.mark_unsent(outgoing, trouble=told, for_good=False, counts=False, at=at)
            return True
    return False
