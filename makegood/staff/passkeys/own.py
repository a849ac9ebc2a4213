"""A person's own passkeys: the list, adding, removing. Changes ask who has not shown lately who they are."""

import logging
import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from makegood.events.refusals import Refusal
from makegood.staff.passkeys import actions as passkeys
from makegood.staff.passkeys import ceremony, challenges, relying
from makegood.staff.passkeys.ceremony import NotBelieved
from makegood.staff.passkeys.forms import PasskeyForm
from makegood.staff.passkeys.models import Passkey
from makegood.staff.permissions import person
from makegood.staff.second_factor import freshness
from makegood.staff.second_factor.models import RoleWithSecondFactor

log = logging.getLogger(__name__)
HERE = "profile-passkeys"


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def show(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    if request.method != "POST":
        return _page(request, PasskeyForm(), is_fresh=freshness.is_fresh(request, at=at))
    if not freshness.is_fresh(request, at=at):
        return freshness.ask(HERE)
    form = PasskeyForm(request.POST)
    if form.is_valid() and _add(request, form):
        messages.success(request, _("The passkey is added. From now on it signs you in."))
        return redirect(HERE)
    return _page(request, form, is_fresh=True, status=400)


def _add(request: HttpRequest, form: PasskeyForm) -> bool:
    """Whether the passkey that the form carries is kept now; else the form says why not."""
    me, at, ours = person(request), timezone.now(), relying.party()
    try:
        if ours is None:
            raise NotBelieved("this installation has no address for passkeys")
        challenge = challenges.take(request, challenges.ADD, at=at)
        added = ceremony.added(form.cleaned_data["passkey"], ours, challenge=challenge)
        passkeys.add(me, added, name=form.cleaned_data["name"], by=me.key, at=at)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
    except (NotBelieved, challenges.Spent) as trouble:
        log.info("A new passkey was not believed: %s", trouble)
        form.add_error(None, _("No passkey came from your device. Try again."))
    else:
        return True
    return False


@never_cache
@require_POST
@login_required
def options(request: HttpRequest) -> HttpResponse:
    """What the browser is to ask a device for, to make a new passkey."""
    me, at, ours, told = person(request), timezone.now(), relying.party(), relying.trouble(request)
    if not freshness.is_fresh(request, at=at):
        told = _("You showed too long ago who you are. Load the page again.")
    if ours is None or told:
        return JsonResponse({"told": told}, status=409)
    challenge = challenges.ask(request, challenges.ADD, at=at)
    known = me.passkeys.values_list("credential", flat=True)
    made = ceremony.adding(ours, challenge=challenge, key=me.pk.bytes, email=me.email, name=me.name, known=known)
    return HttpResponse(made, content_type="application/json")


@require_POST
@login_required
def remove(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    me, at = person(request), timezone.now()
    passkey = get_object_or_404(Passkey.objects.select_related("user"), pk=key, user=me)
    if not freshness.is_fresh(request, at=at):
        return freshness.ask(HERE)
    passkeys.remove(passkey, by=me.key, at=at)
    messages.success(request, _("The passkey is removed. Delete it on your device, too."))
    return redirect(HERE)


def _page(request: HttpRequest, form: PasskeyForm, *, is_fresh: bool, status: int = 200) -> HttpResponse:
    me = person(request)
    shown = {
        "form": form,
        "passkeys": me.passkeys.all(),
        "trouble": relying.trouble(request),
        "is_fresh": is_fresh,
        "is_required": RoleWithSecondFactor.objects.filter(role=me.role).exists(),
    }
    return render(request, "passkeys/own.html", shown, status=status)
