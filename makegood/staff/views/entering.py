"""Signing in and out, joining, and finding the way back in."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from makegood.events.refusals import Refusal
from makegood.staff import actions as staff
from makegood.staff import limits, links, signing_in
from makegood.staff.forms.entering import ForgottenForm, JoinForm, NewPasswordForm, SignInForm
from makegood.staff.models import User, fold
from makegood.staff.oidc import provider
from makegood.staff.passkeys import relying


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        wanted = request.GET.get("next", "")
        if request.user.is_authenticated:
            return redirect(signing_in.way_on(request, wanted))
        return _sign_in_page(request, SignInForm(initial={"next": wanted}), wanted=wanted)
    form, status = SignInForm(request.POST), 400
    if form.is_valid():
        given, at = form.cleaned_data, timezone.now()
        try:
            user = signing_in.recognise(request, email=given["email"], password=given["password"], at=at)
        except signing_in.TooManyTries:
            form.add_error(None, _("Too many tries. Wait a minute, then try again."))
            status = 429
        else:
            if user:
                return signing_in.go_on(request, user, wanted=given["next"], at=at)
            form.add_error(None, _("This address and password do not fit together."))
    return _sign_in_page(request, form, wanted=form.data.get("next", ""), status=status)


def _sign_in_page(request: HttpRequest, form: SignInForm, *, wanted: str, status: int = 200) -> HttpResponse:
    company = provider.name() if provider.is_set_up() else ""
    shown = {
        "form": form,
        "company": company,
        "company_query": urlencode({"next": wanted}) if wanted else "",
        "wanted": wanted,
        "may_use_passkey": not relying.trouble(request),
    }
    return render(request, "staff/sign_in.html", shown, status=status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("sign-in")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for a link by mail. The answer is the same whether or not somebody has this address."""
    form = ForgottenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        at, email = timezone.now(), fold(form.cleaned_data["email"])
        network = limits.subject("reset from", limits.network(signing_in.visitor(request)))
        if not staff.attempt(network, most=limits.RESETS_PER_NETWORK, within=limits.HOUR, at=at):
            form.add_error(None, _("Too many tries. Wait an hour, then try again."))
            return render(request, "staff/forgotten.html", {"form": form}, status=429)
        about = limits.subject("reset", email)
        may_ask = staff.attempt(about, most=limits.RESETS_PER_ADDRESS, within=limits.HOUR, at=at)
        user = User.objects.working().filter(email=email).first()
        if user and may_ask:
            staff.ask_reset(user, at=at)
        return render(request, "staff/forgotten_asked.html", {"email": email})
    return render(request, "staff/forgotten.html", {"form": form})


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def reset(request: HttpRequest, ref: str, token: str) -> HttpResponse:
    user = User.objects.working().filter(ref=ref).first()
    if user is None or not links.RESET.opens(user, token):
        return render(request, "staff/link_spent.html", {"is_reset": True}, status=410)
    form = NewPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        password, at = form.cleaned_data["password"], timezone.now()
        revoked = staff.reset_password(user, password=password, by=user.key, at=at)
        if request.user == user:
            logout(request)
        messages.success(request, _("Your new password is set. Sign in with it."))
        if revoked:
            told = _("Your tokens for the programming interface are revoked. Make new ones where they are needed.")
            messages.info(request, told)
        return redirect("sign-in")
    return render(request, "staff/reset.html", {"form": form, "member": user})


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, ref: str, token: str) -> HttpResponse:
    user = User.objects.filter(ref=ref).first()
    if user is None or not user.is_invited or not links.INVITATION.opens(user, token):
        return render(request, "staff/link_spent.html", {"is_reset": False}, status=410)
    at = timezone.now()
    initial = {"name": user.name, "language": user.language, "timezone": user.timezone}
    form = JoinForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            staff.accept(user, **form.cleaned_data, at=at)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return signing_in.welcome(request, user, wanted="", at=at)
    return render(request, "staff/invitation.html", {"form": form, "member": user})
