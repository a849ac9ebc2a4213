"""What a device says of itself unasked: its push service gave it another address, or a page looks whether we know it still."""

import json
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from makegood.events.refusals import Refusal
from makegood.staff import actions as staff
from makegood.staff import limits
from makegood.staff.models import User
from makegood.staff.permissions import person
from makegood.staff.push import actions as push
from makegood.staff.push import identity, vapid
from makegood.staff.push.actions import Standing
from makegood.staff.push.forms import RenewalForm

MOST_BYTES = 4096
AN_HOUR = 60  # what the devices of one person say; ten of them ask once an hour each


# The worker runs without a page, and so without its token. What stands in for the token is the old address: only that browser,
# its push service and we know it, and it is one of a device of whoever the session is of. So nobody on another site can send
# their own address here, not even with somebody's session; and they could not bring that either: its cookie stays away from
# what other sites post (SameSite), browsers ask before they post JSON across origins, and we let none, and they say where a
# request comes from. It adds no device, and takes none of another person's.
@csrf_exempt
@require_POST
@login_required
def renew(request: HttpRequest) -> HttpResponse:
    """The worker says that the device `before` is `endpoint` now, in JSON: 204; 404 where we know no such device of theirs."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return HttpResponse(status=403)
    if request.content_type != "application/json":
        return HttpResponse(status=415)
    if _is_large(request):
        return HttpResponse(status=413)
    me, form = person(request), RenewalForm(_read(request.body))
    if not form.is_valid():
        return HttpResponse(status=400)
    if not _may(me):
        return HttpResponse(status=429)
    is_known = push.renew(me, **form.cleaned_data, by=me.key, at=timezone.now())
    return HttpResponse(status=204 if is_known else 404)


@require_POST
@login_required
def again(request: HttpRequest) -> HttpResponse:
    """A page says which device it stands on: `{"key": …, "standing": …}`, with our key. One that was made for another is
    gone."""
    if _is_large(request):
        return HttpResponse(status=413)
    me, form = person(request), RenewalForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    if not _may(me):
        return HttpResponse(status=429)
    at = timezone.now()
    key = vapid.public(identity.private(at=at))
    standing, agent = Standing.GONE, request.headers.get("User-Agent", "")
    if request.POST.get("key") == key:
        try:
            standing = push.tell_again(me, **form.cleaned_data, agent=agent, by=me.key, at=at)
        except Refusal:  # they have as many as one can tell apart
            standing = Standing.UNWANTED
    return JsonResponse({"key": key, "standing": standing})


def _is_large(request: HttpRequest) -> bool:
    length = request.headers.get("Content-Length", "")
    return not length.isdecimal() or int(length) > MOST_BYTES


def _read(body: bytes) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _may(user: User) -> bool:
    what = limits.subject("push-device", user.key)
    return staff.attempt(what, most=AN_HOUR, within=limits.HOUR, at=timezone.now())
