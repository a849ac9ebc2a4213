"""A brand never stands without promises."""

from django.utils import timezone

from makegood.brands.models import Brand
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.promises import actions as promises
from makegood.promises.models import CharterVersion


@reacts_to("brand.opened")
def promise(event: Event) -> None:
    """Give a new brand the charter that every brand starts with, unless it has one."""
    brand = Brand.objects.filter(slug=event.data["brand"]).first()
    if brand is not None and not CharterVersion.objects.filter(brand=brand).exists():
        promises.publish_default_charter(brand=brand, by=event.by, at=timezone.now())
