"""Acts on a case: each parses, calls one verb, and shows the case again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from makegood.cases import actions as cases
from makegood.cases.actions import fields, tasks
from makegood.cases.models import Case, Message, Step, Task
from makegood.customers import actions as customers
from makegood.desk import inbox
from makegood.desk.forms import Colleagues, MoveForm, OwnerForm
from makegood.desk.views import case as pages
from makegood.staff.models import User
from makegood.staff.permissions import DELETE_CASES, WORK_CASES, person, requires

Act = Callable[..., HttpResponse]


def act(ability: str = WORK_CASES) -> Callable[[Act], Act]:
    """A POST on a case that the person may see: `view(request, case, user, …)`."""

    def decorate(view: Act) -> Act:
        @require_POST
        @requires(ability)
        @wraps(view)
        def acting(request: HttpRequest, ref: str, **kwargs: Any) -> HttpResponse:
            user = person(request)
            return view(request, pages.find(user, ref, is_shown=False), user, **kwargs)

        return acting  # type: ignore[return-value]

    return decorate


def back(request: HttpRequest, case: Case, *, to: str = "") -> HttpResponse:
    """Show the case again, beside the list they came from; `to` is the id of what takes the focus there."""
    within = inbox.where(person(request), request.GET).query
    return go(request, reverse("case", args=[case.ref]) + within + (f"#{to}" if to else ""))


def leave(request: HttpRequest) -> HttpResponse:
    """The case is off their desk: show the list they came from."""
    return go(request, inbox.where(person(request), request.GET).url)


def go(request: HttpRequest, url: str) -> HttpResponse:
    """After an act, to this address: act.js goes there itself, fetching the same page again or leaving for another one."""
    if "X-Act" in request.headers:
        return HttpResponse(status=204, headers={"X-Goto": url})
    return redirect(url)


@act()
def owner(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Take a case (`take`), or give it to a colleague or the rota."""
    if "take" in request.POST:
        cases.assign(case, owner=user, by=user, at=timezone.now())
        return back(request, case)
    form = OwnerForm(request.POST, colleagues=Colleagues.of(case))
    if not form.is_valid():
        return pages.page(request, case, status=422, owner_form=form)
    cases.assign(case, owner=form.cleaned_data["owner"], by=user, at=timezone.now())
    return back(request, case)


@act()
def resolve(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Once, where tasks or steps are open, it is asked what becomes of them: `tasks` is "back" or "leave"."""
    chosen, at = request.POST.get("tasks", ""), timezone.now()
    open_tasks = Task.objects.of_case(case).filter(is_open=True)
    if not chosen and (open_tasks.exists() or Step.objects.of_case(case).open().exists()):
        return pages.page(request, pages.find(user, case.ref), status=409, resolving=True)
    try:
        cases.resolve(case, by=user, at=at)
    except fields.Unfilled as unfilled:
        shown = pages.find(user, case.ref)
        return pages.page(request, shown, status=409, fields_missing=fields.named(unfilled.fields))
    if chosen == "back":
        tasks.take_all_back(case, by=user, at=at)
    return back(request, case)


@act()
def reopen(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    cases.reopen(case, by=user, at=timezone.now())
    return back(request, case)


@act()
def confirm(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """The customer's words after *resolved* were thanks."""
    cases.confirm(case, by=user, at=timezone.now())
    return back(request, case)


@act()
def junk(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    cases.junk(case, by=user, at=timezone.now())
    messages.success(request, _("It lies in Junk now."))
    return leave(request)


@act(DELETE_CASES)
def delete(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    cases.delete(case, by=user, at=timezone.now())
    messages.success(request, _("Deleted."))
    return leave(request)


@act()
def restore(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    cases.restore(case, by=user, at=timezone.now())
    return back(request, case)


@act()
def block(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Take no more words from this customer, or take them again."""
    if case.customer.blocked_at is None:
        customers.block(case.customer, by=user.key, at=timezone.now())
    else:
        customers.unblock(case.customer, by=user.key, at=timezone.now())
    return back(request, case)


@act()
def move(request: HttpRequest, case: Case, user: User, key: Any) -> HttpResponse:
    """Move a message to the case it belongs to."""
    form = MoveForm(request.POST)
    try:
        if not form.is_valid():
            raise Http404
        target = pages.find(user, form.cleaned_data["to"])
    except Http404:
        messages.error(request, _("There is no such case, or you may not see it."))
        return pages.page(request, case, status=422)
    try:
        moved = cases.move_message(_message(case, key), to=target, by=user, at=timezone.now())
    except cases.MovedMeanwhile:
        return _moved_meanwhile(request, case)
    except cases.CannotMove:
        messages.error(request, _("That case takes no more words: it is closed, in Junk, or deleted."))
        return pages.page(request, case, status=409)
    messages.success(request, _("Moved."))
    return back(request, moved)


def _message(case: Case, key: Any) -> Message:
    """A message of this case. Raises MovedMeanwhile where it is one of another, else Http404."""
    if Message.objects.filter(pk=key).exclude(case=case).exists():
        raise cases.MovedMeanwhile(case.ref)
    return pages.message_of(case, key)


def _moved_meanwhile(request: HttpRequest, case: Case) -> HttpResponse:
    messages.error(request, _("Somebody has moved this message meanwhile."))
    return pages.page(request, pages.find(person(request), case.ref), status=409)
