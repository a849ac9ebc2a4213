"""What becomes of something owed: given, or not wanted."""

import datetime as dt
import uuid

from makegood.cases import actions as cases
from makegood.events.actions import record, verb
from makegood.promises.actions import fulfilling
from makegood.recovery import codes, events
from makegood.recovery.actions import counting
from makegood.recovery.models import BY_CODE, Refund, RefundState, Remedy, RemedyState, Voucher
from makegood.staff.models import User

NOT_WANTED = "not-wanted"


@verb
def give(remedy: Remedy, *, by: User, at: dt.datetime) -> bool:
    """The customer has it now; False when it is not owed any more, or is being paid by a payment system.

    What is given by a code: here the code is made, for whom no letter reaches, so that somebody tells it to them.
    """
    held = _owed(remedy.pk)
    if held is None:
        return False
    if held.kind in BY_CODE:
        fill(held, by=by.key, at=at)
    else:
        settle(held, RemedyState.GIVEN, by=by.key, at=at)
    return True


@verb
def refuse(remedy: Remedy, *, by: User, at: dt.datetime) -> bool:
    """The customer said that they do not want it; False when it is not owed any more, or is being paid."""
    held = _owed(remedy.pk)
    if held is None:
        return False
    settle(held, RemedyState.REFUSED, by=by.key, at=at)
    counting.give_back(held)
    return True


def fill(remedy: Remedy, *, by: str, at: dt.datetime) -> Voucher:
    """Make the code that a remedy is given by. Part of the verb that tells the customer, or lets somebody tell them."""
    voucher = Voucher(remedy=remedy, code=codes.new(), made_at=at)
    voucher.save(force_insert=True)
    settle(remedy, RemedyState.GIVEN, by=by, at=at)
    return voucher


def settle(remedy: Remedy, state: RemedyState, *, by: str, at: dt.datetime) -> None:
    """Write down how it ended, and let the promise that said by when end with it. Part of a verb that holds it."""
    remedy.state, remedy.settled_at, remedy.settled_by = state, at, by
    remedy.save(update_fields=["state", "settled_at", "settled_by"])
    known = {"brand": str(remedy.brand_id), "customer": str(remedy.customer_id), "kind": remedy.kind}
    if state == RemedyState.GIVEN:
        given = events.RemedyGiven(remedy=str(remedy.pk), kind=remedy.kind, worth=remedy.worth)
        fact = record(given, about=remedy.about, at=at, by=by, facets=known)
        if remedy.due is not None:
            fulfilling.fulfil(remedy.due, fact)
    else:
        record(events.RemedyRefused(remedy=str(remedy.pk)), about=remedy.about, at=at, by=by, facets=known)
        if remedy.due is not None:
            fulfilling.call_off(remedy.due, reason=NOT_WANTED, by=by, at=at)
    # After a merge its promise stands in the other case.
    cases.refresh_clock([remedy.about, *([remedy.due.about] if remedy.due else [])])


def _owed(key: uuid.UUID) -> Remedy | None:
    held = Remedy.objects.for_change().select_related("due").filter(pk=key, state=RemedyState.OWED).first()
    under_way = Refund.objects.filter(remedy=held, state__in=(RefundState.WAITING, RefundState.ASKED))
    return None if held is None or under_way.exists() else held
