"""Keeping the figures up to date (no event: nothing of the trade happens there), and wall screens."""

from makegood.insight.actions.counting import bring_up_to_date, keep_up
from makegood.insight.actions.following import follow_the_ledger, keep_following
from makegood.insight.actions.mending import drift, mend
from makegood.insight.actions.noting import note
from makegood.insight.actions.reckoning import begin_again
from makegood.insight.actions.screens import open_screen, revoke_screen

__all__ = [
    "begin_again",
    "bring_up_to_date",
    "drift",
    "follow_the_ledger",
    "keep_following",
    "keep_up",
    "mend",
    "note",
    "open_screen",
    "revoke_screen",
]
