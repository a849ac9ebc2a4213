"""Signing in with a passkey."""

import logging
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from makegood.staff import actions as staff
from makegood.staff import limits, signing_in
from makegood.staff.passkeys import ceremony, challenges, relying, showing
from makegood.staff.passkeys.ceremony import NotBelieved

log = logging.getLogger(__name__)


@never_cache
@require_POST
def options(request: HttpRequest) -> HttpResponse:
    """What the browser is to ask a passkey for: to sign in, or to show once more who is there."""
    ours, told = relying.party(), relying.trouble(request)
    if ours is None or told:
        return JsonResponse({"told": told}, status=409)
    challenge = challenges.ask(request, challenges.SHOW, at=timezone.now())
    return HttpResponse(ceremony.showing(ours, challenge=challenge), content_type="application/json")


@never_cache
@sensitive_post_parameters()
@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """A passkey is both factors: whoever shows it is in. Tries count together with those at passwords."""
    at, wanted = timezone.now(), request.POST.get("next", "")[:2000]
    tries = limits.subject("sign-in from", limits.network(signing_in.visitor(request)))
    if not staff.attempt(tries, most=limits.SIGN_IN_PER_NETWORK, within=limits.MINUTE, at=at):
        messages.error(request, _("Too many tries. Wait a minute, then try again."))
        return _back(wanted)
    try:
        user = showing.shown(request, at=at)
    except NotBelieved as trouble:
        log.info("A passkey was not believed: %s", trouble)
        messages.error(request, showing.refusal())
        return _back(wanted)
    staff.forget_attempt(tries, at)
    return signing_in.welcome(request, user, wanted=wanted, at=at)


def _back(wanted: str) -> HttpResponse:
    return redirect(f"{reverse('sign-in')}?{urlencode({'next': wanted})}" if wanted else reverse("sign-in"))
