"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone


def page(request: HttpRequest) -> dict[str, Any]:
    """The languages to choose from, where we are, and the viewer's time zone (for scripts)."""
    return {
        "languages": settings.LANGUAGES,
        "base_url": settings.BASE_URL,
        "time_zone": timezone.get_current_timezone_name(),
    }
