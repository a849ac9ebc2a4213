"""The case page: what was said, what is owed, who answers for it."""

import datetime as dt
import uuid
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from makegood.cases import actions as cases
from makegood.cases.models import Case, Draft, Message, Party, Seen, Shelf, Template
from makegood.desk import inbox, timeline
from makegood.desk.forms import Colleagues, HandOverForm, OwnerForm, WordsForm
from makegood.promises.models import Commitment
from makegood.staff import permissions
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, person, requires
from makegood.ui import live

BESIDE = 20


def find(user: User, ref: str) -> Case:
    """A case this person may see, or 404: out of sight is as if it were not there."""
    visible = Case.objects.visible_to(user)
    if not permissions.may(user, permissions.DELETE_CASES):
        visible = visible.exclude(shelf=Shelf.DELETED)
    case = visible.for_rows().filter(ref=ref.upper()).first()
    if case is not None and case.merged_into_id is not None:
        case = visible.for_rows().filter(pk=case.present.pk).first()
    if case is None:
        raise Http404
    return case


@requires(WORK_CASES)
def show(request: HttpRequest, ref: str) -> HttpResponse:
@require_safe
    """The whole page."""
    case = find(person(request), ref)
    # Of a case that was merged into another, the other.
    return page(request, case) if case.ref == ref.upper() else redirect("case", ref=case.ref)


def page(request: HttpRequest, case: Case, *, status: int = 200, **more: Any) -> HttpResponse:
    """The case page, with whatever an act that did not go through wants to say. Nothing typed is lost."""
    user = person(request)
    live.subscribe(request, live.LIST)
    context = beside(user) | thread_of(request, case) | facts_of(case, user) | composer_of(case, user) | more
    if status == 200:
        see(case, user)
    return render(request, "desk/case.html", context, status=status)


def beside(user: User) -> dict[str, Any]:
    """The beginning of the person's list, so that the next case is one press away."""
    view = inbox.VIEWS[inbox.default_view(user)]
    return {"view": view, "rows": inbox.page(view, user, most=BESIDE).rows}


@requires(WORK_CASES)
def around(request: HttpRequest, ref: str) -> HttpResponse:
def _along(where: inbox.Where) -> dict[str, Any]:
    return {"where": where, "within": where.query}


@require_safe
    """The list beside a case, alone."""
    user = person(request)
    return render(request, "desk/_beside.html", beside(user) | {"case": find(user, ref)})


@requires(WORK_CASES)
def thread(request: HttpRequest, ref: str) -> HttpResponse:
@require_safe
    """What was said, alone, for a page that shows it."""
    case = find(person(request), ref)
    see(case, person(request))
    return render(request, "desk/_thread.html", thread_of(request, case))


@requires(WORK_CASES)
def facts(request: HttpRequest, ref: str) -> HttpResponse:
    """What is owed and who answers for it, alone."""
    user = person(request)
    return render(request, "desk/_facts.html", facts_of(find(user, ref), user))


def thread_of(request: HttpRequest, case: Case) -> dict[str, Any]:
    """The timeline; `?before=` leads to older words."""
    try:
        before = dt.datetime.fromisoformat(request.GET["before"]) if "before" in request.GET else None
    except ValueError:
        before = None
    entries, older = timeline.entries(case, before=before if before is None or before.tzinfo else None)
    return {"case": case, "entries": entries, "older": older, "now": timezone.now(), "before": before}


@require_safe
def see(case: Case, user: User) -> None:
    """Note that this person has read the case; asked first, so that looking twice writes once."""
    if not Seen.objects.filter(case=case, staff=user, at__gte=case.last_at).exists():
        cases.mark_seen(case, by=user, at=timezone.now())


def facts_of(case: Case, user: User) -> dict[str, Any]:
    """The ledger, the customer, the owner and what they may be changed to."""
    customer, colleagues = case.customer, Colleagues.of(case)
    commitments = list(Commitment.objects.about(case.ref).select_related("line"))
    settled = [one for one in reversed(commitments) if not one.owed]
    others = Case.objects.visible_to(user).filter(customer=customer, shelf=Shelf.NONE)
    return {
        "case": case,
        "commitments": list(Commitment.objects.about(case.ref).select_related("line")),
        "customer": customer,
        "contacts": list(customer.contact_points.all()),
        "parties": [party for party in _parties(case) if party.role == Party.Role.COPIED],
        "others": list(others.exclude(pk=case.pk).newest_words_first()[:5]),
        "follows": case.follows if case.follows_id else None,
        "owner_form": OwnerForm(colleagues=colleagues, initial={"owner": case.owner_id}),
        "may_delete": permissions.may(user, permissions.DELETE_CASES),
        "handover_form": HandOverForm(colleagues=colleagues, initial={"team": case.team_id}),
    }


def composer_of(case: Case, user: User) -> dict[str, Any]:
    """Drafts, recipients, and templates in the case's language."""
    drafts = {draft.kind: draft.text for draft in Draft.objects.filter(case=case, staff=user)}
    parties = [party for party in _parties(case) if party.address]
    to = [party.address for party in parties if party.role == Party.Role.CUSTOMER]
    copied = [party.address for party in parties if party.role == Party.Role.COPIED]
    kind = "note" if drafts.get("note") and not drafts.get("reply") else "reply"
    return {
        "kind": kind,
        "draft": drafts.get(kind, ""),
        "to": ", ".join(to),
        "cc": ", ".join(copied),
        "reachable": bool(to),
        "templates": _templates(case, user),
        "seen_until": timezone.now().isoformat(),
        "form": WordsForm(),
    }


def _parties(case: Case) -> list[Party]:
    """Who is in the conversation, asked once a page."""
    if "parties" not in case.__dict__.setdefault("_prefetched_objects_cache", {}):
        prefetch_related_objects([case], "parties")
    return list(case.parties.all())


def _templates(case: Case, user: User) -> list[tuple[str, str]]:
    """Name and text of the prepared replies of this brand, filled in."""
    fitting = [one for one in Template.objects.all() if one.brand_id in (None, case.brand_id)]
    filled = []
    for one in fitting:
        text = one.texts.get(case.language) or next(iter(one.texts.values()), "")
        for name, value in (("customer", case.customer.name), ("agent", user.name), ("case", case.ref)):
            text = text.replace("{" + name + "}", value)
        filled.append((one.name, text))
    return filled


def message_of(case: Case, key: uuid.UUID) -> Message:
    """A message of this case, or 404."""
    message = case.messages.filter(pk=key).select_related("staff", "customer", "case").first()
    if message is None:
        raise Http404
    return message
