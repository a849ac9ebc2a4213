"""What a customer agrees to is written down as they said it."""

import datetime as dt
import unicodedata
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from makegood.customers.actions.holding import hold_known
from makegood.customers.models import Consent, Customer, Purpose
from makegood.customers.models.consent import LONGEST_PURPOSE, LONGEST_SOURCE
from makegood.customers.note_events import ConsentGiven, ConsentWithdrawn
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff.models import User


@verb
def note_consent(
    customer: Customer, *, purpose: str, is_given: bool, said_on: dt.date, source: str, by: User, at: dt.datetime
) -> Consent:
    """They gave their consent for a purpose, or withdrew it, on a day of the past or today. `source`: how we know.

    A purpose that nobody has named before is new. Raises Refusal without purpose or source, for a day that lies ahead,
    and for a customer who was erased.
    """
    source = " ".join(source.split())[:LONGEST_SOURCE]
    if not source:
        raise Refusal(_("Write how you know it."), field="source")
    if said_on > at.astimezone(ZoneInfo(by.timezone)).date():
        raise Refusal(_("That day lies ahead."), field="said_on")
    consent = Consent(
        customer=hold_known(customer), purpose=_named(purpose), is_given=is_given, said_on=said_on, source=source,
        by=by, at=at,
    )  # fmt: skip
    consent.save(force_insert=True)
    told = ConsentGiven if is_given else ConsentWithdrawn
    fact = told(consent=str(consent.pk), purpose=str(consent.purpose_id), said_on=said_on.isoformat())
    record(fact, about=consent.customer.key, at=at, by=by.key)
    return consent


def _named(name: str) -> Purpose:
    kept = "".join(letter for letter in unicodedata.normalize("NFC", name) if letter.isprintable())
    kept = " ".join(kept.split())[:LONGEST_PURPOSE].strip()
    if not kept:
        raise Refusal(_("Say what the consent is for."), field="purpose")
    # Two at once who name it first find the same.
    found, _made = Purpose.objects.get_or_create(key=kept.casefold()[:LONGEST_PURPOSE], defaults={"name": kept})
    return found
