"""Who is named in a note hears of it by mail, unless they have read it by then."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from makegood.cases.models import Mention, Shelf
from makegood.channels.email import actions as email
from makegood.channels.email.letters import desk_link
from makegood.events.models import Event
from makegood.events.registry import reacts_to

EXCERPT = 600


@reacts_to("colleague.named")
def tell(event: Event) -> None:
    """With the beginning of the note."""
    unread = Mention.objects.unread().filter(pk=event.data["mention"], message__case__shelf=Shelf.NONE)
    named = unread.select_related("staff", "message__staff", "message__case__brand").first()
    if named is None or not named.staff.is_active or not named.staff.wants_mail:
        return
    user, note, case = named.staff, named.message, named.message.case
    with translation.override(user.language):
        subject = _("[%(ref)s] %(name)s named you in a note") % {"ref": case.ref, "name": note.sender_name}
    parts = filter(None, [note.text[:EXCERPT], case.subject, f"{desk_link(case)}#m-{note.pk}"])
    email.queue_notice(
        key=f"mention.{named.pk.hex}", to=user, subject=subject, text="\n\n".join(parts) + "\n", case=case,
        at=timezone.now(),
    )  # fmt: skip
