"""A form that comes twice (a button pressed again, a lost answer, a second tab) writes once: what was written from it stands."""

import datetime as dt

from makegood.cases.models import Case, Delivery, Message, MessageKind
from makegood.staff.models import User


def before(case: Case, kind: MessageKind, text: str, *, by: User, begun_at: dt.datetime | None) -> Message | None:
    """Just these words by this person, written in the case since the form was opened; None where the form does not say
    when. Asked under the lock of the case."""
    if begun_at is None:
        return None
    since = case.messages.filter(kind=kind, staff=by, at__gte=begun_at, text=text.strip())
    return since.exclude(delivery=Delivery.UNDONE).order_by("-at").first()
