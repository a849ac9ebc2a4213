"""After the password: a code of the app, or a recovery code."""

import datetime as dt
from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from makegood.staff import secrets, signing_in
from makegood.staff.models import User
from makegood.staff.passkeys import relying
from makegood.staff.second_factor import actions as second_factor
from makegood.staff.second_factor import asking
from makegood.staff.second_factor.forms import CodeForm, RecoveryCodeForm
from makegood.staff.second_factor.models import AuthenticatorApp

Take = Callable[[User, str, dt.datetime], bool]


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    def take(user: User, written: str, at: dt.datetime) -> bool:
        return second_factor.take_code(user, written, at=at)

    wrong = _("This code does not fit, or has been used. Wait for the next one, and try it.")
    return _ask(request, CodeForm(request.POST or None), take, wrong, "second_factor/code.html")


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def recovery_code(request: HttpRequest) -> HttpResponse:
    def take(user: User, written: str, at: dt.datetime) -> bool:
        if not second_factor.take_recovery_code(user, written, at=at):
            return False
        left = user.recovery_codes.unused().count()
        told = ngettext("You have one recovery code left.", "You have %(left)d recovery codes left.", left)
        messages.warning(
            request, told % {"left": left} if left else _("That was your last recovery code. Make new ones.")
        )
        return True

    wrong = _("This is none of your recovery codes, or it has been used.")
    return _ask(request, RecoveryCodeForm(request.POST or None), take, wrong, "second_factor/recovery_code.html")


def _ask(request: HttpRequest, form: forms.Form, take: Take, wrong: str, template: str) -> HttpResponse:
    at, status = timezone.now(), 200
    pending = asking.pending(request, at=at)
    if pending is None:
        return redirect("sign-in")
    if request.method == "POST":
        status = 400
        if form.is_valid():
            if not asking.may_try(request, pending.user, at=at):
                form.add_error(None, _("Too many tries. Wait a minute; after twenty in an hour, wait an hour."))
                status = 429
            else:
                try:
                    fits = take(pending.user, form.cleaned_data["code"], at)
                except secrets.Unreadable:
                    fits = False
                    wrong = _("Your app cannot be checked at present. Use a recovery code, or ask an administrator.")
                if fits:
                    asking.forget_try(request, pending.user, at=at)
                    asking.end(request)
                    return signing_in.welcome(request, pending.user, wanted=pending.wanted, at=at)
                form.add_error("code", wrong)
    shown = {
        "form": form,
        "wanted": pending.wanted,
        "has_app": AuthenticatorApp.objects.filter(user=pending.user).exists(),
        "has_passkey": not relying.trouble(request) and pending.user.passkeys.exists(),
    }
    return render(request, template, shown, status=status)
