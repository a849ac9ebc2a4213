"""What can be done for customers whom we disappointed: owe, tell, give, withdraw; grant, ask, answer."""

from makegood.recovery.actions.authority import drop_authority, set_authority
from makegood.recovery.actions.counting import BeyondAuthority
from makegood.recovery.actions.giving import give, refuse
from makegood.recovery.actions.granting import answer, ask, grant
from makegood.recovery.actions.owing import owe, tell, withdraw
from makegood.recovery.actions.redeeming import redeem

__all__ = [
    "BeyondAuthority",
    "answer",
    "ask",
    "drop_authority",
    "give",
    "grant",
    "owe",
    "redeem",
    "refuse",
    "set_authority",
    "tell",
    "withdraw",
]
