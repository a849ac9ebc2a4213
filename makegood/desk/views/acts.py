"""Acts on a case: each parses, calls one verb, and shows the case again."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from makegood.cases import actions as cases
from makegood.cases import blobs
from makegood.cases.actions import fields, tasks
from makegood.cases.actions.drafting import Unsent
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, DraftFile, Task
from makegood.cases.offers import is_field
from makegood.cases.words import File
from makegood.customers import actions as customers
from makegood.desk import inbox, noticed, offering
from makegood.desk.both_sides import panel as both_sides
from makegood.desk.both_sides import with_replies
from makegood.desk.forms import MOST_LETTERS, Colleagues, MoveForm, OwnerForm, WordsForm
from makegood.desk.noticed import Noticed
from makegood.desk.views import case as pages
from makegood.staff.models import User
from makegood.staff.permissions import DELETE_CASES, WORK_CASES, person, requires

Act = Callable[..., HttpResponse]
END_OF_DAY = dt.time(17, 0)
MOST_OFFER_FIELDS = 3 * offering.MOST


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
    return _go(request, reverse("case", args=[case.ref]) + within + (f"#{to}" if to else ""))


def leave(request: HttpRequest) -> HttpResponse:
    """The case is off their desk: show the list they came from."""
    return _go(request, inbox.where(person(request), request.GET).url)


def _go(request: HttpRequest, url: str) -> HttpResponse:
    # act.js goes there itself: it fetches the same page again, or leaves for another one.
    if "X-Act" in request.headers:
        return HttpResponse(status=204, headers={"X-Goto": url})
    return redirect(url)


@act()
def reply(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Send a reply. Newer words stop it, and nothing typed is lost."""
    kept = _kept_files(request, case, user)
    form = WordsForm(request.POST, request.FILES, kept=kept)
    at = timezone.now()
    found = _noticed(request, case, at=at, is_reply=True)
    if not form.is_valid():
        return _again(request, case, form, "reply", status=422, found=found)
    if found.stops:
        return _again(request, case, form, "reply", status=422, found=found.asking())
    data = form.cleaned_data
    answer = Answer(
        text=data["text"],
        to=data["to"],
        cc=data["cc"],
        files=(*kept, *data["attachments"]),
        resolves=data["resolves"],
        why_due_at=_end_of(data["why_due"], case) if data["why_due"] else None,
        decisions=found.decisions,
        seen_until=None if data["anyway"] else data["seen_until"],
        undo_seconds=user.undo_seconds,
    )
    if answer.why_due_at is not None and answer.why_due_at <= at:
        form.add_error("why_due", _("The new date lies in the past."))
        return _again(request, case, form, "reply", status=422, found=found)
    seen = both_sides.read(request.POST) if answer.resolves else None
    try:
        message = with_replies.send(case, answer, seen, by=user, at=at)
    except cases.StaleReply as stale:
        return _again(request, case, form, "reply", status=409, found=found, newer=stale.newer)
    except cases.AlreadyToldWhy:
        form.add_error("why_due", _("The customer has been given a new date once already. Keep that one."))
        return _again(request, case, form, "reply", status=422, found=found)
    if answer.resolves and (empty := fields.missing(case)):
        told = _("Your reply leaves. It does not resolve the case while these are empty: %(fields)s.")
        messages.warning(request, told % {"fields": fields.named(empty)})
    return back(request, case, to=f"m-{message.pk}")


@act()
def note(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Keep an internal note, and what it tells was promised."""
    kept = _kept_files(request, case, user)
    form = WordsForm(request.POST, request.FILES, kept=kept)
    at = timezone.now()
    found = _noticed(request, case, at=at, is_reply=False)
    if not form.is_valid():
        return _again(request, case, form, "note", status=422, found=found)
    if found.stops:
        return _again(request, case, form, "note", status=422, found=found.asking())
    data = form.cleaned_data
    files = (*kept, *data["attachments"])
    message = cases.note(case, text=data["text"], files=files, decisions=found.decisions, by=user, at=at)
    return back(request, case, to=f"m-{message.pk}")


@act()
def undo(request: HttpRequest, case: Case, user: User, key: Any) -> HttpResponse:
    """Take a reply back while it can be; its words return to the composer."""
    if not with_replies.take_back(pages.message_of(case, key), by=user, at=timezone.now()):
        messages.warning(request, _("It has left already."))
        return back(request, case)
    return back(request, case, to="text")


@act()
def draft(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Keep what is being written."""
    cases.save_draft(case, _unsent(request), by=user, at=timezone.now())
    return HttpResponse(status=204)


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
    """Once, where tasks are open, it is asked what becomes of them: `tasks` is "back" or "leave"."""
    chosen, at = request.POST.get("tasks", ""), timezone.now()
    if not chosen and Task.objects.of_case(case).filter(is_open=True).exists():
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
def split(request: HttpRequest, case: Case, user: User, key: Any) -> HttpResponse:
    """Give a message a case of its own: its sender's."""
    message = pages.message_of(case, key)
    at = timezone.now()
    customer = message.customer
    if customer is None and message.sender:
        customer = customers.find_or_create(address=message.sender, name=message.sender_name, at=at, by=user.key)
    new = cases.split_off(message, customer=customer.present if customer else case.customer, by=user, at=at)
    messages.success(request, _("Split off into a case of its own."))
    return back(request, new)


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
    try:
        moved = cases.move_message(message, to=target, by=user, at=timezone.now())
    except cases.CannotMove:
        messages.error(request, _("That case takes no more words: it is closed, in Junk, or deleted."))
        return pages.page(request, case, status=409)
    messages.success(request, _("Moved."))
    return back(request, moved)


def _again(
    request: HttpRequest, case: Case, form: WordsForm, kind: str, *, status: int, found: Noticed, newer: Any = None
) -> HttpResponse:
    """The page once more with every word as it was typed; they and the files are kept as a draft too."""
    files = form.cleaned_data.get("attachments", ())
    unsent = dataclasses.replace(_unsent(request), kind=kind, files=files)
    cases.save_draft(case, unsent, by=person(request), at=timezone.now())
    typed = {"kind": kind, "draft": unsent.text, **unsent.fields}
    return pages.page(request, case, status=status, form=form, newer=newer or [], **typed, noticed=found)


def _noticed(request: HttpRequest, case: Case, *, at: dt.datetime, is_reply: bool) -> Noticed:
    """What is noticed in the words as typed, with what they have been asked and have decided."""
    text = request.POST.get("text", "")[:MOST_LETTERS]
    return noticed.read(case, text, request.POST, now=at, is_reply=is_reply)


def _unsent(request: HttpRequest) -> Unsent:
    """What stands in the composer, as typed."""
    typed = request.POST
    names = ["to", "cc", "resolves", "why_due", noticed.ASKED, *both_sides.FIELDS]
    names += [name for name in typed if is_field(name)][:MOST_OFFER_FIELDS]
    return Unsent(
        kind="note" if typed.get("kind") == "note" else "reply",
        text=typed.get("text", "")[:MOST_LETTERS],
        fields={name: typed.get(name, "")[:4000] for name in names},
    )


def _kept_files(request: HttpRequest, case: Case, user: User) -> tuple[File, ...]:
    """The files of their draft that are still ticked."""
    ticked = set(request.POST.getlist("keep"))
    kept = DraftFile.objects.filter(draft__case=case, draft__staff=user) if ticked else []
    return tuple(File(one.name, one.content_type, blobs.read(one.digest)) for one in kept if str(one.pk) in ticked)


def _end_of(day: dt.date, case: Case) -> dt.datetime:
    return dt.datetime.combine(day, END_OF_DAY, tzinfo=ZoneInfo(case.brand.timezone))
