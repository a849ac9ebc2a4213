"""What has come for somebody stands above every page of theirs, until it is done."""

from django.urls import reverse
from django.utils.translation import gettext as _

from makegood.brands import scope
from makegood.cases.models import Case, Reminder
from makegood.events.prepared import PreparedQuery
from makegood.staff.models import User
from makegood.ui.banners import Banner

SHOWN = 3
COME = PreparedQuery(
    lambda staff, **who: (
        Reminder.objects.come()
        .filter(staff=staff, case__in=Case.objects.visible_to(scope.viewer(**who)))
        .values_list("case__ref", "case__subject", "note")[:SHOWN]
    )
)


def come(user: User) -> list[Banner]:
    """The oldest few, in one small query."""
    return [
        Banner(
            _("Reminder: %(subject)s") % {"subject": subject or ref}, note, tone="info",
            url=reverse("case", args=[ref]) + "#reminders", act=_("Open"),
        )
        for ref, subject, note in COME(staff=user.pk, **scope.as_viewer(user))
    ]  # fmt: skip
