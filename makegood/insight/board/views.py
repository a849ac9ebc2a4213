"""The board for whoever is signed in, its wall screens, and the wall itself."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from makegood.events.refusals import Refusal
from makegood.insight import actions as insight
from makegood.insight import links
from makegood.insight.board import floor as floors
from makegood.insight.board import opening
from makegood.insight.board.floor import Floor
from makegood.insight.board.forms import ScreenForm
from makegood.insight.board.standing import board
from makegood.insight.models import Screen
from makegood.staff.permissions import OPEN_SCREENS, WORK_CASES, may, person, requires
from makegood.ui import live


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest) -> HttpResponse:
    """The board of `?team= brand=`; `?large=yes` fills a screen with it."""
    user = person(request)
    offered = floors.choices(user)
    floor = floors.asked(request, user, offered)
    live.subscribe(request, live.FLOOR)
    large = bool(request.GET.get("large"))
    asked = floor.query | ({"large": "yes"} if large else {})
    context = _shown(floor, f"{reverse('board-part')}?{urlencode(asked)}", large=large) | {
        "offered": offered,
        "large_url": f"{reverse('board')}?{urlencode(floor.query | {'large': 'yes'})}",
        "small_url": f"{reverse('board')}?{urlencode(floor.query)}",
        "may_open_screens": may(user, OPEN_SCREENS),
    }
    return render(request, "insight/wall.html" if large else "insight/board.html", context)


@require_safe
@requires(WORK_CASES)
def part(request: HttpRequest) -> HttpResponse:
    """The figures alone, for the page that shows them."""
    user = person(request)
    floor = floors.asked(request, user, floors.choices(user))
    shown = _shown(floor, request.get_full_path(), large=bool(request.GET.get("large")))
    return render(request, "insight/_board.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(OPEN_SCREENS)
def screens(request: HttpRequest) -> HttpResponse:
    """The wall screens that somebody may revoke, with their links; and opening one."""
    user = person(request)
    form = ScreenForm(request.POST or None, offered=floors.choices(user))
    if request.method == "POST" and form.is_valid():
        try:
            insight.open_screen(**form.cleaned_data, by=user, at=timezone.now())
        except Refusal as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, _("The wall screen is open: its link stands below."))
            return redirect("screens")
    found = Screen.objects.managed_by(user).in_use().select_related("team", "brand", "made_by")
    opened = [(screen, settings.BASE_URL + reverse("wall", args=[links.token(screen)])) for screen in found]
    return render(request, "insight/screens.html", {"form": form, "opened": opened}, status=422 if form.errors else 200)


@require_POST
@requires(OPEN_SCREENS)
def revoke(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Its link opens nothing any more."""
    screen = get_object_or_404(Screen.objects.managed_by(person(request)), pk=key)
    insight.revoke_screen(screen, by=person(request), at=timezone.now())
    messages.success(request, _("The wall screen is revoked: its link opens nothing any more."))
    return redirect("screens")


@require_safe
def wall(request: HttpRequest, token: str) -> HttpResponse:
    """The board of a link, though nobody is signed in: figures alone, and names of staff where its opener chose so."""
    screen = _screen(token)
    live.subscribe(request, live.FLOOR, listener=f"W-{screen.pk.hex}")
    context = _shown(floors.of_screen(screen), reverse("wall-part", args=[token]), large=True)
    return _for_nobody_else(render(request, "insight/wall.html", context))


@require_safe
def wall_part(request: HttpRequest, token: str) -> HttpResponse:
    """The figures alone, for the wall that shows them."""
    context = _shown(floors.of_screen(_screen(token)), request.path, large=True)
    return _for_nobody_else(render(request, "insight/_board.html", context))


def _shown(floor: Floor, part_url: str, *, large: bool) -> dict[str, Any]:
    """What fills a screen is looked at from afar, by anybody: it has no links."""
    shown = board(floor, at=timezone.now())
    opens = None if large else opening.of_board(floor, shown)
    return {"floor": floor, "board": shown, "opening": opens, "part_url": part_url, "large": large}


def _screen(token: str) -> Screen:
    screen = links.screen_of(token)
    if screen is None:
        raise Http404
    return screen


def _for_nobody_else(response: HttpResponse) -> HttpResponse:
    """The address is the key: it goes into no cache and no search engine."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
