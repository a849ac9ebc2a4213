"""What leads must know on every page: that money does not reach customers."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from makegood.recovery.models import Refund, Remedy
from makegood.staff.permissions import ANSWER_ASKS, may, person
from makegood.ui.banners import Banner


def tell(request: HttpRequest) -> list[Banner]:
    """One small query, for those who see to it."""
    user = person(request)
    if not may(user, ANSWER_ASKS):
        return []
    if not Refund.objects.failed().of(Remedy.objects.visible_to(user).owed()).exists():
        return []
    title = _("A refund did not go through.")
    told = _("The customer still waits for their money.")
    return [Banner(title, told, url=reverse("remedies"), act=_("Look at it"))]
