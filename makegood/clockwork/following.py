"""What follows from events: leased rows, run some at a time. A failing one waits by itself; the others go on."""

import datetime as dt
import logging
import traceback

from django.utils import timezone

from makegood.events import actions as events
from makegood.events.models import Reaction

# Seconds that one transaction may take: after it, it is the turn of whoever waits to write. Less than the intake of mail
# has: between the two, words come first, and what follows from them a little later.
WITHIN = 0.02
MOST_TROUBLE = 4000
log = logging.getLogger(__name__)


def work(*, at: dt.datetime) -> int:
    """Run a few due reactions; returns how many were taken up."""
    # Asked without a transaction first: a look at an empty queue must not take SQLite's write lock.
    if not Reaction.objects.due(at).exists():
        return 0
    claimed = events.claim(at=at)
    # In no order of its own, so side by side by name: some are given several events at once.
    waiting = sorted(claimed, key=lambda reaction: reaction.name)
    while waiting and timezone.now() < waiting[0].run_at:
        done = _together(waiting) if len(waiting) > 1 else 0
        if not done:
            _alone(waiting[0])
        waiting = waiting[done or 1 :]
    # What is left took so long that its lease is over; whoever holds it now will do it.
    return len(claimed)


def _together(reactions: list[Reaction]) -> int:
    """As many as one transaction has time for; 0 when one of them fails, or is somebody else's now."""
    try:
        return events.react(reactions, within=WITHIN)
    except Exception:
        log.info("%s reactions could not be run together, now one alone", len(reactions), exc_info=True)
        return 0


def _alone(reaction: Reaction) -> None:
    """One reaction; what it raises is kept on its row, for people to read."""
    try:
        events.react([reaction])
    except events.LeaseLost:
        log.info("%s was taken over by another worker", reaction)
    except Exception as trouble:
        log.exception("%s failed, attempt %s", reaction, reaction.attempts)
        text = "".join(traceback.format_exception(trouble))[-MOST_TROUBLE:]
        events.postpone(reaction, text, at=timezone.now())
