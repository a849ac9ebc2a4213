"""What can happen to the rates by which mistakes are counted in money."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("quality.rates_set", gettext_noop("%(by)s set what mistakes cost from %(since)s on"))
class RatesSet:
    """`brand`: its key, or empty for every brand without rates of its own. `since`: a day."""

    brand: str
    since: str
    currency: str
