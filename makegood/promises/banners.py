"""What leads must know on every page: that broken promises wait for their word."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from makegood.brands import standing
from makegood.promises.models import Commitment
from makegood.staff.models import User
from makegood.staff.permissions import RULE_ON_BREAKS, may, person
from makegood.ui.banners import Banner


def held(user: User) -> QuerySet[Commitment] | None:
    """What waits, for those who may decide."""
    return Commitment.objects.held().visible_to(user) if may(user, RULE_ON_BREAKS) else None


def tell(request: HttpRequest) -> list[Banner]:
    """Where something is held."""
    if not standing.of(person(request)).get("held"):
        return []
    title = _("Broken promises wait for your word.")
    told = _("A fault of ours may have broken them, so nothing has followed from them yet.")
    return [Banner(title, told, url=reverse("held"), act=_("Look at them"))]
