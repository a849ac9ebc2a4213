"""Customers whom we disappointed: winning them back, what we owe them, and who may grant it."""

from makegood.recovery.models.ask import Ask, AskState
from makegood.recovery.models.authority import Authority, Granted, month_of
from makegood.recovery.models.came_back import NOTHING, CameBack, Untroubled
from makegood.recovery.models.came_back_tally import CameBackTally, Group, UncountedCustomer
from makegood.recovery.models.cause import DEEPEST, Cause
from makegood.recovery.models.hint import Hint, HintState
from makegood.recovery.models.morning import Morning
from makegood.recovery.models.recovery import Outcome, Recovery, Step, StepName, Trigger
from makegood.recovery.models.refund import Cashier, Refund, RefundState
from makegood.recovery.models.remedy import BY_CODE, Remedy, RemedyState
from makegood.recovery.models.rules import Rules
from makegood.recovery.models.voucher import Voucher

__all__ = [
    "BY_CODE",
    "DEEPEST",
    "NOTHING",
    "Ask",
    "AskState",
    "Authority",
    "CameBack",
    "CameBackTally",
    "Cashier",
    "Cause",
    "Granted",
    "Group",
    "Hint",
    "HintState",
    "Morning",
    "Outcome",
    "Recovery",
    "Refund",
    "RefundState",
    "Remedy",
    "RemedyState",
    "Rules",
    "Step",
    "StepName",
    "Trigger",
    "UncountedCustomer",
    "Untroubled",
    "Voucher",
    "month_of",
]
