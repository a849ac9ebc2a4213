"""Whom an `@` may name, for the list that opens while one types."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from makegood.cases.actions import mentioning
from makegood.staff.permissions import WORK_CASES, person, requires

OFFERED, LONGEST = 8, 80


@require_safe
@requires(WORK_CASES)
def colleagues(request: HttpRequest) -> HttpResponse:
    """People and teams of whose names a part begins with `?q=`, alone; not whoever asks."""
    begun, me = request.GET.get("q", "")[:LONGEST].casefold(), person(request).pk
    people = [name for key, name in mentioning.people().items() if key != me and _fits(name, begun)]
    teams = [name for name in mentioning.teams().values() if _fits(name, begun)]
    return render(request, "desk/_colleagues.html", {"people": people[:OFFERED], "teams": teams[:OFFERED]})


def _fits(name: str, begun: str) -> bool:
    folded = name.casefold()
    return folded.startswith(begun) or any(part.startswith(begun) for part in folded.split())
