"""The cost of poor quality: its figures, and the costs and cases behind each of them."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from makegood.quality import asking, figures, narrowing, overview
from makegood.quality.asking import Asked
from makegood.quality.models.cost import Dimension
from makegood.quality.models.inspection import WAYS
from makegood.staff.permissions import SEE_QUALITY, SET_RATES, may, person, requires
from makegood.ui import keyset


@require_safe
@requires(SEE_QUALITY)
def show(request: HttpRequest) -> HttpResponse:
    """Costs by kind, cause and product, and control charts of the finished cases, for `?brand= weeks= currency=`."""
    asked = _asked(request)
    spent, weekly = figures.kinds(asked), figures.weekly(asked)
    currencies = figures.currencies(spent)
    currency = overview.currency_of(asked, currencies)
    kinds = overview.kind_rows(asked, spent, currencies)
    cases = weekly.all.cases
    context = {
        "asked": asked,
        "periods": _periods(asked),
        "kinds": kinds,
        "totals": overview.totals(kinds, currencies),
        "currencies": currencies,
        "currency": currency,
        "in_currencies": _currencies(asked, currencies, currency),
        "is_empty": not any(row.number for row in kinds) and not cases,
        "found": weekly.all,
        "ways": len(WAYS),
        "few": figures.FEW,
        "shares": overview.shares(asked, weekly),
        "rates": overview.rates(asked, weekly),
        "causes": overview.ranked(asked, Dimension.CAUSE, currency, cases=cases),
        "products": overview.ranked(asked, Dimension.PRODUCT, currency, cases=cases),
        "files": {
            name: asked.address("quality-table", table=name) for name in ("kinds", "causes", "products", "weeks")
        },
        "all_cases": asked.address("quality-cases", currency=None),
        "bad_cases": asked.address("quality-cases", currency=None, wrong="yes"),
        "may_set_rates": may(person(request), SET_RATES),
    }
    return render(request, "quality/quality.html", context)


@require_safe
@requires(SEE_QUALITY)
def costs(request: HttpRequest) -> HttpResponse:
    """The costs behind a figure, newest first: `?kind= product= cause= week=`."""
    asked, narrowed = _asked(request), narrowing.narrowed(request)
    found = narrowing.costs(asked, narrowed).newest_first().for_rows()
    shown, after = keyset.page(found, request.GET.get("after", ""), by="day", read=dt.date.fromisoformat)
    return render(request, "quality/costs.html", _list(asked, narrowed, "quality-costs", shown, after))


@require_safe
@requires(SEE_QUALITY)
def cases(request: HttpRequest) -> HttpResponse:
    """The finished cases behind a figure, newest week first: `?week= product= cause= wrong=yes`."""
    asked, narrowed = _asked(request), narrowing.narrowed(request)
    found = narrowing.cases(asked, narrowed).newest_first().for_rows()
    shown, after = keyset.page(found, request.GET.get("after", ""), by="week", read=dt.date.fromisoformat)
    return render(request, "quality/cases.html", _list(asked, narrowed, "quality-cases", shown, after))


def _asked(request: HttpRequest) -> Asked:
    return asking.asked(request, person(request), today=timezone.now().date())


def _list(asked: Asked, narrowed: narrowing.Narrowed, name: str, rows: list[Any], after: str) -> dict[str, Any]:
    given = narrowed.given
    return {
        "asked": asked,
        "told": narrowed.told(),
        "wrong": narrowed.wrong,
        "rows": rows,
        "back": asked.address("quality"),
        "older": asked.address(name, **given, after=after) if after else "",
        "csv_url": asked.address("quality-table", table="costs", **given) if name == "quality-costs" else "",
        "all_url": asked.address(name, **(given | {"wrong": None})) if narrowed.wrong else "",
    }


def _periods(asked: Asked) -> list[dict[str, Any]]:
    return [
        {
            "label": ngettext("%(count)d week", "%(count)d weeks", weeks) % {"count": weeks},
            "url": asked.address("quality", weeks=weeks),
            "here": weeks == asked.weeks,
        }
        for weeks in asking.PERIODS
    ]


def _currencies(asked: Asked, currencies: list[str], chosen: str) -> list[dict[str, Any]]:
    return [
        {
            "label": _("In %(currency)s") % {"currency": each},
            "url": asked.address("quality", currency=each),
            "here": each == chosen,
        }
        for each in currencies
    ]
