"""Second factors of others, for administrators: who must have one, and helping whoever lost theirs."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from makegood.staff.models import Role, User
from makegood.staff.permissions import MANAGE_STAFF, person, requires
from makegood.staff.second_factor import actions as second_factor
from makegood.staff.second_factor.forms import RequirementForm
from makegood.staff.second_factor.models import RoleWithSecondFactor, has_one


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_STAFF)
def requirement(request: HttpRequest) -> HttpResponse:
    required = list(RoleWithSecondFactor.objects.values_list("role", flat=True))
    form = RequirementForm(request.POST if request.method == "POST" else None, initial={"roles": required})
    if request.method == "POST" and form.is_valid():
        second_factor.require(form.cleaned_data["roles"], by=person(request).key, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("signing-in")
    return render(request, "second_factor/requirement.html", {"form": form, "figures": _figures()})


def _figures() -> list[dict[str, object]]:
    """Of each role: how many work in it, and how many of them have a second factor."""
    counted = {
        row["role"]: row
        for row in User.objects.working()
        .order_by()
        .annotate(has_one=has_one())
        .values("role")
        .annotate(people=Count("pk"), with_one=Count("pk", filter=Q(has_one=True)))
    }
    nobody = {"people": 0, "with_one": 0}
    return [{"role": role.label, **{name: counted.get(role, nobody)[name] for name in nobody}} for role in Role]


@require_POST
@requires(MANAGE_STAFF)
def remove(request: HttpRequest, ref: str) -> HttpResponse:
    """For somebody who lost their telephone and their recovery codes."""
    user, me = get_object_or_404(User, ref=ref), person(request)
    if user == me:
        return redirect("profile-second-factor")  # one's own asks the password
    second_factor.remove_all(user, by=me.key, at=timezone.now())
    told = _("%(name)s signs in with the password alone, until they set up a second factor anew.")
    messages.success(request, told % {"name": user.name})
    return redirect("staff-member", ref=ref)
