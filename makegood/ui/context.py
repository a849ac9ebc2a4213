"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from makegood.ui import banners, live


def page(request: HttpRequest) -> dict[str, Any]:
    """The languages to choose from, where we are, the viewer's time zone, and where the page listens."""
    return {
        "languages": settings.LANGUAGES,
        "base_url": settings.BASE_URL,
        "time_zone": timezone.get_current_timezone_name(),
        "standing_banners": SimpleLazyObject(lambda: banners.of(request)),
        "live_url": SimpleLazyObject(lambda: live.url(request)),
    }
