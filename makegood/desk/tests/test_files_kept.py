"""A picture among the words of a reply: kept at once, shown where it stands to Bea and to Ada, and taken back with it."""

import base64
import datetime as dt
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases import tokens
from makegood.cases.actions.drafting import Unsent
from makegood.cases.models import Draft, DraftFile, Message, Party
from makegood.desk.forms import MOST_BYTES

DOT = base64.b64decode("R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==")


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def keep(at_desk, refund):
    def given(name: str, content_type: str = "image/gif", content: bytes = DOT):
        file = SimpleUploadedFile(name, content, content_type)
        return at_desk.post(reverse("case-draft-files", args=[refund.ref]), {"file": file})

    return given


def test_a_picture_stands_in_the_words_and_comes_back_with_them(at_desk, keep, refund, bea):
    cases.save_draft(refund, Unsent(kind="reply", text="Half"), by=bea, at=timezone.now())
    answer = keep("the [vase].gif")
    assert answer.status_code == 201
    assert Draft.objects.get(case=refund).text == "Half"
    place = re.search(r'data-place="([^"]+)"', answer.content.decode())[1]
    assert place.startswith("![the vase .gif](cid:")
    ticked = {"kind": "reply", "to": "ada@customer.example", "keep": str(DraftFile.objects.get().pk)}
    at_desk.post(reverse("case-replies", args=[refund.ref]), {**ticked, "text": f"Is it this?\n\n{place}\n\nBea"})
    message = Message.objects.get(case=refund, kind="reply")
    file = message.attachments.get()
    page = at_desk.get(reverse("case", args=[refund.ref])).content.decode()
    address = reverse("case-file", args=[refund.ref, file.pk])
    assert f'<img src="{address}" alt="the vase .gif">' in page
    assert page.count(address) == 1
    assert at_desk.get(address)["Content-Type"] == "image/gif"
    cases.undo(message, by=bea, at=message.at)
    draft = Draft.objects.get(case=refund)
    assert place in draft.text
    assert draft.files.get().digest == file.digest


def test_the_customer_sees_it_on_their_page(client, at_desk, keep, refund):
    place = re.search(r'data-place="([^"]+)"', keep("vase.gif").content.decode())[1]
    ticked = {"kind": "reply", "to": "ada@customer.example", "keep": str(DraftFile.objects.get().pk)}
    at_desk.post(reverse("case-replies", args=[refund.ref]), {**ticked, "text": place})
    cases.release_due(at=timezone.now() + dt.timedelta(minutes=1))
    client.logout()
    token = tokens.for_link(refund.parties.get(role=Party.Role.CUSTOMER).key)
    page = client.get(f"/c/{token}").content.decode()
    address = re.search(r'<img src="([^"]+)" alt="vase.gif">', page)[1]
    assert client.get(address)["Content-Type"] == "image/gif"


def test_what_waits_with_a_draft_is_seen_by_its_writer_alone(client, keep, refund, cleo):
    shown = re.search(r'src="([^"]+)" alt=""', keep("vase.gif").content.decode())[1]
    answer = client.get(shown)
    assert answer["Content-Type"] == "image/gif"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert shown in client.get(reverse("case", args=[refund.ref])).content.decode()
    client.force_login(cleo)
    assert client.get(shown).status_code == 404


def test_what_could_act_is_never_shown(client, keep, refund):
    assert "<img" not in keep("vase.svg", "image/svg+xml", b"<svg onload='alert(1)'/>").content.decode()
    kept = DraftFile.objects.get()
    answer = client.get(reverse("case-draft-file", args=[refund.ref, kept.pk]))
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]


def test_another_file_has_no_place_and_too_much_is_told(keep):
    assert "data-place" not in keep("vase.svg", "image/svg+xml").content.decode()
    DraftFile.objects.update(size=MOST_BYTES)
    refused = keep("vase.gif")
    assert refused.status_code == 422
    assert "larger than 25 MB" in refused.content.decode()
    assert DraftFile.objects.count() == 1
