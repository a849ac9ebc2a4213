"""Granting, asking, answering, and what became of what is owed: acts on a case."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from makegood.cases.models import Case
from makegood.desk.making_good.panel import AnswerForm, GrantForm
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back
from makegood.events.refusals import Refusal
from makegood.recovery import actions as recovery
from makegood.recovery.models import Ask, Refund, Remedy
from makegood.staff.forms import refusing
from makegood.staff.models import User
from makegood.staff.permissions import ANSWER_ASKS

PANEL = "remedies"


@act()
def grant(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Give it at once; with `ask`, ask a lead for it."""
    form = GrantForm(request.POST)
    if not form.is_valid():
        return _again(request, case, form)
    gift, at = form.gift(), timezone.now()
    try:
        if "ask" in request.POST:
            recovery.ask(case, gift, why=form.cleaned_data["why"], by=user, at=at)
            messages.success(request, _("A lead is asked, and their answer has a clock."))
        else:
            recovery.grant(case, gift, by=user, at=at)
            messages.success(request, _("Granted. The customer is told by mail."))
    except Refusal as refusal:
        refusing.say(form, refusal)
        return _again(request, case, form)
    return back(request, case, to=PANEL)


@act()
def given(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """The customer has it."""
    if not recovery.give(_remedy(case, key), by=user, at=timezone.now()):
        messages.warning(request, _("That is settled already."))
    return back(request, case, to=PANEL)


@act()
def refused(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """The customer does not want it."""
    if not recovery.refuse(_remedy(case, key), by=user, at=timezone.now()):
        messages.warning(request, _("That is settled already."))
    return back(request, case, to=PANEL)


@act()
def send_again(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """Its letter came back: send it to another address."""
    address = request.POST.get("address", "")
    try:
        recovery.send_again(_remedy(case, key), address=address, by=user, at=timezone.now())
    except Refusal as refusal:
        typed = {"key": key, "address": address, "told": str(refusal)}
        return pages.page(request, pages.find(user, case.ref), status=422, letter_typed=typed)
    messages.success(request, _("It is sent once more."))
    return back(request, case, to=PANEL)


@act()
def ask_again(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """Have a refund that failed sent to the payment system once more."""
    refund = get_object_or_404(Refund, remedy=_remedy(case, key))
    try:
        recovery.ask_again(refund, by=user, at=timezone.now())
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    return back(request, case, to=PANEL)


@act(ANSWER_ASKS)
def answer(request: HttpRequest, case: Case, user: User, asked: str) -> HttpResponse:
    """Grant what was asked (`grant`), or decline it with a word why."""
    found = get_object_or_404(Ask.objects.of_case(case), ref=asked)
    form = AnswerForm(request.POST)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    try:
        recovery.answer(found, granted="grant" in request.POST, words=words, by=user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return pages.page(request, case, status=422)
    return back(request, case, to=PANEL)


def _remedy(case: Case, key: uuid.UUID) -> Remedy:
    return get_object_or_404(Remedy.objects.of_case(case), pk=key)


def _again(request: HttpRequest, case: Case, form: GrantForm) -> HttpResponse:
    return pages.page(request, case, status=422, grant_form=form)
