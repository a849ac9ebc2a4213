"""Showing once more who one is, before what would help whoever has found the screen open."""

import logging

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from makegood.staff import actions as staff
from makegood.staff import limits, signing_in
from makegood.staff.models import User
from makegood.staff.passkeys import relying, showing
from makegood.staff.passkeys.ceremony import NotBelieved
from makegood.staff.permissions import person
from makegood.staff.second_factor import freshness, proof
from makegood.staff.second_factor.forms import ProofForm
from makegood.staff.second_factor.models import AuthenticatorApp

log = logging.getLogger(__name__)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def confirm(request: HttpRequest) -> HttpResponse:
    me, at = person(request), timezone.now()
    wanted = signing_in.way_on(request, (request.POST if request.method == "POST" else request.GET).get("next", ""))
    by_passkey = showing.FIELD in request.POST
    form = ProofForm(request.POST if request.method == "POST" and not by_passkey else None, of=me, prefix="confirm")
    told = ""
    if request.method == "POST":
        if by_passkey and not _has_shown(request, me):
            told = showing.refusal()
        elif by_passkey or proof.given(form, me, at=at):
            freshness.note(request, at=at)
            return redirect(wanted)
    shown = {
        "form": form,
        "wanted": wanted,
        "told": told,
        "has_proof": me.has_usable_password() or AuthenticatorApp.objects.filter(user=me).exists(),
        "has_passkey": not relying.trouble(request) and me.passkeys.exists(),
    }
    return render(request, "second_factor/confirm.html", shown, status=400 if told or form.errors else 200)


def _has_shown(request: HttpRequest, me: User) -> bool:
    """Whether it is a passkey of this person; tries are counted as those at the password."""
    at = timezone.now()
    tries = limits.subject("password of", me.key)
    if not staff.attempt(tries, most=limits.PASSWORD_TRIES, within=limits.MINUTE, at=at):
        return False
    try:
        return showing.shown(request, at=at) == me
    except NotBelieved as trouble:
        log.info("A passkey was not believed: %s", trouble)
        return False
