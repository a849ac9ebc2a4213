"""What is noted about a customer, what they agree to, and how they are addressed, by the programming interface."""

import datetime as dt
import uuid
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError
from pydantic import StringConstraints

from makegood.brands.tones import Tone
from makegood.cases import seeing
from makegood.channels.api import shapes
from makegood.channels.api.asking import asker
from makegood.channels.api.refusing import fields_at_fault
from makegood.channels.api.shapes import CustomerOut, PersonOut
from makegood.channels.api.strict import Storable, Strict
from makegood.customers import actions as customers
from makegood.customers.models import Consent, Customer, Note
from makegood.customers.models.consent import LONGEST_PURPOSE, LONGEST_SOURCE
from makegood.customers.models.note import LONGEST_NOTE

MOST = 200
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NOTE), Storable]
Purpose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_PURPOSE), Storable]
Source = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_SOURCE), Storable]
router = Router(tags=["customers"])


class NoteAboutIn(Strict):
    text: Words


class NoteAboutOut(Schema):
    id: uuid.UUID
    text: str
    by: PersonOut
    at: dt.datetime
    changed_at: dt.datetime | None


class NotesAboutOut(Schema):
    items: list[NoteAboutOut]


class ConsentIn(Strict):
    purpose: Purpose = Field(description="A newsletter, recorded calls. The same words in capitals name the same.")
    given: bool = Field(description="False: it is withdrawn.")
    said_on: dt.date = Field(description="The day on which they said it.")
    source: Source = Field(description="How it is known.")


class ToneIn(Strict):
    tone: Tone | None = Field(description="`formal` or `friendly`; null: as the brand usually does.")


class ConsentOut(Schema):
    purpose: str
    given: bool
    said_on: dt.date
    source: str
    by: PersonOut
    at: dt.datetime


class ConsentsOut(Schema):
    items: list[ConsentOut]


@router.get("/customers/{ref}/notes", response={200: NotesAboutOut})
def list_customer_notes(request: HttpRequest, ref: str) -> dict[str, Any]:
    """What colleagues noted about the customer, the newest 200 first."""
    found = Note.objects.of_customer(_seen(request, ref)).select_related("by")
    return {"items": [_note(one) for one in found[:MOST]]}


@router.post("/customers/{ref}/notes", response={201: NoteAboutOut})
def write_customer_note(request: HttpRequest, ref: str, body: NoteAboutIn) -> Status[dict[str, Any]]:
    """Note something about them, for colleagues of all brands."""
    customer = _seen(request, ref)
    made = customers.write_note(customer, text=body.text, by=asker(request), at=timezone.now())
    return Status(201, _note(made))


@router.get("/customers/{ref}/consents", response={200: ConsentsOut})
def list_consents(request: HttpRequest, ref: str) -> dict[str, Any]:
    """What they agreed to and withdrew; of each purpose the first row holds. The newest 200."""
    found = Consent.objects.of_customer(_seen(request, ref)).select_related("purpose", "by")
    return {"items": [_consent(one) for one in found[:MOST]]}


@router.post("/customers/{ref}/consents", response={201: ConsentOut})
def note_consent(request: HttpRequest, ref: str, body: ConsentIn) -> Status[dict[str, Any]]:
    """They agree to something, or do not any more. Nothing that they said before is changed."""
    customer = _seen(request, ref)
    with fields_at_fault():
        made = customers.note_consent(
            customer, purpose=body.purpose, is_given=body.given, said_on=body.said_on, source=body.source,
            by=asker(request), at=timezone.now(),
        )  # fmt: skip
    return Status(201, _consent(made))


@router.post("/customers/{ref}/tone", response={200: CustomerOut})
def choose_tone(request: HttpRequest, ref: str, body: ToneIn) -> dict[str, Any]:
    """Address the customer in a tone of their own, which decides the signature under what is written to them."""
    user = asker(request)
    chosen = customers.choose_tone(_seen(request, ref), tone=body.tone or "", by=user.key, at=timezone.now())
    return shapes.known(chosen)


def _seen(request: HttpRequest, ref: str) -> Customer:
    found = seeing.find(asker(request), ref)
    if found is None:
        raise HttpError(404, "There is no such customer, or you may not see them.")
    return found


def _note(one: Note) -> dict[str, Any]:
    return {
        "id": one.pk,
        "text": one.text,
        "by": shapes.person(one.by),
        "at": one.at,
        "changed_at": one.changed_at,
    }


def _consent(one: Consent) -> dict[str, Any]:
    return {
        "purpose": one.purpose.name,
        "given": one.is_given,
        "said_on": one.said_on,
        "source": one.source,
        "by": shapes.person(one.by),
        "at": one.at,
    }
