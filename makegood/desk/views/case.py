"""The case page: what was said, what is owed, who answers for it."""

import datetime as dt
import logging
import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from makegood.brands import scope
from makegood.cases import actions as cases
from makegood.cases.models import Case, Message, MessageKind, Party, Presence
from makegood.cases.models.case import NOTHING_DUE
from makegood.desk import besides, giving, hearing, inbox, noticed, questions, signatures, timeline
from makegood.desk.alongside import prepared
from makegood.desk.both_sides import panel as both_sides
from makegood.desk.checklists import panel as playing
from makegood.desk.fields import panel as fields
from makegood.desk.forms import MOST_BYTES, WordsForm, too_large
from makegood.desk.handing_over import panel as handing_over
from makegood.desk.hours import panel as hours
from makegood.desk.kinds import panel as kinds
from makegood.desk.links import panel as linked
from makegood.desk.making_good import panel
from makegood.desk.nudging import panel as nudges
from makegood.desk.nudging import typed as nudge_typed
from makegood.desk.parts.sheet import Sheet
from makegood.desk.planning import later
from makegood.desk.problems import panel as known
from makegood.desk.reminding import panel as reminding
from makegood.desk.sales import bought
from makegood.desk.side_conversations import panel as aside
from makegood.desk.snoozing import awaited
from makegood.desk.tasks import panel as given
from makegood.events.actions import moment
from makegood.recovery.winning_back import part
from makegood.staff import actions as staff
from makegood.staff import permissions
from makegood.staff.models import User
from makegood.staff.notices import actions as notices
from makegood.staff.permissions import WORK_CASES, person, requires
from makegood.ui import live

BESIDE = 20
SETTLED = 4
log = logging.getLogger(__name__)


def find(user: User, ref: str, *, is_shown: bool = True) -> Case:
    """A case this person may see, or 404: out of sight is as if it were not there. `is_shown`: with all that its page
    shows; an act needs the case alone."""
    case = _asked(user, ref.upper(), is_shown=is_shown)
    if case is not None and case.merged_into_id is not None:
        case = _asked(user, case.present.ref, is_shown=is_shown)
    if case is None:
        raise Http404
    return case


def _asked(user: User, ref: str, *, is_shown: bool) -> Case | None:
    who = questions.asked_as(user, timezone.now()) if is_shown else {"staff": None, "by": None, "hour": None}
    return next(iter(questions.CASE(ref=ref, **who, **scope.as_viewer(user))), None)


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """The whole page."""
    case = find(person(request), ref)
    # Of a case that was merged into another, the other.
    return page(request, case) if case.ref == ref.upper() else redirect("case", ref=case.ref)


def page(request: HttpRequest, case: Case, *, status: int = 200, **more: Any) -> HttpResponse:
    """The case page, with whatever an act that did not go through wants to say. Nothing typed is lost."""
    user = person(request)
    along = _along(request, case)
    here = (case.ref, live.words_of(case.ref), Presence.name_of(case.ref))
    live.subscribe(request, *here, *hearing.topics(along["where"].view, user))
    told = conversation_of(request, case, user)
    context = (
        along | _beside(request, user, along) | told | facts_of(case, user) | composer_of(case, user, told["stretch"])
    )
    return render(request, "desk/case.html", context | more, status=status)


def _beside(request: HttpRequest, user: User, along: Mapping[str, Any]) -> dict[str, Any]:
    """The beginning of the list they came from, so that the next case is one press away."""
    where: inbox.Where = along["where"]
    return {"rows": inbox.page(where.view, user, cursor=where.after, most=BESIDE).rows}


def _along(request: HttpRequest, case: Case) -> dict[str, Any]:
    """The case, the list they came from, and what the parts are written with."""
    where = inbox.where(person(request), request.GET)
    sheet = Sheet.of(request, case, within=where.query)
    return {"case": case, "where": where, "within": where.query, "sheet": sheet}


@require_safe
@requires(WORK_CASES)
def parts(request: HttpRequest, ref: str) -> HttpResponse:
    """Parts of the page (`?part=`, which may be repeated; all where none is named), one after the other, for a page that
    shows the conversation from `?since=` on."""
    user = person(request)
    case = find(user, ref)
    context = _along(request, case)
    asked = [name for name in PARTS if name in request.GET.getlist("part", PARTS)]
    for name in asked:
        context |= PARTS[name](request, user, context)
    return HttpResponse("".join(render_to_string(f"desk/_{name}.html", context, request) for name in asked))


@require_safe
@requires(WORK_CASES)
def earlier(request: HttpRequest, ref: str) -> HttpResponse:
    """Older words, alone, to be put above those that a page shows."""
    case = find(person(request), ref)
    stretch = timeline.stretch(case, before=request.GET.get("before", ""))
    return render(request, "desk/_earlier.html", _along(request, case) | {"stretch": stretch})


def conversation_of(request: HttpRequest, case: Case, user: User) -> dict[str, Any]:
    """What was said, and how the case stands; `?before=` leads to older words. Whoever looks has read it."""
    before, since = request.GET.get("before", ""), request.GET.get("since", "")
    seen = see(case, user, is_asked=not request.headers.get("X-Patient"))
    told = timeline.stretch(case, before=before, since=since, seen=seen)
    start = told.start if seen is not None and not before else None
    return {
        "stretch": told,
        "before": before,
        "since": since or told.first,
        "start": start.pk if start else "",
        "customer": case.customer,
        "may_delete": permissions.may(user, permissions.DELETE_CASES),
    }


def see(case: Case, user: User, *, is_asked: bool = True) -> dt.datetime | None:
    """Note that this person has read the case, and for audits that they looked at it in this hour; asked first, so that
    looking twice writes once. When they last had read it. Of what a page fetches by itself (not `is_asked`) nothing is
    noted: it says every few seconds that somebody is there, and then this is called.

    Nobody is kept from reading because the mark finds no room or a held database: then it is made the next time.
    """
    at = timezone.now()
    reader = questions.reader_of(case, user, at)
    has_news = reader.is_named or reader.has_returned
    is_news = reader.seen is None or reader.seen < case.last_at or has_news
    if is_asked and (is_news or reader.is_told or not reader.is_noted):
        try:
            with moment():
                if reader.is_told:
                    notices.read_about(case.ref, by=user, at=at)
                if is_news:
                    cases.mark_seen(case, by=user, at=at, has_news=has_news)
                if not reader.is_noted:
                    staff.add_look(case.ref, by=user, at=at)
        except OperationalError:
            log.warning("It could not be noted that %s was read", case.ref, exc_info=True)
    return reader.seen


def facts_of(case: Case, user: User, *, known: str = "") -> dict[str, Any]:
    """The ledger, the customer, the owner and what they may be changed to, unless the page has these choices already: `known`
    is the mark of those that it shows."""
    customer, giveable = case.customer, giving.choices(case, known)
    commitments = questions.COMMITMENTS(about=case.ref)
    settled = [one for one in reversed(commitments) if not one.owed]
    shown = SETTLED if len(settled) > SETTLED + 2 else len(settled)
    return {
        "owed": sorted((one for one in commitments if one.owed), key=lambda one: one.due_at or NOTHING_DUE),
        "settled": settled[:shown],
        "long_settled": settled[shown:],
        "customer": customer,
        "contacts": questions.CONTACTS(customer=customer.pk),
        "parties": [party for party in questions.parties_of(case) if party.role == Party.Role.COPIED],
        "others": questions.OTHERS(case=case.pk, customer=customer.pk, **scope.as_viewer(user)),
        "follows": Case.objects.visible_to(user).filter(pk=case.follows_id).first() if case.follows_id else None,
        **giveable,
        "bought": bought.of(case, user),
    } | _besides(case, user)


def _besides(case: Case, user: User) -> dict[str, Any]:
    """What few cases have: an offer of it to others, tasks given away, how both sides saw it, and what is to be made
    good and how the customer is won back; and what few organisations have, kinds and fields."""
    there = besides.of(case, user)
    return {
        "offered": handing_over.of(there.handover, user),
        "reminders": reminding.of(case, user) if there.reminders else [],
        "nudge": nudges.of(case, user),
        "links": linked.of(case, user, now=timezone.now()) if there.links else linked.NONE,
        "checklists": playing.of(case) if there.checklists else playing.NONE,
        "problem": known.of(there.tie, case),
        "tasks": given.of(case) if there.tasks else given.NONE,
        "has_playbooks": there.playbooks or there.checklists,
        "has_problems": there.problems or there.tie is not None,
        "sides": aside.of(case) if there.sides else aside.NONE,
        "tags": there.tags,
        "hours": hours.of(case, user, since=there.timed_since) if there.tracks_time else None,
        "both": both_sides.of(case, there.closing, user),
        **(kinds.of(case) if there.kinds or case.kind_id else kinds.NONE),
        **(fields.of(case) if there.fields else fields.NONE),
        **panel.facts(case, user, there.owed),
        **part.of_case(case, user, there.owed),
    }


def composer_of(case: Case, user: User, told: timeline.Stretch) -> dict[str, Any]:
    """The draft, recipients, and templates in the case's language."""
    draft = max(questions.DRAFTS(case=case.pk, staff=user.pk), key=lambda one: one.changed_at, default=None)
    parties = [party for party in questions.parties_of(case) if party.address]
    to = [party.address for party in parties if party.role == Party.Role.CUSTOMER]
    everybody = ", ".join(_others(parties, told, to))
    typed = {"to": ", ".join(to), "cc": everybody} | (draft.fields if draft else {})
    return typed | {
        "kind": draft.kind if draft else "reply",
        "draft": draft.text if draft else "",
        "draft_at": draft.changed_at.isoformat() if draft else "",
        "draft_files": list(draft.files.all()) if draft else [],
        "most_bytes": MOST_BYTES,
        "too_large": too_large(),
        "everybody": everybody,
        "reachable": bool(to),
        **prepared.of(case, user, typed),
        "seen_until": timezone.now().isoformat(),
        "form": WordsForm(),
        **signatures.of(case, typed, user),
        **nudge_typed.composer(case, typed, by=user, now=timezone.now()),
        "later": later.of(case, typed, user),
        "awaited": awaited.of(case, typed, by=user, now=timezone.now()),
        "ours": both_sides.composer(typed),
        "noticed": noticed.in_draft(case, draft, now=timezone.now()) if draft else noticed.NOTHING,
    }


def _others(parties: list[Party], told: timeline.Stretch, to: list[str]) -> list[str]:
    """Whom a reply to all is copied to: the parties, and those whom a proved sender's newest words were copied to."""
    copied = [party.address for party in parties if party.role == Party.Role.COPIED]
    newest = next((one for one in reversed(told.messages) if one.kind == MessageKind.CUSTOMER), None)
    if newest is not None and newest.authenticated and not newest.stranger:
        copied += newest.cc
    return [address for address in dict.fromkeys(copied) if address not in to]


# The parts that change while somebody looks, as their templates are named.
PARTS: dict[str, Callable[[HttpRequest, User, dict[str, Any]], dict[str, Any]]] = {
    "beside": _beside,
    "conversation": lambda request, user, along: conversation_of(request, along["case"], user),
    "facts": lambda request, user, along: facts_of(along["case"], user, known=request.GET.get("giving", "")),
}


def message_of(case: Case, key: uuid.UUID) -> Message:
    """A message of this case, or 404."""
    message = case.messages.filter(pk=key).select_related("staff", "customer", "case").first()
    if message is None:
        raise Http404
    return message
