"""Junk and deleted: off everybody's desk, and back again."""

import datetime as dt

from makegood.cases import events
from makegood.cases.actions import handing_over, rows
from makegood.cases.models import Case, Shelf
from makegood.events.actions import record, verb
from makegood.promises import actions as promises
from makegood.staff.models import User


@verb
def junk(case: Case, *, by: User, at: dt.datetime) -> Case:
    """No customer's matter: what ran for it is excused, with this reason and name."""
    return _shelve(case, Shelf.JUNK, events.CaseJunked(), by=by, at=at)


@verb
def delete(case: Case, *, by: User, at: dt.datetime) -> Case:
    """Take a case out of all views. Its words stay until they are erased."""
    return _shelve(case, Shelf.DELETED, events.CaseDeleted(), by=by, at=at)


def _shelve(case: Case, shelf: Shelf, fact: object, *, by: User, at: dt.datetime) -> Case:
    asked, case = case, rows.lock(case)
    if case.shelf == shelf or case.pk != asked.pk:  # meanwhile merged into another, which nobody asked to shelve
        return case
    case.shelf = shelf
    record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)
    handing_over.lapse(case, reason=shelf.value, by=by, at=at)
    promises.excuse_all(about=case.ref, reason=shelf.value, by=by.key, at=at)
    rows.keep(case, "shelf")
    return case


@verb
def restore(case: Case, *, by: User, at: dt.datetime) -> Case:
    """It was a customer after all: the promises they should have had start now. Of one who was erased nothing is left to work on."""
    case = rows.lock(case)
    if case.shelf == Shelf.NONE or case.customer.erased_at is not None:
        return case
    case.shelf = Shelf.NONE
    record(events.CaseRestored(), about=case.ref, at=at, by=by.key, facets=case.facets)
    wrote = events.CustomerWrote(message="", channel=case.channel)
    record(wrote, about=case.ref, at=at, by=case.customer.key, facets=case.facets)
    rows.keep(case, "shelf")
    return case
