"""A person's own second factor: set it up, make new recovery codes, remove it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from makegood.staff import secrets, signing_in
from makegood.staff.forms import refusing
from makegood.staff.models import User
from makegood.staff.passkeys import relying
from makegood.staff.permissions import person
from makegood.staff.second_factor import actions as second_factor
from makegood.staff.second_factor import freshness, one_time, proof, recovery_codes
from makegood.staff.second_factor.forms import ProofForm, SetUpForm
from makegood.staff.second_factor.models import AuthenticatorApp, RoleWithSecondFactor

# The secret that is shown but not confirmed yet, sealed: so it is the same one when the page is loaded again.
_OFFERED = "second_factor_offered"


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def show(request: HttpRequest) -> HttpResponse:
    me = person(request)
    app = AuthenticatorApp.objects.filter(user=me).first()
    if app is None:
        if not freshness.is_fresh(request, at=timezone.now()):
            wanted = (request.POST if request.method == "POST" else request.GET).get("next", "")
            return freshness.ask("profile-second-factor", **({"next": wanted} if wanted else {}))
        return _set_up(request, me)
    if request.method == "POST":
        messages.info(request, _("You have a second factor already. Remove it first, then set up the new one."))
        return redirect("profile-second-factor")
    return _page(request, me, app)


@sensitive_variables("secret")
def _set_up(request: HttpRequest, me: User) -> HttpResponse:
    secret = _offered(request)
    form = SetUpForm(request.POST or None, initial={"next": request.GET.get("next", "")})
    if request.method == "POST" and form.is_valid():
        with refusing.said_on(form):
            codes = second_factor.add_authenticator(
                me, secret=secret, code=form.cleaned_data["code"], by=me.key, at=timezone.now()
            )
            del request.session[_OFFERED]
            return _codes_shown(request, codes, way_on=signing_in.way_on(request, form.cleaned_data["next"]))
    address = one_time.address(secret, name=me.email, issuer=_("Makegood of %(host)s") % {"host": request.get_host()})
    shown = {
        "form": form,
        "address": address,
        "picture": one_time.picture(address),
        "secret": " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
        "is_required": RoleWithSecondFactor.objects.filter(role=me.role).exists(),
        "may_have_passkey": not relying.trouble(request),
    }
    return render(request, "second_factor/set_up.html", shown, status=400 if form.errors else 200)


def _offered(request: HttpRequest) -> str:
    """The secret of this session's set-up; a new one where there is none that can be read."""
    try:
        secret = secrets.unseal(request.session.get(_OFFERED, ""))
    except secrets.Unreadable:
        secret = ""
    if not secret:
        secret = one_time.new_secret()
        request.session[_OFFERED] = secrets.seal(secret)
    return secret


@never_cache
@sensitive_post_parameters("proof")
@require_POST
@login_required
def renew(request: HttpRequest) -> HttpResponse:
    """Make new recovery codes; the answer shows them, this once."""
    me, at = person(request), timezone.now()
    app = AuthenticatorApp.objects.filter(user=me).first()
    if app is None:
        return redirect("profile-second-factor")
    form = ProofForm(request.POST, of=me, prefix="renewal")
    if not proof.given(form, me, at=at):
        return _page(request, me, app, renewal_form=form, status=400)
    return _codes_shown(request, second_factor.renew_recovery_codes(me, by=me.key, at=at), way_on="")


@sensitive_post_parameters("proof")
@require_POST
@login_required
def remove(request: HttpRequest) -> HttpResponse:
    me, at = person(request), timezone.now()
    app = AuthenticatorApp.objects.filter(user=me).first()
    if app is None:
        return redirect("profile-second-factor")
    form = ProofForm(request.POST, of=me, prefix="removal")
    if not proof.given(form, me, at=at):
        return _page(request, me, app, removal_form=form, status=400)
    second_factor.remove(me, by=me.key, at=at)
    messages.success(request, _("Your second factor is removed. Your password alone lets you in now."))
    return redirect("profile-second-factor")


def _page(
    request: HttpRequest,
    me: User,
    app: AuthenticatorApp,
    *,
    renewal_form: ProofForm | None = None,
    removal_form: ProofForm | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = {
        "app": app,
        "left": me.recovery_codes.unused().count(),
        "renewal_form": renewal_form or ProofForm(of=me, prefix="renewal"),
        "removal_form": removal_form or ProofForm(of=me, prefix="removal"),
        "is_required": RoleWithSecondFactor.objects.filter(role=me.role).exists(),
    }
    return render(request, "second_factor/own.html", shown, status=status)


def _codes_shown(request: HttpRequest, codes: list[str], *, way_on: str) -> HttpResponse:
    shown = {"codes": codes, "way_on": way_on if way_on != "/" else "", "how_many": recovery_codes.HOW_MANY}
    return render(request, "second_factor/codes_shown.html", shown, status=201)
