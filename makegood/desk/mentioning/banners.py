"""Where somebody was named stands above every page of theirs, until they have opened that case."""

from django.urls import reverse
from django.utils.translation import gettext as _

from makegood.cases.models import Mention, Shelf
from makegood.events.prepared import PreparedQuery
from makegood.staff.models import User
from makegood.ui.banners import Banner

SHOWN, LONGEST = 3, 200
UNREAD = PreparedQuery(
    lambda staff: (
        Mention.objects.unread()
        .filter(staff=staff, message__case__shelf=Shelf.NONE)
        .values_list("message__case__ref", "message", "message__sender_name", "message__text")[:SHOWN]
    )
)


def named(user: User) -> list[Banner]:
    """The newest few, in one small query."""
    return [
        Banner(
            _("%(name)s named you in a note") % {"name": name}, _beginning(text), tone="info",
            url=f"{reverse('case', args=[ref])}#m-{key}", act=_("Open"),
        )
        for ref, key, name, text in UNREAD(staff=user.pk)
    ]  # fmt: skip


def _beginning(text: str) -> str:
    words = " ".join(text[: 2 * LONGEST].split())
    return f"{words[:LONGEST]}…" if len(words) > LONGEST else words
