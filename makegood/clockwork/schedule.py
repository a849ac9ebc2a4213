"""What is due: every sweep and sender of the house, by name. To add one, add a line.

A `Due` is `f(*, at) -> int`, which does some of what is due and returns how much it did; when it did something it
is called again at once, else after a commit anywhere (`wakes`) or after `every` seconds. Each that is woken, or that may
be slow, has a thread of its own and holds nobody up; those that only look by the clock take `turns`. A `Standing` is for
what never ends by itself, such as a mailbox that is listened to: `f(stop: threading.Event) -> None`.
"""

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

from makegood.cases import actions as cases
from makegood.cases import scanning
from makegood.cases.actions import bulk, tags
from makegood.channels.api import actions as api
from makegood.channels.email import fetching, intake, sender, silence
from makegood.channels.portal import actions as portal
from makegood.clockwork import actions, digests, erasing, following, mornings, nudging, promising, pushing, sweeping
from makegood.feedback import actions as feedback
from makegood.insight import actions as insight
from makegood.orders import actions as orders
from makegood.promises import actions as promises
from makegood.recovery import actions as recovery
from makegood.recovery import refunding
from makegood.staff.notices import actions as notices
from makegood.staff.push import actions as push

Part = Literal["worker", "mail"]


class Sweep(Protocol):
    """Does some of what is due at a moment; returns how much."""

    def __call__(self, *, at: dt.datetime) -> int: ...


@dataclass(frozen=True)
class Due:
    """One sweep: its name, how often it looks by itself (seconds), whether a commit anywhere wakes it, how long it
    rests after a look that found nothing before one may (what people wait for looks at once), with whom it takes turns in
    one thread (empty: it has its own), the part of `makegood serve` that runs it, and what wakes it, which others in this
    process may set too."""

    name: str
    every: float
    sweep: Sweep
    wakes: bool = True
    rests: float = 0.5
    turns: str = ""
    part: Part = "worker"
    woken: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True)
class Standing:
    """One that runs until it is told to stop; started again, after a pause, when it fails or returns."""

    name: str
    run: Callable[[threading.Event], None]
    part: Part = "worker"


# By whose beats one knows whether promises are kept, and mail is taken in.
SETTLING, TAKING_IN = "promises due", "mail to take in"
BY_THE_CLOCK, FIGURES, HOUSEKEEPING = "by the clock", "figures", "housekeeping"


SCHEDULE: list[Due] = [
    Due("reactions", 1, following.work, rests=0.25),
    Due("reactions, second hand", 1, following.work, rests=2),
    Due(SETTLING, 1, promising.settle),
    Due("promises at risk", 5, promises.warn_due),
    Due("breaks to make final", 5, promising.finalise, wakes=False),
    Due("ledger to seal", 3, promises.seal, wakes=False),
    Due("cases for the rota", 3, cases.route_waiting, wakes=False, turns=BY_THE_CLOCK),
    Due("replies to let go", 0.5, cases.release_due, rests=0.2),
    Due("replies that leave later", 2, cases.leave_due, wakes=False, turns=BY_THE_CLOCK),
    Due("snoozed cases to bring back", 2, cases.return_due, wakes=False, turns=BY_THE_CLOCK),
    Due("answers that have not come", 2, cases.miss_due, wakes=False, turns=BY_THE_CLOCK),
    Due("reminders that come", 2, cases.remind_due, wakes=False, turns=BY_THE_CLOCK),
    Due("customers to remind", 5, nudging.work, wakes=False, turns=BY_THE_CLOCK),
    Due("people who left a case", 5, cases.sweep_presence, wakes=False, turns=BY_THE_CLOCK),
    Due("cases to close", 60, cases.close_due, wakes=False, turns=HOUSEKEEPING),
    Due("files to look into", 1, scanning.work),
    Due(TAKING_IN, 1, intake.work, rests=0, part="mail", woken=intake.arrived),
    Due("mail to send", 1, sender.work),
    Due("refunds to ask for", 5, refunding.work),
    Due("tables of orders", 1, orders.take_some),
    Due("tables of orders long past", 3600, orders.forget_tables, wakes=False, turns=HOUSEKEEPING),
    Due("shops' receipts long past", 3600, orders.forget_receipts, wakes=False, turns=HOUSEKEEPING),
    Due("mailboxes that fall silent", 300, silence.work, wakes=False, turns=HOUSEKEEPING),
    Due("raw mail kept long enough", 3600, silence.forget_old, wakes=False, turns=HOUSEKEEPING),
    Due("tries long past", 3600, sweeping.forget_tries, wakes=False, turns=HOUSEKEEPING),
    Due("sessions long past", 3600, sweeping.forget_sessions, wakes=False, turns=HOUSEKEEPING),
    Due("looks long past", 3600, sweeping.forget_looks, wakes=False, turns=HOUSEKEEPING),
    Due("keys of the API long past", 3600, api.forget_old_answers, wakes=False, turns=HOUSEKEEPING),
    Due("forms sent long ago", 3600, portal.forget_old_sendings, wakes=False, turns=HOUSEKEEPING),
    Due("golden mistakes of the morning", 60, mornings.work, wakes=False, turns=HOUSEKEEPING),
    Due("digests of notices", 15, digests.work, wakes=False, turns=BY_THE_CLOCK),
    Due("pushes to send", 1, pushing.work),
    Due("pushes shown long ago", 3600, push.forget_shown, wakes=False, turns=HOUSEKEEPING),
    Due("notices told long ago", 3600, notices.forget_told, wakes=False, turns=HOUSEKEEPING),
    Due("notices of pages long past", 3600, notices.forget_listed, wakes=False, turns=HOUSEKEEPING),
    Due("customers to erase", 5, erasing.work),
    Due("customers' answers to count", 300, feedback.count_ripe, wakes=False, turns=HOUSEKEEPING),
    Due("acts on many cases", 2, bulk.work),
    Due("acts on many cases long past", 3600, bulk.forget_old, wakes=False, turns=HOUSEKEEPING),
    Due("tags merged or removed", 5, tags.tidy),
    Due("promises for the reports", 5, insight.keep_following, wakes=False, turns=FIGURES),
    Due("figures of the reports", 3, insight.keep_up, wakes=False, turns=FIGURES),
    Due("figures of the sellers", 3, insight.keep_counting_sales, wakes=False, turns=FIGURES),
    Due("figures of who came back", 3, recovery.keep_counting_customers, wakes=False, turns=FIGURES),
    Due("workers that are gone", 3600, actions.sweep_the_gone, wakes=False, turns=HOUSEKEEPING),
]

STANDING: list[Standing] = [Standing("mail by IMAP", fetching.run, part="mail")]
