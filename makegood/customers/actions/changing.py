"""Keeping what we know of a customer right, and whether we hear them."""

import datetime as dt

from makegood.brands.tones import Tone
from makegood.customers.events import Blocked, LanguageNoted, Renamed, ToneChosen, Unblocked
from makegood.customers.models import Customer
from makegood.customers.naming import clean
from makegood.events import actions as events


@events.verb
def note_language(customer: Customer, language: str, *, by: str = "", at: dt.datetime) -> Customer:
    """Remember which language a customer writes."""
    if customer.language != language:
        customer.language = language
        customer.save(update_fields=["language"])
        events.record(LanguageNoted(language=language), about=customer.key, by=by, at=at)
    return customer


@events.verb
def rename(customer: Customer, *, name: str, by: str, at: dt.datetime) -> Customer:
    """Change the name we call a customer by."""
    name = clean(name)
    if customer.name != name:
        customer.name = name
        customer.save(update_fields=["name"])
        events.record(Renamed(), about=customer.key, by=by, at=at)
    return customer


@events.verb
def choose_tone(customer: Customer, *, tone: str, by: str, at: dt.datetime) -> Customer:
    """Address a customer in a tone of their own; "": as the brand usually does."""
    tone = Tone(tone) if tone else ""
    if customer.tone != tone:
        customer.tone = tone
        customer.save(update_fields=["tone"])
        events.record(ToneChosen(tone=str(tone)), about=customer.key, by=by, at=at)
    return customer


@events.verb
def block(customer: Customer, *, by: str, at: dt.datetime) -> Customer:
    """Stop taking in a customer's words as cases: what they send is kept apart, and answered by nobody."""
    if customer.blocked_at is None:
        customer.blocked_at = at
        customer.save(update_fields=["blocked_at"])
        events.record(Blocked(), about=customer.key, by=by, at=at)
    return customer


@events.verb
def unblock(customer: Customer, *, by: str, at: dt.datetime) -> Customer:
    """Hear a customer again."""
    if customer.blocked_at is not None:
        customer.blocked_at = None
        customer.save(update_fields=["blocked_at"])
        events.record(Unblocked(), about=customer.key, by=by, at=at)
    return customer
