"""Notes about a customer, what they agree to and how they saw it: on their page, and as a file for them."""

import datetime as dt
import io
import json
import zipfile

import pytest
from django.urls import reverse

from makegood.cases import actions as cases
from makegood.customers import actions as customers
from makegood.customers.models import Consent, Note
from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.feedback import actions as feedback
from makegood.feedback.account import Account

HOUR = dt.timedelta(hours=1)


def shown(client, ada) -> str:
    return client.get(reverse("customer", args=[ada.ref])).content.decode()


def happened(ada) -> list[str]:
    return list(
        Event.objects.about(ada.key).filter(name__startswith="customer.").order_by("id").values_list("name", flat=True)
    )


def test_a_note_is_written_changed_by_a_colleague_and_removed(client, refund, ada, bea, cleo):
    client.force_login(bea)
    client.post(reverse("customer-notes", args=[ada.ref]), {"text": "Deaf in one ear.\nWrite, do not ring."})
    note = Note.objects.get()
    assert "Write, do not ring." in shown(client, ada)
    client.force_login(cleo)
    client.post(reverse("customer-note", args=[ada.ref, note.pk]), {"text": "Prefers mail.", "version": "1"})
    page = shown(client, ada)
    assert "Prefers mail." in page and "changed by Cleo" in page and "Deaf" not in page
    client.post(reverse("customer-note-removal", args=[ada.ref, note.pk]))
    assert "Prefers mail." not in shown(client, ada)
    assert happened(ada)[-3:] == ["customer.note_written", "customer.note_changed", "customer.note_removed"]


def test_whoever_changes_what_a_colleague_has_changed_is_told_and_loses_no_word(client, refund, ada, bea, cleo, now):
    note = customers.write_note(ada, text="Likes tea.", by=bea, at=now)
    customers.change_note(note, text="Likes coffee.", version=1, by=cleo, at=now)
    client.force_login(bea)
    answer = client.post(reverse("customer-note", args=[ada.ref, note.pk]), {"text": "Likes cocoa.", "version": "1"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert (
        "A colleague changed this note meanwhile." in page
        and "Likes coffee." in page
        and "Likes cocoa.</textarea>" in page
    )
    assert Note.objects.get().text == "Likes coffee."


def test_what_they_said_last_holds_and_what_they_said_before_stays(client, refund, ada, bea, now):
    client.force_login(bea)
    where = reverse("customer-consents", args=[ada.ref])
    said = {"purpose": "Newsletter", "is_given": "given", "said_on": "2026-01-05", "source": "Form on the website"}
    client.post(where, said)
    client.post(
        where,
        said | {"purpose": " newsletter ", "is_given": "withdrawn", "said_on": "2026-02-01", "source": "By telephone"},
    )
    page = shown(client, ada)
    assert (
        page.index("withdrawn")
        < page.index("By telephone")
        < page.index("What they said before")
        < page.index("Form on the website")
    )
    assert {one.purpose.name for one in Consent.objects.select_related("purpose")} == {"Newsletter"}
    ahead = client.post(where, said | {"said_on": "2999-01-01"})
    assert ahead.status_code == 422 and "That day lies ahead." in ahead.content.decode()
    assert happened(ada)[-2:] == ["customer.consent_given", "customer.consent_withdrawn"]


def test_their_answers_stand_on_their_page(client, refund, ada, bea, eve, now):
    cases.resolve(refund, by=bea, at=now)
    feedback.answer(refund, Account("My money", 2, False), by=ada, at=now + HOUR)
    client.force_login(bea)
    page = shown(client, ada)
    assert "How they saw it" in page and "My money" in page and "Badly" in page


def test_all_of_it_goes_into_their_file_and_goes_when_they_are_erased(client, refund, ada, bea, owner, now):
    customers.write_note(ada, text="Likes tea.", by=bea, at=now)
    customers.place(ada, customers.add_company(name="Byron Mills", domains=[], by=bea, at=now), by=bea, at=now)
    customers.note_consent(
        ada, purpose="Newsletter", is_given=True, said_on=now.date(), source="A letter", by=bea, at=now
    )
    cases.resolve(refund, by=bea, at=now)
    feedback.answer(refund, Account("My money", 2, False), by=ada, at=now + HOUR)
    client.force_login(owner)
    answer = client.post(reverse("customer-export", args=[ada.ref]))
    archive = zipfile.ZipFile(io.BytesIO(answer.getvalue()))
    data, internal = (json.loads(archive.read(name)) for name in ("data.json", "notes.json"))
    ada.refresh_from_db()
    assert data["customer"]["company"] == {"ref": ada.company.ref, "name": "Byron Mills"}
    assert [(one["purpose"], one["given"], one["source"]) for one in data["consents"]] == [
        ("Newsletter", True, "A letter")
    ]
    assert [(one["needed"], one["went"]) for one in data["answers"]] == [("My money", 2)]
    assert [one["text"] for one in internal["about_them"]] == ["Likes tea."]
    customers.erase(ada, by=owner, at=now)
    assert not Note.objects.exists() and not Consent.objects.exists()
    with pytest.raises(Refusal, match="was erased"):
        customers.write_note(ada, text="Liked tea.", by=bea, at=now)


def test_notes_and_consents_go_over_and_come_back(refund, ada, bea, now):
    other = customers.find_or_create(address="other@customer.example", name="Other", at=now)
    note = customers.write_note(other, text="Likes tea.", by=bea, at=now)
    consent = customers.note_consent(
        other, purpose="Calls", is_given=True, said_on=now.date(), source="A call", by=bea, at=now
    )
    kept = customers.merge(other, into=ada, by=bea, at=now)
    late = customers.write_note(other, text="Written to who they were.", by=bea, at=now)
    assert late.customer == ada
    for one in (note, consent):
        one.refresh_from_db()
        assert one.customer == ada
    customers.unmerge(kept, by=bea, at=now + HOUR)
    for one in (note, consent):
        one.refresh_from_db()
        assert one.customer == other


def test_how_they_are_addressed_is_kept_told_in_their_file_and_erased(client, refund, ada, owner, now):
    client.force_login(owner)
    choose = reverse("customer-tone", args=[ada.ref])
    client.post(choose, {"tone": "friendly"})
    assert '<option value="friendly" selected>' in shown(client, ada)
    assert happened(ada)[-1] == "customer.tone_chosen"
    client.post(choose, {"tone": "rude"})
    ada.refresh_from_db()
    assert ada.tone == "friendly"
    exported = client.post(reverse("customer-export", args=[ada.ref]))
    data = json.loads(zipfile.ZipFile(io.BytesIO(b"".join(exported))).read("data.json"))
    assert data["customer"]["tone"] == "friendly"
    customers.erase(ada, by=owner, at=now)
    ada.refresh_from_db()
    assert ada.tone == ""


def test_two_who_are_one_keep_the_form_of_address_that_either_had(refund, ada, bea, now):
    other = customers.find_or_create(address="ada@work.example", name="Ada", at=now)
    customers.choose_tone(other, tone="friendly", by=bea.key, at=now)
    customers.unmerge(customers.merge(other, into=ada, by=bea, at=now), by=bea, at=now)
    ada.refresh_from_db()
    assert ada.tone == ""
    customers.merge(other, into=ada, by=bea, at=now)
    ada.refresh_from_db()
    assert ada.tone == "friendly"
