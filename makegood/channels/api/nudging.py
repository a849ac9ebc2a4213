"""Having a customer who does not answer reminded, by the programming interface, and leaving it."""

import datetime as dt
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.errors import HttpError

from makegood.cases import actions as cases
from makegood.cases.actions.nudging import DAY, LONGEST, REMIND, WHEN, check_time
from makegood.cases.models import Case
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.refusing import body_at_fault
from makegood.channels.api.shapes import ReplyIn
from makegood.channels.api.strict import Moment, Strict

router = Router(tags=["cases"])


class NudgeIn(Strict):
    days: int | None = Field(
        None, ge=1, le=LONGEST, description="After how many days, from now, they are reminded by one mail."
    )
    at: Moment | None = Field(None, description="Instead of `days`: when. It lies ahead, at most 365 days.")
    resolves: int = Field(0, ge=0, le=LONGEST, description="So many days later the case is resolved; 0: it is not.")


class NudgeOut(Schema):
    reminds_at: dt.datetime | None = Field(description="When the reminder leaves; null: none does, or it has left.")
    resolves_at: dt.datetime | None = Field(description="When the case is resolved, once it has left; null: it is not.")
    resolves: int = Field(description="How many days after the reminder that is; 0: it is not resolved.")


@router.get("/{ref}/nudge", response={200: NudgeOut})
def awaited(request: HttpRequest, ref: str) -> dict[str, Any]:
    """Whether the customer is going to be reminded, or was and the case is going to be resolved."""
    return _told(case_of(request, ref))


@router.post("/{ref}/nudge", response={200: NudgeOut})
def nudge(request: HttpRequest, ref: str, body: NudgeIn) -> dict[str, Any]:
    """The customer, for whom the case waits, is reminded if they do not answer, in the brand's opening hours. Asked anew,
    the newer time counts."""
    case, user, at = case_of(request, ref), asker(request), timezone.now()
    until = _until(body, at)
    return _told(cases.ask_nudge(case, until=until, resolves=body.resolves, by=user, at=at))


@router.post("/{ref}/nudge/cancellation", response={200: NudgeOut})
def cancel_nudge(request: HttpRequest, ref: str) -> dict[str, Any]:
    """Nobody is reminded, and nothing resolved by itself."""
    return _told(cases.cancel_nudge(case_of(request, ref), by=asker(request), at=timezone.now()))


def check_reply(body: ReplyIn) -> None:
    """Refused (422) where a reply says twice when they are reminded, or not at all and yet what follows."""
    if body.nudge_days is not None and body.nudge_at is not None:
        raise HttpError(422, "nudge_days, nudge_at: say when they are reminded by one of both.")
    if body.nudge_resolves and not body.nudge_days and body.nudge_at is None:
        raise HttpError(422, "nudge_resolves: say when they are reminded before it, by nudge_days or nudge_at.")


def _until(body: NudgeIn, at: dt.datetime) -> dt.datetime:
    if (body.days is None) == (body.at is None):
        raise HttpError(422, "days, at: say when they are reminded by one of both.")
    if body.at is None:
        return at + (body.days or 0) * DAY
    with body_at_fault({WHEN: "at"}):
        check_time(body.at, at=at)
    return body.at


def _told(case: Case) -> dict[str, Any]:
    reminds = case.nudge.get("step", REMIND) == REMIND
    return {
        "reminds_at": case.nudge_at if reminds else None,
        "resolves_at": None if reminds else case.nudge_at,
        "resolves": case.nudge.get("resolves", 0),
    }
