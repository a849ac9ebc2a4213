"""Every address of the brands' settings, walked as every role."""

import pytest
from django.urls import reverse

from makegood.brands import urls as brand_urls


@pytest.mark.parametrize("pattern", brand_urls.urlpatterns, ids=lambda pattern: pattern.name)
def test_only_administrators_come_in(client, hale, owner, bea, cleo, dan, sol, pattern):
    path = reverse(pattern.name, kwargs=dict.fromkeys(pattern.pattern.converters, hale.slug))
    assert client.get(path)["Location"].startswith("/sign-in/?next=")
    for person in (bea, cleo, dan, sol):
        client.force_login(person)
        assert client.get(path).status_code == 403
        assert client.post(path).status_code in {403, 405}
    client.force_login(owner)
    assert client.get(path).status_code == 200
