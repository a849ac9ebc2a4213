"""Programs ask third parties about a case, once however often they send it, and read what was answered."""

import json

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions import side_conversations
from makegood.cases.models import SideConversation
from makegood.cases.words import File, Words
from makegood.staff import actions as staff


@pytest.fixture
def ask(client, bea, now):
    token = staff.make_token(bea, label="test", by=bea.key, at=now)

    def speak(path, body=None, key=""):
        headers = {"authorization": f"Bearer {token}", "idempotency-key": key}
        if body is None:
            return client.get(f"/api/v1{path}", headers=headers)
        return client.post(f"/api/v1{path}", json.dumps(body), content_type="application/json", headers=headers)

    return speak


def test_started_once_answered_listed_and_written_in(ask, refund):
    where = f"/cases/{refund.ref}/side-conversations"
    given = {"address": "help@bank.example", "subject": "1815", "text": "Has it left?"}
    made = ask(where, given, key="a").json()
    assert ask(where, given, key="a").json()["id"] == made["id"]
    assert ask(where, given | {"address": "ada@customer.example"}).status_code == 422
    side_conversations.answer(SideConversation.objects.get(), Words(text="Yes.", sender_name="Help"), at=timezone.now())
    (one,) = ask(where).json()["items"]
    assert (one["unread"], [word["by"] for word in one["words"]]) == (True, ["Bea", "Help"])
    written = ask(f"{where}/{made['id']}/words", {"text": "Thanks."}).json()
    assert (written["unread"], written["words"][-1]["text"]) == (False, "Thanks.")


def test_a_message_is_forwarded_with_its_files_and_never_a_note(ask, refund, ada, bea, now):
    words = Words(text="Here is the bill.", files=(File("bill.txt", "text/plain", b"19.95"),), sender_name="Ada Byron")
    said = cases.add_words(refund, customer=ada, words=words, channel="email", at=now)
    note = cases.note(refund, text="She is right.", by=bea, at=now)
    where = f"/cases/{refund.ref}/side-conversations"
    given = {"address": "help@bank.example", "subject": "Fwd: bill", "text": "Please look.", "files": True}
    made = ask(where, given | {"forwards": str(said.pk)}).json()
    assert made["words"][0]["files"] == ["bill.txt"]
    assert "Here is the bill." in SideConversation.objects.get().words.get().quoted
    assert ask(where, given | {"forwards": str(note.pk)}).status_code == 422
    assert ask(where, given | {"forwards": str(SideConversation.objects.get().pk)}).status_code == 404
