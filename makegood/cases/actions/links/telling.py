"""A parent was resolved: its open children are told."""

import datetime as dt
import uuid

from django.db import models
from django.db.models import Q

from makegood.cases.actions import rows, snoozing
from makegood.cases.link_events import ParentResolved
from makegood.cases.models import OPEN_STATES, Case, CaseState, Link, Shelf, Way
from makegood.events.actions import record, verb

REASON = "parent-resolved"
SETTLED = (CaseState.RESOLVED, CaseState.CLOSED)


def tell_children(parent: Case, *, at: dt.datetime) -> int:
    """How many were told; each once for each time that its parent is resolved. Any number of workers may."""
    if parent.state not in SETTLED or parent.resolved_at is None:
        return 0
    below = Link.objects.standing().of_case(parent).filter(way=Way.CHILD_OF)
    return sum(_tell(key, parent, at=at) for key in list(_unheard(below, parent).values_list("pk", flat=True)))


@verb
def _tell(key: uuid.UUID, parent: Case, *, at: dt.datetime) -> bool:
    link = Link.objects.select_related("case").get(pk=key)
    child = rows.lock(link.case)
    is_open = child.state in OPEN_STATES and child.shelf == Shelf.NONE
    if child.pk == parent.pk or not is_open:
        return False
    if not _unheard(Link.objects.standing().filter(pk=key), parent).update(told_at=at):
        return False  # taken off, or told by another worker
    snoozing.bring_back(child, reason=REASON, at=at)
    record(ParentResolved(other=parent.ref), about=child.ref, at=at, facets=child.facets)
    rows.keep(child)
    return True


def _unheard(links: models.QuerySet[Link], parent: Case) -> models.QuerySet[Link]:
    return links.filter(Q(told_at=None) | Q(told_at__lt=parent.resolved_at))
