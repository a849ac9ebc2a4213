"""A reply that did not leave at its time stands above every page of its author, until they have opened the case."""

from django.urls import reverse
from django.utils.translation import gettext as _

from makegood.cases.models import PlannedReply, Shelf
from makegood.events.prepared import PreparedQuery
from makegood.staff.models import User
from makegood.ui.banners import Banner

SHOWN = 3
RETURNED = PreparedQuery(
    lambda staff: (
        PlannedReply.objects.returned()
        .filter(staff=staff)
        .exclude(message__case__shelf=Shelf.DELETED)
        .values_list("message__case__ref", "message__case__subject")[:SHOWN]
    )
)


def returned(user: User) -> list[Banner]:
    """The oldest few, in one small query."""
    told = _("Your reply did not leave: %(subject)s")
    return [
        Banner(
            told % {"subject": subject or ref}, _("Its words are in your draft."), tone="warning",
            url=reverse("case", args=[ref]) + "#composer", act=_("Open"),
        )
        for ref, subject in RETURNED(staff=user.pk)
    ]  # fmt: skip
