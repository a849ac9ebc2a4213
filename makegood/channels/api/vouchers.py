"""Vouchers over the programming interface: a shop checks a code, and redeems it once."""

import datetime as dt
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.channels.api.asking import asker
from makegood.channels.api.strict import Storable, Strict
from makegood.recovery import actions as recovery
from makegood.recovery import codes
from makegood.recovery.models import Voucher

Reference = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80), Storable]
router = Router(tags=["vouchers"])


class VoucherOut(Schema):
    code: str
    kind: Literal["voucher", "delivery"] = Field(description="`delivery`: a free delivery, without an amount.")
    amount: str | None = Field(description="As decimal text, such as 10.00.")
    currency: str = Field(description="ISO 4217, or empty.")
    brand: str
    made_at: dt.datetime
    redeemed_at: dt.datetime | None
    redeemed_for: str


class RedemptionIn(Strict):
    reference: Reference = Field(description="What it is redeemed for, such as your order's number.")


@router.get("/{code}", response={200: VoucherOut})
def read_voucher(request: HttpRequest, code: str) -> dict[str, Any]:
    """What a code is worth, and whether it has been redeemed."""
    return _told(_voucher(request, code))


@router.post("/{code}/redemption", response={200: VoucherOut})
def redeem_voucher(request: HttpRequest, code: str, body: RedemptionIn) -> dict[str, Any]:
    """Redeem it. Of two at a time one is let through; asked again with the same reference, the answer is the same."""
    voucher = _voucher(request, code)
    user = asker(request)
    if not recovery.redeem(voucher, reference=body.reference, by=user, at=timezone.now()):
        raise HttpError(409, "This voucher has been redeemed already.")
    return _told(voucher)


def _voucher(request: HttpRequest, code: str) -> Voucher:
    seen = Voucher.objects.visible_to(asker(request))
    found = seen.filter(code=codes.read(code)).select_related("remedy__brand").first()
    if found is None:
        raise HttpError(404, "There is no such voucher, or it is of a brand that you do not serve.")
    return found


def _told(voucher: Voucher) -> dict[str, Any]:
    remedy = voucher.remedy
    return {
        "code": voucher.code,
        "kind": remedy.kind,
        "amount": str(remedy.amount) if remedy.amount is not None else None,
        "currency": remedy.currency,
        "brand": remedy.brand.slug,
        "made_at": voucher.made_at,
        "redeemed_at": voucher.redeemed_at,
        "redeemed_for": voucher.redeemed_for,
    }
