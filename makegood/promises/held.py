"""Breaks that wait because a fault of ours may have made them: what is held and why, and a lead's word on it."""

import dataclasses
import datetime as dt
import uuid
from typing import Any

from django.contrib import messages
from django.db.models import Count, Max, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from makegood.promises import actions as promises
from makegood.promises.forms import ExcuseForm
from makegood.promises.models import Commitment, Fault, Ruling
from makegood.staff.models import User
from makegood.staff.permissions import RULE_ON_BREAKS, person, requires

RULINGS = 20


@dataclasses.dataclass(frozen=True)
class Group:
    """How many breaks of one promise of one brand wait, and the span in which they fell due."""

    brand: str
    key: str
    count: int
    first: dt.datetime
    last: dt.datetime


@dataclasses.dataclass(frozen=True)
class Held:
    """One fault with the breaks that wait for it, and the form to excuse them."""

    fault: Fault
    groups: list[Group]
    form: ExcuseForm

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)


@require_safe
@requires(RULE_ON_BREAKS)
def show(request: HttpRequest) -> HttpResponse:
    """All that waits for this person's word, and what was decided lately."""
    return _page(request)


@require_POST
@requires(RULE_ON_BREAKS)
def release(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """They stand: all follows."""
    count = promises.release(_fault(request, key), by=person(request), at=timezone.now())
    told = ngettext("%(n)d promise stays broken.", "%(n)d promises stay broken.", count)
    messages.success(request, told % {"n": count})
    return redirect("held")


@require_POST
@requires(RULE_ON_BREAKS)
def excuse(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """They are excused, for a reason, in this person's name."""
    fault = _fault(request, key)
    form = ExcuseForm(request.POST, prefix=fault.pk.hex)
    if not form.is_valid():
        return _page(request, tried=(fault.pk, form), status=422)
    count = promises.excuse(fault, by=person(request), at=timezone.now(), **form.cleaned_data)
    told = ngettext("%(n)d promise is excused.", "%(n)d promises are excused.", count)
    messages.success(request, told % {"n": count})
    return redirect("held")


def _fault(request: HttpRequest, key: uuid.UUID) -> Fault:
    """One with breaks that this person may judge; else it is as if it were not there."""
    visible = Commitment.objects.held().visible_to(person(request))
    return get_object_or_404(Fault.objects.filter(pk__in=visible.values("waits_for")), pk=key)


def _page(
    request: HttpRequest, *, tried: tuple[uuid.UUID, ExcuseForm] | None = None, status: int = 200
) -> HttpResponse:
    rulings = Ruling.objects.filter(count__gt=0).select_related("fault", "by").order_by("-at", "-id")[:RULINGS]
    context: dict[str, Any] = {"held": _held(person(request), tried), "rulings": rulings}
    return render(request, "promises/held.html", context, status=status)


def _held(user: User, tried: tuple[uuid.UUID, ExcuseForm] | None) -> list[Held]:
    """Two queries, whatever is held."""
    waiting = Commitment.objects.held().visible_to(user).values("waits_for", "brand__name", "key")
    counted = waiting.annotate(count=Count("pk"), first=Min("settled_at"), last=Max("settled_at")).order_by("-count")
    groups: dict[uuid.UUID, list[Group]] = {}
    for row in counted:
        group = Group(row["brand__name"], row["key"], row["count"], row["first"], row["last"])
        groups.setdefault(row["waits_for"], []).append(group)
    return [
        Held(
            fault=fault,
            groups=groups[fault.pk],
            form=tried[1] if tried and tried[0] == fault.pk else ExcuseForm(prefix=fault.pk.hex),
        )
        for fault in Fault.objects.filter(pk__in=groups).order_by("since", "id")
    ]
