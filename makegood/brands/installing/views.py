"""What a browser needs to install our pages. All of it is the same for everybody: nothing in it is private."""

import hashlib
import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from makegood.brands.models import Organisation
from makegood.ui.for_everybody import for_everybody

# The colours of the light theme: its surface, and the ground of our mark.
SURFACE, GROUND = "#fbfaf7", "#0d6577"
ICONS = [("icon-192", 192, "any"), ("icon-512", 512, "any"), ("icon-maskable-512", 512, "maskable")]


@for_everybody
@require_safe
@cache_control(no_cache=True)
def manifest(request: HttpRequest) -> HttpResponse:
    """The name of the organisation, and our icons (https://www.w3.org/TR/appmanifest/)."""
    organisation = Organisation.objects.first()
    told = {
        "id": "/",
        "name": organisation.name if organisation else "Makegood",
        "short_name": "Makegood",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": SURFACE,
        "theme_color": GROUND,
        "icons": [
            {"src": static(f"ui/icons/{name}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for name, size, purpose in ICONS
        ],
    }
    return JsonResponse(told, content_type="application/manifest+json")


@for_everybody
@require_safe
@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker of one language. It changes when a style sheet or that language does; then browsers take it anew."""
    language = _known(request.GET.get("language", settings.LANGUAGE_CODE))
    kept = [reverse("offline", args=[language]), static("ui/css/app.css"), static("ui/favicon.svg")]
    name = hashlib.sha256(" ".join(kept).encode()).hexdigest()[:12]
    shown = {
        "kept": json.dumps(kept),
        "name": name,
        "static": settings.STATIC_URL,
        "icon": static("ui/icons/icon-192.png"),
        "renewal": reverse("push-devices-renewal"),
    }
    return render(request, "installing/worker.js", shown, content_type="text/javascript; charset=utf-8")


@for_everybody
@require_safe
@cache_control(no_cache=True)
def offline(request: HttpRequest, language: str) -> HttpResponse:
    """What is shown in place of a page while there is no network."""
    with override(_known(language)):
        return render(request, "installing/offline.html")


def _known(language: str) -> str:
    if language not in dict(settings.LANGUAGES):
        raise Http404
    return language
