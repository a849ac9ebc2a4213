"""Acts on a case: each parses, calls one verb, and shows the case again."""

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case
from makegood.customers import actions as customers
from makegood.desk.forms import Colleagues, HandOverForm, MoveForm, OwnerForm, WordsForm
from makegood.desk.views import case as pages
from makegood.staff.models import User
from makegood.staff.permissions import DELETE_CASES, WORK_CASES, person, requires

Act = Callable[..., HttpResponse]
END_OF_DAY = dt.time(17, 0)


def act(ability: str = WORK_CASES) -> Callable[[Act], Act]:
    """A POST on a case that the person may see: `view(request, case, user, …)`."""

    def decorate(view: Act) -> Act:
        @require_POST
        @requires(ability)
        @wraps(view)
        def acting(request: HttpRequest, ref: str, **kwargs: Any) -> HttpResponse:
            user = person(request)
            return view(request, pages.find(user, ref), user, **kwargs)

        return acting  # type: ignore[return-value]

    return decorate


def back(case: Case) -> HttpResponse:
    return redirect("case", ref=case.ref)


@act()
def reply(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Send a reply. Newer words stop it, and nothing typed is lost."""
    form = WordsForm(request.POST, request.FILES)
    if not form.is_valid():
        return _again(request, case, form, "reply", status=422)
    data = form.cleaned_data
    answer = Answer(
        text=data["text"],
        to=data["to"],
        cc=data["cc"],
        files=data["attachments"],
        resolves=data["resolves"],
        why_due_at=_end_of(data["why_due"], case) if data["why_due"] else None,
        seen_until=None if data["anyway"] else data["seen_until"],
        undo_seconds=user.undo_seconds,
    )
    at = timezone.now()
    if answer.why_due_at is not None and answer.why_due_at <= at:
        form.add_error("why_due", _("The new date lies in the past."))
        return _again(request, case, form, "reply", status=422)
    try:
        cases.reply(case, answer, by=user, at=at)
    except cases.StaleReply as stale:
        return _again(request, case, form, "reply", status=409, newer=stale.newer)
    except cases.AlreadyToldWhy:
        form.add_error("why_due", _("The customer has been given a new date once already. Keep that one."))
        return _again(request, case, form, "reply", status=422)
    return back(case)


@act()
def note(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Keep an internal note."""
    form = WordsForm(request.POST, request.FILES)
    if not form.is_valid():
        return _again(request, case, form, "note", status=422)
    cases.note(case, text=form.cleaned_data["text"], files=form.cleaned_data["attachments"], by=user, at=timezone.now())
    return back(case)


@act()
def undo(request: HttpRequest, case: Case, user: User, key: Any) -> HttpResponse:
    """Take a reply back while it can be; its words return to the composer."""
    if not cases.undo(pages.message_of(case, key), by=user, at=timezone.now()):
        messages.warning(request, _("It has left already."))
    return back(case)


@act()
def draft(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Keep what is being written."""
    kind = "note" if request.POST.get("kind") == "note" else "reply"
    cases.save_draft(case, kind=kind, text=request.POST.get("text", "")[:200_000], by=user, at=timezone.now())
    return HttpResponse(status=204)


@act()
def owner(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Take a case (`take`), or give it to a colleague or the rota."""
    if "take" in request.POST:
        cases.assign(case, owner=user, by=user, at=timezone.now())
        return back(case)
    form = OwnerForm(request.POST, colleagues=Colleagues.of(case))
    if not form.is_valid():
        return pages.page(request, case, status=422, owner_form=form)
    cases.assign(case, owner=form.cleaned_data["owner"], by=user, at=timezone.now())
    return back(case)


@act()
def handover(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Hand over to a team or person, with a reason."""
    form = HandOverForm(request.POST, colleagues=Colleagues.of(case))
    if not form.is_valid():
        return pages.page(request, case, status=422, handover_form=form)
    data = form.cleaned_data
    cases.hand_over(case, owner=data["owner"], team=data["team"], reason=data["reason"], by=user, at=timezone.now())
    messages.success(request, _("Handed over."))
    return redirect("inbox")


@act()
def resolve(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    cases.resolve(case, by=user, at=timezone.now())
    return back(case)


@act()
def reopen(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    cases.reopen(case, by=user, at=timezone.now())
    return back(case)


@act()
def confirm(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """The customer's words after *resolved* were thanks."""
    cases.confirm(case, by=user, at=timezone.now())
    return back(case)


@act()
def junk(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    cases.junk(case, by=user, at=timezone.now())
    messages.success(request, _("It lies in Junk now."))
    return redirect("inbox")


@act(DELETE_CASES)
def delete(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    cases.delete(case, by=user, at=timezone.now())
    messages.success(request, _("Deleted."))
    return redirect("inbox")


@act()
def restore(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    cases.restore(case, by=user, at=timezone.now())
    return back(case)


@act()
def block(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Take no more words from this customer, or take them again."""
    if case.customer.blocked_at is None:
        customers.block(case.customer, by=user.key, at=timezone.now())
    else:
        customers.unblock(case.customer, by=user.key, at=timezone.now())
    return back(case)


@act()
def split(request: HttpRequest, case: Case, user: User, key: Any) -> HttpResponse:
    """Give a message a case of its own: its sender's."""
    message = pages.message_of(case, key)
    at = timezone.now()
    customer = message.customer
    if customer is None and message.sender:
        customer = customers.find_or_create(address=message.sender, name=message.sender_name, at=at, by=user.key)
    new = cases.split_off(message, customer=customer or case.customer, by=user, at=at)
    messages.success(request, _("Split off into a case of its own."))
    return back(new)


@act()
def move(request: HttpRequest, case: Case, user: User, key: Any) -> HttpResponse:
    """Move a message to the case it belongs to."""
    form = MoveForm(request.POST)
    message = pages.message_of(case, key)
    try:
        if not form.is_valid():
            raise Http404
        target = pages.find(user, form.cleaned_data["to"])
    except Http404:
        messages.error(request, _("There is no such case, or you may not see it."))
        return pages.page(request, case, status=422)
    cases.move_message(message, to=target, by=user, at=timezone.now())
    messages.success(request, _("Moved."))
    return back(target)


def _again(
    request: HttpRequest, case: Case, form: WordsForm, kind: str, *, status: int, newer: Any = None
) -> HttpResponse:
    """The page once more with every word as it was typed; they are kept as a draft too."""
    typed = request.POST
    cases.save_draft(case, kind=kind, text=typed.get("text", "")[:200_000], by=person(request), at=timezone.now())
    kept = {"to": typed.get("to", ""), "cc": typed.get("cc", ""), "draft": typed.get("text", ""), "kind": kind}
    return pages.page(request, case, status=status, form=form, newer=newer or [], **kept)


def _end_of(day: dt.date, case: Case) -> dt.datetime:
    return dt.datetime.combine(day, END_OF_DAY, tzinfo=ZoneInfo(case.brand.timezone))
