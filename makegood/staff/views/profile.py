"""A person's own settings: who they are, how they sign in, their keys."""

import uuid

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from makegood.staff import actions as staff
from makegood.staff import limits
from makegood.staff.forms import refusing
from makegood.staff.forms.profile import ChangePasswordForm, ProfileForm, TokenForm
from makegood.staff.models import ApiToken, User
from makegood.staff.permissions import USE_API, may, person, requires
from makegood.staff.second_factor import freshness
from makegood.staff.second_factor.models import AuthenticatorApp


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def profile(request: HttpRequest) -> HttpResponse:
    me = person(request)
    form = ProfileForm(request.POST or None, initial={name: getattr(me, name) for name in ProfileForm.base_fields})
    if request.method == "POST" and form.is_valid():
        with refusing.said_on(form):
            staff.edit_profile(me, **form.cleaned_data, by=me.key, at=timezone.now())
            with override(me.language):
                messages.success(request, _("Saved."))
            return redirect("profile")
    return _page(request, me, form=form)


@sensitive_post_parameters()
@require_POST
@login_required
def password(request: HttpRequest) -> HttpResponse:
    me, at = person(request), timezone.now()
    form = ChangePasswordForm(request.POST)
    if form.is_valid():
        tries = limits.subject("password of", me.key)
        if not staff.attempt(tries, most=limits.PASSWORD_TRIES, within=limits.MINUTE, at=at):
            form.add_error(None, _("Too many tries. Wait a minute, then try again."))
        elif not me.check_password(form.cleaned_data["current"]):
            form.add_error("current", _("This is not your current password."))
        else:
            staff.set_password(me, password=form.cleaned_data["password"], by=me.key, at=at)
            update_session_auth_hash(request, me)
            messages.success(request, _("Your new password is set. Everywhere else you are signed out."))
            return redirect("profile")
    return _page(request, me, password_form=form, status=400)


@never_cache
@require_POST
@requires(USE_API)
def tokens(request: HttpRequest) -> HttpResponse:
    """Make a token; the answer shows it, this once. Whoever has not shown lately who they are is asked first, as a token
    outlives what it was made from; what they typed waits for them."""
    me, at = person(request), timezone.now()
    form = TokenForm(request.POST)
    if not form.is_valid():
        return _page(request, me, token_form=form, status=400)
    label = form.cleaned_data["label"]
    if not freshness.is_fresh(request, at=at):
        return freshness.ask("profile", part="tokens", label=label)
    plain = staff.make_token(me, label=label, by=me.key, at=at)
    return render(request, "staff/token_shown.html", {"token": plain}, status=201)


@require_POST
@requires(USE_API)
def revocation(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    me = person(request)
    staff.revoke_token(get_object_or_404(ApiToken, pk=key, user=me), by=me.key, at=timezone.now())
    messages.success(request, _("The token is revoked."))
    return redirect("profile")


def _page(
    request: HttpRequest,
    me: User,
    *,
    form: ProfileForm | None = None,
    password_form: ChangePasswordForm | None = None,
    token_form: TokenForm | None = None,
    status: int = 200,
) -> HttpResponse:
    known = {name: getattr(me, name) for name in ProfileForm.base_fields}
    shown = {
        "form": form or ProfileForm(initial=known),
        "password_form": password_form or ChangePasswordForm(prefix=None),
        "token_form": token_form or TokenForm(initial={"label": request.GET.get("label", "")}),
        "may_use_api": may(me, USE_API),
        "has_second_factor": AuthenticatorApp.objects.filter(user=me).exists(),
        "passkeys": me.passkeys.count(),
        "tokens": me.api_tokens.filter(revoked_at=None),
    }
    return render(request, "staff/profile.html", shown, status=status)
