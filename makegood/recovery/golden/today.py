"""Whom teams can still win back today, with what is at stake. Reads only; three questions, however many teams."""

import datetime as dt
import uuid
from collections.abc import Iterable
from decimal import Decimal

from django.db.models import Count

from makegood.cases.models import Case, Shelf
from makegood.orders.models import Order, OrderState
from makegood.recovery.golden.stakes import Golden, Stake, in_order
from makegood.recovery.models import Recovery
from makegood.recovery.models.recovery import RecoveryQuerySet
from makegood.staff.models import Team

MOST = 300
YEAR = dt.timedelta(days=365)


def of_teams(
    seen: RecoveryQuerySet, teams: Iterable[Team], *, at: dt.datetime
) -> dict[uuid.UUID, list[Golden[Recovery]]]:
    """By team, the first first: recoveries that run and whose customer has not said that all is well.

    Of more than MOST in all, those with the next clock.
    """
    found: dict[uuid.UUID, list[Golden[Recovery]]] = {team.pk: [] for team in teams}
    running = seen.running().filter(team__in=list(found)).exclude(is_good=True).order_by("next_at", "id")
    rows = list(running.chosen(MOST).for_pages())
    stakes = _stakes({one.customer_id for one in rows}, since=at - YEAR)
    for one in rows:
        assert one.team_id is not None
        found[one.team_id].append(Golden(one, stakes.get(one.customer_id, Stake()), one.next_at))
    return {team: in_order(listed) for team, listed in found.items()}


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
