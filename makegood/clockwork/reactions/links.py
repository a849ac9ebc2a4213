"""What follows for linked cases: the open children of a parent that was resolved are told."""

from django.utils import timezone

from makegood.cases.actions import links
from makegood.cases.models import Case
from makegood.events.models import Event
from makegood.events.registry import reacts_to


@reacts_to("case.resolved", "case.closed")
def tell_children(event: Event) -> None:
    """Also of one that was merged meanwhile, the other."""
    parent = Case.objects.filter(ref=event.about).first()
    if parent is not None:
        links.tell_children(parent.present, at=timezone.now())
