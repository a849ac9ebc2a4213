"""Keeping the figures up to date. No event: nothing of the trade happens here."""

from makegood.insight.actions.counting import bring_up_to_date
from makegood.insight.actions.following import follow_the_ledger
from makegood.insight.actions.mending import drift, mend
from makegood.insight.actions.noting import note
from makegood.insight.actions.reckoning import begin_again

__all__ = ["begin_again", "bring_up_to_date", "drift", "follow_the_ledger", "mend", "note"]
