"""What makes a recovery open by itself: a broken promise, something returned, a customer who has to ask once more."""

import datetime as dt
import uuid

from makegood.cases.models import Case
from makegood.events.actions import verb
from makegood.orders.models import Order
from makegood.promises.models import Commitment, State
from makegood.recovery import again, matters
from makegood.recovery.actions.recovering import recover
from makegood.recovery.matters import Matter
from makegood.recovery.models import Recovery, Rules, Trigger


@verb
def notice_break(commitment_id: uuid.UUID, *, at: dt.datetime) -> Recovery | None:
    """A break is final: the customer to whom it was promised is to be won back. None for promises among ourselves."""
    found = Commitment.objects.select_related("customer", "brand")
    broken = found.get(pk=commitment_id)
    if broken.customer is None or broken.state != State.BROKEN or broken.final_at is None:
        return None
    matter = _matter(broken.about, at=at)
    return recover(matter, Trigger.Kind.BROKEN, key=str(broken.pk), at=at) if matter else None


@verb
def notice_low_answer(case: Case, *, key: str, at: dt.datetime) -> Recovery | None:
    """The customer told that it went badly, or that it is not solved; `key` names the answer, which counts once."""
    matter = matters.of_case(case, days=Rules.now().days, at=at)
    return recover(matter, Trigger.Kind.LOW, key=key, at=at) if matter else None


@verb
def notice_return(order_ref: str, *, key: str, at: dt.datetime) -> Recovery | None:
    """Something was returned from an order; `key` names which time."""
    matter = _matter(order_ref, at=at)
    return recover(matter, Trigger.Kind.RETURNED, key=key, at=at) if matter else None


@verb
def notice_contact(case: Case, *, message: str, at: dt.datetime) -> Recovery | None:
    """The customer wrote. It is the contact that the rules name, or a later one: they should not have had to."""
    if not again.is_contact_too_many(case, at=at):
        return None
    matter = matters.of_case(case.present, days=Rules.now().days, at=at)
    return recover(matter, Trigger.Kind.AGAIN, key=message, at=at) if matter else None


def _matter(about: str, *, at: dt.datetime) -> Matter | None:
    days = Rules.now().days
    if about.startswith("C-"):
        case = Case.objects.for_pages().filter(ref=about).first()
        return matters.of_case(case, days=days, at=at) if case else None
    order = Order.objects.select_related("brand", "customer").filter(ref=about).first()
    return matters.of_order(order, days=days, at=at) if order else None
