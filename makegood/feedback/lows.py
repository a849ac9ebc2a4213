"""Whether customers told that it went badly. Reads only, and from the log: it holds no words, so it still knows once they
are erased."""

from collections.abc import Iterable

from makegood.events.models import Event

GIVEN = "feedback.given"


def is_any_low(refs: Iterable[str]) -> bool:
    """Whether one of the answers about these cases, as each was told last, is a low one."""
    told = Event.objects.filter(name=GIVEN, about__in=list(refs))
    last = {data["closing"]: data["low"] for data in told.order_by("at", "id").values_list("data", flat=True)}
    return any(last.values())
