"""Handing a case over by the programming interface: offered, accepted, declined, taken back."""

from collections.abc import Callable
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Status
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.cases import actions as cases
from makegood.cases.models import Handover
from makegood.channels.api import shapes
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.shapes import HandoverOut
from makegood.channels.api.strict import Address, Name, Storable, Strict
from makegood.staff.models import Team, User

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000), Storable]
router = Router(tags=["cases"])


class HandoverIn(Strict):
    team: Name = Field(description="The name of a team that serves the case's brand.")
    owner: Address | None = Field(None, description="Somebody of that team; without one, whoever accepts first.")
    reason: Words


class RefusalIn(Strict):
    words: Words = Field(description="Why it is declined.")


@router.post("/{ref}/handover", response={201: HandoverOut})
def offer_case(request: HttpRequest, ref: str, body: HandoverIn) -> Status[dict[str, Any]]:
    """Offer the case. Until somebody accepts it, whoever has it answers for it. Offered again alike, the offer stands."""
    case = case_of(request, ref)
    team = Team.objects.filter(brands=case.brand_id, name=body.team).first()
    owner = User.objects.working().filter(teams=team, email__iexact=body.owner).first() if body.owner else None
    if team is None or (body.owner and owner is None):
        raise HttpError(
            422, "team, owner: there is no such team for this brand, or nobody with this address works in it."
        )
    offered = cases.hand_over(case, owner=owner, team=team, reason=body.reason, by=asker(request), at=timezone.now())
    if offered is None:
        raise HttpError(409, "The case is theirs already, so nobody has to accept it.")
    return Status(201, shapes.handover(offered))


@router.post("/{ref}/handover/acceptance", response={200: HandoverOut})
def accept_case(request: HttpRequest, ref: str) -> dict[str, Any]:
    """Accept the case that is offered: it is yours from now on."""
    user, offered = asker(request), _offered(request, ref)
    _only(offered.is_for(user))
    return _told(lambda: cases.accept(offered, by=user, at=timezone.now()))


@router.post("/{ref}/handover/refusal", response={200: HandoverOut})
def decline_case(request: HttpRequest, ref: str, body: RefusalIn) -> dict[str, Any]:
    """Decline it, with a word why."""
    user, offered = asker(request), _offered(request, ref)
    _only(offered.is_for(user))
    return _told(lambda: cases.decline(offered, words=body.words, by=user, at=timezone.now()))


@router.post("/{ref}/handover/withdrawal", response={200: HandoverOut})
def take_case_back(request: HttpRequest, ref: str) -> dict[str, Any]:
    """Offer it no more: for whoever offered it, whoever answers for it, and leads."""
    user, offered = asker(request), _offered(request, ref)
    _only(offered.may_be_taken_back_by(user))
    return _told(lambda: cases.take_back_offer(offered, by=user, at=timezone.now()))


def _offered(request: HttpRequest, ref: str) -> Handover:
    """The newest offer of the case."""
    found = Handover.objects.for_pages().filter(case=case_of(request, ref)).order_by("-offered_at", "-id").first()
    if found is None:
        raise HttpError(404, "This case is not offered to anybody.")
    return found


def _only(allowed: bool) -> None:
    if not allowed:
        raise HttpError(403, "This is for whom it is offered to, or, to take it back, for who offered it.")


def _told(act: Callable[[], Handover]) -> dict[str, Any]:
    answered = act()
    return shapes.handover(Handover.objects.for_pages().get(pk=answered.pk))
