"""What leads must know on every page: that broken promises wait for their word."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from makegood.promises.models import Commitment
from makegood.staff.permissions import RULE_ON_BREAKS, may, person
from makegood.ui.banners import Banner


def tell(request: HttpRequest) -> list[Banner]:
    """One small query, for those who may decide."""
    user = person(request)
    if not may(user, RULE_ON_BREAKS) or not Commitment.objects.held().visible_to(user).exists():
        return []
    title = _("Broken promises wait for your word.")
    told = _("A fault of ours may have broken them, so nothing has followed from them yet.")
    return [Banner(title, told, url=reverse("held"), act=_("Look at them"))]
