"""Promises in an agent's own words: noticed while writing, made by hand, done, taken back, excused."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from makegood.cases import actions as cases
from makegood.cases.models import Case, Draft
from makegood.desk import noticed
from makegood.desk.excusing import ExcuseForm, may_excuse
from makegood.desk.offering import PromiseForm
from makegood.desk.views import case as pages
from makegood.desk.views import explain
from makegood.desk.views.acts import act, back
from makegood.promises.models import Commitment, Excuse
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, person, requires


@require_safe
@requires(WORK_CASES)
def offered(request: HttpRequest, ref: str) -> HttpResponse:
    """What is noticed in this person's draft, alone, for the composer."""
    user = person(request)
    case = pages.find(user, ref)
    draft = Draft.objects.filter(case=case, staff=user).order_by("changed_at").last()
    found = noticed.in_draft(case, draft, now=timezone.now()) if draft else noticed.NOTHING
    return render(request, "desk/_noticed.html", {"case": case, "noticed": found})


@act()
def promise(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Promise something by hand."""
    at = timezone.now()
    form = PromiseForm(request.POST, now=at)
    if not form.is_valid():
        return pages.page(request, case, status=422, promise_form=form)
    try:
        made = cases.promise(case, words=form.cleaned_data["words"], due_at=form.cleaned_data["due"], by=user, at=at)
    except cases.OnShelf:
        messages.warning(request, _("Nobody works on this case, so nothing is promised in it."))
        return back(request, case)
    return back(request, case, to=f"p-{made.pk}")


@act()
def keep(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """It is done."""
    kept = cases.keep_promise(case, _promised(case, key), by=user, at=timezone.now())
    return back(request, case, to=f"p-{kept.pk}")


@act()
def undo(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """It is not done after all."""
    promised = _promised(case, key)
    if not cases.take_back_done(case, promised, by=user, at=timezone.now()):
        messages.warning(request, _("It stands as done already."))
    return back(request, case, to=f"p-{promised.pk}")


@act()
def excuse(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """It need not be kept, for a reason. Of a broken promise only a lead may say so."""
    promised = _promised(case, key)
    if promised.owed and not may_excuse(user, promised):
        raise PermissionDenied
    form = ExcuseForm(request.POST)
    if not form.is_valid():
        return explain.page(request, case, promised, status=422, excuse_form=form)
    reason = Excuse.Reason(form.cleaned_data["reason"])
    words = form.cleaned_data["words"]
    cases.excuse_promise(case, promised, reason=reason, words=words, by=user, at=timezone.now())
    return back(request, case, to=f"p-{promised.pk}")


def _promised(case: Case, key: uuid.UUID) -> Commitment:
    """What somebody promised in this case in their own words, or 404."""
    found = Commitment.objects.about(case.ref).filter(pk=key).first()
    if found is None or not found.is_by_hand:
        raise Http404
    return found
