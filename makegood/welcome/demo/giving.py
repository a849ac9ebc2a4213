"""What the people of the demo may give and do give: their authority, remedies by hand, something on the spot."""

import datetime as dt
from decimal import Decimal

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.promises.remedies import RemedyKind
from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.recovery.models import Remedy, RemedyState
from makegood.staff.models import Role, User
from makegood.welcome.demo import texts
from makegood.welcome.demo.company import Company
from makegood.welcome.demo.stage import Stage
from makegood.welcome.demo.telling import HOUR

# Role, currency: in one case, in a month.
AUTHORITY = {
    (Role.AGENT, "GBP"): ("25.00", "250.00"),
    (Role.AGENT, "EUR"): ("25.00", "250.00"),
    (Role.AGENT, "JPY"): ("3000", "30000"),
    (Role.LEAD, "GBP"): ("100.00", "800.00"),
    (Role.LEAD, "EUR"): ("100.00", "800.00"),
    (Role.LEAD, "JPY"): ("12000", "100000"),
}
ON_THE_SPOT = {"GBP": ("5.00", "10.00", "15.00"), "EUR": ("5.00", "10.00", "15.00"), "JPY": ("500", "1000", "1500")}
# How many working minutes after it is owed somebody gives it by hand.
BY_HAND = (60, 700)
LEFT = 8 * HOUR
KINDS = (RemedyKind.VOUCHER, RemedyKind.VOUCHER, RemedyKind.DELIVERY, RemedyKind.REFUND)


def authorise(company: Company, *, at: dt.datetime) -> None:
    """Say how much each role may give."""
    for (role, currency), (per_case, per_month) in AUTHORITY.items():
        recovery.set_authority(
            role=role, currency=currency, per_case=Decimal(per_case), per_month=Decimal(per_month),
            by=company.people["olive"], at=at,
        )  # fmt: skip


def by_hand(stage: Stage, owed: Remedy, *, at: dt.datetime) -> None:
    """What is given by no code, or could not be told, somebody gives: whoever apologises or calls, else the lead. What is
    owed since today is left to whoever looks round."""
    if stage.hours(owed.brand).elapsed(at, stage.timetable.until) < LEFT:
        return
    people = {user.name: user for user in stage.company.people.values()}
    by = people.get(owed.name) or stage.company.lead_of(stage.face(owed.brand))

    def give(at: dt.datetime) -> None:
        held = Remedy.objects.get(pk=owed.pk)
        if held.state == RemedyState.OWED:
            recovery.give(held, by=by, at=at)

    stage.timetable.put(stage.worked(owed.brand, at, BY_HAND), give)


def on_the_spot(stage: Stage, case: Case, *, by: User, at: dt.datetime) -> None:
    """Something within one's authority, with the reason in a note."""
    currency = stage.face(case.brand).currency
    kind = stage.chance.choice(KINDS)
    gift = Gift(kind=RemedyKind.DELIVERY)
    if kind != RemedyKind.DELIVERY:
        gift = Gift(kind=kind, amount=Decimal(stage.chance.choice(ON_THE_SPOT[currency])), currency=currency)
    cases.note(case, text=stage.chance.choice(texts.of(by.language).generous), by=by, at=at)
    recovery.grant(case, gift, by=by, at=at)
