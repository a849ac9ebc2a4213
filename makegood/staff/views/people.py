"""Staff, for administrators: invite, change, deactivate, help back in."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from makegood.events import actions as events
from makegood.events.refusals import Refusal
from makegood.staff import actions as staff
from makegood.staff import links
from makegood.staff.forms import refusing
from makegood.staff.forms.people import InviteForm, PersonForm
from makegood.staff.models import User
from makegood.staff.permissions import MANAGE_STAFF, person, requires
from makegood.staff.second_factor.models import has_one


@require_safe
@requires(MANAGE_STAFF)
def people(request: HttpRequest) -> HttpResponse:
    everyone = User.objects.prefetch_related("teams")
    return render(
        request,
        "staff/people.html",
        {
            "present": everyone.filter(deactivated_at=None),
            "gone": everyone.exclude(deactivated_at=None),
        },
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_STAFF)
def invite(request: HttpRequest) -> HttpResponse:
    """Invite somebody; the answer shows the link once, for where no mail leaves yet."""
    me = person(request)
    form = InviteForm(request.POST or None, initial={"language": me.language, "timezone": me.timezone})
    if request.method == "POST" and form.is_valid():
        with refusing.said_on(form):
            user = staff.invite(**form.cleaned_data, by=me.key, at=timezone.now())
            return _link_shown(request, user, link=links.invitation_link(user), is_reset=False)
    return render(request, "staff/invite.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_STAFF)
def member(request: HttpRequest, ref: str) -> HttpResponse:
    user = get_object_or_404(User, ref=ref)
    initial = {"name": user.name, "email": user.email, "role": user.role, "teams": user.teams.all()}
    form = PersonForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given, by, at = form.cleaned_data, person(request).key, timezone.now()
        try:
            with events.moment():
                staff.edit_person(user, name=given["name"], email=given["email"], teams=given["teams"], by=by, at=at)
                staff.change_role(user, role=given["role"], by=by, at=at)
        except Refusal as refusal:
            refusing.say(form, refusal)
            user.refresh_from_db()
        else:
            messages.success(request, _("Saved."))
            return redirect("staff")
    shown = {"form": form, "member": user, "has_second_factor": User.objects.filter(has_one(), pk=user.pk).exists()}
    return render(request, "staff/member.html", shown)


@require_POST
@requires(MANAGE_STAFF)
def deactivation(request: HttpRequest, ref: str) -> HttpResponse:
    user = get_object_or_404(User, ref=ref)
    try:
        staff.deactivate(user, by=person(request).key, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("staff-member", ref=ref)
    if user == person(request):
        logout(request)
        return redirect("sign-in")
    told = _("%(name)s can no longer sign in. Their open cases go back to the team.")
    messages.success(request, told % {"name": user.name})
    return redirect("staff")


@require_POST
@requires(MANAGE_STAFF)
def reactivation(request: HttpRequest, ref: str) -> HttpResponse:
    user = staff.reactivate(get_object_or_404(User, ref=ref), by=person(request).key, at=timezone.now())
    messages.success(request, _("%(name)s is back.") % {"name": user.name})
    return redirect("staff-member", ref=ref)


@never_cache
@require_POST
@requires(MANAGE_STAFF)
def new_link(request: HttpRequest, ref: str) -> HttpResponse:
    """A fresh link, mailed and shown once: to join for who has not, to a new password for who has."""
    user, by, at = get_object_or_404(User, ref=ref, deactivated_at=None), person(request).key, timezone.now()
    if user.is_invited:
        staff.invite_again(user, by=by, at=at)
        return _link_shown(request, user, link=links.invitation_link(user), is_reset=False)
    staff.ask_reset(user, by=by, at=at)
    return _link_shown(request, user, link=links.reset_link(user), is_reset=True)


def _link_shown(request: HttpRequest, user: User, *, link: str, is_reset: bool) -> HttpResponse:
    shown = {"member": user, "link": link, "is_reset": is_reset}
    return render(request, "staff/link_shown.html", shown, status=201)
