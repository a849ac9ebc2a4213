"""Programs remind whoever their token speaks for."""

import uuid

from makegood.cases.models import Reminder


def test_set_in_words_for_whoever_asks(post, refund, bea):
    made = post(bea, f"/cases/{refund.ref}/reminders", {"when": "через неделю", "note": "Ask the bank."})
    assert made.status_code == 201
    assert (Reminder.objects.get().staff, Reminder.objects.get().note) == (bea, made.json()["note"])


def test_what_is_not_understood_and_what_is_not_there_is_told(post, refund, bea, eve):
    address = f"/cases/{refund.ref}/reminders"
    assert post(bea, address, {"when": "when pigs fly"}).status_code == 422
    assert post(eve, address, {"when": "tomorrow"}).status_code == 404


def test_listed_and_finished_by_whose_they_are(post, refund, bea, cleo):
    address = f"/cases/{refund.ref}/reminders"
    first, second = (post(bea, address, {"when": when}).json() for when in ("tomorrow", "in 2 days"))
    assert post(cleo, f"{address}/completion", {"ids": [first["id"]]}).json() == {"items": []}
    assert Reminder.objects.standing().count() == 2, "what is another's stays"
    for _again in range(2):
        assert post(bea, f"{address}/completion", {"ids": [first["id"]]}).json() == {"items": [second]}
    assert Reminder.objects.standing().get().pk == uuid.UUID(second["id"])
