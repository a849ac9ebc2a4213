"""Saying how much a role may grant."""

import datetime as dt
from decimal import Decimal

from django.utils.translation import gettext as _

from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.promises import money
from makegood.recovery import events
from makegood.recovery.models import Authority
from makegood.recovery.setting import settable_by
from makegood.staff.models import User


@verb
def set_authority(
    *, role: str, currency: str, per_case: Decimal, per_month: Decimal, by: User, at: dt.datetime
) -> Authority:
    """What a role may grant in a currency from now on. Raises Refusal for a role that is not theirs to set, or a slip."""
    _may(role, by)
    amounts = {"per_case": per_case, "per_month": per_month}
    for field, amount in amounts.items():
        try:
            money.checked(amount, currency)
        except money.NoMoney:
            told = _("Write an amount above zero, with no more decimals than the currency has.")
            raise Refusal(told, field=field if money.is_currency(currency) else "currency")
    if per_case > per_month:
        raise Refusal(_("The limit for one case cannot be higher than the limit for a month."), field="per_case")
    counts = {"case_minor": money.minor(per_case, currency), "month_minor": money.minor(per_month, currency)}
    found, _made = Authority.objects.update_or_create(role=role, currency=currency, defaults=counts)
    told_as = events.AuthoritySet(
        role=role, currency=currency, per_case=f"{currency} {per_case}", per_month=f"{currency} {per_month}"
    )
    record(told_as, about="", at=at, by=by.key)
    return found


@verb
def drop_authority(authority: Authority, *, by: User, at: dt.datetime) -> None:
    """A role may grant nothing in this currency any more without asking. Raises Refusal."""
    _may(authority.role, by)
    authority.delete()
    gone = events.AuthoritySet(role=authority.role, currency=authority.currency, per_case="", per_month="")
    record(gone, about="", at=at, by=by.key)


def _may(role: str, by: User) -> None:
    if role not in settable_by(by):
        raise Refusal(_("Only an administrator sets what this role may grant."), field="role")
