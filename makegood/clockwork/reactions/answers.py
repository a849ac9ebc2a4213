"""No answer has come from the customer by the time that somebody named: whoever owns the case hears of it."""

import datetime as dt

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from makegood.cases.models import Case
from makegood.channels.email.letters import desk_link, moment
from makegood.clockwork.telling import tell
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.staff.notices.kinds import Kind


@reacts_to("answer.missed")
def tell_owner(event: Event) -> None:
    """Unless they wrote, or we did, before it was told."""
    case = Case.objects.filter(ref=event.about).for_pages().first()
    since = dt.datetime.fromisoformat(event.data["since"])
    if case is None or case.owner is None or case.awaited_since != since or case.awaited_until is not None:
        return
    user = case.owner
    with translation.override(user.language):
        known = {"ref": case.ref, "when": moment(since, user.timezone)}
        subject = _("[%(ref)s] No answer since %(when)s") % known
    tell(
        user, Kind.REMINDER, key=f"unanswered.{event.pk.hex}", subject=subject,
        text=f"{case.subject}\n\n{desk_link(case)}\n", case=case, at=timezone.now(),
    )  # fmt: skip
