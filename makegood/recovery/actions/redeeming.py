"""Redeeming a voucher: once, however many shops try at once."""

import datetime as dt

from makegood.events.actions import record, verb
from makegood.recovery import events
from makegood.recovery.actions.owing import facets
from makegood.recovery.models import Voucher
from makegood.staff.models import User


@verb
def redeem(voucher: Voucher, *, reference: str, by: User, at: dt.datetime) -> bool:
    """Redeem it for something that the shop names, such as an order; False when it was redeemed for something else.

    A shop that did not hear the answer may ask again with the same `reference`, and hears the same. Another shop may
    count its orders alike, so its question is another one.
    """
    fresh = Voucher.objects.filter(pk=voucher.pk, redeemed_at=None)
    won = fresh.update(redeemed_at=at, redeemed_by=by.key, redeemed_for=reference)
    voucher.refresh_from_db()
    if won:
        remedy = voucher.remedy
        fact = events.VoucherRedeemed(remedy=str(remedy.pk), kind=remedy.kind, worth=remedy.worth)
        record(fact, about=remedy.about, at=at, by=by.key, facets=facets(remedy))
    return (voucher.redeemed_by, voucher.redeemed_for) == (by.key, reference)
