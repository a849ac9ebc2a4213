"""Founding the organisation: everything a company needs so that a customer may write the next minute."""

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError
from django.utils import translation
from django.utils.translation import gettext as _

from makegood.brands import actions as brands
from makegood.brands.models import Organisation
from makegood.calendars import actions as calendars
from makegood.calendars.actions import Week
from makegood.calendars.holiday_names import countries
from makegood.channels.email import actions as email
from makegood.customers.addresses import fold
from makegood.events import actions as events
from makegood.events.refusals import Refusal
from makegood.promises import actions as promises
from makegood.staff import actions as staff
from makegood.staff.models import Role, User
from makegood.welcome import code

OFFICE_HOURS: Week = {str(day): [["09:00", "17:00"]] for day in range(5)}


def found(
    *,
    organisation: str,
    brand: str,
    address: str,
    owner_email: str,
    owner_name: str,
    password: str,
    languages: Sequence[str],
    country: str,
    timezone: str,
    weekly: Week,
    at: dt.datetime,
) -> Organisation:
    """Set this installation up, all or nothing, and forget the one-time code.

    `languages`: the first is the brand's first and the owner's. `country`: its holidays are observed; empty: none.
    `weekly` as for `calendars.create`. Raises Refusal when already set up, or when something given makes no sense.
    """
    try:
        founded = _found(
            organisation=organisation,
            brand=brand or organisation,
            address=_checked(address, owner_email=owner_email),
            owner_email=owner_email,
            owner_name=owner_name,
            password=password,
            languages=languages,
            country=_known(country),
            timezone=timezone,
            weekly=weekly,
            at=at,
        )
    except IntegrityError:
        if Organisation.objects.exists():  # somebody was quicker by a moment
            raise Refusal(_("Makegood is already set up here.")) from None
        raise
    code.forget()
    return founded


@events.verb
def _found(
    *,
    organisation: str,
    brand: str,
    address: str,
    owner_email: str,
    owner_name: str,
    password: str,
    languages: Sequence[str],
    country: str,
    timezone: str,
    weekly: Week,
    at: dt.datetime,
) -> Organisation:
    founded = brands.found_organisation(name=organisation, country=country, at=at)
    languages = brands.checked_languages(languages)
    with translation.override(languages[0]):
        team_name, hours_name = _("Support"), _("Opening hours")
    team = staff.make_team(name=team_name, by="", at=at)
    owner = staff.enrol(
        email=owner_email,
        name=owner_name,
        role=Role.ADMIN,
        teams=[team],
        language=languages[0],
        timezone=timezone,
        password=password,
        at=at,
    )
    by = owner.key
    hours = calendars.create(name=hours_name, timezone=timezone, weekly=weekly, country=country, by=by, at=at)
    opened = brands.open_brand(
        name=brand, languages=languages, timezone=timezone, calendar=hours, teams=[team], by=by, at=at
    )
    promises.publish_default_charter(brand=opened, by=by, at=at)
    email.open_mailbox(brand=opened, address=address, name=opened.name, by=by, at=at)
    return founded


def owner() -> User:
    """The first administrator, who is asked for in the moment after founding."""
    first: User = User.objects.administrators().order_by("id")[0]
    return first


def _checked(address: str, *, owner_email: str) -> str:
    address = address.strip()
    try:
        validate_email(address)
    except ValidationError:
        told = _("“%(address)s” is not a mail address.") % {"address": address}
        raise Refusal(told, field="address") from None
    if fold(address) == fold(owner_email):
        # What we mail to staff would come back as a case of a customer, for ever.
        told = _("The owner needs an address of their own, another than the support address.")
        raise Refusal(told, field="owner_email")
    return address


def _known(country: str) -> str:
    country = country.strip().upper()
    if country and country not in countries():
        raise Refusal(_("“%(country)s” is no country we know. Write its two letters, like LT.") % {"country": country})
    return country
