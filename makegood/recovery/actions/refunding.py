"""Refunds: asked for, sent until they are taken, and settled by whoever pays them."""

import datetime as dt

from django.utils.translation import gettext as _

from makegood.brands.models import Brand
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.recovery import events
from makegood.recovery.actions.giving import settle
from makegood.recovery.models import Cashier, Refund, RefundState, Remedy, RemedyState
from makegood.staff.models import User
from makegood.staff.secrets import seal

LEASE = dt.timedelta(minutes=2)
FIRST_PAUSE, LONGEST_PAUSE = dt.timedelta(minutes=1), dt.timedelta(hours=2)
GIVES_UP = dt.timedelta(days=2)


class OtherwiseSettled(ValueError):
    """The refund has been settled in another way, or was never asked for."""


@verb
def join_cashier(
    cashier: Cashier | None, *, name: str, brand: Brand, url: str, secret: str, active: bool, by: User, at: dt.datetime
) -> Cashier:
    """Let a payment system pay the refunds of a brand, or change it. `secret` comes plain; empty leaves the one there."""
    cashier = cashier or Cashier(joined_at=at)
    cashier.name, cashier.brand, cashier.url, cashier.is_active = name.strip(), brand, url, active
    cashier.secret = seal(secret) if secret else cashier.secret
    cashier.save()
    record(events.CashierSet(cashier=str(cashier.pk)), about="", at=at, by=by.key)
    return cashier


def ask_for(remedy: Remedy, *, at: dt.datetime) -> Refund | None:
    """Have it paid, once, where the brand has a payment system; else somebody pays it by hand. Part of the verb that
    tells."""
    known = Refund.objects.filter(remedy=remedy).first()
    if known is not None:
        return known
    cashier = Cashier.objects.filter(brand=remedy.brand_id, is_active=True).first()
    if cashier is None:
        return None
    refund = Refund(remedy=remedy, cashier=cashier, made_at=at, run_at=at)
    refund.save(force_insert=True)
    return refund


@verb
def claim_refunds(*, at: dt.datetime, most: int) -> list[Refund]:
    """Take some for oneself by pushing their time ahead. A sender that dies asks again, by the same key."""
    waiting = Refund.objects.select_for_update(skip_locked=True, of=("self",)).to_send(at)
    mine = list(waiting.select_related("cashier", "remedy__brand", "remedy__customer")[:most])
    Refund.objects.filter(pk__in=[one.pk for one in mine]).update(run_at=at + LEASE)
    return mine


@verb
def mark_asked(refund: Refund, *, at: dt.datetime) -> None:
    """The payment system has taken the request; whether it pays, it tells."""
    waiting = Refund.objects.filter(pk=refund.pk, state=RefundState.WAITING)
    if waiting.update(state=RefundState.ASKED, asked_at=at, trouble="", attempts=refund.attempts + 1):
        _tell(refund, events.RefundAsked(refund=str(refund.pk)), at=at)


@verb
def mark_unasked(refund: Refund, *, trouble: str, for_good: bool, at: dt.datetime) -> None:
    """It was not taken: again after a growing pause, or never by itself when it was refused, or has waited too long."""
    over = for_good or at - refund.made_at > GIVES_UP
    changes = {
        "trouble": trouble[:2000],
        "attempts": refund.attempts + 1,
        "run_at": at + min(FIRST_PAUSE * 2 ** min(refund.attempts, 10), LONGEST_PAUSE),
        "state": RefundState.FAILED if over else RefundState.WAITING,
    }
    if Refund.objects.filter(pk=refund.pk, state=RefundState.WAITING).update(**changes) and over:
        _tell(refund, events.RefundFailed(refund=str(refund.pk)), at=at)


@verb
def confirm_refund(refund: Refund, *, paid: bool, reference: str, trouble: str, at: dt.datetime) -> Refund:
    """The payment system says what became of it. Told twice, it is once. Raises OtherwiseSettled.

    What failed may have been paid after all, when it was asked for once more or an answer was lost on its way.
    """
    # The remedy first, as everybody does who settles it.
    remedy = Remedy.objects.for_change().select_related("due").get(pk=refund.remedy_id)
    held = Refund.objects.select_for_update(of=("self",)).get(pk=refund.pk)
    state = RefundState.PAID if paid else RefundState.FAILED
    if held.state == state:
        return held
    # Whoever pays may be quicker than our own note that it was asked.
    after_all = paid and held.state == RefundState.FAILED and remedy.state == RemedyState.OWED
    if held.state not in (RefundState.WAITING, RefundState.ASKED) and not after_all:
        raise OtherwiseSettled(held.state)
    held.state, held.settled_at, held.reference, held.trouble = state, at, reference[:80], trouble[:2000]
    held.save(update_fields=["state", "settled_at", "reference", "trouble"])
    if paid and remedy.state == RemedyState.OWED:
        settle(remedy, RemedyState.GIVEN, by="", at=at)
    if not paid:
        _tell(held, events.RefundFailed(refund=str(held.pk)), at=at)
    return held


@verb
def ask_again(refund: Refund, *, by: User, at: dt.datetime) -> None:
    """Somebody has seen to the cause: ask once more, by the same key. Raises Refusal when it has not failed."""
    owed = Remedy.objects.for_change().filter(pk=refund.remedy_id, state=RemedyState.OWED).first()
    failed = Refund.objects.filter(remedy=owed, pk=refund.pk, state=RefundState.FAILED)
    if owed is None or not failed.update(state=RefundState.WAITING, run_at=at, made_at=at, attempts=0):
        raise Refusal(_("This refund is on its way, or settled."))
    _tell(refund, events.RefundAskedAgain(refund=str(refund.pk)), at=at, by=by.key)


def _tell(refund: Refund, fact: object, *, at: dt.datetime, by: str = "") -> None:
    record(fact, about=Remedy.objects.values_list("about", flat=True).get(pk=refund.remedy_id), at=at, by=by)
