"""The way to every setting a person may change."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from makegood.staff import settings_index
from makegood.staff.permissions import person


@require_safe
@login_required
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "staff/settings.html", {"cards": settings_index.shown_to(person(request))})
