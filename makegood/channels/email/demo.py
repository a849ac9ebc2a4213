"""The demo company neither sends nor fetches mail, whatever servers are set. What it sends is carried nowhere."""

from makegood.brands.models import Organisation
from makegood.events.prepared import PreparedQuery

DEMO = PreparedQuery(lambda: Organisation.objects.filter(is_demo=True).values_list("pk")[:1])


def is_demo() -> bool:
    """Whether this is the demo company; one small query, as a worker may start before the demo is loaded."""
    return bool(DEMO())
