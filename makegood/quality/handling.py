"""How long a case was handled. Reads only."""

from django.db.models import Count, Q, Sum

from makegood.brands.models import Organisation
from makegood.cases.models import Case, Delivery, MessageKind, TimeEntry
from makegood.quality import pricing
from makegood.quality.models import Rates


def minutes(case: Case, rates: Rates | None) -> int:
    """As its people noted it, where time is tracked and they did; else by its replies and notes."""
    return _tracked(case) or _usual(case, rates)


def _tracked(case: Case) -> int:
    if not Organisation.objects.filter(tracks_time=True).exists():
        return 0
    noted = TimeEntry.objects.standing().of_case(case).order_by().aggregate(minutes=Sum("minutes"))
    return noted["minutes"] or 0


def _usual(case: Case, rates: Rates | None) -> int:
    counts = case.messages.order_by().aggregate(
        replies=Count("pk", filter=Q(kind=MessageKind.REPLY) & ~Q(delivery=Delivery.UNDONE)),
        notes=Count("pk", filter=Q(kind=MessageKind.NOTE, stranger=False)),
    )
    return pricing.minutes(replies=counts["replies"], notes=counts["notes"], rates=rates)
