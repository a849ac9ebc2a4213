"""The gallery: every component on one page, and two whole pages made of them; and what stands above every page."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from makegood.ui import gallery as samples


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """GET /ui/: all components with made-up contents; `?wrong` shows the form with errors."""
    return render(request, "ui/gallery.html", samples.context(wrong="wrong" in request.GET))


@require_safe
def whole_page(request: HttpRequest, name: str) -> HttpResponse:
    """GET /ui/case, /ui/charter: a whole page, as staff and as customers see one."""
    return render(request, f"ui/gallery_{name}.html", {**samples.context(wrong=False), **samples.people()})


@require_safe
@login_required
def notices(request: HttpRequest) -> HttpResponse:
    """GET /notices: the banners above every page of the staff, alone."""
    return render(request, "ui/_notices.html")
