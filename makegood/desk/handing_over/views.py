"""Offering a case to others, and what they answer."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from makegood.cases import actions as cases
from makegood.cases.models import Case, Handover
from makegood.desk.forms import Colleagues, HandOverForm
from makegood.desk.handing_over.panel import DeclineForm
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back, leave
from makegood.events.refusals import Refusal
from makegood.staff.models import User


@act()
def offer(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Offer the case to a team or a person, with a reason."""
    form = HandOverForm(request.POST, colleagues=Colleagues.of(case))
    if not form.is_valid():
        return pages.page(request, case, status=422, handover_form=form)
    data, at = form.cleaned_data, timezone.now()
    try:
        offered = cases.hand_over(case, owner=data["owner"], team=data["team"], reason=data["reason"], by=user, at=at)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return back(request, case)
    if offered is None:
        messages.success(request, _("Handed over."))
        return leave(request)
    messages.success(request, _("Offered. You are told once somebody has accepted it."))
    return back(request, case, to="owner")


@act()
def accept(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """The case is theirs now."""
    try:
        cases.accept(_offer(case, key), by=user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return back(request, case, to="owner")


@act()
def decline(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """It stays where it is."""
    form = DeclineForm(request.POST)
    try:
        words = form.data.get("words", "")[:500]
        cases.decline(_offer(case, key), words=words, by=user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return back(request, case, to="owner")


@act()
def take_back(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """It is offered no more."""
    offered = _offer(case, key)
    if not offered.may_be_taken_back_by(user):
        messages.error(request, _("Only who offered it, who answers for it, or a lead may take it back."))
        return back(request, case, to="owner")
    try:
        cases.take_back_offer(offered, by=user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return back(request, case, to="owner")


def _offer(case: Case, key: uuid.UUID) -> Handover:
    return get_object_or_404(Handover.objects.for_pages(), pk=key, case=case)
