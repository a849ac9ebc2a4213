"""A reminder that has come goes by mail, too, to the one person who asked for it."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from makegood.cases.models import Reminder
from makegood.channels.email.letters import desk_link
from makegood.clockwork import telling
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.staff.notices.kinds import Kind


@reacts_to("reminder.came")
def tell(event: Event) -> None:
    """With their own note."""
    reminder = Reminder.objects.come().filter(pk=event.data["reminder"]).select_related("case__brand", "staff").first()
    if reminder is None:
        return
    user, case = reminder.staff, reminder.case
    with translation.override(user.language):
        subject = _("[%(ref)s] You wanted to be reminded") % {"ref": case.ref}
    address = f"{desk_link(case)}#reminders"
    parts = filter(None, [reminder.note, case.subject, address])
    telling.tell(
        user, Kind.REMINDER, key=f"reminder.{reminder.pk.hex}", subject=subject, text="\n\n".join(parts) + "\n",
        case=case, url=address, at=timezone.now(),
    )  # fmt: skip
