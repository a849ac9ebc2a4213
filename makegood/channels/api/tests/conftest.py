"""Programs speak as somebody, each time by a new token of theirs."""

import functools
import json

import pytest
from django.utils import timezone

from makegood.staff import actions as staff


@pytest.fixture
def speak(client):
    """`speak(bea, "/cases")` asks; with a body, it tells. What else is named is a header."""

    def said(user, path, body=None, **headers):
        token = staff.make_token(user, label="test", by=user.key, at=timezone.now())
        sent, address = {"authorization": f"Bearer {token}"} | headers, f"/api/v1{path}"
        if body is None:
            return client.get(address, headers=sent)
        return client.post(address, json.dumps(body), content_type="application/json", headers=sent)

    return said


@pytest.fixture
def ask(speak, bea):
    """The same as Bea."""
    return functools.partial(speak, bea)


@pytest.fixture
def post(speak):
    """Tells, with no body too."""

    def said(user, path, body=None):
        return speak(user, path, body or {})

    return said
