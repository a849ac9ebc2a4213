"""Going to the provider, and coming back."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from makegood.staff import signing_in
from makegood.staff.oidc import flow, matching, provider
from makegood.staff.oidc.fetching import Unreachable
from makegood.staff.oidc.id_token import NotBelieved

log = logging.getLogger(__name__)


@never_cache
@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """A link and no form: what a form leads to may only be ours, by the policy of our pages."""
    if not provider.is_set_up():
        return redirect("sign-in")
    wanted = request.GET.get("next", "")[:2000]
    if request.user.is_authenticated:
        return redirect(signing_in.way_on(request, wanted))
    try:
        return redirect(flow.begin(request, wanted=wanted, at=timezone.now()))
    except Unreachable as trouble:
        log.warning("Signing in with the provider: %s", trouble)
        return _sorry(request, _("%(name)s cannot be reached at present. Try again in a moment."), status=502)


@never_cache
@require_safe
def callback(request: HttpRequest) -> HttpResponse:
    if not provider.is_set_up():
        return redirect("sign-in")
    at = timezone.now()
    try:
        person = flow.finish(request, at=at)
        user = matching.find(person, at=at)
    except flow.NotBegunHere:
        return _sorry(request, _("This sign-in was begun in another browser, or too long ago. Begin it again."))
    except flow.Declined as declined:
        log.info("Signing in with the provider: declined, %s", declined)
        return _sorry(request, _("%(name)s did not let you in."))
    except Unreachable as trouble:
        log.warning("Signing in with the provider: %s", trouble)
        return _sorry(request, _("%(name)s cannot be reached at present. Try again in a moment."), status=502)
    except NotBelieved as trouble:
        log.warning("Signing in with the provider: its answer is not believed: %s", trouble)
        return _sorry(request, _("The answer of %(name)s could not be believed. Tell an administrator."))
    except matching.NobodyHere:
        if not person.email:
            return _sorry(request, _("%(name)s vouches for no mail address of yours. Tell an administrator."))
        told = _("Nobody with the address %(address)s works here. Ask an administrator to invite you.")
        return _sorry(request, told, address=person.email, status=403)
    return signing_in.go_on(request, user, wanted=person.wanted, at=at)


def _sorry(request: HttpRequest, told: str, *, address: str = "", status: int = 400) -> HttpResponse:
    shown = {"told": told % {"name": provider.name(), "address": address}}
    return render(request, "staff/oidc_failed.html", shown, status=status)
