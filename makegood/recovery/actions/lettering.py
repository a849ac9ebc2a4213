"""The letter of what a customer gets: it did not arrive, and is sent once more."""

import datetime as dt
import uuid

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.recovery import events
from makegood.recovery.actions.owing import facets
from makegood.recovery.models import Remedy
from makegood.staff.models import User


@verb
def note_undelivered(key: uuid.UUID, *, explanation: str, at: dt.datetime) -> None:
    """Its letter came back: the case says so, until it is sent again. What was given by its code stays given."""
    remedy = Remedy.objects.for_change().filter(pk=key).first()
    if remedy is None:
        return
    remedy.undelivered = explanation[:2000] or "?"
    remedy.save(update_fields=["undelivered"])
    record(events.RemedyUndelivered(remedy=str(key)), about=remedy.about, at=at, facets=facets(remedy))


@verb
def send_again(remedy: Remedy, *, address: str, by: User, at: dt.datetime) -> Remedy:
    """To this address. Pressed twice it is sent once. Raises Refusal for what is no address."""
    held = Remedy.objects.for_change().get(pk=remedy.pk)
    if not held.undelivered:
        return held
    try:
        validate_email(address.strip())
    except ValidationError as error:
        raise Refusal(_("Write a mail address, such as name@example.com."), field="address") from error
    held.letter_to, held.undelivered, held.told_at = address.strip()[:320], "", at
    held.save(update_fields=["letter_to", "undelivered", "told_at"])
    record(events.RemedySentAgain(remedy=str(held.pk)), about=held.about, by=by.key, at=at, facets=facets(held))
    return held
