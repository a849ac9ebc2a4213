"""What a customer is asked while we win them back: whether we understood them, and whether all is well again."""

import dataclasses

from makegood.cases.models import Party
from makegood.recovery.models import Recovery, StepName


@dataclasses.dataclass(frozen=True)
class Asked:
    """The recovery that runs, and what its customer is asked now."""

    recovery: Recovery
    whether_understood: bool
    whether_good: bool


def of(party: Party) -> Asked | None:
    """None where nothing is asked: no recovery of theirs runs, or this person was only copied in. Two questions at
    most.

    Where cases of two customers became one, each is asked about their own alone.
    """
    if party.role != Party.Role.CUSTOMER:
        return None
    own = Recovery.objects.of_case(party.case).running().filter(customer=party.customer_id or party.case.customer_id)
    recovery = own.first()
    if recovery is None:
        return None
    taken = set(recovery.steps.values_list("name", flat=True))
    return Asked(
        recovery=recovery,
        whether_understood=bool(recovery.understanding) and recovery.is_understood is None,
        whether_good=StepName.PUT_RIGHT in taken and not recovery.is_good,
    )
