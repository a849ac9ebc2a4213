"""What can happen to the organisation and its brands."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event

ORGANISATION = "organisation"


@event("organisation.founded", gettext_noop("Makegood was set up"))
class Founded:
    country: str
    is_demo: bool


@event("organisation.edited", gettext_noop("%(by)s changed the organisation"), quiet=True)
class OrganisationEdited:
    country: str


@event("brand.opened", gettext_noop("%(by)s opened the brand %(brand)s"))
class BrandOpened:
    brand: str


@event("brand.edited", gettext_noop("%(by)s changed the brand %(brand)s"), quiet=True)
class BrandEdited:
    brand: str
