"""Who is named in a note hears of it as they chose, unless they have read it by then."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from makegood.cases.models import Mention, Shelf
from makegood.channels.email.letters import desk_link
from makegood.clockwork.telling import tell
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.staff.notices.kinds import Kind

EXCERPT = 600


@reacts_to("colleague.named")
def tell_named(event: Event) -> None:
    """With the beginning of the note."""
    unread = Mention.objects.unread().filter(pk=event.data["mention"], message__case__shelf=Shelf.NONE)
    named = unread.select_related("staff", "message__staff", "message__case__brand").first()
    if named is None:
        return
    user, note, case = named.staff, named.message, named.message.case
    with translation.override(user.language):
        subject = _("[%(ref)s] %(name)s named you in a note") % {"ref": case.ref, "name": note.sender_name}
    parts = filter(None, [note.text[:EXCERPT], case.subject, f"{desk_link(case)}#m-{note.pk}"])
    tell(
        user, Kind.MENTION, key=f"mention.{named.pk.hex}", subject=subject, text="\n\n".join(parts) + "\n", case=case,
        at=timezone.now(),
    )  # fmt: skip
