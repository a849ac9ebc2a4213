"""Writing on a customer's page: notes about them, what they agree to, and how they are addressed."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from makegood.brands.tones import Tone
from makegood.cases.seeing import find_or_404
from makegood.customers import actions as customers
from makegood.customers.models import Customer, Note
from makegood.desk.customers import views
from makegood.desk.customers.forms import ChangedNoteForm, ConsentForm, NoteForm
from makegood.desk.views.acts import go
from makegood.events.refusals import Refusal
from makegood.staff.forms import refusing
from makegood.staff.permissions import WORK_CASES, person, requires


@require_POST
@requires(WORK_CASES)
def write(request: HttpRequest, ref: str) -> HttpResponse:
    """A note about them."""
    user = person(request)
    customer, form = find_or_404(user, ref), NoteForm(request.POST)
    if form.is_valid():
        with refusing.said_on(form):
            customers.write_note(customer, **form.cleaned_data, by=user, at=timezone.now())
            return _back(request, customer, "notes")
    return views.page(request, customer, status=422, note_form=form)


@require_POST
@requires(WORK_CASES)
def change(request: HttpRequest, ref: str, key: uuid.UUID) -> HttpResponse:
    """Other words, on top of those that were read."""
    user = person(request)
    customer, form = find_or_404(user, ref), ChangedNoteForm(request.POST)
    note = _note(customer, key)
    if form.is_valid():
        with refusing.said_on(form):
            customers.change_note(note, **form.cleaned_data, by=user, at=timezone.now())
            return _back(request, customer, f"note-{note.pk}")
    return views.page(request, customer, status=422, changed=note.pk, changed_form=form)


@require_POST
@requires(WORK_CASES)
def remove(request: HttpRequest, ref: str, key: uuid.UUID) -> HttpResponse:
    """Pressed twice it is the same."""
    user = person(request)
    customer = find_or_404(user, ref)
    try:
        customers.remove_note(_note(customer, key), by=user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Removed."))
    return _back(request, customer, "notes")


@require_POST
@requires(WORK_CASES)
def consent(request: HttpRequest, ref: str) -> HttpResponse:
    """They agree to something, or do not any more."""
    user, at = person(request), timezone.now()
    customer, form = find_or_404(user, ref), ConsentForm(request.POST, at=at)
    if form.is_valid():
        with refusing.said_on(form):
            customers.note_consent(customer, **form.cleaned_data, by=user, at=at)
            return _back(request, customer, "consents")
    return views.page(request, customer, status=422, consent_form=form)


@require_POST
@requires(WORK_CASES)
def tone(request: HttpRequest, ref: str) -> HttpResponse:
    """How they are addressed from now on."""
    user, chosen = person(request), request.POST.get("tone", "")
    customer = find_or_404(user, ref)
    if chosen and chosen not in Tone.values:
        messages.error(request, _("Choose a form of address from the list."))
    else:
        customers.choose_tone(customer, tone=chosen, by=user.key, at=timezone.now())
        messages.success(request, _("Saved."))
    return _back(request, customer, "tone")


def _note(customer: Customer, key: uuid.UUID) -> Note:
    return get_object_or_404(Note.objects.of_customer(customer), pk=key)


def _back(request: HttpRequest, customer: Customer, to: str) -> HttpResponse:
    return go(request, f"{reverse('customer', args=[customer.ref])}#{to}")
