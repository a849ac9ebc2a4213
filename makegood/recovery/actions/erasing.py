"""A customer is erased: nobody wins them back or gives them anything any more; what was given, and its worth, stays."""

import datetime as dt
import uuid
from collections.abc import Collection

from django.db.models import Q

from makegood.events.actions import record, verb
from makegood.promises import actions as promises
from makegood.recovery import events
from makegood.recovery.actions import counting
from makegood.recovery.actions.owing import facets
from makegood.recovery.actions.recovering import close
from makegood.recovery.models import Ask, AskState, Outcome, Recovery, Refund, Remedy, RemedyState, Voucher
from makegood.staff.models import User

REASON = "erased"


@verb
def erase_words(customers: Collection[uuid.UUID], *, by: User, at: dt.datetime) -> None:
    """What runs for them ends, what is owed to them is withdrawn, and all that stands in words goes.

    Whoever calls it has made sure that no money is on its way to them.
    """
    for recovery in Recovery.objects.for_change().running().filter(customer__in=customers).select_related("due"):
        close(recovery, Outcome.LOST, by=by, at=at)
    for remedy in Remedy.objects.for_change().owed().filter(customer__in=customers):
        remedy.state, remedy.settled_at, remedy.settled_by = RemedyState.WITHDRAWN, at, by.key
        remedy.save(update_fields=["state", "settled_at", "settled_by"])
        counting.give_back(remedy)
        fact = events.RemedyWithdrawn(remedy=str(remedy.pk))
        record(fact, about=remedy.about, at=at, by=by.key, facets=facets(remedy))
    asks = Ask.objects.filter(Q(case__customer__in=customers) | Q(remedy__customer__in=customers))
    for asked in asks.filter(state=AskState.WAITING).select_for_update(of=("self",)):
        promises.excuse_all(about=asked.ref, reason=REASON, by=by.key, at=at)
        asked.state, asked.answered_by, asked.answered_at = AskState.DECLINED, by, at
        asked.save(update_fields=["state", "answered_by", "answered_at"])
    asks.update(words="", why="", answer="")
    Recovery.objects.filter(customer__in=customers).exclude(understanding="").update(understanding="")
    Remedy.objects.filter(customer__in=customers).update(words="", letter_to="", undelivered="")
    Refund.objects.filter(remedy__customer__in=customers).exclude(trouble="").update(trouble="")
    Voucher.objects.filter(remedy__customer__in=customers).exclude(redeemed_for="").update(redeemed_for="")
