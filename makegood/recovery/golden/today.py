"""Whom teams can still win back today, with what is at stake. Reads only; four questions, however many teams."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.db.models import Count

from makegood.cases.models import Case, Shelf
from makegood.orders.models import Order, OrderState
from makegood.recovery.golden.stakes import Golden, Stake, in_order
from makegood.recovery.models import Recovery
from makegood.recovery.models.recovery import RecoveryQuerySet
from makegood.staff.models import Team

MOST = 200
YEAR = dt.timedelta(days=365)


def of_teams(
    seen: RecoveryQuerySet, teams: Iterable[Team], *, at: dt.datetime
) -> dict[uuid.UUID, list[Golden[uuid.UUID]]]:
    """By team the keys of recoveries that run and whose customer has not said that all is well, the first first.

    Of more than MOST in all, those with the next clock.
    """
    found: dict[uuid.UUID, list[Golden[uuid.UUID]]] = {team.pk: [] for team in teams}
    running = seen.running().filter(team__in=list(found)).exclude(is_good=True).order_by("next_at", "id")
    rows = list(running.values_list("pk", "team", "customer", "next_at")[:MOST])
    stakes = _stakes({customer for _key, _team, customer, _at in rows}, since=at - YEAR)
    for key, team, customer, next_at in rows:
        assert team is not None
        found[team].append(Golden(key, stakes.get(customer, Stake()), next_at))
    return {team: in_order(listed) for team, listed in found.items()}


def for_pages(found: Sequence[Golden[uuid.UUID]]) -> list[Golden[Recovery]]:
    """The same in the same order, with all that a row shows of each; one question."""
    rows = {one.pk: one for one in Recovery.objects.filter(pk__in=[each.what for each in found]).for_pages()}
    return [Golden(rows[each.what], each.stake, each.due_at) for each in found if each.what in rows]


def _stakes(customers: set[uuid.UUID], *, since: dt.datetime) -> dict[uuid.UUID, Stake]:
    bought: dict[uuid.UUID, dict[str, Decimal]] = {key: {} for key in customers}
    orders = Order.objects.filter(customer__in=customers, placed_at__gt=since)
    orders = orders.exclude(state__in=(OrderState.CANCELLED, OrderState.RETURNED))
    # Added here and not in the database, where SQLite would add as binary fractions.
    for key, currency, total in orders.values_list("customer", "currency", "total"):
        bought[key][currency] = bought[key].get(currency, Decimal(0)) + total
    cases = Case.objects.filter(customer__in=customers, last_at__gt=since, shelf=Shelf.NONE)
    matters = dict(cases.order_by().values_list("customer").annotate(Count("pk")))
    return {key: Stake(bought[key], matters.get(key, 0)) for key in customers}
