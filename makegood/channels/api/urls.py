"""Addresses of the programming interface; whatever else begins with /api/ is told so in its own shape."""

from django.urls import URLPattern, path, re_path

from makegood.channels.api.troubles import in_shape, nothing
from makegood.channels.api.views import api

offered, name, space = api.urls
for each in offered:
    if isinstance(each, URLPattern):
        each.callback = in_shape(each.callback)

urlpatterns = [path("api/v1/", (offered, name, space)), re_path(r"^api/", nothing, name="api-nothing")]
