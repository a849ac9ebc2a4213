"""Programs note something about a customer, what the customer agrees to, and how they are addressed."""


def test_a_note_is_written_and_read(ask, refund, ada):
    made = ask(f"/customers/{ada.ref}/notes", {"text": "Likes tea."})
    assert made.status_code == 201
    assert ask(f"/customers/{ada.ref}/notes").json()["items"] == [made.json()]
    assert made.json()["by"]["name"] == "Bea"


def test_of_a_purpose_the_first_row_holds(ask, refund, ada):
    path = f"/customers/{ada.ref}/consents"
    said = {"purpose": "Newsletter", "given": True, "said_on": "2026-01-05", "source": "A form"}
    assert ask(path, said).status_code == 201
    assert ask(path, said | {"purpose": "NEWSLETTER", "given": False, "said_on": "2026-02-05"}).status_code == 201
    rows = ask(path).json()["items"]
    assert [(row["purpose"], row["given"], row["said_on"]) for row in rows] == [
        ("Newsletter", False, "2026-02-05"),
        ("Newsletter", True, "2026-01-05"),
    ]
    ahead = ask(path, said | {"said_on": "2999-01-01"})
    assert (ahead.status_code, ahead.json()["message"]) == (422, "said_on: That day lies ahead.")


def test_how_they_are_addressed_is_chosen_and_told(ask, refund, ada):
    path = f"/customers/{ada.ref}"
    assert ask(path).json()["tone"] == ""
    assert ask(f"{path}/tone", {"tone": "friendly"}).json()["tone"] == "friendly"
    assert ask(f"{path}/tone", {"tone": "rude"}).status_code == 422
    assert ask(f"{path}/tone", {"tone": None}).json()["tone"] == ""


def test_a_reply_may_say_its_tone(ask, refund):
    assert ask(f"/cases/{refund.ref}/replies", {"text": "Done.", "tone": "friendly"}).status_code == 201
    assert refund.messages.get(kind="reply").tone == "friendly"
