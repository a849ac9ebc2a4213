"""The page of one's notices: the newest first, of all kinds or of one, and marking them as read."""

import uuid
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from makegood.staff.notices import actions as notices
from makegood.staff.notices.kinds import Kind
from makegood.staff.notices.models import Notice
from makegood.staff.permissions import person
from makegood.ui import keyset, live

UNREAD = "unread"


@require_safe
@login_required
def show(request: HttpRequest) -> HttpResponse:
    """`?which=` a kind, or `unread`; `?after=` goes on with older ones. What makes no sense is all, from the newest."""
    me = person(request)
    live.subscribe(request, me.key)
    return render(request, "notices/told.html", _page(request) | {"choices": _choices(request)})


@require_safe
@login_required
def rows(request: HttpRequest) -> HttpResponse:
    """The rows alone, for a page that shows them."""
    return render(request, "notices/_told.html", _page(request))


@require_safe
@login_required
def unread(request: HttpRequest) -> HttpResponse:
    """The mark in the masthead alone."""
    return render(request, "ui/_unread.html")


@require_POST
@login_required
def read_one(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One of one's own."""
    me = person(request)
    notice = get_object_or_404(me.notices.all(), pk=key)
    notices.read(me, Notice.objects.filter(pk=notice.pk), at=timezone.now())
    return _back(request)


@require_POST
@login_required
def read_all(request: HttpRequest) -> HttpResponse:
    """All of the chosen ones, up to the newest that the page showed: what came since has been read by nobody."""
    me = person(request)
    found = _chosen(request, request.POST.get("which", ""))
    try:
        newest = me.notices.filter(pk=uuid.UUID(request.POST.get("newest", ""))).first()
    except ValueError:
        newest = None
    if newest is not None:
        notices.read(me, found.filter(made_at__lte=newest.made_at), at=timezone.now())
    return _back(request)


def _page(request: HttpRequest) -> dict[str, Any]:
    which, after = _which(request.GET.get("which", "")), request.GET.get("after", "")
    shown, older = keyset.page(_chosen(request, which).newest_first(), after, by="made_at", read=keyset.moment)
    return {"notices": shown, "which": which, "is_first": not after, "older": _address(which, older) if older else ""}


def _chosen(request: HttpRequest, which: str) -> Any:
    found = person(request).notices.all()
    which = _which(which)
    if which == UNREAD:
        return found.unread()
    return found.filter(kind=which) if which else found


def _which(asked: str) -> str:
    return asked if asked in {UNREAD, *Kind.values} else ""


def _address(which: str, after: str = "") -> str:
    told = {name: said for name, said in (("which", which), ("after", after)) if said}
    return reverse("told") + (f"?{urlencode(told)}" if told else "")


def _choices(request: HttpRequest) -> list[dict[str, Any]]:
    """All, the unread, and each kind of which there is one."""
    here = _which(request.GET.get("which", ""))
    there = set(person(request).notices.order_by().values_list("kind", flat=True).distinct()) | {here}
    listed = [("", _("All")), (UNREAD, _("Unread")), *((kind.value, kind.label) for kind in Kind if kind in there)]
    return [{"which": which, "label": label, "here": which == here} for which, label in listed]


def _back(request: HttpRequest) -> HttpResponse:
    return redirect(_address(_which(request.POST.get("which", ""))))
