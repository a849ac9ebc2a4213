"""Which brand a public page speaks for: the one named in the path, else the host's, else the eldest."""

import re

from django.http import Http404, HttpRequest

from makegood.brands.models import Brand

_IN_PATH = re.compile(r"^/b/([-\w]+)(?:/|$)")


def brand_of(request: HttpRequest) -> Brand:
    """The brand of `/b/SLUG/…`, or of the host name, or the first one. Raises Http404 for a slug of none."""
    named = _IN_PATH.match(request.path_info)
    if named:
        brand = Brand.objects.filter(slug=named[1]).first()
    else:
        host = request.get_host().rsplit(":", 1)[0]
        brand = Brand.objects.at_host(host) or Brand.objects.eldest()
    if brand is None:
        raise Http404
    return brand
