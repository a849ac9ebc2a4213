"""A case is offered to somebody: who may accept it hears at once, and again before the time; who gave it, what came of it."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from makegood.cases.models import Handover, HandoverState
from makegood.channels.email.letters import desk_link, moment
from makegood.clockwork.telling import tell
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.staff.models import User
from makegood.staff.notices.kinds import Kind


@reacts_to("case.offered")
def tell_receivers(event: Event) -> None:
    """The person, or everybody of the team."""
    offered = _offer(event.data["handover"])
    if offered is not None and offered.state == HandoverState.WAITING:
        for user in _receivers(offered):
            _ask(user, offered, key="offered")


@reacts_to("promise.at_risk")
def remind(event: Event) -> None:
    """There is little time left to answer."""
    offered = _offer(event.about)
    if offered is not None and offered.state == HandoverState.WAITING:
        for user in _receivers(offered):
            _ask(user, offered, key="offer-due")


@reacts_to("promise.final")
def tell_unanswered(event: Event) -> None:
    """Nobody has answered in time: who gave it and the leads of both teams hear that it is still theirs."""
    offered = _offer(event.about)
    if offered is None or offered.state != HandoverState.WAITING:
        return
    leads = [*User.objects.leads_of(offered.case.team), *User.objects.leads_of(offered.team)]
    for user in dict.fromkeys([offered.giver, *leads]):
        with translation.override(user.language):
            subject = _("[%(ref)s] Nobody has accepted it yet") % {"ref": offered.case.ref}
            told = _("%(giver)s offered this case to %(receiver)s and still answers for it.") % {
                "giver": offered.giver.name,
                "receiver": _receiver(offered),
            }
            _tell(user, offered, "unanswered", subject, told)


@reacts_to("case.handed_over", "case.offer_declined")
def tell_answer(event: Event) -> None:
    """Who gave it hears what was answered."""
    found = Handover.objects.for_pages().filter(case__ref=event.about, answered_by__ref=event.by)
    offered = found.filter(state__in=(HandoverState.ACCEPTED, HandoverState.DECLINED)).order_by("-answered_at").first()
    if offered is None or offered.answered_by is None:
        return
    with translation.override(offered.giver.language):
        accepted = offered.state == HandoverState.ACCEPTED
        subject = _("[%(ref)s] %(name)s accepted it") if accepted else _("[%(ref)s] %(name)s declined it")
        known = {"ref": offered.case.ref, "name": offered.answered_by.name}
        _tell(offered.giver, offered, "offer-answered", subject % known, offered.answer)


def _ask(user: User, offered: Handover, *, key: str) -> None:
    with translation.override(user.language):
        subject = _("[%(ref)s] %(name)s offers you a case") % {"ref": offered.case.ref, "name": offered.giver.name}
        told = _("%(why)s\n\nPlease accept or decline it by %(due)s.") % {
            "why": offered.message.text if offered.message else "",
            "due": moment(offered.due.due_at, user.timezone),
        }
        _tell(user, offered, key, subject, told)


def _tell(user: User, offered: Handover, key: str, subject: str, told: str) -> None:
    address = f"{desk_link(offered.case)}#owner"
    parts = filter(None, [told.strip(), offered.case.subject, address])
    tell(
        user, Kind.OFFER, key=f"{key}.{offered.ref}.{user.ref.lower()}", subject=subject,
        text="\n\n".join(parts) + "\n", case=offered.case, url=address, at=timezone.now(),
    )  # fmt: skip


def _receivers(offered: Handover) -> list[User]:
    if offered.owner is not None:
        return [offered.owner]
    return list(User.objects.working().filter(teams=offered.team).exclude(pk=offered.giver_id))


def _receiver(offered: Handover) -> str:
    return offered.owner.name if offered.owner else offered.team.name


def _offer(ref: str) -> Handover | None:
    return Handover.objects.for_pages().filter(ref=ref).first() if ref.startswith("H-") else None
