"""Two customers became one: what others wrote down in the same moment, not knowing it yet, goes over, too."""

from makegood.customers import actions as customers
from makegood.customers.models import Merge
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.recovery import actions as recovery


@reacts_to("customer.merged")
def gather(event: Event) -> None:
    """Of the merge that stands; after a further one, along the whole way. Whether they came back is told anew."""
    kept = Merge.objects.standing().filter(source__ref=event.data["source"]).first()
    while kept is not None:
        customers.gather(kept)
        recovery.note_customers({kept.source_id, kept.target_id})
        kept = Merge.objects.standing().filter(source=kept.target_id).first()
