"""A contractor's page: the task and nothing else, opened by their own link, answered without an account."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases import tokens
from makegood.cases.actions import tasks
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import Task, TaskFile, TaskState
from makegood.cases.words import File, Words
from makegood.promises.models import Commitment, State

DAY = dt.timedelta(days=1)


@pytest.fixture
def boiler(refund, bea) -> Task:
    errand = Errand(
        what="Look at the boiler", receiver=Receiver(address="office@plumber.example", name="Plumber & Co", language="nl"),
        text="It drips.", files=(File("plan.txt", "text/plain", b"ground floor"),), due_at=timezone.now() + 3 * DAY,
    )  # fmt: skip
    return tasks.give(refund, errand, by=bea, at=timezone.now())


def link(task: Task, act: str = "") -> str:
    return f"/t/{tokens.for_task_link(task.key)}{act}"


def test_the_page_shows_the_task_and_nothing_of_the_case(client, boiler, refund, bea):
    tasks.answer(boiler, Words(text="They sounded grumpy."), by=bea, at=timezone.now())
    page = client.get(link(boiler)).content.decode()
    for told in ("Look at the boiler", "It drips.", "plan.txt", "Bea"):
        assert told in page, told
    for kept in ("Ada", "customer.example", "My refund", refund.ref, "Where is my refund", "grumpy"):
        assert kept not in page, kept


def test_they_answer_with_a_time_and_a_file_and_then_say_that_it_is_done(client, refund, boiler):
    says = timezone.localtime(timezone.now() + DAY).strftime("%Y-%m-%dT%H:%M")
    photo = SimpleUploadedFile("seal.txt", b"seal", content_type="text/plain")
    sent = {"words": "We come.", "says": says, "attachments": photo}
    page = client.post(link(boiler, "/answer"), sent, follow=True).content.decode()
    assert "seal.txt" in page
    boiler.refresh_from_db()
    assert (boiler.state, boiler.says_at is not None) == (TaskState.ANSWERED, True)
    client.post(link(boiler, "/completion"), {"words": "Done."})
    boiler.refresh_from_db()
    assert boiler.state == TaskState.DONE
    assert set(Commitment.objects.about(boiler.ref).values_list("state", flat=True)) == {State.KEPT}
    assert refund.messages.count() == 1


def test_a_day_that_nobody_means_is_refused_and_their_words_stay(client, boiler):
    answer = client.post(link(boiler, "/answer"), {"words": "We come.", "says": "9999-12-31T23:59"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Geef een dag of tijd in de jaren 1970 tot en met 2999." in page
    assert "We come." in page
    boiler.refresh_from_db()
    assert boiler.says_at is None


def test_declining_needs_a_word_and_loses_none(client, boiler):
    refused = client.post(link(boiler, "/refusal"), {"words": ""})
    assert refused.status_code == 422
    client.post(link(boiler, "/refusal"), {"words": "No boilers."})
    boiler.refresh_from_db()
    assert boiler.state == TaskState.DECLINED


def test_pressed_twice_it_is_said_once(client, boiler):
    for _time in range(2):
        client.post(link(boiler, "/answer"), {"words": "On Tuesday."})
    client.post(link(boiler, "/answer"), {"words": "On Wednesday."})
    assert list(boiler.words.filter(kind="answered").order_by("at").values_list("text", flat=True)) == [
        "On Tuesday.",
        "On Wednesday.",
    ]


def test_a_wrong_link_and_one_of_another_kind_open_nothing(client, boiler, refund, support, bea):
    party = refund.parties.get()
    inside = tasks.give(refund, Errand(what="x", receiver=Receiver(team=support)), by=bea, at=timezone.now())
    forged = "a" if link(boiler)[-1] != "a" else "b"
    links = [link(boiler)[:-1] + forged, f"/t/{tokens.for_link(party.key)}", f"/c/{tokens.for_task_link(boiler.key)}"]
    for wrong in [*links, f"/t/{tokens.for_task_mail(boiler.key)}", link(inside)]:
        assert client.get(wrong).status_code == 404, wrong


def test_the_link_of_a_deleted_case_opens_nothing(client, boiler, refund, cleo):
    cases.delete(refund, by=cleo, at=timezone.now())
    assert client.get(link(boiler)).status_code == 404


def test_they_read_their_files_and_no_others(client, boiler, refund, bea):
    plan = TaskFile.objects.get()
    assert client.get(link(boiler, f"/files/{plan.pk}")).status_code == 200
    errand = Errand(what="x", receiver=Receiver(address="other@x.example"), files=(File("b", "text/plain", b"b"),))
    other = tasks.give(refund, errand, by=bea, at=timezone.now())
    theirs = other.words.get().files.get()
    assert client.get(link(boiler, f"/files/{theirs.pk}")).status_code == 404


def test_a_flood_is_stopped(client, boiler):
    came = [client.post(link(boiler, "/answer"), {"words": f"{number}"}).status_code for number in range(61)]
    assert came[-2:] == [302, 429]


def test_the_customer_sees_who_is_responsible_and_nothing_of_the_task(client, boiler, refund, bea):
    cases.assign(refund, owner=bea, by=bea, at=timezone.now())
    tasks.answer(boiler, Words(text="We come on Tuesday."), at=timezone.now())
    page = client.get(f"/c/{tokens.for_link(refund.parties.get().key)}").content.decode()
    assert "Bea of Hale is responsible for this matter." in page
    for kept in ("boiler", "Plumber", "We come", "Answer to a task"):
        assert kept not in page, kept
