"""Splitting a case: choose what was said, look what will happen, do it, and put it back."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from makegood.cases import actions as cases
from makegood.cases import dividing as words
from makegood.cases.models import Case, Split
from makegood.desk import dividing
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, person, requires

REFUSED = {
    "nothing": gettext_lazy("Choose at least one message."),
    "all": gettext_lazy("At least one message stays. To move them all, merge the case into another."),
    "whose": gettext_lazy("Say whose case it will be."),
    "shelved": gettext_lazy("The case lies in Junk or is deleted. Take it back into work first."),
    "closed": gettext_lazy("The case that it came from was closed since, and takes no words."),
    "merged": gettext_lazy("The case that it came from has been merged into another since. Part these first."),
    "later": gettext_lazy("Something was said or done in the new case since. Merge it into this one instead."),
    "undone": gettext_lazy("This split has been undone already."),
    "moved": gettext_lazy("Somebody has moved one of the messages meanwhile. Choose again."),
}


@require_http_methods(["GET", "HEAD", "POST"])
@requires(WORK_CASES)
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Choose, and look (POST without `do`): nothing is done by either. POST with `do`: they go."""
    case = pages.find(person(request), ref)
    if request.method != "POST":
        return _choosing(request, case, dividing.keys(request.GET.getlist("message")))
    ticked = dividing.keys(request.POST.getlist("message"))
    if "before" in request.POST:
        return _choosing(request, case, ticked, before=request.POST["before"])
    trouble = _trouble(case, ticked)
    if trouble:
        return _choosing(request, case, ticked, trouble=trouble, status=422)
    going = words.chosen(case, ticked)
    if len(going) != len(ticked):
        return _choosing(request, case, [one.pk for one in going], trouble=str(REFUSED["moved"]), status=409)
    if not words.leaves_some(case, going):
        return _choosing(request, case, ticked, trouble=str(REFUSED["all"]), status=422)
    look = dividing.look(case, going, at=timezone.now())
    if "do" not in request.POST:
        return _looking(request, case, look)
    named = look.named(request.POST.get("whose", ""))
    if named is None and look.writers:
        return _looking(request, case, look, trouble=str(REFUSED["whose"]), status=422)
    try:
        new = cases.split(case, going, customer=named, by=person(request), at=timezone.now())
    except cases.MovedMeanwhile:
        return _choosing(request, case, ticked, trouble=str(REFUSED["moved"]), status=409)
    except cases.CannotSplit as refusal:
        return _choosing(request, case, ticked, trouble=str(REFUSED[refusal.reason]), status=409)
    messages.success(request, _("Split off into a case of its own. You can undo this where the case tells of it."))
    return back(request, new)


@act()
def undo(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """Put all back where it was, from either of the two cases."""
    kept = get_object_or_404(Split.objects.of(case), pk=key)
    source = pages.find(user, kept.source.ref, is_shown=False)
    try:
        source = cases.undo_split(kept, by=user, at=timezone.now())
    except cases.CannotSplit as refusal:
        messages.error(request, str(REFUSED[refusal.reason]))
        return pages.page(request, pages.find(user, case.ref), status=409)
    messages.success(request, _("All is in one case again."))
    return back(request, source)


def _trouble(case: Case, ticked: Sequence[uuid.UUID]) -> str:
    if case.shelf:
        return str(REFUSED["shelved"])
    if not ticked:
        return str(REFUSED["nothing"])
    if len(ticked) > dividing.MOST:
        told = ngettext(
            "At most %(most)d message goes at once.", "At most %(most)d messages go at once.", dividing.MOST
        )
        return told % {"most": dividing.MOST}
    return ""


def _choosing(
    request: HttpRequest,
    case: Case,
    ticked: Sequence[uuid.UUID],
    *,
    before: str = "",
    trouble: str = "",
    status: int = 200,
) -> HttpResponse:
    """The messages with their boxes; what is ticked on another page comes along unseen."""
    shown, older = dividing.listed(case, before)
    here = {one.pk for one in shown}
    context: dict[str, Any] = {
        "case": case,
        "shown": [(one, one.pk in ticked) for one in shown],
        "elsewhere": [key for key in ticked if key not in here],
        "older": older,
        "before": before,
        "trouble": trouble,
    }
    return render(request, "desk/splitting.html", context, status=status)


def _looking(
    request: HttpRequest, case: Case, look: dividing.Look, *, trouble: str = "", status: int = 200
) -> HttpResponse:
    context = {"case": case, "look": look, "trouble": trouble}
    return render(request, "desk/splitting_look.html", context, status=status)
