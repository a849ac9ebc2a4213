"""Keeping the figures up to date (no event: nothing of the trade happens there), and wall screens."""

from makegood.insight.actions.counting import bring_up_to_date, keep_up
from makegood.insight.actions.following import follow_the_ledger, keep_following
from makegood.insight.actions.mending import drift, mend
from makegood.insight.actions.noting import note
from makegood.insight.actions.reckoning import begin_again
from makegood.insight.actions.screens import open_screen, revoke_screen
from makegood.insight.actions.selling import (
    count_sales,
    keep_counting_sales,
    mend_sales,
    note_all_sales,
    note_sales,
    sales_drift,
)

__all__ = [
    "begin_again",
    "bring_up_to_date",
    "count_sales",
    "drift",
    "follow_the_ledger",
    "keep_counting_sales",
    "keep_following",
    "keep_up",
    "mend",
    "mend_sales",
    "note",
    "note_all_sales",
    "note_sales",
    "open_screen",
    "revoke_screen",
    "sales_drift",
]
