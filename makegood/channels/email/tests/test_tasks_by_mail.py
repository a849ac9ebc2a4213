"""A contractor is asked by mail and answers by mail: the answer lands in the task, and never before the customer's eyes."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases import tokens
from makegood.cases.actions import tasks
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import Case, Task, TaskFile, TaskState
from makegood.cases.words import File, Words
from makegood.channels.email import actions as email
from makegood.channels.email import sender
from makegood.channels.email.models import Outgoing
from makegood.channels.email.tests.conftest import bounce, mail
from makegood.clockwork import following
from makegood.customers.models import Customer
from makegood.events.models import Event, Reaction
from makegood.promises import actions as promises
from makegood.promises.models import Commitment, State

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
PLUMBER = "Office <office@plumber.example>"


def react():
    while following.work(at=timezone.now()):
        pass
    assert not Reaction.objects.exclude(trouble="").exists(), Reaction.objects.exclude(trouble="").first().trouble


def notices(user) -> list[str]:
    return [one.subject for one in Outgoing.objects.filter(staff=user).order_by("made_at", "id")]


@pytest.fixture
def boiler(refund, box, bea, now) -> Task:
    """Bea, whose case it is, asks a plumber."""
    cases.assign(refund, owner=bea, by=bea, at=now)
    errand = Errand(
        what="Look at the boiler", receiver=Receiver(address="office@plumber.example", name="Plumber & Co"),
        text="It drips at 7 Quay Street.", files=(File("plan.txt", "text/plain", b"ground floor"),),
        due_at=now + 3 * DAY,
    )  # fmt: skip
    task = tasks.give(refund, errand, by=bea, at=now)
    react()
    return task


@pytest.fixture
def letter(boiler) -> Outgoing:
    return Outgoing.objects.get(kind="task")


def answered(task: Task) -> list[tuple[str, str]]:
    return list(task.words.order_by("at", "id").values_list("kind", "text"))[1:]


def test_the_mail_says_what_is_asked_and_nothing_else_of_the_case(boiler, letter, outside, refund):
    sender.work(at=timezone.now())
    [sent] = outside.to("office@plumber.example")
    text = sent.get_body(("plain",)).get_content()
    for told in ("Bea of Hale asks you", "Look at the boiler", "7 Quay Street", "Tuesday, 2 June 2026 10:00", "/t/"):
        assert told in text, told
    assert [part.get_filename() for part in sent.iter_attachments()] == ["plan.txt"]
    token = tokens.for_task_mail(boiler.key)
    assert sent["Reply-To"] == f"support+{token}@hale.example"
    whole = str(sent)
    for kept in ("Ada", "ada@customer.example", "My refund", refund.ref):
        assert kept not in whole, kept


def test_an_answer_to_our_address_lands_in_the_task(boiler, letter, deliver, refund, bea, now):
    said = refund.messages.count()
    row = deliver(mail("On Tuesday.", sender=PLUMBER, subject="AW: boiler"), to=letter.reply_to, at=now + HOUR)
    assert (row.outcome, row.reason, row.case) == ("continued", "task", refund)
    assert answered(boiler) == [("answered", "On Tuesday.")]
    assert refund.messages.count() == said
    assert Case.objects.count() == 1
    assert not Customer.objects.filter(contact_points__value="office@plumber.example").exists()
    boiler.refresh_from_db()
    assert (boiler.state, Commitment.objects.get(pk=boiler.answer_id).state) == (TaskState.ANSWERED, State.KEPT)
    react()
    assert f"[{refund.ref}] Office: Answered" in notices(bea)


def test_an_answer_from_another_program_and_address_is_found_by_what_it_answers(boiler, letter, deliver, now):
    made = mail("I do it.", sender="Jo <jo@home.example>", In_Reply_To=f"<{letter.identifier}>")
    deliver(made, at=now + HOUR, envelope_from="jo@home.example")
    word = boiler.words.get(kind="answered")
    assert (word.text, word.stranger, word.authenticated) == ("I do it.", True, False)


def test_files_come_along_and_what_was_quoted_is_folded(boiler, letter, deliver, now):
    made = mail("Here.\n\nOn Mon, 1 Jun 2026 at 10:00, Hale <support@hale.example> wrote:\n> It drips.", sender=PLUMBER)
    made.add_attachment(b"seal", maintype="image", subtype="png", filename="seal.png")
    deliver(made, to=letter.reply_to, at=now + HOUR)
    word = boiler.words.get(kind="answered")
    assert (word.text, [file.name for file in word.files.all()]) == ("Here.", ["seal.png"])
    assert "It drips." in word.quoted


def test_a_machine_that_answers_has_not_answered(boiler, letter, deliver, now):
    deliver(mail("On holiday.", sender=PLUMBER, Auto_Submitted="auto-replied"), to=letter.reply_to, at=now + HOUR)
    assert answered(boiler) == [("filed", "On holiday.")]
    assert Commitment.objects.get(pk=boiler.answer_id).state == State.OPEN


def test_the_customers_token_and_the_tasks_are_not_taken_for_each_other(boiler, refund, deliver, now):
    party = refund.parties.get()
    for token, purpose in ((party.key, tokens.for_task_mail), (boiler.key, tokens.for_mail)):
        deliver(mail("x", sender="Eve <eve@evil.example>"), to=f"support+{purpose(token)}@hale.example", at=now + HOUR)
    assert (answered(boiler), refund.messages.count()) == ([], 1)


def test_a_flood_from_one_sender_is_filed_and_then_only_stored(boiler, letter, deliver, now):
    for number in range(103):
        deliver(mail(f"{number}", sender=PLUMBER), to=letter.reply_to, at=now + HOUR)
    kinds = list(boiler.words.values_list("kind", flat=True))
    assert (kinds.count("answered"), kinds.count("filed")) == (20, 80)


def test_a_mail_without_a_tasks_token_asks_nothing_about_tasks(boiler, refund, deliver, now):
    token = tokens.for_mail(refund.parties.get().key)
    with CaptureQueriesContext(connection) as asked:
        deliver(mail("And?", References="<a.b@c.example>"), to=f"support+{token}@hale.example", at=now + HOUR)
    assert refund.messages.count() == 2
    assert not [one for one in asked.captured_queries if "cases_task" in one["sql"]]


def test_a_bounce_is_told_to_the_owner_and_stands_at_the_task(boiler, letter, deliver, refund, bea, now):
    said = refund.messages.count()
    row = deliver(bounce(letter.identifier, "office@plumber.example"), envelope_from="", at=now + HOUR)
    assert (row.outcome, row.reason) == ("bounce", "not delivered")
    boiler.refresh_from_db()
    assert "no such user" in boiler.trouble.lower()
    assert refund.messages.count() == said
    react()
    assert f"[{refund.ref}] A mail to Plumber & Co did not arrive" in notices(bea)
    tasks.answer(boiler, Words(text="It came."), at=now + DAY)
    boiler.refresh_from_db()
    assert boiler.trouble == ""


def test_what_the_server_refuses_is_told_too(boiler, letter, outside):
    outside.refuse["office@plumber.example"] = "550 no such user"
    sender.work(at=timezone.now())
    boiler.refresh_from_db()
    assert "no such user" in boiler.trouble


def test_a_file_leaves_once_the_scanner_has_seen_it_and_never_when_it_refused_it(boiler, letter, outside, settings):
    settings.SCANNER = "tcp://127.0.0.1:1"
    sender.work(at=timezone.now())
    letter.refresh_from_db()
    assert (letter.state, "has not yet looked" in letter.trouble) == ("waiting", True)
    cases.note_scan(TaskFile.objects.get().digest, refused="Eicar", at=timezone.now())
    assert Event.objects.filter(name="file.refused").exists()
    sender.work(at=timezone.now() + HOUR)
    letter.refresh_from_db()
    boiler.refresh_from_db()
    assert (letter.state, outside.to("office@plumber.example")) == ("failed", [])
    assert "plan.txt" in boiler.trouble


def test_without_a_mailbox_it_is_said_at_the_task(box, refund, bea, now):
    email.close_mailbox(box, by="", at=now)
    errand = Errand(what="x", receiver=Receiver(address="a@plumber.example"))
    task = tasks.give(refund, errand, by=bea, at=now)
    react()
    task.refresh_from_db()
    assert task.trouble == "The brand has no mailbox in use."


def test_each_further_word_of_ours_threads_on_and_leaves_once(boiler, letter, bea, now):
    word = tasks.tell(boiler, text="The key is next door.", by=bea, at=now + HOUR)
    tasks.take_back(boiler, text="It stopped.", by=bea, at=now + DAY)
    react()
    assert email.queue_task_letter(word, at=now).task_word == word
    first, more, back = Outgoing.objects.filter(kind="task").order_by("made_at", "id")
    assert (first, more.in_reply_to, back.in_reply_to) == (letter, letter.identifier, more.identifier)
    assert "The key is next door." in more.text
    assert "This is not needed any more: Look at the boiler" in back.text


def test_owner_and_lead_hear_before_it_is_late_and_after(boiler, refund, bea, cleo, now):
    for minutes in (23 * 60, 25 * 60):
        at = now + dt.timedelta(minutes=minutes)
        promises.warn_due(at=at)
        promises.settle_due(at=at)
        promises.finalise(at=at + HOUR, taken_in_until=at + HOUR)
        react()
    for user in (bea, cleo):
        assert f"[{refund.ref}] A task is due soon: Plumber & Co" in notices(user)
        assert f"[{refund.ref}] A task is late: Plumber & Co" in notices(user)


def test_the_team_hears_by_its_leads_and_the_junked_case_takes_its_tasks_back(box, refund, support, bea, cleo, now):
    task = tasks.give(refund, Errand(what="Look for it", receiver=Receiver(team=support)), by=bea, at=now)
    cases.junk(refund, by=bea, at=now)
    react()
    assert f"[{refund.ref}] Bea: Gave the task" in notices(cleo)
    task.refresh_from_db()
    assert task.state == TaskState.TAKEN_BACK
