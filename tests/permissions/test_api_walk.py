"""The programming interface, walked as everybody with a token of their own. Who may do what stands in programs.py."""

import json
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from makegood.channels.api.views import api
from makegood.staff import actions as staff
from makegood.staff.models import Role, User
from makegood.staff.permissions import USE_API, may
from tests.permissions import becoming_one
from tests.permissions import house as houses
from tests.permissions.programs import API, WITH_THEIR_OWN
from tests.permissions.rows import NOBODY, STAFF

pytestmark = pytest.mark.any_engine  # each page and operation has tests of its own on both

BODIES = {
    "/cases": {"customer": {"address": "new@customer.example"}, "text": "Hello"},
    "/cases/{ref}/replies": {"text": "Hello"},
    "/cases/{ref}/replies/{key}/departure": {"when": "in 3 days"},
    "/cases/{ref}/replies/{key}/withdrawal": {},
    "/cases/{ref}/follow-up": {},
    "/cases/{ref}/parting": {},
    "/cases/{ref}/split/withdrawal": {},
    "/customers/{ref}/parting": {},
    "/customers/{ref}/company": {"company": None},
    "/customers/{ref}/notes": {"text": "Likes tea."},
    "/customers/{ref}/consents": {"purpose": "Calls", "given": True, "said_on": "2026-01-05", "source": "A letter"},
    "/customers/{ref}/tone": {"tone": "friendly"},
    "/companies": {"name": "North Mills", "domains": ["mills.example"]},
    "/cases/{ref}/notes": {"text": "Hello"},
    "/cases/{ref}/commitments": {"words": "A new lamp", "due_at": "2999-01-01T10:00:00Z"},
    "/cases/{ref}/commitments/{key}/keeping": {},
    "/cases/{ref}/handover": {"team": "Money", "reason": "The bank asks."},
    "/cases/{ref}/handover/acceptance": {},
    "/cases/{ref}/handover/refusal": {"words": "Not ours."},
    "/cases/{ref}/handover/withdrawal": {},
    "/cases/{ref}/snooze": {"when": "in 10 minutes"},
    "/cases/{ref}/awakening": {},
    "/cases/{ref}/nudge": {"days": 3},
    "/cases/{ref}/nudge/cancellation": {},
    "/cases/{ref}/reminders": {"when": "tomorrow"},
    "/cases/{ref}/reminders/completion": {"ids": []},
    "/cases/{ref}/time": {"minutes": 5},
    "/cases/{ref}/timer": {},
    "/cases/{ref}/timer/stop": {},
    "/cases/{ref}/account": {"needed": "A refund", "went": 5, "solved": True},
    "/cases/{ref}/problem": {"problem": ""},
    "/playbooks": {"name": "Late", "steps": [{"words": "Ring the bank"}]},
    "/playbooks/{key}/description": {"name": "Late", "steps": [{"words": "Ring the bank", "team": "Support"}]},
    "/playbooks/{key}/retirement": {},
    "/cases/{ref}/checklists/{key}/removal": {},
    "/problems": {"title": "The bank is late"},
    "/problems/{ref}/description": {"title": "The bank is late"},
    "/problems/{ref}/tellings": {"texts": {"en": "We are on it."}},
    "/cases/{ref}/tags": {"add": ["Harbour bank"]},
    "/bulk": {"act": "tag", "q": "status:new", "tags": ["Pier 2"]},
    "/bulk/{key}/undo": {},
    "/cases/{ref}/kind": {"kind": None},
    "/cases/{ref}/fields": {"serial-number": "A1"},
    "/cases/{ref}/tasks": {"what": "Look for the parcel", "team": "Support"},
    "/cases/{ref}/side-conversations": {"address": "help@bank.example", "subject": "1815", "text": "Has it left?"},
    "/cases/{ref}/side-conversations/{key}/words": {"text": "And now?"},
    "/tasks/{ref}/answers": {"text": "Found."},
    "/tasks/{ref}/completion": {},
    "/vouchers/{code}/redemption": {"reference": "1815"},
    "/orders": {
        "number": "1817",
        "customer": {"address": "new@customer.example"},
        "currency": "EUR",
        "placed_at": "2026-05-01T10:00:00Z",
        "lines": [{"sku": "LAMP", "quantity": 1, "price": "19.95"}],
    },
    "/orders/{ref}/deliveries": {},
    "/orders/{ref}/returns": {},
    "/orders/{ref}/cancellation": {},
}
# Whose key an operation takes, by what is in its address; of a commitment where nothing else is said.
KEYS = (
    ("/replies/", "reply-departure"),
    ("side", "side-words"),
    ("/bulk/", "bulk"),
    ("/playbooks/", "playbook"),
    ("/checklists/", "checklist-removal"),
)
OPERATIONS = sorted(
    (method, path.removeprefix("/api/v1"))
    for path, described in api.get_openapi_schema()["paths"].items()
    for method in described
)


def key_of(user: User) -> str:
    """A token, made when they still might: for a role without the right there is no other way to one."""
    now, role = timezone.now(), user.role
    if not may(user, USE_API):
        staff.change_role(user, role=Role.AGENT, by="", at=now)
    key = staff.make_token(user, label="walk", by=user.key, at=now)
    staff.change_role(user, role=role, by="", at=now)
    return key


def ask(
    key: str,
    method: str,
    path: str,
    ref: str,
    promised: str = "",
    code: str = "",
    *,
    told: dict[str, Any] | None = None,
) -> int:
    headers = {"authorization": f"Bearer {key}"} if key else {}
    body = json.dumps(told or BODIES[path]) if method == "post" else None
    with transaction.atomic():
        address = f"/api/v1{path.format(ref=ref, key=promised, code=code)}"
        response = getattr(Client(), method)(address, body, content_type="application/json", headers=headers)
        transaction.set_rollback(True)
    if response.status_code >= 400:
        assert set(response.json()) == {"error", "message"}
    return response.status_code


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_each_operation_does_what_the_table_says(house, method, path):
    assert (method, path) in API, f"Write a row for {method} {path} into API of tests/permissions/programs.py."
    let_in = API[method, path]
    ref = house.order.ref if path.startswith("/orders") else house.refund.ref
    ref = house.given.outside.ref if path.startswith("/tasks") else ref
    ref = becoming_one.named(path, house) or ref
    told = becoming_one.body(path, house)
    key = house.promised.pk
    for part, address in KEYS:
        if part in path:
            key = house.addresses()[address]["key"]
    named = (method, path, ref, str(key), house.voucher.code)
    assert ask("", *named, told=told) == 401
    assert ask("mg_guessed", *named, told=told) == 401
    for who in sorted(STAFF):
        user = house.people[who]
        came = ask(key_of(user), *named, told=told)
        if who in let_in:
            assert came in (200, 201), f"{who} is refused: {came}"
        else:
            elsewhere = any(houses.PEOPLE[other][1] == user.role for other in let_in)
            own = who in WITH_THEIR_OWN.get((method, path), NOBODY)
            assert came == (404 if elsewhere or own else 403), f"{who}: {came}"


def test_no_row_speaks_of_an_operation_that_is_gone():
    assert set(API) == set(OPERATIONS)


def test_a_session_is_no_key_to_the_programming_interface(house):
    """Else a page of others could act with the browser of somebody signed in: here no form's token is asked."""
    client = Client()
    client.force_login(house.people[houses.ADMIN])
    assert client.get("/api/v1/cases").status_code == 401


def test_what_was_revoked_or_belongs_to_one_who_left_opens_nothing(house):
    bea = User.objects.get(pk=house.people[houses.AGENT].pk)
    assert ask(house.api_key, "get", "/cases", "") == 200
    staff.deactivate(bea, by="", at=timezone.now())
    assert ask(house.api_key, "get", "/cases", "") == 401
