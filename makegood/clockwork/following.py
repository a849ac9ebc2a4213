"""What follows from events: leased rows, run some at a time. A failing one waits by itself; the others go on."""

import datetime as dt
import itertools
import logging
import traceback
import uuid
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from makegood.events import actions as events
from makegood.events import registry
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
    ahead = _ahead(waiting)
    while waiting and timezone.now() < waiting[0].run_at:
        done = _together(waiting, ahead) if len(waiting) > 1 else 0
        if not done:
            _alone(waiting[0], ahead)
        waiting = waiting[done or 1 :]
    # What is left took so long that its lease is over; whoever holds it now will do it.
    return len(claimed)


def _ahead(waiting: Sequence[Reaction]) -> events.Ahead:
    """What can be found out before anybody has to wait for it. What fails here is done, and fails, in its own turn."""
    ahead: dict[str, dict[uuid.UUID, Any]] = {}
    for name, alike in itertools.groupby(waiting, key=lambda reaction: reaction.name):
        if name in registry.AHEAD:
            try:
                ahead[name] = registry.AHEAD[name]([each.event for each in alike])
            except Exception:
                log.info("Nothing could be found out ahead for %s", name, exc_info=True)
    return ahead


def _together(reactions: list[Reaction], ahead: events.Ahead) -> int:
    """As many as one transaction has time for; 0 when one of them fails, or is somebody else's now."""
    try:
        return events.react(reactions, within=WITHIN, ahead=ahead)
    except Exception:
        log.info("%s reactions could not be run together, now one alone", len(reactions), exc_info=True)
        return 0


def _alone(reaction: Reaction, ahead: events.Ahead) -> None:
    """One reaction; what it raises is kept on its row, for people to read."""
    try:
        events.react([reaction], ahead=ahead)
    except events.LeaseLost:
        log.info("%s was taken over by another worker", reaction)
    except Exception as trouble:
        log.exception("%s failed, attempt %s", reaction, reaction.attempts)
        text = "".join(traceback.format_exception(trouble))[-MOST_TROUBLE:]
        events.postpone(reaction, text, at=timezone.now())
