"""Conditions as the database is asked: what fits, and along which index few cases are found that may fit."""

import datetime as dt
import functools
import operator
from collections.abc import Callable
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import IsNull

from makegood.cases.filters import fields
from makegood.cases.filters.language import FIELD
from makegood.cases.filters.meanings import NONE, Meaning, Sought
from makegood.cases.models import Case, CaseState, Mention, Shelf, Tagging, Tie
from makegood.cases.models.case import NOTHING_DUE, CaseQuerySet

SOON = dt.timedelta(hours=1)
ALL_OF = ("tag", "created")  # several of one name must all hold; of others, any
STATES = {"new": CaseState.NEW, "waiting": CaseState.WAITING_FOR_US, "pending": CaseState.WAITING_FOR_CUSTOMER}
DONE = {"resolved": CaseState.RESOLVED, "closed": CaseState.CLOSED}


def fitting(cases: CaseQuerySet, sought: Sought) -> CaseQuerySet:
    """Of these cases, those that fit. Several values of one name: any of them; several tags: all. Without a status,
    those on no shelf."""
    for name in dict.fromkeys(one.name for one in sought.meanings):
        wanted = [_holds(one, sought) for one in sought.of(name)]
        together = operator.and_ if _all_of(name, sought) else operator.or_
        if wanted:
            cases = cases.filter(functools.reduce(together, wanted))
        for one in sought.meanings:
            if one.name == name and one.negated:
                cases = cases.exclude(_holds(one, sought))
    return listed(cases, sought)


def listed(cases: CaseQuerySet, sought: Sought) -> CaseQuerySet:
    """The list that fitting cases stand in, in the words of its index, which would not serve it otherwise."""
    if sought.shelf:
        return cases.shelved(Shelf(sought.shelf))
    cases = cases.filter(shelf=Shelf.NONE)
    return cases.in_work() if sought.is_open else cases


def few(sought: Sought) -> list[QuerySet[Any, Any]]:
    """The keys of cases along indexes of conditions that may leave few of them; the owner's and the day's own."""
    paths: list[QuerySet[Any, Any]] = []
    for one in sought.meanings:
        is_either = not _all_of(one.name, sought) and len(sought.of(one.name)) > 1
        if one.negated or one.value is None or is_either:
            continue
        if one.name.startswith(FIELD):
            if one.value.such is not None:
                paths.append(fields.of(one.value).order_by().values("case"))
        elif one.name == "tag":
            paths.append(Tagging.objects.filter(tag__in=one.value).order_by().values("case"))
        elif one.name == "customer":
            paths.append(Case.objects.filter(customer=one.value).order_by().values("pk"))
        elif one.name == "kind":
            paths.append(Case.objects.filter(kind=one.value).order_by().values("pk"))
        elif one.name == "mentioned":
            paths.append(_named(one.value))
        elif one.name == "problem":
            paths.append(Tie.objects.of_problem(one.value))
        elif one.name == "company":
            paths.append(Case.objects.filter(customer__company=one.value).order_by().values("pk"))
        elif one.name == "owner" or (one.name == "created" and not sought.shelf):
            paths.append(listed(Case.objects.filter(_holds(one, sought)), sought).order_by().values("pk"))
    return paths


def within(walked: CaseQuerySet, sought: Sought, column: str) -> CaseQuerySet:
    """The part of a list that is walked: between what conditions say of the very moment that it is sorted by."""
    for name, of in (("promise", "next_due_at"), ("created", "opened_at")):
        meant = sought.of(name)
        if of == column and (len(meant) == 1 or name in ALL_OF):
            for one in meant:
                walked = walked.filter(_holds(one, sought))
    return walked


def _all_of(name: str, sought: Sought) -> bool:
    """Whether several of this name must all hold."""
    return name in ALL_OF or (name.startswith(FIELD) and all(one.value.is_span for one in sought.of(name)))


def _holds(one: Meaning, sought: Sought) -> Q:
    if one.name.startswith(FIELD):
        held = fields.of(one.value).filter(case=OuterRef("pk"))
        return Q(IsNull(Subquery(held.order_by().values("pk")[:1]), one.value.such is None))
    return HOLDS[one.name](one.value, sought.at)


def _status(word: str, at: dt.datetime) -> Q:
    if word in Shelf.values:
        return Q(shelf=word)
    if word in DONE:
        return Q(shelf=Shelf.NONE, state=DONE[word])
    return Q(is_open=True, state=STATES[word]) if word in STATES else Q(is_open=True)


def _promise(word: str, at: dt.datetime) -> Q:
    if word == NONE:
        return Q(is_open=True, next_due_at=NOTHING_DUE)
    if word == "open":
        return Q(is_open=True, next_due_at__lt=NOTHING_DUE)
    if word == "late":
        return Q(is_open=True, next_due_at__lt=at)
    return Q(is_open=True, next_due_at__gte=at, next_due_at__lt=at + SOON)


def _tag(keys: Any, at: dt.datetime) -> Q:
    borne = Tagging.objects.filter(case=OuterRef("pk"))
    borne = borne.shown() if keys is None else borne.filter(tag__in=keys)
    # Asked of each case that is looked at: of an EXISTS PostgreSQL makes a join, and reads all that bear the tag.
    return Q(IsNull(Subquery(borne.order_by().values("pk")[:1]), keys is None))


def _named(key: Any) -> QuerySet[Any, Any]:
    return Mention.objects.filter(staff=key).order_by().values("message__case")


def _problem(key: Any, at: dt.datetime) -> Q:
    return ~Q(pk__in=Tie.objects.presents()) if key is None else Q(pk__in=Tie.objects.of_problem(key))


def _created(moments: Any, at: dt.datetime) -> Q:
    since, until = moments
    held = Q(opened_at__gte=since) if since else Q()
    return held & Q(opened_at__lt=until) if until else held


HOLDS: dict[str, Callable[[Any, dt.datetime], Q]] = {
    "owner": lambda key, at: Q(owner=key),
    "team": lambda keys, at: Q(team__in=keys),
    "brand": lambda key, at: Q(brand=key),
    "channel": lambda code, at: Q(channel=code),
    "status": _status,
    "promise": _promise,
    "kind": lambda key, at: Q(kind=key),
    "tag": _tag,
    "language": lambda code, at: Q(language=code),
    "customer": lambda key, at: Q(customer=key),
    "company": lambda key, at: Q(customer__company=key),
    "created": _created,
    "mentioned": lambda key, at: Q(pk__in=_named(key)),
    "problem": _problem,
}
