"""What can be done for customers whom we disappointed: owe, tell, give, withdraw."""

from makegood.recovery.actions.giving import give, refuse
from makegood.recovery.actions.owing import owe, tell, withdraw

__all__ = ["give", "owe", "refuse", "tell", "withdraw"]
