"""One's own notices."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from makegood.staff import browsers
from makegood.staff.models import Role, User
from makegood.staff.notices import actions as notices
from makegood.staff.notices import choosing
from makegood.staff.notices.forms import NoticesForm
from makegood.staff.notices.kinds import Kind
from makegood.staff.notices.models import Digest
from makegood.staff.permissions import WORK_CASES, may, person
from makegood.staff.push import identity, vapid

# Until somebody chooses: once, early on working days.
TIMES, DAYS = ["08:00"], [0, 1, 2, 3, 4]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def show(request: HttpRequest) -> HttpResponse:
    me = person(request)
    kinds = _kinds_of(me)
    form = NoticesForm(request.POST if request.method == "POST" else None, initial=_known(me), kinds=kinds)
    if request.method == "POST" and form.is_valid():
        notices.choose(
            me,
            form.chosen,
            times=form.times,
            days=form.cleaned_data["days"],
            by_push=form.pushed,
            by=me.key,
            at=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect("profile-notices")
    digest = Digest.objects.filter(user=me).first()
    devices = [(device, browsers.named(device.agent)) for device in me.push_devices.all()]
    key = vapid.public(identity.private(at=timezone.now()))
    shown = {"form": form, "next_at": digest.next_at if digest else None, "devices": devices, "push_key": key}
    return render(request, "notices/choices.html", shown, status=400 if form.errors else 200)


def _kinds_of(user: User) -> list[Kind]:
    """What may come for them: sellers and trainers work on no cases."""
    if may(user, WORK_CASES):
        return [kind for kind in Kind if kind is not Kind.SALE]
    return [Kind.MENTION, Kind.SALE] if user.role == Role.SELLER else [Kind.MENTION]


def _known(user: User) -> dict[str, Any]:
    digest = Digest.objects.filter(user=user).first()
    times, days = (digest.times, digest.days) if digest and digest.times else (TIMES, DAYS)
    ways = {kind.value: way.value for kind, way in choosing.ways(user).items()}
    shown = [kind.value for kind in choosing.pushed(user)]
    return ways | {"by_push": shown, "first": times[0], "second": times[1] if len(times) > 1 else None, "days": days}
