"""What changes the figures of a case has them told anew. Promises are followed by the ledger."""

from collections.abc import Sequence

from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.insight import actions as insight


@reacts_to(
    "customer.wrote", "reply.sent", "reply.failed", "reply.undone", "case.resolved", "case.reopened", "case.closed", "case.assigned",
    "case.handed_over", "case.routed", "case.merged", "case.parted", "case.split", "case.split_undone", "case.junked", "case.deleted", "case.restored",
    "message.moved", "message.arrived", "case.kind_chosen", "case.field_filled", together=True,
)  # fmt: skip
def count(events: Sequence[Event]) -> None:
    """Something happened that figures tell of."""
    others = (str(event.data.get(name) or "") for event in events for name in ("source", "other", "to"))
    insight.note([*(event.about for event in events), *others])


@reacts_to(
    "order.placed", "order.sold_by", "order.returned", "case.order_noted", "case.junked", "case.deleted", "case.restored",
    together=True,
)  # fmt: skip
def count_sales(events: Sequence[Event]) -> None:
    """Something became of what was sold. What was promised at the sale is followed by the ledger."""
    insight.note_sales(event.about for event in events)
