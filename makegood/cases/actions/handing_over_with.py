"""A hand-over that goes along with a reply: looked at when *send* is pressed, offered once the reply has left, and undone
with it while it is held."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from makegood.cases.actions import handing_over
from makegood.cases.handover_events import CaseNotHandedOver
from makegood.cases.models import Absence, Case, CaseState, Message, Shelf
from makegood.events.actions import record
from makegood.events.refusals import Refusal
from makegood.staff.models import Team, User


@dataclasses.dataclass(frozen=True)
class HandOver:
    """To whom, and why, in words that they read; `owner` None: whoever of the team accepts first. `template` is the key of
    the template that brings it, so that a reply which is taken back brings it again."""

    team: Team
    owner: User | None
    reason: str
    template: str = ""

    def as_kept(self) -> dict[str, str]:
        """As the message keeps it until it leaves."""
        owner = str(self.owner.pk) if self.owner else ""
        return {"team": str(self.team.pk), "owner": owner, "reason": self.reason, "template": self.template}


def check(case: Case, wanted: HandOver, *, resolves: bool, at: dt.datetime) -> None:
    """Whether it can be offered as things stand. Raises Refusal, which says what to do instead."""
    if resolves:
        raise Refusal(_("A case that this reply resolves is handed over to nobody. Choose one of the two."))
    known = {"name": wanted.owner.name if wanted.owner else "", "team": wanted.team.name, "brand": case.brand.name}
    hindrance = _hindrance(case, wanted, at=at)
    if hindrance == "team-gone":
        told = _("%(team)s does not work on cases of %(brand)s. Untick handing it over, or hand it over by hand.")
        raise Refusal(told % known)
    if hindrance == "receiver-gone":
        told = _("%(name)s does not work for %(brand)s any more. Untick handing it over, or hand it over by hand.")
        raise Refusal(told % known)
    if hindrance == "receiver-away":
        until = date_format(timezone.localtime(_away(wanted, at=at).until), "j F, H:i")  # type: ignore[union-attr]
        told = _("%(name)s is away until %(until)s. Untick handing it over, or hand it over by hand.")
        raise Refusal(told % (known | {"until": until}))
    if hindrance:
        raise Refusal(_("Nobody works on this case, so there is nothing to hand over."))


def offer_with(case: Case, message: Message, *, at: dt.datetime) -> None:
    """The reply has left: the case is offered, or where that cannot be any more, it is told. Part of the verb that lets it
    go, which holds the case and keeps it afterwards."""
    if not message.hands_over or message.staff is None:
        return
    wanted = named(message.hands_over)
    hindrance = _hindrance(case, wanted, at=at) if wanted else "team-gone"
    if wanted is None or hindrance:
        fact = CaseNotHandedOver(message=str(message.pk), reason=hindrance)
        record(fact, about=case.ref, at=at, by=message.staff.key, facets=case.facets)
        return
    handing_over.give(case, owner=wanted.owner, team=wanted.team, reason=wanted.reason, by=message.staff, at=at)


def named(kept: Mapping[str, str]) -> HandOver | None:
    """The one that was kept as `as_kept` tells; None where its team or person is there no more."""
    team = Team.objects.filter(pk=kept["team"]).first()
    owner = User.objects.filter(pk=kept["owner"]).first() if kept["owner"] else None
    if team is None or (kept["owner"] and owner is None):
        return None
    return HandOver(team=team, owner=owner, reason=kept["reason"], template=kept["template"])


def _hindrance(case: Case, wanted: HandOver, *, at: dt.datetime) -> str:
    """Why it cannot be offered, as a code; "" where it can."""
    owner = wanted.owner
    if case.shelf != Shelf.NONE or case.state == CaseState.CLOSED:
        return "shelved"
    if not wanted.team.brands.filter(pk=case.brand_id).exists():
        return "team-gone"
    if owner is not None and not (owner.is_active and owner.teams.filter(brands=case.brand_id).exists()):
        return "receiver-gone"
    return "receiver-away" if _away(wanted, at=at) else ""


def _away(wanted: HandOver, *, at: dt.datetime) -> Absence | None:
    if wanted.owner is None:
        return None
    return Absence.objects.at(at).filter(user=wanted.owner).order_by("-until").first()
