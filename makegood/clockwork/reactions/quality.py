"""What goes wrong is counted in money, and finished cases for the control charts. Each looks at what stands there now."""

import uuid
from typing import Any

from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.quality import actions as quality
from makegood.recovery.models import Trigger

COSTLY = frozenset({Trigger.Kind.COMPLAINT, Trigger.Kind.RETURNED})


def _costs_nothing(data: dict[str, Any]) -> bool:
    """It opened for a reason that has no price of its own; or a step was undone that names no cause."""
    return data.get("trigger", Trigger.Kind.COMPLAINT) not in COSTLY or data.get("step", "learned") != "learned"


@reacts_to(
    "recovery.opened", "recovery.triggered", "recovery.learned", "recovery.step_undone", "recovery.ended",
    "recovery.reopened", unless=_costs_nothing,
)  # fmt: skip
def count_recovery(event: Event) -> None:
    """They complained or sent something back; we learned why; or there was nothing to make good."""
    quality.see_recovery(event.data["recovery"])


@reacts_to("remedy.given")
def count_remedy(event: Event) -> None:
    """It cost what it is worth."""
    quality.see_remedy(uuid.UUID(event.data["remedy"]))


@reacts_to("case.closed")
def inspect(event: Event) -> None:
    """One more finished case."""
    quality.inspect(event.about)


@reacts_to("case.junked", "case.deleted", "case.restored")
def see_shelf(event: Event) -> None:
    """Nobody works on it, so it costs nothing and was no finished case; or somebody does again."""
    quality.see_shelf(event.about)


@reacts_to("case.order_noted", "case.merged", "case.parted", "case.split_undone")
def place(event: Event) -> None:
    """What it costs may be another product's now, or another cause's."""
    for ref in {event.about, event.data.get("other", event.about)}:
        quality.place(ref)


@reacts_to("time.noted", "time.corrected", "time.removed")
def count_time(event: Event) -> None:
    """More or less was worked on it than was counted when it was closed."""
    quality.see_time(event.about)
