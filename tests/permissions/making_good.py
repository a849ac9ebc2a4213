"""What is owed in the house of the permissions, and what became of it."""

import datetime as dt
from decimal import Decimal

from makegood.brands.models import Brand
from makegood.cases.models import Case
from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.recovery.models import Cashier, Remedy, Voucher
from makegood.staff.models import User


def voucher(case: Case, bea: User, *, at: dt.datetime) -> Voucher:
    recovery.tell(recovery.grant(case, Gift(kind="delivery"), by=bea, at=at).pk, reaches=True, at=at)
    return Voucher.objects.get(remedy__case=case)


def cashier(brand: Brand, olive: User, *, at: dt.datetime) -> Cashier:
    return recovery.join_cashier(
        None, name="Bank", brand=brand, url="https://pay.example/", secret="x", active=True, by=olive, at=at
    )


def refunded(case: Case, olive: User, *, at: dt.datetime) -> Remedy:
    gift = Gift(kind="refund", amount=Decimal(10), currency="EUR")
    return recovery.tell(recovery.grant(case, gift, by=olive, at=at).pk, reaches=True, at=at)
