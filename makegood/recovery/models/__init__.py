"""What we owe customers whom we disappointed, and who may grant it."""

from makegood.recovery.models.ask import Ask, AskState
from makegood.recovery.models.authority import Authority, Granted, month_of
from makegood.recovery.models.remedy import BY_CODE, Remedy, RemedyState
from makegood.recovery.models.voucher import Voucher

__all__ = [
    "BY_CODE",
    "Ask",
    "AskState",
    "Authority",
    "Granted",
    "Remedy",
    "RemedyState",
    "Voucher",
    "month_of",
]
