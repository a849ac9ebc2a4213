"""One's own devices: adding, trying, removing."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from makegood.events.refusals import Refusal
from makegood.staff.permissions import person
from makegood.staff.push import actions as push
from makegood.staff.push.forms import DeviceForm
from makegood.staff.push.models import Device

PAGE = "profile-notices"


@require_POST
@login_required
def add(request: HttpRequest) -> HttpResponse:
    me, form = person(request), DeviceForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("This browser told no address to send notices to. Try again."))
        return redirect(PAGE)
    agent = request.headers.get("User-Agent", "")
    try:
        push.add(me, **form.cleaned_data, agent=agent, by=me.key, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Notices come to this device now."))
    return redirect(PAGE)


@require_POST
@login_required
def try_out(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    push.try_out(_device(request, key), path=reverse(PAGE), at=timezone.now())
    messages.success(request, _("It is on its way: the device should show it within a few seconds."))
    return redirect(PAGE)


@require_POST
@login_required
def remove(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    push.remove(_device(request, key), by=person(request).key, at=timezone.now())
    messages.success(request, _("Notices come to that device no more."))
    return redirect(PAGE)


def _device(request: HttpRequest, key: uuid.UUID) -> Device:
    return get_object_or_404(Device.objects.select_related("user"), pk=key, user=person(request))
