"""The gallery: every component on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from makegood.ui import gallery as samples


def gallery(request: HttpRequest) -> HttpResponse:
    """GET /ui/: all components with made-up contents; `?wrong` shows the form with errors."""
    return render(request, "ui/gallery.html", samples.context(wrong="wrong" in request.GET))
