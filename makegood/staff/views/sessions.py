"""Where people are signed in: one's own, and, for administrators, others'."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from makegood.staff import actions as staff
from makegood.staff import browsers
from makegood.staff.models import Session, User
from makegood.staff.permissions import MANAGE_STAFF, person, requires

MOST = 100  # of one person; they are over after two weeks without use


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def own(request: HttpRequest) -> HttpResponse:
    """The list; POST ends all but this one."""
    me = person(request)
    if request.method == "POST":
        staff.end_sessions(me, by=me.key, at=timezone.now())
        update_session_auth_hash(request, me)
        messages.success(request, _("You are signed out everywhere but here."))
        return redirect("profile-sessions")
    return render(request, "staff/sessions.html", {"sessions": _listed(me, request)})


@require_POST
@login_required
def end_own(request: HttpRequest, key: str) -> HttpResponse:
    me = person(request)
    session = _find(me, key)
    if session is not None and session.session_key == request.session.session_key:
        logout(request)
        return redirect("sign-in")
    _end(request, session, by=me)
    return redirect("profile-sessions")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_STAFF)
def others(request: HttpRequest, ref: str) -> HttpResponse:
    """The list of somebody else; POST ends all of them."""
    user, me = get_object_or_404(User, ref=ref), person(request)
    if user == me:
        return redirect("profile-sessions")
    if request.method == "POST":
        staff.end_sessions(user, by=me.key, at=timezone.now())
        messages.success(request, _("%(name)s is signed out everywhere.") % {"name": user.name})
        return redirect("staff-sessions", ref=ref)
    has_tokens = user.api_tokens.filter(revoked_at=None).exists()
    shown = {"sessions": _listed(user, request), "member": user, "has_tokens": has_tokens}
    return render(request, "staff/sessions.html", shown)


@require_POST
@requires(MANAGE_STAFF)
def end_others(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    user, me = get_object_or_404(User, ref=ref), person(request)
    if user == me:
        return redirect("profile-sessions")
    _end(request, _find(user, key), by=me)
    return redirect("staff-sessions", ref=ref)


def _listed(user: User, request: HttpRequest) -> list[dict[str, Any]]:
    return [
        {"session": one, "browser": browsers.named(one.agent), "here": one.session_key == request.session.session_key}
        for one in user.sessions.lasting(timezone.now())[:MOST]
    ]


def _find(user: User, key: str) -> Session | None:
    return next((one for one in user.sessions.lasting(timezone.now())[:MOST] if one.key == key), None)


def _end(request: HttpRequest, session: Session | None, *, by: User) -> None:
    if session is not None:
        staff.end_session(session, by=by.key, at=timezone.now())
    messages.success(request, _("That browser is signed out."))
