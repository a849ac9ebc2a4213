"""What the command palette asks for when it opens."""

from dataclasses import asdict

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from makegood.desk.palette import entries
from makegood.staff.permissions import person


@require_safe
@login_required
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    """All entries at once, as JSON: there are few, and they are narrowed as one types."""
    return JsonResponse({"entries": [asdict(entry) for entry in entries.of(person(request))]})
