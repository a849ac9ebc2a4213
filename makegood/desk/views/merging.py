"""Merging a case into another: choose it, look what will happen, do it, and part them again."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from makegood.cases import actions as cases
from makegood.cases.models import Case, CaseState, Merge, Shelf
from makegood.desk.forms import MoveForm
from makegood.desk.views import case as pages
from makegood.desk.views.acts import back
from makegood.promises.models import Commitment
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, person, requires

OFFERED = 20
REFUSED = {
    "same": gettext_lazy("That is this case itself."),
    "merged": gettext_lazy("One of them has been merged into another case already."),
    "shelved": gettext_lazy("One of them lies in Junk or is deleted. Take it back into work first."),
    "closed": gettext_lazy("That case is closed. Merge it into this one instead."),
    "later": gettext_lazy("The case it was merged into has been merged itself since. Part that first."),
}


@require_http_methods(["GET", "HEAD", "POST"])
@requires(WORK_CASES)
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Choose, and look: nothing is done by GET. POST: they become one."""
    user = person(request)
    case = pages.find(user, ref)
    named = (request.POST if request.method == "POST" else request.GET).get("to", "")
    into = _named(user, named) if named else None
    if named and into is None:
        return _page(request, case, trouble=_("There is no such case, or you may not see it."), status=422)
    if into is None or request.method != "POST":
        return _page(request, case, into=into)
    try:
        merged = cases.merge(case, into=into, by=user, at=timezone.now())
    except cases.CannotMerge as refusal:
        return _page(request, case, trouble=str(REFUSED[refusal.reason]), status=409)
    messages.success(
        request, _("Merged. You can undo this where the case tells of it, or under “More actions”, “Merge”.")
    )
    return redirect("case", ref=merged.ref)


@require_POST
@requires(WORK_CASES)
def part(request: HttpRequest, ref: str, key: uuid.UUID) -> HttpResponse:
    """Make two of one again."""
    user = person(request)
    case = pages.find(user, ref)
    merge = get_object_or_404(Merge, pk=key, target=case)
    try:
        parted = cases.unmerge(merge, by=user, at=timezone.now())
    except cases.CannotMerge as refusal:
        if "X-Act" in request.headers:  # pressed in the case itself
            messages.error(request, str(REFUSED[refusal.reason]))
            return pages.page(request, case, status=409)
        return _page(request, case, trouble=str(REFUSED[refusal.reason]), status=409)
    messages.success(request, _("They are two cases again."))
    return back(request, parted)


def _named(user: User, named: str) -> Case | None:
    form = MoveForm({"to": named})
    try:
        return pages.find(user, form.cleaned_data["to"]) if form.is_valid() else None
    except Http404:
        return None


def _joining(case: Case, into: Case) -> list[str]:
    """Whoever has not read the other case so far, and will."""
    known = set(into.parties.values_list("address", flat=True))
    return [address for address in case.parties.values_list("address", flat=True) if address and address not in known]


def _page(
    request: HttpRequest, case: Case, *, into: Case | None = None, trouble: str = "", status: int = 200
) -> HttpResponse:
    """The others of the same customer come first; any other case is named by its reference."""
    user = person(request)
    if into is not None and into.pk == case.pk:
        into, trouble, status = None, str(REFUSED["same"]), 422
    seen = Case.objects.visible_to(user).filter(customer=case.customer, shelf=Shelf.NONE)
    others = seen.exclude(pk=case.pk).exclude(state=CaseState.CLOSED).newest_words_first()[:OFFERED]
    context: dict[str, Any] = {
        "case": case,
        "into": into,
        "trouble": trouble,
        "others": others,
        "merges": case.merges.filter(undone_at=None).select_related("source", "by").order_by("-at"),
        "going": case.message_count,
        "joining": _joining(case, into) if into is not None else [],
        "promises": Commitment.objects.about(case.ref).count(),
    }
    return render(request, "desk/merging.html", context, status=status)
