"""What leads must know on every page: that money does not reach customers."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from makegood.brands import standing
from makegood.recovery.models import Refund, Remedy
from makegood.staff.models import User
from makegood.staff.permissions import ANSWER_ASKS, may, person
from makegood.ui.banners import Banner


def failed(user: User) -> QuerySet[Refund] | None:
    """What did not go through, for those who see to it."""
    return Refund.objects.failed().of(Remedy.objects.visible_to(user).owed()) if may(user, ANSWER_ASKS) else None


def tell(request: HttpRequest) -> list[Banner]:
    """Where something has failed."""
    if not standing.of(person(request)).get("failed"):
        return []
    title = _("A refund did not go through.")
    told = _("The customer still waits for their money.")
    return [Banner(title, told, url=reverse("remedies"), act=_("Look at it"))]
