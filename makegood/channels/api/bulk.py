"""One act on many cases by the programming interface: begun, looked at while it goes, undone."""

import datetime as dt
import uuid
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils import timezone, translation
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.cases.actions import bulk as many
from makegood.cases.actions.bulk import Wanted
from makegood.cases.filters import language, meanings, wording
from makegood.cases.filters.language import Unclear
from makegood.cases.many import choosing, going
from makegood.cases.models import Bulk, Deed, Playbook, Problem
from makegood.cases.models.bulk import MOST_CASES
from makegood.cases.models.checklists import LONGEST_STEP
from makegood.channels.api import kinds
from makegood.channels.api.asking import asker
from makegood.channels.api.refusing import body_at_fault
from makegood.channels.api.strict import Address, Line, Name, Storable, Strict
from makegood.staff.models import Team, User

Reference = Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True, max_length=12), Storable]
StepWords = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_STEP), Storable]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000), Storable]
DEEDS = {
    "take": Deed.TAKE,
    "give": Deed.GIVE,
    "hand-over": Deed.HAND_OVER,
    "tag": Deed.TAG,
    "untag": Deed.UNTAG,
    "resolve": Deed.RESOLVE,
    "junk": Deed.JUNK,
    "tie": Deed.TIE,
    "kind": Deed.KIND,
    "start": Deed.START,
    "tick": Deed.TICK,
}
NAMES = {deed: name for name, deed in DEEDS.items()}
router = Router(tags=["cases"])


class BulkIn(Strict):
    act: Literal["take", "give", "hand-over", "tag", "untag", "resolve", "junk", "tie", "kind", "start", "tick"]
    cases: list[Reference] = Field(default_factory=list, max_length=MOST_CASES, description="References.")
    q: Line = Field("", description="In place of `cases`: words and filter words, as the search takes them.")
    owner: Address | None = Field(None, description="To whom they are given; without one, to the rota of their team.")
    team: Name = Field("", description="To which team they are handed over.")
    reason: Words = Field("", description="Why they are handed over.")
    tags: list[Name] = Field(default_factory=list, max_length=30)
    problem: Reference = Field("", description="The known problem (`P-…`) that they are tied to.")
    kind: Line | None = Field(None, description="The slug of the kind that they become of; null takes it off.")
    playbook: uuid.UUID | None = Field(None, description="The playbook that is started, or whose step is ticked.")
    step: StepWords = Field("", description="The words of the step that is ticked.")


class RefusedOut(Schema):
    case: str
    why: str


class BulkOut(Schema):
    id: uuid.UUID
    act: str = Field(description="As it was asked; or `undo`, or `tell`, which is begun on pages.")
    at: dt.datetime
    finished_at: dt.datetime | None
    total: int
    done: int
    skipped: int = Field(description="Those to which nothing was to be done.")
    not_done: int
    refused: list[RefusedOut] = Field(description="The first hundred that were not done, and why.")
    can_undo: bool


@router.post("/bulk", response={201: BulkOut})
def begin_bulk(request: HttpRequest, body: BulkIn) -> Status[dict[str, Any]]:
    """Act on the named cases, or on all that is found, of those that you may see; up to ten thousand. Few are done when
    this answers, more go on: ask again by `id`."""
    user, at = asker(request), timezone.now()
    if bool(body.cases) == bool(body.q):
        raise HttpError(422, "cases, q: say which cases, by one of both.")
    chosen = choosing.named(user, body.cases) if body.cases else choosing.all_found(_sought(body.q, user, at))
    with body_at_fault():
        bulk = many.begin(_wanted(body, by=user), chosen, by=user, at=at)
    many.do_few(bulk, at=at)
    return Status(201, _shown(bulk))


@router.get("/bulk/{uuid:key}", response={200: BulkOut})
def read_bulk(request: HttpRequest, key: uuid.UUID) -> dict[str, Any]:
    """How it goes. Only what you began yourself."""
    return _shown(_own(request, key))


@router.post("/bulk/{uuid:key}/undo", response={201: BulkOut})
def undo_bulk(request: HttpRequest, key: uuid.UUID) -> Status[dict[str, Any]]:
    """Take back what can be, once and within the hour. The answer is the undoing, and has an `id` of its own."""
    bulk, at = _own(request, key), timezone.now()
    taken_back = many.undo(bulk, by=asker(request), at=at)
    many.do_few(taken_back, at=at)
    return Status(201, _shown(taken_back))


def _sought(text: str, user: User, at: dt.datetime) -> meanings.Sought:
    if len(text) > language.MOST_LETTERS:
        raise HttpError(422, f"q: at most {language.MOST_LETTERS} letters.")
    try:
        asked = language.read(text)
        if negated := next((word for word in asked.words.split() if word.startswith("-")), ""):
            raise HttpError(422, f"q: {negated}: only filter words can be negated.")
        return meanings.understand(asked, user=user, at=at)
    except Unclear as unclear:
        with translation.override("en"):
            raise HttpError(422, f"q: {wording.joined(wording.all_told(unclear))}")


def _wanted(body: BulkIn, *, by: User) -> Wanted:
    deed = DEEDS[body.act]
    if deed == Deed.KIND and "kind" not in body.model_fields_set:
        raise HttpError(422, "kind: say which, or null to take it off.")
    owner = User.objects.working().filter(email__iexact=body.owner).first() if body.owner else None
    if body.owner and owner is None:
        raise HttpError(422, "owner: nobody with this address works here.")
    return Wanted(
        deed,
        owner=owner if deed == Deed.GIVE else None,
        team=Team.objects.filter(name=body.team).first() if deed == Deed.HAND_OVER else None,
        words=_words(deed, body),
        problem=Problem.objects.filter(ref=body.problem).first() if deed == Deed.TIE else None,
        kind=kinds.named(body.kind) if deed == Deed.KIND else None,
        playbook=_playbook(deed, body.playbook, by) if body.playbook else None,
    )


def _words(deed: Deed, body: BulkIn) -> str:
    if deed in (Deed.TAG, Deed.UNTAG):
        return ",".join(body.tags)
    return {Deed.HAND_OVER: body.reason, Deed.TICK: " ".join(body.step.split())}.get(deed, "")


def _playbook(deed: Deed, key: uuid.UUID, by: User) -> Playbook | None:
    """Steps are ticked of any, as on the page of a case; one is started that they may start."""
    if deed not in (Deed.START, Deed.TICK):
        return None
    known = Playbook.objects.all() if deed == Deed.TICK else Playbook.objects.in_use().visible_to(by)
    found = known.filter(pk=key).first()
    if found is None:
        raise HttpError(422, "playbook: there is none such that you may use. GET /playbooks lists them.")
    return found


def _own(request: HttpRequest, key: uuid.UUID) -> Bulk:
    found = Bulk.objects.visible_to(asker(request)).filter(pk=key).first()
    if found is None:
        raise HttpError(404, "There is no such act on many cases, or it is not yours.")
    return found


def _shown(bulk: Bulk) -> dict[str, Any]:
    bulk.refresh_from_db()
    going_on = going.of(bulk)
    return {
        "id": bulk.pk,
        "act": NAMES.get(Deed(bulk.deed), bulk.deed),
        "at": bulk.at,
        "finished_at": bulk.finished_at,
        "total": bulk.total,
        "done": going_on.done,
        "skipped": going_on.skipped,
        "not_done": going_on.not_done,
        "refused": [{"case": row.case.ref, "why": row.told} for row in going_on.refused],
        "can_undo": going_on.can_undo,
    }
