"""Granting a customer something on the spot, within one's authority; above it, asking a lead, who has a clock."""

import datetime as dt
import uuid

from django.utils.translation import gettext as _

from makegood.cases.models import Case, Shelf
from makegood.customers.models import ContactPoint
from makegood.events.actions import record, verb
from makegood.events.keys import free_reference
from makegood.events.refusals import Refusal
from makegood.promises import actions as promises
from makegood.promises.actions import fulfilling
from makegood.promises.models import CharterLine
from makegood.recovery import deadline, events, own
from makegood.recovery.actions.counting import count_in
from makegood.recovery.actions.owing import facets, promise
from makegood.recovery.gift import DAYS, Gift
from makegood.recovery.models import Ask, AskState, Remedy
from makegood.staff import permissions
from makegood.staff.models import User

ANSWER = "answer"
ANSWER_MINUTES = 30


@verb
def grant(case: Case, gift: Gift, *, by: User, at: dt.datetime, ask: str = "") -> Remedy:
    """Give a customer something at once. Raises BeyondAuthority, or Refusal for a slip or a customer who is oneself."""
    held = _hold(case)
    _check(held, gift, by=by)
    terms = gift.terms(language=held.language, by=by)
    remedy = Remedy(
        about=held.ref, case=held, brand=held.brand, team=held.team, customer=held.customer, kind=gift.kind,
        minor=gift.minor, currency=gift.currency, words=gift.words, name=terms.name, language=held.language,
        granted_by=by, owed_at=at,
    )  # fmt: skip
    count_in(remedy, held, by=by, at=at)
    remedy.due = promise(remedy, days=DAYS, person=terms.person, at=at)
    remedy.save(force_insert=True)
    fact = events.RemedyGranted(remedy=str(remedy.pk), kind=gift.kind, worth=gift.worth, ask=ask)
    record(fact, about=held.ref, at=at, by=by.key, facets=facets(remedy))
    return remedy


@verb
def ask(case: Case, gift: Gift, *, why: str, by: User, at: dt.datetime) -> Ask:
    """Ask a lead for more than one may grant. That they answer in time is a promise to a colleague, with a clock.

    Raises Refusal for a slip or a customer who is oneself.
    """
    held = _hold(case)
    _check(held, gift, by=by)
    ref = free_reference("G", taken=lambda one: Ask.objects.filter(ref=one).exists())
    due = promises.make(
        about=ref, brand=held.brand, team=held.team, customer=None, promised_by=None, words="",
        due_at=deadline.due(held.brand, amount=ANSWER_MINUTES, unit=CharterLine.Unit.MINUTES, since=at),
        ends_on=["remedy.answered"], at=at, key=ANSWER,
    )  # fmt: skip
    asked = Ask(
        ref=ref, case=held, kind=gift.kind, minor=gift.minor, currency=gift.currency, words=gift.words,
        why=why.strip(), asked_by=by, asked_at=at, due=due,
    )  # fmt: skip
    asked.save(force_insert=True)
    record(
        events.RemedyAsked(ask=ref, kind=gift.kind, worth=gift.worth),
        about=held.ref, at=at, by=by.key, facets=held.facets,
    )  # fmt: skip
    return asked


@verb
def answer(asked: Ask, *, granted: bool, words: str = "", by: User, at: dt.datetime) -> Ask:
    """Grant what was asked, within one's own authority, or decline it with a word why. The first answer holds.

    Raises BeyondAuthority, and Refusal to whoever may not answer: who asked, or who has no right to.
    """
    held = _held(asked.pk)
    if held.state != AskState.WAITING:
        return held
    if held.asked_by_id == by.pk or not permissions.may(by, permissions.ANSWER_ASKS):
        raise Refusal(_("Somebody else has to answer: a lead who did not ask."))
    if not granted and not words.strip():
        raise Refusal(_("Say why not, so that they can tell the customer."), field="words")
    held.state, held.answered_by, held.answered_at = AskState.DECLINED, by, at
    held.answer = words.strip()
    if granted:
        # Of the case as it is now: it may have become part of one of their own since they asked.
        if own.is_own(_addresses(_hold(held.case)), held.asked_by):
            raise Refusal(_("Whoever asked has one of this customer’s addresses."))
        gift = Gift(kind=held.kind, amount=held.amount, currency=held.currency, words=held.words)
        held.state, held.remedy = AskState.GRANTED, grant(held.case, gift, by=by, at=at, ask=held.ref)
    held.save(update_fields=["state", "answered_by", "answered_at", "answer", "remedy"])
    fact = events.RemedyAnswered(ask=held.ref, granted=granted)
    fulfilling.fulfil(held.due, record(fact, about=held.case.ref, at=at, by=by.key, facets=held.case.facets))
    return held


def _check(case: Case, gift: Gift, *, by: User) -> None:
    if case.shelf != Shelf.NONE or case.customer.erased_at is not None:
        raise Refusal(_("Nobody works on this case, so nothing is promised in it."))
    for field, told in gift.faults(language=case.language, by=by):
        raise Refusal(told, field=field)
    if own.is_own(_addresses(case), by):
        raise Refusal(_("One of this customer’s addresses is yours. Nobody grants to themselves."))


def _addresses(case: Case) -> set[str]:
    """Every address that the customer of a case has, or writes from here."""
    points = ContactPoint.objects.filter(customer=case.customer, kind=ContactPoint.Kind.EMAIL)
    return {*points.values_list("value", flat=True), *case.parties.values_list("address", flat=True)}


def _hold(case: Case) -> Case:
    """As it stands now, of one that was merged the other; locked, so that two who grant in it go one after the other."""
    held = Case.objects.select_for_update(of=("self",)).select_related("brand", "customer", "team")
    found = held.get(pk=case.pk)
    while found.merged_into_id is not None:
        found = held.get(pk=found.merged_into_id)
    return found


def _held(key: uuid.UUID) -> Ask:
    found = Ask.objects.select_for_update(of=("self",))
    return found.select_related("case__brand", "case__customer", "asked_by", "due").get(pk=key)
