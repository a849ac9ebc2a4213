"""How many cases fit, for the numbers beside lists: several lists at once, each up to MOST, at a cost that has an end."""

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from makegood.cases.filters import matching
from makegood.cases.filters.finding import order_of, walk
from makegood.cases.filters.meanings import Sought
from makegood.cases.models import Case

MOST = 1_000
LOOKED_AT = 5_000  # of each list


def counts(lists: list[Sought]) -> list[str]:
    """In their order, in one query: "37"; "999+" for more; "37+" where more may lie behind those that were looked at."""
    held = dict.fromkeys(range(2 * len(lists)), 0)
    parts: list[str] = []
    parameters: list[Any] = []
    for place, sought in enumerate(lists):
        looked = _looked_at(sought)
        fitting = matching.fitting(Case.objects.visible_to(sought.user).filter(pk__in=looked), sought)
        for of, counted in ((2 * place, fitting.order_by().values("pk")[:MOST]), (2 * place + 1, looked)):
            try:
                sql, values = counted.query.sql_with_params()
            except EmptyResultSet:
                continue
            # The places are ours, and in front: a union keeps no order.
            parts.append(f"SELECT {of}, COUNT(*) FROM ({sql}) list")  # noqa: S608
            parameters += values
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), parameters)
            held |= dict(cursor.fetchall())
    return [_told(held[2 * place], held[2 * place + 1]) for place in range(len(lists))]


def _looked_at(sought: Sought) -> QuerySet[Any, Any]:
    """The keys of cases that may fit: along the index of a condition that is likely to leave few, else of the list."""
    paths = matching.few(sought)
    if paths:
        return paths[0][:LOOKED_AT]
    order = order_of("", sought)
    return walk(sought, order).order_by(*order.by).values("pk")[:LOOKED_AT]


def _told(fit: int, looked_at: int) -> str:
    if fit >= MOST:
        return f"{MOST - 1}+"
    return f"{fit}+" if looked_at >= LOOKED_AT else str(fit)
