"""How far we have counted: begun with the first brand, and begun again when somebody asks for it."""

import datetime as dt

from makegood.brands.models import Brand
from makegood.events.actions import verb
from makegood.events.holding import hold
from makegood.insight.actions.adding import NAME
from makegood.insight.models import Reckoning
from makegood.promises.models import Seal


@verb
def begin(*, at: dt.datetime) -> bool:
    """Begin to count, days being those of the brand that was opened first; False while there is none, or it has begun."""
    hold(NAME)
    eldest = Brand.objects.eldest()
    if eldest is None or Reckoning.objects.exists():
        return False
    # What is sealed by now is of cases that are counted with the past.
    sealed = Seal.latest()
    begun = Reckoning(timezone=eldest.timezone, position=sealed.position if sealed else 0, counted_at=at)
    begun.save(force_insert=True)
    return True


@verb
def begin_again(*, at: dt.datetime) -> None:
    """Count all cases there are anew, in the time zone that the eldest brand has now."""
    hold(NAME)
    eldest = Brand.objects.eldest()
    if eldest is not None:
        Reckoning.objects.update(timezone=eldest.timezone, past=None, past_is_counted=False, counted_at=at)
