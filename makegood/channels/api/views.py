"""The programming interface, version 1. Described by OpenAPI at /api/v1/openapi.json."""

import uuid
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Header, Query, Router, Status
from ninja.errors import HttpError
from ninja.security import HttpBearer

from makegood.cases import actions as cases
from makegood.cases.actions.nudging import WHEN
from makegood.cases.models import Case, Shelf
from makegood.channels.api import (
    about_customers,
    accounts,
    actions,
    bulk,
    checklists,
    companies,
    cursors,
    fields,
    filtered,
    handovers,
    hours,
    kinds,
    links,
    merging,
    nudging,
    orders,
    planning,
    playbooks,
    problems,
    reminders,
    shapes,
    side_conversations,
    snoozing,
    splitting,
    strict,
    tags,
    tasks,
    timers,
    troubles,
    vouchers,
)
from makegood.channels.api.asking import asker, brand_for, case_of
from makegood.channels.api.described import Api
from makegood.channels.api.refusing import body_at_fault
from makegood.channels.api.shapes import (
    CaseIn,
    CaseOut,
    CasesOut,
    CommitmentIn,
    CommitmentOut,
    MessageOut,
    NoteIn,
    ReplyIn,
)
from makegood.promises import actions as promises
from makegood.promises.models import Commitment
from makegood.staff import permissions
from makegood.staff.models import ApiToken, User


class Bearer(HttpBearer):
    """`Authorization: Bearer mg_…`, made by `makegood token` or on the profile page."""

    def authenticate(self, request: HttpRequest, token: str) -> User | None:
        user: User | None = ApiToken.objects.owner_of(token)
        if user is None or not user.is_active:
            return None
        if not permissions.may(user, permissions.USE_API):
            raise HttpError(403, "Your role may not use the programming interface.")
        return user


api = Api(
    title="Makegood",
    version="1",
    description="Cases, their words and their promises. Times are ISO 8601 with a zone. "
    "A POST may carry `Idempotency-Key`: repeated within two days, it acts once.",
    auth=Bearer(),
    urls_namespace="api-v1",
    docs_url=None,
)
router = Router(tags=["cases"])


@router.get("/cases", response={200: CasesOut})
def list_cases(
    request: HttpRequest,
    status: strict.Status | None = None,
    q: str = Query("", max_length=500, description="Filter words, such as `owner:me status:open -tag:bank`."),
    limit: int = Query(50, ge=1, le=200),
    cursor: str = Query("", max_length=200),
) -> dict[str, Any]:
    """Cases in work, next promise first; with `status`, the cases in that state, newest words first; with `q`, those that
    fit its filter words."""
    if q:
        return filtered.cases(asker(request), q, status=status, limit=limit, cursor=cursor)
    seen = Case.objects.visible_to(asker(request))
    by_promise = status is None
    if by_promise:
        found = seen.in_work().next_promise_first()
    else:
        found = seen.filter(state=status, shelf=Shelf.NONE).newest_words_first()
    if cursor:
        moment, key = cursors.read(cursor, "due" if by_promise else "last")
        found = found.after(moment, key) if by_promise else found.before(moment, key)
    rows = list(found.chosen(limit + 1).for_pages().prefetch_related("customer__contact_points", shapes.TAGS))
    page, more = rows[:limit], len(rows) > limit
    end = page[-1] if more else None
    next_cursor = cursors.write("due", end.next_due_at, end.pk) if end and by_promise else None
    if end and not by_promise:
        next_cursor = cursors.write("last", end.last_at, end.pk)
    return {"items": [shapes.row(case) for case in page], "next": next_cursor}


@router.post("/cases", response={201: CaseOut})
def create_case(
    request: HttpRequest, body: CaseIn, idempotency_key: str = Header("", max_length=200)
) -> Status[dict[str, Any]]:
    """Open a case with a customer's words, which may follow a closed one. The charter's promises run from now."""
    user = asker(request)
    follows = case_of(request, body.follows) if body.follows else None
    brand = follows.brand if follows and not body.brand else brand_for(user, body.brand)
    case = actions.open_case(body, follows=follows, brand=brand, key=idempotency_key, by=user, at=timezone.now())
    return Status(201, shapes.whole(case_of(request, case.ref)))


@router.get("/cases/{ref}", response={200: CaseOut})
def read_case(request: HttpRequest, ref: str) -> dict[str, Any]:
    """One case with its words and its commitments."""
    return shapes.whole(case_of(request, ref))


@router.post("/cases/{ref}/replies", response={201: MessageOut})
def create_reply(
    request: HttpRequest, ref: str, body: ReplyIn, idempotency_key: str = Header("", max_length=200)
) -> Status[dict[str, Any]]:
    """Reply to the customer; it leaves at once, or at the time of `when`, unless they write before."""
    case = case_of(request, ref)
    nudging.check_reply(body)
    with body_at_fault({WHEN: "nudge_at"} if body.nudge_at else None):
        message = actions.reply(case, body, key=idempotency_key, by=asker(request), at=timezone.now())
    return Status(201, shapes.message(message))


@router.post("/cases/{ref}/follow-up", response={201: CaseOut})
def create_follow_up(request: HttpRequest, ref: str) -> Status[dict[str, Any]]:
    """Open a case that follows a closed one, in which we write first. While nothing is said in it, it is given back."""
    case = case_of(request, ref)
    if case.customer.erased_at is not None:
        raise HttpError(409, "The customer was erased, so there is nobody to write to.")
    try:
        new = cases.follow_up(case, by=asker(request), at=timezone.now())
    except cases.NotClosed:
        raise HttpError(409, "This case is not closed, so nothing needs to follow it: reply in it.")
    return Status(201, shapes.whole(case_of(request, new.ref)))


@router.post("/cases/{ref}/notes", response={201: MessageOut})
def create_note(
    request: HttpRequest, ref: str, body: NoteIn, idempotency_key: str = Header("", max_length=200)
) -> Status[dict[str, Any]]:
    """Write an internal note. The customer never sees it; colleagues whom it names with an @ are told."""
    case = case_of(request, ref)
    with body_at_fault():
        message = actions.note(case, body, key=idempotency_key, by=asker(request), at=timezone.now())
    return Status(201, shapes.message(message))


@router.post("/cases/{ref}/commitments", response={201: CommitmentOut})
def create_commitment(
    request: HttpRequest, ref: str, body: CommitmentIn, idempotency_key: str = Header("", max_length=200)
) -> Status[dict[str, Any]]:
    """Promise the customer something in your own words, by a moment. They read it on their page."""
    case, at = case_of(request, ref), timezone.now()
    try:
        made = actions.promise(case, body, key=idempotency_key, by=asker(request), at=at)
    except cases.OnShelf:
        raise HttpError(409, "Nobody works on this case, so nothing is promised in it.")
    except ValueError:
        raise HttpError(422, "due_at: this time has gone by. A promise needs one that lies ahead.")
    return Status(201, shapes.commitment(made))


@router.post("/cases/{ref}/commitments/{uuid:key}/keeping", response={200: CommitmentOut})
def keep_commitment(request: HttpRequest, ref: str, key: uuid.UUID) -> dict[str, Any]:
    """What was promised in somebody's own words is done: kept, or done late. Said again, it stays as it is."""
    case = case_of(request, ref)
    promised = Commitment.objects.about(case.ref).filter(pk=key).select_related("line").first()
    if promised is None:
        raise HttpError(404, "There is no such commitment in this case.")
    try:
        return shapes.commitment(cases.keep_promise(case, promised, by=asker(request), at=timezone.now()))
    except promises.KeptByEvents:
        raise HttpError(409, "What happens keeps this promise or breaks it; nobody can say that it is done.")


api.add_router("", router)
api.add_router("", merging.router)
api.add_router("", splitting.router)
api.add_router("", about_customers.router)
api.add_router("", companies.router)
api.add_router("", tasks.router)
api.add_router("", timers.router)
api.add_router("", tags.router)
api.add_router("", bulk.router)
api.add_router("", kinds.router)
api.add_router("", problems.router)
api.add_router("", playbooks.router)
api.add_router("", fields.router)
api.add_router("/cases", handovers.router)
api.add_router("/cases", snoozing.router)
api.add_router("/cases", nudging.router)
api.add_router("/cases", reminders.router)
api.add_router("/cases", hours.router)
api.add_router("/cases", links.router)
api.add_router("/cases", checklists.router)
api.add_router("/cases", planning.router)
api.add_router("/cases", side_conversations.router)
api.add_router("/cases", accounts.router)
api.add_router("/vouchers", vouchers.router)
api.add_router("/orders", orders.router)
troubles.tell_on(api)
