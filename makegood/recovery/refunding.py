"""The sender of refunds: asks the payment system, signed, never inside a transaction."""

import datetime as dt
import http.client
import json
import logging

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from makegood.orders.shops import signing
from makegood.recovery import actions as recovery
from makegood.recovery import posting
from makegood.recovery.models import Refund
from makegood.staff.secrets import Unreadable, unseal

BATCH = 10
# What says that it may go through the next time; any other refusal is for good.
NOT_NOW = {408, 409, 425, 429}
log = logging.getLogger(__name__)


def work(*, at: dt.datetime) -> int:
    """Ask for what waits; how many were tried."""
    if not Refund.objects.to_send(at).exists():
        return 0
    claimed = recovery.claim_refunds(at=at, most=BATCH)
    for refund in claimed:
        _ask(refund)
    return len(claimed)


def body_of(refund: Refund) -> bytes:
    """What is asked for, the same each time that it is."""
    remedy, customer = refund.remedy, refund.remedy.customer
    told = {
        "type": "refund.requested",
        "timestamp": refund.remedy.owed_at.isoformat(),
        "data": {
            "id": str(refund.pk),
            "amount": str(remedy.amount),
            "currency": remedy.currency,
            "about": remedy.about,
            "brand": remedy.brand.slug,
            "customer": {"ref": customer.ref, "name": customer.name, "address": customer.address},
            "answer_to": settings.BASE_URL + reverse("refund-told", args=[refund.cashier_id]),
        },
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True).encode()


def _ask(refund: Refund) -> None:
    try:
        body = body_of(refund)
        signed = signing.sign(body, key=str(refund.pk), secret=unseal(refund.cashier.secret), at=timezone.now())
        answer = posting.post(refund.cashier.url, body, {"Content-Type": "application/json", **signed})
    except (OSError, http.client.HTTPException, Unreadable) as trouble:
        log.warning("A refund could not be asked for: %s", trouble)
        _unasked(refund, f"{type(trouble).__name__}: {trouble}", for_good=False)
        return
    if 200 <= answer.status < 300:
        recovery.mark_asked(refund, at=timezone.now())
    else:
        refused = 300 <= answer.status < 500 and answer.status not in NOT_NOW
        _unasked(refund, f"HTTP {answer.status} {answer.text[:500]}", for_good=refused)


def _unasked(refund: Refund, trouble: str, *, for_good: bool) -> None:
    recovery.mark_unasked(refund, trouble=trouble.replace("\0", ""), for_good=for_good, at=timezone.now())
