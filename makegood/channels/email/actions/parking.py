"""Mail that cannot be taken in is parked, visible, and can be tried again or thrown away by a person."""

import datetime as dt
from collections.abc import Sequence

from makegood.cases.actions import storing
from makegood.cases.words import File
from makegood.channels.email.events import MailDiscarded, MailParked, MailReplayed
from makegood.channels.email.matching import UNSTORABLE
from makegood.channels.email.models import RawMail
from makegood.events.actions import record, verb


@verb
def park(raw: RawMail, *, reason: str, at: dt.datetime, files: Sequence[File] = ()) -> None:
    """Set a mail aside with the reason in words. Its `files` may have been kept ahead; nothing names them now."""
    mine = RawMail.objects.filter(pk=raw.pk, state=RawMail.State.RECEIVED)
    told = UNSTORABLE.sub("\ufffd", reason)[:4000]
    if mine.update(state=RawMail.State.PARKED, outcome="parked", reason=told, taken_at=at):
        record(MailParked(mail=str(raw.pk)), about="", at=at)
        storing.forget_unshared(file.kept for file in files if file.kept)


@verb
def replay(raw: RawMail, *, by: str, at: dt.datetime) -> None:
    """Let a parked mail be tried again."""
    again = RawMail.objects.filter(pk=raw.pk, state=RawMail.State.PARKED)
    if again.update(state=RawMail.State.RECEIVED, outcome="", reason="", attempts=0, run_at=at, taken_at=None):
        record(MailReplayed(mail=str(raw.pk)), about="", at=at, by=by)


@verb
def discard(raw: RawMail, *, reason: str, by: str, at: dt.datetime) -> None:
    """Close a parked mail for good, with the reason of the person who looked at it."""
    done = RawMail.objects.filter(pk=raw.pk, state=RawMail.State.PARKED)
    if done.update(state=RawMail.State.TAKEN, outcome="discarded", reason=reason[:4000], taken_at=at):
        record(MailDiscarded(mail=str(raw.pk)), about="", at=at, by=by)
