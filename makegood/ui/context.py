"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    """The languages to choose from and where we are."""
    return {"languages": settings.LANGUAGES, "base_url": settings.BASE_URL}
