"""A slip in the environment shows at the start, in words."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from makegood.config import environment


@pytest.mark.parametrize(
    "url", ["", "s3://key:secret@host/bucket", "s3+http://key:secret@127.0.0.1:9000/bucket/prefix"]
)
def test_an_address_of_a_storage(url):
    assert environment.storage(url) == url


@pytest.mark.parametrize("url", ["http://host/bucket", "s3://key:secret@host", "s3:///bucket", "/var/lib/files"])
def test_what_is_no_address_of_a_storage(url):
    with pytest.raises(ImproperlyConfigured, match="s3://KEY:SECRET@host/bucket"):
        environment.storage(url)


def test_one_of_the_words_that_are_known(monkeypatch):
    known = ("agent", "lead")
    assert environment.one_of("MAKEGOOD_X", known) == ""
    monkeypatch.setenv("MAKEGOOD_X", " Agent ")
    assert environment.one_of("MAKEGOOD_X", known) == "agent"
    monkeypatch.setenv("MAKEGOOD_X", "admin")
    with pytest.raises(ImproperlyConfigured, match="agent, lead"):
        environment.one_of("MAKEGOOD_X", known)
