"""What follows from events: leased rows, run one by one. A failing one waits by itself; the others go on."""

import datetime as dt
import logging
import traceback

from django.utils import timezone

from makegood.events import actions as events
from makegood.events.models import Reaction

MOST_TROUBLE = 4000
log = logging.getLogger(__name__)


def work(*, at: dt.datetime) -> int:
    """Run a few due reactions; returns how many were taken up."""
    # Asked without a transaction first: a look at an empty queue must not take SQLite's write lock.
    if not Reaction.objects.due(at).exists():
        return 0
    claimed = events.claim(at=at)
    for reaction in claimed:
        run(reaction)
    return len(claimed)


def run(reaction: Reaction) -> None:
    """One reaction; what it raises is kept on its row, for people to read."""
    if timezone.now() >= reaction.run_at:
        return  # the ones before it took so long that this lease is over; whoever holds it now will do it
    try:
        events.react(reaction)
    except events.LeaseLost:
        log.info("%s was taken over by another worker", reaction)
    except Exception as trouble:
        log.exception("%s failed, attempt %s", reaction, reaction.attempts)
        text = "".join(traceback.format_exception(trouble))[-MOST_TROUBLE:]
        events.postpone(reaction, text, at=timezone.now())
