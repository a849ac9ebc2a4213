"""What becomes of the mails of the demo company."""

import datetime as dt

from makegood.cases import actions as cases
from makegood.channels.email.models import Outgoing
from makegood.events.actions import verb


@verb
def carry_nowhere(outgoing: Outgoing, *, at: dt.datetime) -> None:
    """It reaches nobody, and everything goes on as if it had been sent: acknowledged, delivered on the customer's page."""
    waiting = Outgoing.objects.filter(pk=outgoing.pk, state=Outgoing.State.WAITING)
    if not waiting.update(state=Outgoing.State.NOWHERE):
        return
    if outgoing.kind == Outgoing.Kind.GREETING and outgoing.case is not None:
        cases.acknowledge(outgoing.case, channel="email", at=at)
    if outgoing.delivers is not None:
        cases.mark_delivered(outgoing.delivers, at=at)
