"""Programs say how we see a case, and read both accounts."""

import json

from django.utils import timezone

from makegood.cases import actions as cases
from makegood.feedback import actions as feedback
from makegood.feedback.account import Account
from makegood.staff import actions as staff


def test_we_say_it_first_and_both_are_read(client, refund, bea, ada, now):
    headers = {"authorization": f"Bearer {staff.make_token(bea, label='test', by=bea.key, at=now)}"}
    path, said = f"/api/v1/cases/{refund.ref}/account", {"needed": "A refund", "went": 5, "solved": True}

    def post(body):
        return client.post(path, json.dumps(body), content_type="application/json", headers=headers)

    cases.resolve(refund, by=bea, at=timezone.now())
    assert post({}).status_code == 422
    assert post(said).status_code == 200
    feedback.answer(refund, Account("My money", 2, True), by=ada, at=timezone.now())
    assert post(said).status_code == 409
    read = client.get(f"/api/v1/cases/{refund.ref}", headers=headers).json()["accounts"]
    assert (read["ours"], read["theirs"]["went"], read["differ"]) == (said, 2, ["went"])
