"""Whether we live, whether we are ready, and figures for Prometheus."""

import datetime as dt
import hmac

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Count, Max, Min, Q, Sum
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from makegood.clockwork.models import Heartbeat
from makegood.clockwork.schedule import SETTLING, TAKING_IN
from makegood.config import live
from makegood.events.models import Reaction
from makegood.promises.models import Commitment
from makegood.welcome import tables

FRESH = dt.timedelta(seconds=30)


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """`/healthz`: a page thread answers."""
    return HttpResponse("alive\n", content_type="text/plain")


@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """`/readyz`: 200 when database, migrations, worker and mail in are as they should be, else 503; says which is not."""
    try:
        beats = {"worker": _beats(SETTLING), "mail": _beats(TAKING_IN)}
        checks = {"database": True, "migrations": _is_migrated(), **beats}
    except DatabaseError:
        checks = dict.fromkeys(("database", "migrations", "worker", "mail"), False)
    return JsonResponse(checks, status=200 if all(checks.values()) else 503)


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """`/metrics`: Prometheus text, for the bearer of MAKEGOOD_METRICS_TOKEN; without that setting, for nobody."""
    expected = f"Bearer {settings.METRICS_TOKEN}"
    given = request.headers.get("Authorization", "")
    if not settings.METRICS_TOKEN or not hmac.compare_digest(given.encode(), expected.encode()):
        return HttpResponseForbidden("MAKEGOOD_METRICS_TOKEN, as a bearer token, opens this page.\n")
    return HttpResponse("".join(_figures()), content_type="text/plain; version=0.0.4; charset=utf-8")


class _Migrations:
    """Asked of the disk and the database until all are there; a running version is never un-migrated."""

    complete = False

    def __call__(self) -> bool:
        if not self.complete:
            self.complete = not tables.missing()
        return self.complete


_is_migrated = _Migrations()


def _beats(loop: str) -> bool:
    return Heartbeat.objects.filter(loop=loop, seen_at__gte=timezone.now() - FRESH).exists()


def _figures() -> list[str]:
    now = timezone.now()
    queue = Reaction.objects.aggregate(
        due=Count("id", filter=Q(run_at__lte=now)),
        troubled=Count("id", filter=~Q(trouble="")),
        oldest=Min("run_at"),
    )
    late = max(0.0, (now - queue["oldest"]).total_seconds()) if queue["oldest"] else 0.0
    loops = (
        Heartbeat.objects.filter(seen_at__gte=now - dt.timedelta(hours=1))
        .values("loop")
        .annotate(seen=Max("seen_at"), done=Sum("did"), failing=Sum("failures"))
        .order_by("loop")
    )
    seen = {row["loop"]: (now - row["seen"]).total_seconds() for row in loops}
    return [
        _gauge("reactions_due", "Reactions that wait to be run", queue["due"]),
        _gauge("reactions_troubled", "Reactions that failed at least once", queue["troubled"]),
        _gauge("reactions_late_seconds", "How long the oldest has waited", late),
        _gauge("breaks_held", "Broken promises that wait for a lead's word", Commitment.objects.held().count()),
        _gauge("live_streams", "Open live streams of this web process", len(live.HUB.listeners)),
        _gauges("loop_seen_seconds", "Seconds since a loop of a worker was last heard of", seen),
        _gauges("loop_failures", "Failures in a row", {row["loop"]: row["failing"] for row in loops}),
        _gauges("loop_done", "Done since the workers started", {row["loop"]: row["done"] for row in loops}),
    ]


def _gauge(name: str, meaning: str, value: float) -> str:
    return f"# HELP makegood_{name} {meaning}\n# TYPE makegood_{name} gauge\nmakegood_{name} {value:g}\n"


def _gauges(name: str, meaning: str, values: dict[str, float]) -> str:
    head = f"# HELP makegood_{name} {meaning}\n# TYPE makegood_{name} gauge\n"
    return head + "".join(f'makegood_{name}{{loop="{loop}"}} {value:g}\n' for loop, value in values.items())
