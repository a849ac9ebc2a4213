"""What is to be won back in the house of the permissions: a recovery, a hint that waits, a cause."""

import dataclasses
import datetime as dt
from typing import Any

from makegood.cases.models import Case, MessageKind
from makegood.recovery import actions as recovery
from makegood.recovery.models import Cause, Hint, Recovery, Trigger
from makegood.staff.models import User


@dataclasses.dataclass(frozen=True)
class Recovered:
    """One of each."""

    recovery: Recovery
    hint: Hint
    cause: Cause

    def addresses(self) -> dict[str, dict[str, Any]]:
        """What each address takes."""
        ref = {"ref": self.recovery.ref}
        return {
            **dict.fromkeys(("recovery", "recovery-end", "recovery-resumption"), ref),
            **{name: ref | {"step": "owned"} for name in ("recovery-step", "recovery-step-undo")},
            "complaint-hint": {"key": self.hint.pk},
            **{name: {"key": self.cause.pk} for name in ("cause-name", "cause-retirement")},
        }


def build(case: Case, by: User, *, at: dt.datetime) -> Recovered:
    """Opened by hand; the hint is of the customer's first words."""
    return Recovered(
        recovery=recovery.open_by_hand(case, Trigger.Kind.BY_HAND, by=by, at=at),
        hint=_hint(case),
        cause=recovery.add_cause("Delivery", under=None, by=by, at=at),
    )


def _hint(case: Case) -> Hint:
    message = case.messages.get(kind=MessageKind.CUSTOMER)
    return Hint.objects.create(message=message, complaint=0.9, angry=0.1)
