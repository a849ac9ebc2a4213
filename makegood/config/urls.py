"""All addresses: each app brings its own."""

from django.urls import URLPattern, URLResolver, include, path

APPS_WITH_PAGES: list[str] = []
urlpatterns: list[URLPattern | URLResolver] = [path("", include(f"makegood.{app}.urls")) for app in APPS_WITH_PAGES]
